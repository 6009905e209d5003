//! The names under which fields and choices of a record are stored. They are never renamed.
//!
//! What a user reads for them stands in the texts of the screens.

/// Defines an enum whose variants each have a stored name.
macro_rules! stored_names {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the stored name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// Reads the stored name.
            pub fn from_stored(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

stored_names! {
    /// A field of a form.
    Field {
        /// An answer.
        Answer = "answer",
        /// The number of a step.
        Step = "step",
        /// With which kind of person.
        With = "with",
        /// With whom, by function.
        Function = "function",
        /// What was asked.
        Question = "question",
        /// What was advised.
        Advice = "advice",
        /// What was weighed.
        Considerations = "considerations",
        /// What was agreed.
        Agreed = "agreed",
        /// Whether the child was named.
        Naming = "naming",
        /// Whether the parents gave permission.
        Consent = "consent",
        /// What Veilig Thuis said of a talk with the parents.
        ParentTalk = "parent_talk",
        /// Who was there, by function or relation.
        Present = "present",
        /// What it came to.
        Outcome = "outcome",
        /// Who decided, by function.
        DecidedBy = "decided_by",
        /// How somebody reacted.
        Reaction = "reaction",
        /// A plan for safety, made with the child.
        SafetyPlan = "safety_plan",
        /// Whether the parents see the worry too.
        Recognised = "recognised",
        /// Results so far.
        Results = "results",
        /// Type and seriousness.
        Seriousness = "seriousness",
        /// What parents can bear and what they have to bear.
        Capacity = "capacity",
        /// Results at school, in learning and in feeling.
        SchoolResults = "school_results",
        /// Which help is possible.
        PossibleHelp = "possible_help",
        /// What is done.
        What = "what",
        /// Who does it, by function.
        Who = "who",
        /// What it is for.
        Aim = "aim",
        /// Where an action comes from.
        Origin = "origin",
        /// How it went.
        HowItWent = "how_it_went",
        /// Whether and when the parents were told.
        ParentsTold = "parents_told",
        /// On which ground.
        Ground = "ground",
        /// Who knows of it, by function.
        Informed = "informed",
        /// On which ground Veilig Thuis is asked not to name who reported.
        Shield = "shield",
        /// Which help there is.
        Help = "help",
        /// Who gives it.
        Provider = "provider",
        /// What must be seen by then.
        Visible = "visible",
        /// Who is casemanager.
        Casemanager = "casemanager",
        /// Who does what.
        Tasks = "tasks",
        /// Interim or last.
        Phase = "phase",
        /// How the process was worked.
        HowWorked = "how_worked",
        /// Whether it goes better with the child.
        Better = "better",
        /// Whether the violence stopped.
        Stopped = "stopped",
        /// Whether the parents reached the help.
        Reached = "reached",
        /// What can be improved.
        Improve = "improve",
        /// How safety is watched from now on.
        Monitoring = "monitoring",
        /// For whom.
        ForWhom = "for_whom",
        /// Whom to turn to, by function.
        Contact = "contact",
        /// Which duty.
        Duty = "duty",
        /// Which special situation.
        Situation = "situation",
        /// Whether it was raised or withdrawn.
        Status = "status",
        /// Why.
        Reason = "reason",
        /// Which term.
        Term = "term",
        /// What was destroyed.
        Scope = "scope",
        /// How many.
        Count = "count",
        /// The head of the meeting form: boy or girl.
        Sex = "sex",
        /// The head of the meeting form: age.
        Age = "age",
        /// A1: which signals, of whom.
        A1 = "a1",
        /// A2: since when.
        A2 = "a2",
        /// A3: how the worry arose.
        A3 = "a3",
        /// A4: how often, when, increasing.
        A4 = "a4",
        /// A5: who shares the worry.
        A5 = "a5",
        /// A6: signals of brothers or sisters.
        A6 = "a6",
        /// A7: questions to answer.
        A7 = "a7",
        /// B1: which actions before.
        B1 = "b1",
        /// B2: what was discussed with parents or child.
        B2 = "b2",
        /// C: remarks on the plan.
        C = "c",
        /// D: what is fed back, to whom, when.
        D = "d",
        /// E: results of the actions.
        E = "e",
        /// F: the route that was followed.
        F = "f",
        /// With whom the next meeting is.
        NextWith = "next_with",
    }
}

stored_names! {
    /// A choice in a field.
    Choice {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Doubt, which never counts as no.
        Doubt = "doubt",
        /// In part.
        Partly = "partly",
        /// A colleague.
        Colleague = "colleague",
        /// The aandachtsfunctionaris or intern begeleider.
        Lead = "lead",
        /// A meeting about the group.
        GroupMeeting = "group_meeting",
        /// A meeting of several professions.
        Mdo = "mdo",
        /// The doctor of the youth health service.
        YouthDoctor = "youth_doctor",
        /// The social worker of the school.
        SocialWorker = "social_worker",
        /// The officer for school attendance.
        AttendanceOfficer = "attendance_officer",
        /// The partnership of schools.
        Partnership = "partnership",
        /// The care advice team.
        CareTeam = "care_team",
        /// Veilig Thuis.
        VeiligThuis = "veilig_thuis",
        /// The confidant of the school.
        Confidant = "confidant",
        /// Somebody else.
        Other = "other",
        /// Without the name and without what gives it away.
        Anonymous = "anonymous",
        /// By name.
        Named = "named",
        /// Permission was given.
        Given = "given",
        /// Permission was refused, and the child is discussed without a name.
        RefusedAnonymous = "refused_anonymous",
        /// Permission was refused, and the child is not discussed.
        RefusedSilent = "refused_silent",
        /// Nobody needs to give permission, or it was not asked yet.
        NotAsked = "not_asked",
        /// Veilig Thuis sees no objection to the talk.
        Safe = "safe",
        /// Veilig Thuis advises against the talk.
        NotSafe = "not_safe",
        /// It was not spoken of.
        NotDiscussed = "not_discussed",
        /// The parents.
        Parents = "parents",
        /// The child.
        Child = "child",
        /// Parents and child.
        Both = "both",
        /// The worry is gone.
        Gone = "gone",
        /// The worry stays.
        Stays = "stays",
        /// The worry is stronger.
        Stronger = "stronger",
        /// They did not want to talk.
        Refused = "refused",
        /// From the plan.
        Plan = "plan",
        /// Agreed with Veilig Thuis at the melding.
        Melding = "melding",
        /// From the help plan.
        HelpPlan = "help_plan",
        /// Aftercare.
        Aftercare = "aftercare",
        /// It was done.
        Done = "done",
        /// It was not done.
        NotDone = "not_done",
        /// Before the melding.
        Before = "before",
        /// Not told.
        NotTold = "not_told",
        /// Danger to the child.
        ChildInDanger = "child_in_danger",
        /// Danger to whoever reports.
        TeacherInDanger = "teacher_in_danger",
        /// Danger to a parent.
        ParentInDanger = "parent_in_danger",
        /// Danger to somebody else.
        OtherInDanger = "other_in_danger",
        /// Parents would break off contact.
        ContactBreaksOff = "contact_breaks_off",
        /// There is no time.
        Haste = "haste",
        /// Serious damage to the trust of the family.
        TrustDamaged = "trust_damaged",
        /// Not the last one.
        Interim = "interim",
        /// The last one.
        Final = "final",
        /// The teacher.
        Teacher = "teacher",
        /// The team.
        Team = "team",
        /// Leads the process.
        Coordination = "coordination",
        /// Guards time and progress.
        Timekeeping = "timekeeping",
        /// Leads the help.
        Casemanager = "casemanager",
        /// Makes the melding.
        Reporter = "reporter",
        /// Keeps contact with Veilig Thuis and other partners.
        PartnerContact = "partner_contact",
        /// Talks with the parents.
        ParentContact = "parent_contact",
        /// Is there for the child.
        ChildContact = "child_contact",
        /// Guards privacy and the file.
        FileKeeper = "file_keeper",
        /// Somebody of the staff may be the perpetrator.
        Staff = "staff",
        /// Honour-related violence.
        Honour = "honour",
        /// Female genital mutilation.
        Fgm = "fgm",
        /// An injury that nobody can explain.
        Injury = "injury",
        /// Stalking by a partner or former partner.
        Stalking = "stalking",
        /// A forced marriage.
        ForcedMarriage = "forced_marriage",
        /// Human trafficking.
        Trafficking = "trafficking",
        /// Violence against parents.
        ParentAbuse = "parent_abuse",
        /// The child told it unasked.
        Disclosure = "disclosure",
        /// Parents threaten to take the child out of school.
        Leaving = "leaving",
        /// A child known to Veilig Thuis changes school.
        SchoolChange = "school_change",
        /// Another worry than violence at home.
        OutOfScope = "out_of_scope",
        /// It holds from now on.
        Raised = "raised",
        /// It does not hold any more.
        Withdrawn = "withdrawn",
        /// The day was agreed.
        Agreed = "agreed",
        /// It was done or is not needed any more.
        Settled = "settled",
        /// All facts are recorded.
        Facts = "facts",
        /// The team meets after the parent talk.
        AfterTalk = "after_talk",
        /// The next meeting.
        NextMeeting = "next_meeting",
        /// Veilig Thuis answers.
        VtReply = "vt_reply",
        /// The child is followed.
        Follow = "follow",
        /// The help must have its effect.
        Help = "help",
        /// The next evaluation.
        Evaluation = "evaluation",
        /// The index was looked at.
        Looked = "looked",
        /// The child was put into the index.
        PutIn = "put_in",
        /// It is not needed.
        NotNeeded = "not_needed",
        /// Work notes.
        WorkNotes = "work_notes",
        /// One casus.
        Casus = "casus",
        /// All closed casussen.
        ClosedCasussen = "closed_casussen",
        /// A boy.
        Boy = "boy",
        /// A girl.
        Girl = "girl",
    }
}
