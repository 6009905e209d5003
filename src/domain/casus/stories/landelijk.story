# Stories in the national profile. It sets one term; the others are suggestions.

story landelijk: A loose feeling becomes a casus, and the worry goes away [C-23 C-24]
2026-09-01 note seen | Heeft geen jas aan
2026-09-03 note seen | Speelt alleen
2026-09-03 open T. | 3
= step 1
= due facts 2026-09-24 suggested
2026-09-03 term_recorded term=facts; status=settled; reason=Staat niet in ons protocol
= due facts never
2026-09-04 danger_answered answer=no; step=1
2026-09-04 step 1 done
2026-09-07 consultation_recorded with=lead; question=Deel je mijn zorg?; advice=Praat met de ouders
2026-09-07 step 2 done
2026-09-10 talk_recorded with=parents; outcome=gone; recognised=yes; decided_by=leerkracht en AF; agreed=Jas van de kringloop
2026-09-10 step 3 done
= ready yes
2026-09-11 weigh danger=no suspicion=no
= outcome close -
2026-09-11 close Er is een goede uitleg | de AF en de directie
= closed
2026-09-11 destruction_recorded scope=work_notes; count=2
= shown werkaantekening vernietig dan alle werkaantekeningen

story landelijk: Danger now leaves every step
2026-09-01 note child | Ik durf niet naar huis
2026-09-01 open A. | 6
2026-09-01 danger_answered answer=yes; step=1
= change 1 CallNow
= change 3 AdviceFirst
= talk after_advice
= due facts 2026-09-01 now
2026-09-01 weigh danger=yes
= outcome emergency A
2026-09-01 step 3 done !! TalkBeforeAdvice
2026-09-01 note contact | 112 gebeld, daarna Veilig Thuis
2026-09-01 melding_recorded who=AF; parents_told=not_told !! GroundMissing
2026-09-01 melding_recorded who=AF; parents_told=not_told; ground=child_in_danger; informed=directie
= due vt_reply 2026-09-08 profile
2026-09-02 step 3 skipped | !! ReasonMissing
2026-09-02 step 3 skipped | Gevaar voor het kind

story landelijk: Doubt about danger asks Veilig Thuis before anything else
2026-09-01 open A. | 6
2026-09-01 danger_answered answer=doubt; step=1
= change 1 CallNow
= talk after_advice
2026-09-01 weigh danger=doubt
= outcome call_first
2026-09-01 consultation_recorded with=veilig_thuis; naming=anonymous; question=Is dit acuut?; advice=Nee; parent_talk=safe
= talk free
= no-change 3 AdviceFirst
2026-09-02 step 3 open

story landelijk aandachtsfunctionaris: The aandachtsfunctionaris calls without a name and gets advice against a talk
2026-09-01 open A. | 6
2026-09-02 consultation_recorded with=veilig_thuis; naming=anonymous; question=Kunnen wij praten?; advice=Nog niet; parent_talk=not_safe
= talk after_advice
2026-09-03 step 3 open !! TalkBeforeAdvice
2026-09-09 consultation_recorded with=veilig_thuis; naming=anonymous; question=En nu?; advice=Praat samen; parent_talk=safe
= talk free
2026-09-10 step 3 done

story landelijk: Help with a day on which to look back, and it works [C-35]
2026-09-01 open B. | 8
2026-09-01 step 1 done
2026-09-02 step 2 done
2026-09-03 talk_recorded with=both; outcome=partly; recognised=yes; agreed=Gezinscoach proberen
2026-09-03 step 3 done
2026-09-04 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=not_yet sufficiency=yes
= outcome help
2026-09-04 help_planned aim=Rust thuis; help=Gezinscoach; visible=Op tijd op school; casemanager=AF !! DayMissing
2026-09-04 help_planned aim=Rust thuis; help=Gezinscoach; visible=Op tijd op school; casemanager=AF; due=2026-11-13
= due help 2026-11-13 agreed
2026-09-04 step 4 done
= step 5
2026-11-13 evaluation_recorded phase=final; better=yes; stopped=yes; monitoring=Coach belt elke maand
= due help never
= norm-c silent
= due follow 2027-03-13 suggested
2026-11-13 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=yes
= outcome follow

story landelijk: Help does not stop the violence, so the school reports after all
2026-09-01 open B. | 8
2026-09-04 help_planned aim=Rust; help=Coach; visible=Geen ruzie; casemanager=AF; due=2026-10-16
2026-10-01 evaluation_recorded phase=interim; better=doubt; stopped=no; due=2026-10-08
= norm-c report
= change 5 ReportUnderNormC
= due help 2026-10-16 agreed
= due evaluation 2026-10-08 agreed
2026-10-01 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=no
= outcome report C
2026-10-02 melding_recorded who=AF; parents_told=before; reaction=Boos; informed=bestuur en directie
= due vt_reply 2026-10-09 profile

story landelijk: Nobody is sure that it stopped
2026-09-01 open B. | 8
2026-09-04 evaluation_recorded phase=interim; better=yes; stopped=doubt
= norm-c ask
= change 5 AskVeiligThuis
2026-09-11 evaluation_recorded phase=interim; better=yes; stopped=yes
= norm-c silent
= no-change 5 AskVeiligThuis
2026-10-02 evaluation_recorded phase=interim; better=no; stopped=yes
= change 5 CallTogether

story landelijk central_contact: Danger and a melding between Christmas and New Year
2026-12-23 open K. | 4
2026-12-23 weigh danger=no suspicion=yes safety=doubt
= outcome report A
2026-12-23 melding_recorded who=AF; parents_told=not_told; ground=haste
= due vt_reply 2026-12-31 profile
2026-12-31 vt_reply_recorded answer=Wij bellen na de vakantie; due=2027-01-08
= due vt_reply 2027-01-08 agreed

story landelijk confidant: A worry about a colleague stops the route
2026-09-01 open B. | 8
2026-09-01 situation_recorded situation=staff; status=raised
= talk stopped
= card collega
= change 1 Stop
= change 5 Stop
2026-09-02 step 3 open !! TalkBeforeAdvice
= line staff Dan geldt deze meldcode niet
2026-09-03 situation_recorded situation=staff; status=withdrawn; reason=Het ging om iemand anders
= talk free
