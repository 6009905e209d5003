# Stories in the profile of kc Balans: the intern begeleider coordinates, and step 5 is 5A or 5B.

story kc-balans intern_begeleider: The intern begeleider leads from first worry to 5A
2026-10-05 note seen | Draagt elke dag dezelfde kleren
2026-10-05 open Z. | 2
= step 1
= tasks 2 Bel Veilig Thuis om advies
2026-10-05 step 1 done
2026-10-06 consultation_recorded with=veilig_thuis; naming=anonymous; question=Wat raad je aan?; advice=Praat samen; parent_talk=safe
2026-10-06 index_checked outcome=looked; who=IB’er
2026-10-06 consultation_recorded with=mdo; question=Welke hulp?; consent=given; naming=named; considerations=Hulp past
2026-10-06 step 2 done
2026-10-12 talk_recorded with=parents; outcome=partly; recognised=partly
= due after_talk 2026-10-19 suggested
2026-10-12 step 3 done
2026-10-13 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=not_yet sufficiency=yes
= outcome help - Stap 5A

story kc-balans: Advice of Veilig Thuis always belongs to step 2 [C-07]
2026-10-05 open Z. | 2
= line vt_advice Altijd in stap 2
= elsewhere vt_advice alleen als het nodig is

story kc-balans: The management hears of it in step 1 already [C-18]
2026-10-05 open Z. | 2
= line notify de directie
= elsewhere notify in stap 1 alleen
= asks suspicion vermoeden van (dreigend)

story kc-balans: There is no doubt at question 2, so others weigh too [C-06]
2026-10-05 open Z. | 2
2026-10-06 weigh danger=no suspicion=yes safety=doubt
= outcome advice
= line doubt kent bij vraag 2 geen twijfel
= elsewhere doubt telt als ja
= talk after_advice

story kc-balans: Doubt about protecting the child means 5B
2026-10-05 open Z. | 2
2026-10-06 weigh danger=no suspicion=yes safety=no help=doubt
= outcome report

story kc-balans: The text says you, the table says the intern begeleider [C-09]
2026-10-05 open Z. | 2
= line weighing Jij denkt mee
= elsewhere weighing Elders in je meldcode

story kc-balans: Parents refuse the meeting and are not discussed
2026-10-05 open Z. | 2
2026-10-06 consultation_recorded with=mdo; question=Mag het?; consent=refused_silent; advice=Toch besproken !! ConsentMissing
2026-10-06 consultation_recorded with=mdo; question=Mag het?; consent=refused_silent
= refused
= change 4 RefusedByParents
= change 5 RefusedByParents

story kc-balans: Honour-related violence asks for LEC EGG and no talk
2026-10-05 open Z. | 8
2026-10-05 situation_recorded situation=honour; status=raised
= card eergeweld
= line honour LEC EGG
2026-10-06 step 3 open !! TalkBeforeAdvice
2026-10-06 consultation_recorded with=other; function=LEC EGG; question=Hoe verder?; advice=Bel Veilig Thuis; parent_talk=safe
= talk after_advice
2026-10-06 consultation_recorded with=veilig_thuis; question=Hoe verder?; advice=Wij bellen de politie; parent_talk=not_discussed
= talk after_advice
2026-10-20 consultation_recorded with=veilig_thuis; question=Kan het nu?; parent_talk=safe
= talk free

story kc-balans: The evaluation is planned, held and told to the management
2026-10-05 open Z. | 2
2026-10-06 evaluation_recorded phase=interim; better=yes; stopped=yes; due=2026-11-06; informed=directie; improve=Eerder bellen
= due evaluation 2026-11-06 agreed
2026-11-06 evaluation_recorded phase=final; better=yes; stopped=yes; informed=directie
= due evaluation never
= due follow 2027-03-06 suggested
= line closing vertelt de uitkomst aan de directie
