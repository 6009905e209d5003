//! The course of one casus: what its records, steps and weighings come to, and what is still open.
//!
//! It reads; what may be recorded is decided elsewhere, and what a school does stands in its profile.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::event::WeighingRecorded;
use super::record::kinds::SITUATIONS;
use super::record::{Choice, Field, Record, RecordKind};
use super::state::{Content, Item, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::protocol::afwegingskader::{Answer, QuestionId};

/// The step in which the parents are spoken to, in every profile.
pub const TALK_STEP: u8 = 3;

/// The situations in which Veilig Thuis advises before anybody talks with the parents: what the
/// child told itself, and the forms of violence that a talk can make worse (UIT-07, UIT-12, UIT-13).
const CAREFUL: [Choice; 7] = [
    Choice::Disclosure,
    Choice::Honour,
    Choice::Fgm,
    Choice::Stalking,
    Choice::ForcedMarriage,
    Choice::Trafficking,
    Choice::ParentAbuse,
];

/// Why the talk with the parents waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// There is danger now, or doubt about it.
    Danger,
    /// There is acute or structural unsafety, or doubt about it.
    Safety,
    /// One of the situations that ask for extra caution.
    Situation(Choice),
    /// Veilig Thuis advised against the talk.
    AdvisedAgainst,
}

/// Whether there may be a talk with the parents: the safety floor, whatever a profile says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParentTalk {
    /// There may.
    Free,
    /// Not before Veilig Thuis has advised.
    AfterAdvice,
    /// The route stops: the worry is about somebody of the staff (UIT-06).
    Stopped,
}

/// A record with the item that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept<'a> {
    /// The entry that made it.
    pub id: EntryId,
    /// Who wrote it down, and when.
    pub item: &'a Item,
    /// What was filled in.
    pub record: &'a Record,
}

/// A weighing with the item that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed<'a> {
    /// Who wrote it down, and when.
    pub item: &'a Item,
    /// The answers and the outcome.
    pub weighing: &'a WeighingRecorded,
}

/// What the log of one casus comes to.
#[derive(Debug, Default)]
pub struct Course<'a> {
    kept: Vec<Kept<'a>>,
    situations: Vec<Choice>,
    cautions: Vec<Caution>,
    danger: Option<Choice>,
    weighings: Vec<Weighed<'a>>,
}

impl<'a> Course<'a> {
    /// Reads the course of a casus.
    pub fn of(state: &'a State, casus: CasusId) -> Self {
        let mut items: Vec<&Item> = state.items_of(casus).collect();
        items.reverse();
        let mut course = Self::default();
        items.into_iter().for_each(|item| course.read_item(item));
        course
    }

    /// Reads the course of every casus, in one walk over the log.
    pub fn all(state: &'a State) -> BTreeMap<CasusId, Self> {
        let mut courses: BTreeMap<CasusId, Self> = BTreeMap::new();
        for item in state.oldest_first() {
            if let Some(casus) = item.casus {
                courses.entry(casus).or_default().read_item(item);
            }
        }
        courses
    }

    fn read_item(&mut self, item: &'a Item) {
        match &item.content {
            Content::Record(record) => self.read(Kept { id: item.id, item, record }),
            Content::Weighing(weighing) => {
                for answer in &weighing.answers {
                    let answered = Answer::from_stored(&answer.answer_id);
                    self.read_weighed(QuestionId::from_stored(&answer.question_id), answered);
                }
                self.weighings.push(Weighed { item, weighing });
            }
            _ => {}
        }
    }

    fn read(&mut self, kept: Kept<'a>) {
        let record = kept.record;
        match record.kind {
            RecordKind::Danger => {
                self.danger = record.choice(Field::Answer);
                self.caution(Caution::Danger, !record.chose(Field::Answer, Choice::No));
            }
            RecordKind::Situation => {
                if let Some(situation) = record.choice(Field::Situation) {
                    self.situation(situation, record.chose(Field::Status, Choice::Raised));
                }
            }
            RecordKind::Consultation if record.chose(Field::With, Choice::VeiligThuis) => {
                match record.choice(Field::ParentTalk) {
                    Some(Choice::Safe) => self.cautions.clear(),
                    Some(Choice::NotSafe) => self.caution(Caution::AdvisedAgainst, true),
                    _ => {}
                }
            }
            _ => {}
        }
        self.kept.push(kept);
    }

    fn read_weighed(&mut self, question: Option<QuestionId>, answer: Option<Answer>) {
        let caution = match question {
            Some(QuestionId::Danger) => Caution::Danger,
            Some(QuestionId::Safety) => Caution::Safety,
            _ => return,
        };
        match answer {
            Some(Answer::Yes | Answer::Doubt) => self.caution(caution, true),
            Some(Answer::No) => self.caution(caution, false),
            _ => {}
        }
    }

    fn situation(&mut self, situation: Choice, is_raised: bool) {
        self.situations.retain(|other| *other != situation);
        if is_raised {
            self.situations.push(situation);
        }
        if CAREFUL.contains(&situation) {
            self.caution(Caution::Situation(situation), is_raised);
        }
    }

    fn caution(&mut self, caution: Caution, holds: bool) {
        self.cautions.retain(|other| *other != caution);
        if holds {
            self.cautions.push(caution);
        }
    }

    /// Returns whether there may be a talk with the parents now.
    pub fn parent_talk(&self) -> ParentTalk {
        if self.has(Choice::Staff) {
            ParentTalk::Stopped
        } else if self.cautions.is_empty() {
            ParentTalk::Free
        } else {
            ParentTalk::AfterAdvice
        }
    }

    /// Returns why the talk with the parents waits.
    pub fn cautions(&self) -> &[Caution] {
        &self.cautions
    }

    /// Returns the special situations that hold, in the order in which screens offer them.
    pub fn situations(&self) -> impl Iterator<Item = Choice> {
        SITUATIONS.iter().copied().filter(|situation| self.has(*situation))
    }

    /// Tells whether a special situation holds.
    pub fn has(&self, situation: Choice) -> bool {
        self.situations.contains(&situation)
    }

    /// Returns the last answer to "is there danger now".
    pub const fn danger(&self) -> Option<Choice> {
        self.danger
    }

    /// Tells whether nothing may wait: danger, doubt about it, or haste (TER-10).
    pub fn is_urgent(&self) -> bool {
        self.has(Choice::Haste) || self.cautions.contains(&Caution::Danger)
    }

    /// Returns the weighings, the oldest first.
    pub fn weighings(&self) -> &[Weighed<'a>] {
        &self.weighings
    }

    /// Returns the records of a kind, the oldest first.
    pub fn of_kind(&self, kind: RecordKind) -> impl DoubleEndedIterator<Item = Kept<'a>> {
        self.kept.iter().copied().filter(move |kept| kept.record.kind == kind)
    }

    /// Returns the newest record of a kind: it stands, and the older ones stay readable.
    pub fn last(&self, kind: RecordKind) -> Option<Kept<'a>> {
        self.of_kind(kind).next_back()
    }

    /// Tells whether a record of a kind came after another one.
    pub fn is_followed_by(&self, earlier: EntryId, kind: RecordKind) -> bool {
        let place = self.kept.iter().position(|kept| kept.id == earlier);
        let later = self.kept.iter().skip(place.map_or(0, |place| place + 1));
        later.into_iter().any(|kept| kept.record.kind == kind)
    }

    /// Returns the actions that did not end yet, the oldest first.
    pub fn open_actions(&self) -> impl Iterator<Item = Kept<'a>> {
        self.of_kind(RecordKind::Action).filter(|action| self.end_of(action.id).is_none())
    }

    /// Returns how an action ended, when it did.
    pub fn end_of(&self, action: EntryId) -> Option<Kept<'a>> {
        self.of_kind(RecordKind::ActionEnd).find(|end| end.record.body.about == Some(action))
    }

    /// Returns who has a duty in this casus; the newest assignment counts.
    pub fn holder(&self, duty: Choice) -> Option<&'a str> {
        let assigned = self.of_kind(RecordKind::Duty).rev();
        let mut holders = assigned.filter(|kept| kept.record.chose(Field::Duty, duty));
        holders.next().map(|kept| kept.record.text(Field::Who))
    }

    /// Tells whether the parents refused permission or a talk: that returns at questions 1 and 2
    /// (STAP-15, AFW-20).
    pub fn is_refused_by_parents(&self) -> bool {
        let is_refusal = |kept: &Kept<'_>| match kept.record.kind {
            RecordKind::Consultation => matches!(
                kept.record.choice(Field::Consent),
                Some(Choice::RefusedAnonymous | Choice::RefusedSilent)
            ),
            RecordKind::Talk => {
                kept.record.chose(Field::Outcome, Choice::Refused)
                    && !kept.record.chose(Field::With, Choice::Child)
            }
            _ => false,
        };
        self.kept.iter().any(is_refusal)
    }

    /// Tells whether Veilig Thuis was asked for advice.
    pub fn asked_veilig_thuis(&self) -> bool {
        let mut consulted = self.of_kind(RecordKind::Consultation);
        consulted.any(|kept| kept.record.chose(Field::With, Choice::VeiligThuis))
    }

    /// Returns the day on which the casus was last evaluated for good.
    pub fn closed_by_evaluation(&self) -> Option<NaiveDate> {
        let evaluation = self.last(RecordKind::Evaluation)?;
        let is_final = evaluation.record.chose(Field::Phase, Choice::Final);
        is_final.then_some(evaluation.record.body.on)
    }

    /// Tells whether the newest evaluation does not find the child better off (NAZ-05).
    pub fn is_not_better(&self) -> bool {
        self.last(RecordKind::Evaluation)
            .is_some_and(|evaluation| !evaluation.record.chose(Field::Better, Choice::Yes))
    }

    /// Tells what the newest evaluation means under norm C: the violence did not stop, came back,
    /// or nobody is sure (HUL-06).
    pub fn norm_c(&self) -> NormC {
        let Some(evaluation) = self.last(RecordKind::Evaluation) else { return NormC::Silent };
        match evaluation.record.choice(Field::Stopped) {
            Some(Choice::Yes) => NormC::Silent,
            Some(Choice::No) => NormC::Report,
            _ => NormC::AskAdvice,
        }
    }
}

/// What norm C says at an evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NormC {
    /// Nothing now.
    Silent,
    /// The violence goes on: the school reports.
    Report,
    /// Nobody is sure: Veilig Thuis is asked first.
    AskAdvice,
}
