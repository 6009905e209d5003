# Stories in the profile of Heutink: four steps and a row about reporting; facts alone.

story heutink-4: The teacher tells it at once and writes facts alone [C-10]
2026-10-05 note seen | Kwam zonder ontbijt
2026-10-05 note seen hypothesis | Thuis is vast ruzie !! HypothesesOff
2026-10-05 open R. | 7
= line hypothesis Je protocol wil alleen feiten
= elsewhere hypothesis een vermoeden mag
= steps 5
= tasks 1 Praat nu nog niet met de ouders

story heutink-4: The teacher is not at the talk with the parents [C-04]
2026-10-05 open R. | 7
= line parent_talk Jij bent er niet bij
= elsewhere parent_talk de leerkracht is er wel bij
2026-10-06 step 1 done
2026-10-07 step 2 done
2026-10-08 talk_recorded with=parents; outcome=stays; present=IB’er en schoolleider
2026-10-08 step 3 done
= due after_talk 2026-10-15 suggested

story heutink-4: Parents accept help, so the school does not report
2026-10-05 open R. | 7
2026-10-06 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=not_yet sufficiency=yes
= outcome help
= line help Meldnorm A gaat voor
2026-10-06 help_planned aim=Op tijd eten; help=Gezinscoach; visible=Elke dag ontbijt; casemanager=IB’er; due=2026-11-30
2026-10-20 note seen | Kwam weer zonder ontbijt
2026-10-20 evaluation_recorded phase=interim; better=no; stopped=no
= change 5 ReportUnderNormC

story heutink-4: Acute unsafety is reported though parents accept help [C-01]
2026-10-05 open R. | 7
2026-10-06 weigh danger=no suspicion=yes safety=yes help=yes acceptance=yes
= outcome report A
= line help Meldnorm A gaat voor
= elsewhere help altijd gemeld

story heutink-4: A talk is dangerous for the child, so all of step 3 falls away
2026-10-05 open R. | 7
2026-10-06 step 1 done
2026-10-06 step 2 done
2026-10-06 situation_recorded situation=parent_abuse; status=raised
= card extra-voorzichtig
2026-10-06 step 3 done !! TalkBeforeAdvice
2026-10-06 step 3 skipped | Gevaar voor het kind
= ready yes
= line skip_talk Dan vervalt heel stap 3

story heutink-4: A melding is never without a name [C-03]
2026-10-05 open R. | 7
= line anonymity nooit zonder naam
= elsewhere anonymity zonder naam mag
= shown anoniem gevaar voor het kind, gevaar voor jou

story heutink-4: The clusterdirecteur hears of the melding
2026-10-05 open R. | 7
2026-10-06 weigh danger=no suspicion=yes safety=yes
= outcome report A clusterdirecteur
2026-10-06 melding_recorded who=IB’er en schoolleider; parents_told=before; informed=clusterdirecteur
= due vt_reply 2026-10-13 profile

story heutink-4: No talk with the parents in step 1 [C-34]
2026-10-05 open R. | 7
= line parents_informal Praat nu nog niet met de ouders
= elsewhere parents_informal soms mag je feiten delen

story heutink-4: The casus closes and the logboek goes on
2026-10-05 open R. | 7
2026-10-06 close De zorg is weg | de IB’er en de schoolleider
= closed
= line closing Jij houdt het logboek bij
2026-11-20 note seen | Kwam weer zonder ontbijt
