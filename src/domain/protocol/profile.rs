//! A profile: the protocol of one school, or the national one, as plain tables.
//!
//! It holds what a document says; what must hold everywhere is in `floor`.

use std::sync::OnceLock;

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{Endings, Norm, Question};
use crate::domain::protocol::contacts::Contact;
use crate::domain::protocol::fill::filled;
use crate::domain::protocol::names::Names;
use crate::domain::protocol::tables::{PROFILE_NAMES, TEMPLATES};

/// The protocol of one school.
#[derive(Debug, Clone, Copy)]
pub struct Profile {
    /// Names the profile; it is never renamed.
    pub id: &'static str,
    /// Names the profile whose document it follows: itself, or the base of a school's own.
    pub document: &'static str,
    /// The name to choose it by.
    pub name: &'static str,
    /// The document that it follows.
    pub source: &'static str,
    /// The date of that document, or that it is unknown.
    pub version: &'static str,
    /// What this school calls the people and places.
    pub names: Names,
    /// The roles that may weigh; a teacher never does so alone.
    pub weighs: &'static [Role],
    /// The steps, numbered from 1.
    pub steps: &'static [Step],
    /// What the school has agreed, topic by topic.
    pub lines: &'static [Line],
    /// The agreements that change what a screen offers.
    pub rules: Rules,
    /// The terms, agreed or only suggested.
    pub terms: &'static [Term],
    /// The numbers that a school's own profile brings; nobody checked them.
    pub contacts: &'static [Contact],
    /// The questions in the order in which they may be asked.
    pub questions: &'static [Question],
    /// The texts of the outcomes.
    pub endings: Endings,
    /// One sentence on each norm.
    pub norms: Norms,
}

/// One step of the route.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Counts from 1.
    pub number: u8,
    /// How the document numbers it, such as "Stap 5A en 5B".
    pub label: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Who acts.
    pub who: &'static str,
    /// What is done.
    pub what: &'static str,
    /// What is recorded.
    pub record: &'static str,
    /// Who must know.
    pub inform: &'static str,
    /// The task now, by group of roles.
    pub tasks: Tasks,
}

/// The task in one step, by group of roles.
#[derive(Debug, Clone, Copy)]
pub struct Tasks {
    /// For the teacher.
    pub teacher: &'static [&'static str],
    /// For whoever leads the process: aandachtsfunctionaris and intern begeleider.
    pub lead: &'static [&'static str],
    /// For directie or schoolleider.
    pub management: &'static [&'static str],
    /// For everybody else.
    pub others: &'static [&'static str],
}

/// What a school has agreed about one topic.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// The topic.
    pub topic: Topic,
    /// The topic in Dutch.
    pub name: &'static str,
    /// What this school does.
    pub text: &'static str,
    /// What other schools or national texts say; may be empty.
    pub elsewhere: &'static str,
}

/// A topic on which documents differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Who is told in step 1.
    Notify,
    /// Whether the teacher already talks with parents in step 1.
    ParentsInformal,
    /// Whether Veilig Thuis is asked in step 2.
    VtAdvice,
    /// Whether parents agree to a team discussion.
    Consent,
    /// Who talks with the parents.
    ParentTalk,
    /// With how many.
    MaxStaff,
    /// When the talk is left out.
    SkipTalk,
    /// What is said to the child about a suspicion.
    ChildTalk,
    /// When parents hear what the school makes of it.
    Interpretation,
    /// Who weighs and decides.
    Weighing,
    /// What doubt about safety leads to.
    Doubt,
    /// Who reports.
    Report,
    /// Whether a report may be anonymous.
    Anonymity,
    /// Who tells the parents of the report.
    ParentsTold,
    /// Who else hears of the report.
    ReportTold,
    /// What happens when a child tells it unasked.
    Disclosure,
    /// When help is enough.
    Help,
    /// Who is casemanager.
    Casemanager,
    /// Whether suppositions are recorded.
    Hypothesis,
    /// How a source is recorded.
    Source,
    /// Where the file is kept.
    File,
    /// What becomes of work notes.
    WorkNotes,
    /// Whether the verwijsindex is used.
    Vir,
    /// When staff may be the perpetrator.
    Staff,
    /// Honour-related violence.
    Honour,
    /// Female genital mutilation.
    Fgm,
    /// An injury that nobody can explain.
    Injury,
    /// What comes after the last step.
    Closing,
    /// When the protocol is looked at again.
    Review,
}

/// The agreements that change what a screen offers.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Whether a supposition may be recorded, marked as such (LOG-04).
    pub hypothesis: bool,
    /// Whether the teacher is at the parent talk (GES-07).
    pub teacher_at_parent_talk: bool,
    /// The largest number of school people at the parent talk.
    pub max_staff: u8,
    /// Whether the teacher may talk informally with parents in step 1.
    pub parents_informal: Permission,
    /// How Veilig Thuis stands in step 2.
    pub vt_advice: VtAdvice,
    /// The grounds in this protocol to leave out the parent talk (UIT-04).
    pub skip_grounds: &'static [SkipGround],
}

/// Whether something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Yes,
    /// It may not.
    No,
    /// The document does not say.
    AskSchool,
}

/// How the document puts advice of Veilig Thuis in step 2; it is always offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VtAdvice {
    /// Always.
    Always,
    /// When needed.
    IfNeeded,
    /// Not named.
    NotNamed,
}

/// A ground to leave out the talk with parents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipGround {
    /// Danger to the child.
    ChildInDanger,
    /// Danger to the teacher.
    TeacherInDanger,
    /// Danger to a parent.
    ParentInDanger,
    /// Danger to somebody else.
    OtherInDanger,
    /// Parents would break off contact.
    ContactBreaksOff,
}

/// A term.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// Names the term.
    pub id: TermId,
    /// What must be done by then.
    pub name: &'static str,
    /// How many units.
    pub amount: u8,
    /// The unit.
    pub unit: Unit,
    /// Whether this protocol does not set it, so that it is only a suggestion (C-23).
    pub suggested: bool,
}

/// Names a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermId {
    /// All available facts are recorded.
    Facts,
    /// The team meets after the parent talk.
    AfterTalk,
    /// The next meeting.
    NextMeeting,
    /// Veilig Thuis answers a report.
    VtReply,
    /// The teacher keeps following the child.
    Follow,
}

impl TermId {
    /// All terms, in the order of the screen.
    pub const ALL: [Self; 5] =
        [Self::Facts, Self::AfterTalk, Self::NextMeeting, Self::VtReply, Self::Follow];
}

/// The unit of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Working days.
    Workdays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

/// One sentence on each norm.
#[derive(Debug, Clone, Copy)]
pub struct Norms {
    /// On norm A.
    pub a: &'static str,
    /// On norm B.
    pub b: &'static str,
    /// On norm C.
    pub c: &'static str,
    /// That a teacher applies norm B and C together with others (AFW-22).
    pub together: &'static str,
}

static FILLED: OnceLock<[Profile; TEMPLATES.len()]> = OnceLock::new();

/// Returns all profiles that ship, the national one first.
pub fn profiles() -> &'static [Profile; TEMPLATES.len()] {
    FILLED.get_or_init(|| TEMPLATES.each_ref().map(|template| filled(template, template.names)))
}

/// Finds a profile that ships.
pub fn profile_by_id(id: &str) -> Option<&'static Profile> {
    profiles().iter().find(|profile| profile.id == id)
}

/// Returns the name of a profile that ships, without touching what it holds.
pub fn profile_name(id: &str) -> Option<&'static str> {
    PROFILE_NAMES.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

/// The id of the national profile.
pub const NATIONAL: &str = "landelijk";

/// Returns the national profile.
pub fn national() -> &'static Profile {
    let [national, ..] = profiles();
    national
}

/// Returns a profile that ships with its local names still to be filled in.
pub(super) fn template_by_id(id: &str) -> Option<&'static Profile> {
    TEMPLATES.iter().find(|template| template.id == id)
}

impl Profile {
    /// Finds a step.
    pub fn step_by_number(&self, number: u8) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.number == number)
    }

    /// Returns what this role does now in this step.
    pub fn my_task(&self, step: &Step, role: Role) -> &'static [&'static str] {
        match role {
            Role::Teacher => step.tasks.teacher,
            Role::Aandachtsfunctionaris | Role::InternBegeleider => step.tasks.lead,
            Role::Management => step.tasks.management,
            Role::SocialWorker if self.weighs.contains(&role) => step.tasks.lead,
            Role::SocialWorker | Role::Confidant | Role::CentralContact => step.tasks.others,
        }
    }

    /// Returns what this school calls a role, where its document does (ROL-03).
    pub const fn name_of(&self, role: Role) -> Option<&'static str> {
        match role {
            Role::Aandachtsfunctionaris => Some(self.names.af),
            Role::Management => Some(self.names.management),
            _ => None,
        }
    }

    /// Finds what the school has agreed about a topic.
    pub fn line(&self, topic: Topic) -> Option<&'static Line> {
        self.lines.iter().find(|line| line.topic == topic)
    }

    /// Finds a term.
    pub fn term(&self, id: TermId) -> Option<&'static Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Returns the sentence on a norm.
    pub const fn norm_text(&self, norm: Norm) -> &'static str {
        match norm {
            Norm::A => self.norms.a,
            Norm::B => self.norms.b,
            Norm::C => self.norms.c,
        }
    }
}
