//! The agreements that change what a screen offers, each as one of a few words.

use crate::domain::protocol::profile::{Permission, Profile, Rules, VtAdvice};

/// An agreement of which a school may choose the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Whether a supposition may be recorded.
    Hypothesis,
    /// Whether the teacher is at the parent talk.
    TeacherAtParentTalk,
    /// How many of the school are at the parent talk at most.
    MaxStaff,
    /// Whether the teacher may talk informally with parents in step 1.
    ParentsInformal,
    /// How Veilig Thuis stands in step 2.
    VtAdvice,
}

impl Rule {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Hypothesis,
        Self::TeacherAtParentTalk,
        Self::MaxStaff,
        Self::ParentsInformal,
        Self::VtAdvice,
    ];

    /// Returns its word in files; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hypothesis => "hypothesis",
            Self::TeacherAtParentTalk => "teacher_at_parent_talk",
            Self::MaxStaff => "max_staff",
            Self::ParentsInformal => "parents_informal",
            Self::VtAdvice => "vt_advice",
        }
    }

    /// Reads its word.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }

    /// Returns the words to choose from; none of them breaks the safety floor.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Hypothesis | Self::TeacherAtParentTalk => &["yes", "no"],
            // Nobody talks with parents alone.
            Self::MaxStaff => &["2", "3"],
            Self::ParentsInformal => &["yes", "no", "ask_school"],
            Self::VtAdvice => &["always", "if_needed"],
        }
    }

    /// Returns the word that a profile has.
    pub const fn word_in(self, profile: &Profile) -> &'static str {
        let rules = &profile.rules;
        match self {
            Self::Hypothesis => yes_or_no(rules.hypothesis),
            Self::TeacherAtParentTalk => yes_or_no(rules.teacher_at_parent_talk),
            Self::MaxStaff => {
                if rules.max_staff == 3 {
                    "3"
                } else {
                    "2"
                }
            }
            Self::ParentsInformal => match rules.parents_informal {
                Permission::Yes => "yes",
                Permission::No => "no",
                Permission::AskSchool => "ask_school",
            },
            Self::VtAdvice => match rules.vt_advice {
                VtAdvice::Always => "always",
                VtAdvice::IfNeeded => "if_needed",
                VtAdvice::NotNamed => "not_named",
            },
        }
    }

    /// Puts one of its words into the rules of a profile.
    pub(super) fn put(self, word: &str, rules: &mut Rules) {
        match self {
            Self::Hypothesis => rules.hypothesis = word == "yes",
            Self::TeacherAtParentTalk => rules.teacher_at_parent_talk = word == "yes",
            Self::MaxStaff => rules.max_staff = if word == "3" { 3 } else { 2 },
            Self::ParentsInformal => {
                rules.parents_informal = match word {
                    "yes" => Permission::Yes,
                    "no" => Permission::No,
                    _ => Permission::AskSchool,
                }
            }
            Self::VtAdvice => {
                rules.vt_advice = match word {
                    "always" => VtAdvice::Always,
                    _ => VtAdvice::IfNeeded,
                }
            }
        }
    }
}

const fn yes_or_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}
