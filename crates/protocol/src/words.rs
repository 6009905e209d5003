//! The closed lists of words that files and Rust tables share; it gives them no meaning.

/// The questions, in the order in which they may be asked.
pub const QUESTIONS: [&str; 7] =
    ["danger", "suspicion", "safety", "help", "acceptance", "effect", "sufficiency"];
/// The outcomes.
pub const OUTCOMES: [&str; 7] =
    ["emergency", "call_first", "report", "advice", "help", "follow", "close"];
/// Where an answer may lead: to a question or to an outcome.
pub const NEXTS: [&str; 14] = [
    "ask danger",
    "ask suspicion",
    "ask safety",
    "ask help",
    "ask acceptance",
    "ask effect",
    "ask sufficiency",
    "end emergency",
    "end call_first",
    "end report",
    "end advice",
    "end help",
    "end follow",
    "end close",
];
/// The outcomes with which a school goes on without a report and without advice.
pub const WITHOUT_REPORT: [&str; 3] = ["help", "follow", "close"];
/// The answers that every question has.
pub const ANSWERS: [&str; 3] = ["yes", "no", "doubt"];
/// The answer that a question may have besides.
pub const NOT_YET: &str = "not_yet";
/// The norms.
pub const NORMS: [&str; 3] = ["A", "B", "C"];
/// The roles.
pub const ROLES: [&str; 7] = [
    "teacher",
    "aandachtsfunctionaris",
    "intern_begeleider",
    "management",
    "social_worker",
    "confidant",
    "central_contact",
];
/// The local names.
pub const NAMES: [&str; 6] = ["af", "management", "team", "reporters", "confirm", "file"];
/// The topics, in the order of the screen.
pub const TOPICS: [&str; 29] = [
    "notify",
    "parents_informal",
    "vt_advice",
    "consent",
    "parent_talk",
    "max_staff",
    "skip_talk",
    "child_talk",
    "interpretation",
    "weighing",
    "doubt",
    "report",
    "anonymity",
    "parents_told",
    "report_told",
    "disclosure",
    "help",
    "casemanager",
    "hypothesis",
    "source",
    "file",
    "work_notes",
    "vir",
    "staff",
    "honour",
    "fgm",
    "injury",
    "closing",
    "review",
];
/// The terms.
pub const TERMS: [&str; 5] = ["facts", "after_talk", "next_meeting", "vt_reply", "follow"];
/// The units of a term.
pub const UNITS: [&str; 3] = ["workdays", "weeks", "months"];
/// Whether something may be done.
pub const PERMISSIONS: [&str; 3] = ["yes", "no", "ask_school"];
/// How Veilig Thuis stands in step 2.
pub const VT_ADVICE: [&str; 3] = ["always", "if_needed", "not_named"];
/// The grounds to leave out the parent talk.
pub const SKIP_GROUNDS: [&str; 5] = [
    "child_in_danger",
    "teacher_in_danger",
    "parent_in_danger",
    "other_in_danger",
    "contact_breaks_off",
];

/// Turns a word of a file into the name of a Rust variant: `not_yet` gives `NotYet`.
pub fn variant(word: &str) -> String {
    let parts = word.split('_').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect()
}
