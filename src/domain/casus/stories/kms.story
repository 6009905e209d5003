# Stories in the profile of KMS: six steps, terms of its own, a team that weighs.

story kms: A worry that stays, with every term of the protocol [C-23 C-25]
2026-09-07 note seen | Sliep om half tien op tafel
2026-09-07 open M. | 5
= step 1
= steps 6
= due facts 2026-09-28 profile
= due hand_over 2026-09-28 suggested
2026-09-08 danger_answered answer=no; step=1
2026-09-09 step 1 done
= due facts never
2026-09-10 consultation_recorded with=lead; function=AF; question=Deel je mijn zorg?; advice=Samen het formulier invullen; agreed=Maandag verder
2026-09-10 meeting_form_kept a1=Slaapt in de les; present=leerkracht en AF
= due next_meeting 2026-10-01 profile
2026-09-14 step 2 done
2026-09-17 talk_recorded with=parents; outcome=stays; present=AF en leerkracht
2026-09-17 step 3 done
= due after_talk 2026-09-24 profile
2026-09-22 meeting_recorded results=De zorg blijft; seriousness=Verwaarlozing; capacity=Moeder is uitgeput; possible_help=Gezinscoach
= due after_talk never
= ready yes
2026-09-23 weigh danger=no suspicion=yes safety=yes
= outcome report A De directeur
= talk after_advice
2026-09-23 melding_recorded who=directeur; parents_told=before; reaction=Moeder schrok; informed=bestuur
= due vt_reply 2026-09-30 profile
2026-09-29 vt_reply_recorded answer=Veilig Thuis doet onderzoek
= due vt_reply never
2026-09-30 step 4 done
2026-09-30 step 5 done
= step 6
2026-12-01 evaluation_recorded phase=final; better=yes; stopped=yes; how_worked=Alle stappen gezet
= norm-c silent
= due follow 2027-04-01 profile
2026-12-01 step 6 done
2026-12-02 close De zorg is weg na de hulp | directeur
= closed
= due follow 2027-04-01 profile

story kms aandachtsfunctionaris: The meeting form gives a next meeting within three weeks
2026-09-07 open M. | 5
2026-09-07 meeting_form_kept a1=Slaapt in de les; a4=Elke maandag
= due next_meeting 2026-09-28 profile
2026-09-21 meeting_form_kept a1=Slaapt in de les; e=Gekeken; due=2026-09-25
= due next_meeting 2026-09-25 agreed
2026-09-25 meeting_recorded results=Gaat beter
= due next_meeting never

story kms: A plan of actions with who and when
2026-09-07 open M. | 5
2026-09-08 action_planned what=Kijken op het plein; due=2026-09-11 !! FieldMissing
2026-09-08 action_planned what=Kijken op het plein; who=AF !! DayMissing
2026-09-08 action_planned what=Kijken op het plein; who=AF; due=2026-09-11
= due action 2026-09-11 agreed
2026-09-11 action_ended outcome=done; how_it_went=Speelt alleen
= due action never
2026-09-11 action_ended outcome=done !! ActionUnknown

story kms: Urgent danger goes before the dates of the protocol
2026-09-07 open M. | 5
= due facts 2026-09-28 profile
2026-09-08 situation_recorded situation=haste; status=raised
= due facts 2026-09-08 now
= change 2 CallNow
2026-09-08 situation_recorded situation=haste; status=withdrawn
= due facts 2026-09-28 profile

story kms management: The directeur reports, and so may a member of the team [C-08 C-22]
2026-09-07 open M. | 5
2026-09-08 weigh danger=no suspicion=yes safety=yes
= outcome report A De directeur
= line report Een lid van het ZAT
= line casemanager De directeur
2026-09-08 duty_assigned duty=reporter; who=directeur
2026-09-08 duty_assigned duty=coordination; who=AF
2026-09-08 duty_assigned duty=timekeeping; who=directeur
2026-09-08 duty_assigned duty=reporter; who=lid van het ZAT
= holder reporter lid van het ZAT
= holder coordination AF
2026-09-09 melding_recorded who=lid van het ZAT; parents_told=before; informed=bestuur
= due vt_reply 2026-09-16 profile

story kms: An injury that nobody understands
2026-09-07 note seen | Blauwe plek op de bovenarm, drie cm, paars
2026-09-07 open M. | 5
2026-09-07 situation_recorded situation=injury; status=raised
= card onduidelijk-letsel
= line injury vertrouwensarts
= elsewhere injury eerst IB’er en directie
= talk free

story kms: Parents threaten to take the child out of school
2026-09-07 open M. | 5
2026-09-07 situation_recorded situation=leaving; status=raised
= card van-school
= tasks 2 Vul met de AF
= shown van-school De AF overlegt direct met Veilig Thuis

story kms: Six months later the worry comes back, and the old decision stays readable
2026-09-07 open M. | 5
2026-09-08 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=yes
= outcome follow
2027-03-08 weigh danger=no suspicion=yes safety=yes
= outcome report A
= talk after_advice

story kms: Unfounded in the last step
2026-09-07 open M. | 5
2026-09-07 note work | Navragen bij de judoleraar
2026-09-08 weigh danger=no suspicion=no
= outcome close
= line work_notes allemaal als het vermoeden niet gegrond was
2026-09-09 step 6 skipped | Vermoeden was niet gegrond
2026-09-09 close Ongegrond: de plek kwam van judo | de directeur
= closed
= due facts never
2026-09-09 destruction_recorded scope=work_notes; count=1

story kms: Veilig Thuis and the school agree who does what after the melding
2026-09-07 open M. | 5
2026-09-08 melding_recorded who=directeur; parents_told=before; reaction=Vader was het er niet mee eens; informed=bestuur; agreed=School kijkt elke dag mee
2026-09-08 action_planned what=Elke dag even praten met M.; who=leerkracht; due=2026-09-22; origin=melding
= due action 2026-09-22 agreed
= due vt_reply 2026-09-15 profile
2026-09-15 vt_reply_recorded answer=Hulp vrijwillig; agreed=Wij bellen in oktober; due=2026-10-13
= due vt_reply 2026-10-13 agreed
2026-09-22 action_ended outcome=done; how_it_went=M. zoekt contact
= due action never

story kms: Evaluations are planned before anybody knows how it goes
2026-09-07 open M. | 5
2026-09-08 help_planned aim=Rust; help=Coach; provider=Gezinsteam; visible=Slaapt; casemanager=directeur; tasks=Leerkracht kijkt; agreed=Besproken met ouders; due=2026-11-30
2026-09-08 term_recorded term=evaluation; status=agreed !! DayMissing
2026-09-08 term_recorded term=evaluation; status=agreed; due=2026-10-16
= due evaluation 2026-10-16 agreed
2026-10-16 evaluation_recorded phase=interim; better=yes; stopped=yes; reached=no; improve=Coach eerder bellen
= due evaluation never
= due help 2026-11-30 agreed
2026-10-17 aftercare_recorded for_whom=teacher; how_it_went=Zwaar; contact=AF

story kms aandachtsfunctionaris: Further looking, a plan with the child and a guard of the file in step 1
2026-09-07 note seen | Wacht op de gang tot iedereen weg is
2026-09-07 open V. | 6
2026-09-08 action_planned what=Kijken in de klas; who=AF; due=2026-09-15
= due action 2026-09-15 agreed
2026-09-09 consultation_recorded with=youth_doctor; function=jeugdverpleegkundige; question=Wat zien jullie?
2026-09-09 note taken | Gelezen over verwaarlozing
2026-09-10 talk_recorded with=child; outcome=stays; safety_plan=Bij wie V. mag bellen
2026-09-10 duty_assigned duty=file_keeper; who=IB’er
= holder file_keeper IB’er
= shown verder-kijken in je klas komen kijken
= step 1
