# Stories in the profile of Ultiem: a quality card with five steps and two decisions.

story ultiem: The child tells it itself, which counts as acute here [C-02]
2026-10-05 note child | Papa slaat mij
2026-10-05 open N. | 5
2026-10-05 situation_recorded situation=disclosure; status=raised
= card onthulling
= talk after_advice
= line disclosure de school meldt
= elsewhere disclosure Veilig Thuis en het kind
2026-10-05 step 3 open !! TalkBeforeAdvice
2026-10-05 weigh danger=no suspicion=yes safety=yes
= outcome report A
2026-10-05 consultation_recorded with=veilig_thuis; question=Wat eerst?; advice=Meld vandaag; parent_talk=not_safe
= talk after_advice
2026-10-05 melding_recorded who=AF; parents_told=not_told; ground=child_in_danger; shield=child_in_danger
= due vt_reply 2026-10-12 profile

story ultiem social_worker: The social worker weighs and arranges help
2026-10-05 open N. | 5
2026-10-06 weigh danger=no suspicion=yes safety=no help=yes acceptance=yes effect=not_yet sufficiency=yes
= outcome help -
= line weighing schoolmaatschappelijk werker
2026-10-06 duty_assigned duty=casemanager; who=schoolmaatschappelijk werker
= holder casemanager schoolmaatschappelijk werker
2026-10-06 help_planned aim=Rust; help=Smw; visible=Slaapt weer; casemanager=smw; due=2026-12-01
= due help 2026-12-01 agreed

story ultiem: The school cannot take the danger away, so it reports under norm B
2026-10-05 open N. | 5
2026-10-06 weigh danger=no suspicion=yes safety=no help=no
= outcome report B
= line report_told bestuur

story ultiem: The parents do not want help
2026-10-05 open N. | 5
2026-10-06 talk_recorded with=parents; outcome=stays; recognised=no
2026-10-06 weigh danger=no suspicion=yes safety=no help=yes acceptance=no
= outcome report B

story ultiem: Doubt about help is never a no
2026-10-05 open N. | 5
2026-10-06 weigh danger=no suspicion=yes safety=no help=doubt
= outcome advice
2026-10-06 weigh danger=no suspicion=doubt safety=no help=yes acceptance=yes effect=yes
= outcome advice

story ultiem: A strong suspicion is asked for, and a suspicion is enough [C-16]
2026-10-05 open N. | 5
= asks suspicion sterk vermoeden
= asks suspicion een goed onderbouwd vermoeden telt
2026-10-06 weigh danger=no suspicion=yes safety=no help=no
= outcome report B

story ultiem: A skipped talk needs a ground of this card [C-13]
2026-10-05 open N. | 5
2026-10-06 step 1 done
2026-10-06 step 2 done
= line skip_talk als jij of het kind
= elsewhere skip_talk als ouders het contact verbreken
2026-10-07 step 3 skipped | Gevaar voor het kind
= ready yes

story ultiem: Permission for a meeting is refused and comes back at the weighing [C-19]
2026-10-05 open N. | 5
2026-10-06 consultation_recorded with=mdo; question=Wat nu? !! FieldMissing
2026-10-06 consultation_recorded with=mdo; question=Wat nu?; consent=refused_anonymous; naming=named !! ConsentMissing
2026-10-06 consultation_recorded with=mdo; question=Wat nu?; consent=refused_anonymous; naming=anonymous
= refused
= change 4 RefusedByParents
= no-change 2 RefusedByParents

story ultiem social_worker: Facts of the school, a risk that others assessed, and both in the log
2026-10-05 open W. | 3
2026-10-05 school_facts_recorded !! FieldMissing
2026-10-05 school_facts_recorded attendance=Vier maandagen ziek; care_changes=Woont nu bij oma
2026-10-12 risk_assessed who=AF en SMW; instrument=Lijst van de school !! FieldMissing
2026-10-12 risk_assessed who=AF en SMW; instrument=Lijst van de school; results=Hoog, opnieuw bespreken
= talk free
