# What the documents say against each other, and what somebody in one school sees of it.

story landelijk: Advice may be without a name, a melding is by name [C-03]
2026-10-05 open E. | 4
= line anonymity Melden doet de school op naam
2026-10-05 consultation_recorded with=veilig_thuis; naming=anonymous; question=Wat nu?
2026-10-06 melding_recorded parents_told=before !! FieldMissing

story kms: The teacher is at the talk, with two people at most [C-04 C-05]
2026-10-05 open E. | 4
= line parent_talk jij bent erbij
= line max_staff Bijlage 4 laat dit open

story landelijk: Doubt at question 2 counts as yes [C-06]
2026-10-05 open E. | 4
2026-10-06 weigh danger=no suspicion=yes safety=doubt
= outcome report A
= elsewhere doubt eerst advies van Veilig Thuis

story ultiem: One name stands for the melding though several may do it [C-08]
2026-10-05 open E. | 4
= line report de IB’er of de schoolmaatschappelijk werker
2026-10-05 duty_assigned duty=reporter; who=AF
= holder reporter AF

story kms: A source is a relation, and the melding asks for it [C-11]
2026-10-05 note other | Hij at niet
2026-10-05 open E. | 4
= line source de relatie, niet de naam
= elsewhere source nooit namen

story kc-balans: What you think comes after their reaction [C-12]
2026-10-05 open E. | 4
= line interpretation pas na de reactie

story heutink-4: What you think is a fixed point [C-12]
2026-10-05 open E. | 4
= line interpretation Een vast punt
= elsewhere interpretation alleen na de reactie

story kc-balans: A ground that the profile knows [C-13]
2026-10-05 open E. | 4
= line skip_talk het contact verbreken
= elsewhere skip_talk alleen bij gevaar
2026-10-05 melding_recorded who=IB’er; parents_told=not_told; ground=contact_breaks_off

story kms: From twelve years, ask the school [C-14]
2026-10-05 open E. | 8
= line parents_told Vanaf 12 jaar
= shown inzage vraag het na bij je school

story kms: The file stands in the system of the school, and the phone is a notepad [C-15]
2026-10-05 open E. | 4
= line file ParnasSys
= due hand_over 2026-10-26 suggested
2026-10-20 transfer ParnasSys
= due hand_over never
= due remove 2026-11-19 suggested

story heutink-4: Another system, the same notepad [C-15]
2026-10-05 open E. | 4
= line file TOPdossier
2026-10-06 transfer TOPdossier
= due remove 2026-11-05 suggested

story kms: The board hears of a suspicion [C-18]
2026-10-05 open E. | 4
= line report_told Het bestuur
= elsewhere notify ook de directie

story heutink-4: A team without a name while parents do not know yet [C-19]
2026-10-05 open E. | 4
= line consent zonder naam
2026-10-06 consultation_recorded with=care_team; naming=anonymous; question=Wat zien jullie?

story kms: A girl may be cut abroad this summer [C-20]
2026-06-01 open H. | 7
2026-06-01 situation_recorded situation=fgm; status=raised
= card vgv
= line fgm Dan is het acuut
= elsewhere fgm Pharos
= talk after_advice
2026-06-02 step 3 open !! TalkBeforeAdvice

story landelijk management: The order is free and every skipped step has a reason [C-21]
2026-10-05 open E. | 4
2026-10-05 step 4 done
= steps open 4 1 2 3
2026-10-06 step 2 skipped | !! ReasonMissing
2026-10-06 step 2 skipped | AF was ziek, Veilig Thuis gebeld
2026-10-07 step 1 done
= steps open 4 3
2026-10-08 step 1 open
= steps open 4 1 3
= step 1

story heutink-4: Dates of another school are suggestions that can be switched off [C-23]
2026-10-05 open E. | 4
= due facts 2026-10-26 suggested
2026-10-05 term_recorded term=facts; status=agreed; due=2026-10-16
= due facts 2026-10-16 agreed
2026-10-09 term_recorded term=facts; status=settled
= due facts never

story landelijk: Closing keeps a line and destroys the work notes [C-24]
2026-10-05 note work | Bellen met de opvang
2026-10-05 open E. | 4
2026-10-06 close | !! ReasonMissing
2026-10-06 close Geen vermoeden meer | AF
2026-10-06 destruction_recorded scope=work_notes; count=1
= closed

story ultiem: Veilig Thuis stays silent, and the day is only expected [C-25]
2026-04-01 open E. | 4
2026-04-01 melding_recorded who=AF; parents_told=before
= due vt_reply 2026-04-10 profile
= shown veilig-thuis Beloofd is dat niet

story kc-balans: The verwijsindex is looked at in step 2 [C-26]
2026-10-05 open E. | 4
= line vir gebruikt de verwijsindex in stap 2
= elsewhere vir mag, het hoeft niet
2026-10-06 index_checked outcome=not_needed; who=IB’er

story kms: A right and no duty [C-26]
2026-10-05 open E. | 4
= line vir een recht, geen plicht
= shown vir een recht, geen plicht

story kc-balans: Veilig Thuis is what it is today [C-27]
2026-10-05 open E. | 4
= shown veilig-thuis advies- en meldpunt
= shown meldrecht De wet op de meldcode gaat hier voor

story kms: More ticks support a suspicion and prove nothing [C-30]
2026-10-05 signaal LIC-08 | Gaapt de hele ochtend
2026-10-05 signaal SOC-01 | Trekt zich terug
2026-10-05 open E. | 4
= warns Meer signalen onderbouwen een vermoeden beter
= warns zekerder dan hij is

story kms: A tick for absence asks and does not report [C-31]
2026-10-05 signaal OND-05 | Drie maandagen weg
2026-10-05 open E. | 4
= prompt OND-05 STR-06
= step 1
= talk free

story kc-balans: Two numbers that cannot be right are not dialled [C-32]
2026-10-05 open E. | 4
= dial haaglanden-neherkade no
= dial gooi-veilig-thuis-hilversum no
= dial veilig-thuis yes

story ultiem: After a melding help is asked too, together with Veilig Thuis [C-33]
2026-10-05 open E. | 4
2026-10-06 weigh danger=no suspicion=yes safety=yes
= outcome report A samen met Veilig Thuis

story kms: Facts may be shared with the parents in step 1 [C-34]
2026-10-05 open E. | 4
= line parents_informal Ja, feiten
= elsewhere parents_informal nog niet met de ouders

story kms: Question 5 stays open with its day while the casus moves on [C-35]
2026-10-05 open E. | 4
2026-10-06 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=not_yet sufficiency=yes
= outcome help
2026-10-06 help_planned aim=Rust; help=Coach; visible=Slaapt; casemanager=directeur; due=2026-12-04
2026-10-06 step 4 done
2026-10-06 step 5 done
= due help 2026-12-04 agreed
2026-12-04 evaluation_recorded phase=interim; better=yes; stopped=yes; due=2027-01-15
= due help never
= due evaluation 2027-01-15 agreed

story kc-balans: First the school and then Veilig Thuis, unless nobody can be reached [C-36]
2026-10-05 open E. | 4
2026-10-05 situation_recorded situation=injury; status=raised
= card onduidelijk-letsel
= shown onduidelijk-letsel Ga eerst naar de IB’er of directie
= shown onduidelijk-letsel Bel dan meteen Veilig Thuis of 112

story landelijk: Figures that do not agree are left out [C-37]
2026-10-05 open E. | 4
= shown kindermishandeling komen het meest voor

story landelijk: Another worry than violence at home goes the normal way
2026-10-05 open E. | 4
2026-10-05 situation_recorded situation=out_of_scope; status=raised
= card andere-zorg
= shown andere-zorg gewone ondersteuning
= talk free

story ultiem: Four special forms each wait for advice
2026-10-05 open E. | 4
2026-10-05 situation_recorded situation=stalking; status=raised
2026-10-05 situation_recorded situation=forced_marriage; status=raised
2026-10-05 situation_recorded situation=trafficking; status=raised
2026-10-05 situation_recorded situation=parent_abuse; status=raised
= talk after_advice
2026-10-06 situation_recorded situation=stalking; status=withdrawn
= talk after_advice
2026-10-07 consultation_recorded with=veilig_thuis; question=Praten?; parent_talk=safe
= talk free
2026-10-08 situation_recorded situation=honour; status=raised
= talk after_advice

story heutink-4: Sharing asks to whom and why
2026-10-05 open E. | 4
2026-10-06 share iemand anders | !! ReceiverMissing
2026-10-06 share Veilig Thuis | meldrecht, zonder toestemming
