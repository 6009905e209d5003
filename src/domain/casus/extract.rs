//! What of a casus may leave the phone: a readable extract, and for whom it may be made.
//!
//! Work notes never go along; suppositions stand apart from facts.

use minicbor::{Decode, Encode};

use super::event::{Resolution, StepProgress};
use super::record::{Record, RecordKind};
use super::state::{Addition, Casus, Content, Effect, Item, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::body_map::BodyMark;
use crate::domain::logboek::note::{Bearing, Certainty, NoteKind, Source};
use crate::domain::moment::Moment;

/// Who may receive an extract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    /// The school's own file, through the AF or IB'er.
    School,
    /// Veilig Thuis.
    VeiligThuis,
    /// Raad voor de Kinderbescherming.
    ChildProtectionBoard,
    /// Police.
    Police,
    /// A gecertificeerde instelling.
    CertifiedBody,
    /// The parents, who may read the file.
    Parents,
    /// Anybody else.
    Other,
}

impl Receiver {
    /// Every receiver, in the order in which screens offer them.
    pub const ALL: [Self; 7] = [
        Self::School,
        Self::VeiligThuis,
        Self::ChildProtectionBoard,
        Self::Police,
        Self::CertifiedBody,
        Self::Parents,
        Self::Other,
    ];

    /// Returns whether recorded consent is needed: for all but the school itself, the parents and
    /// the four bodies that the law names (document 003, Bijlage 6; DOS-02).
    pub const fn needs_consent(self) -> bool {
        matches!(self, Self::Other)
    }
}

/// What the user lets into an extract beside facts, talks, contacts and decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Suppositions, each labelled as one.
    pub suppositions: Inclusion,
    /// Who told what, by relation.
    pub sources: Inclusion,
    /// What is about a brother or sister: another child, who need not stand in this file (DOS-18).
    pub siblings: Inclusion,
}

/// Whether something goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Inclusion {
    /// It goes along.
    #[n(0)]
    Shown,
    /// It stays behind; the extract says how often.
    #[n(1)]
    LeftOut,
}

/// One step as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractStep {
    /// Its number, from 1.
    pub number: u8,
    /// Where it stands.
    pub progress: StepProgress,
    /// Since when.
    pub at: Moment,
    /// Why; present for a skipped step.
    pub reason: String,
}

/// One line of the extract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractLine {
    /// When it happened.
    pub at: Moment,
    /// What kind of note it is; none for a signaal.
    pub kind: Option<NoteKind>,
    /// The item of the signalenlijst; empty for a note.
    pub signaal_id: String,
    /// The text as it reads after corrections.
    pub text: String,
    /// The literal words; may be empty.
    pub words: String,
    /// Where; may be empty.
    pub place: String,
    /// Whether it is about a brother or sister.
    pub is_about_sibling: bool,
    /// Where the knowledge comes from; who told it may be withheld.
    pub source: Source,
    /// Which way it points.
    pub bearing: Bearing,
    /// Where on the body something was seen.
    pub marks: Vec<BodyMark>,
    /// Texts that were added later, by the author or by parents.
    pub additions: Vec<Addition>,
    /// How a supposition ended.
    pub resolution: Option<Resolution>,
    /// The form that was kept, when it is one.
    pub record: Option<Box<Record>>,
}

/// A readable extract of one casus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    /// Initials or a nickname.
    pub about: String,
    /// The child's group; may be empty.
    pub group: String,
    /// When the casus was opened.
    pub opened_at: Moment,
    /// The profile that it follows.
    pub profile_id: String,
    /// The steps that were moved.
    pub steps: Vec<ExtractStep>,
    /// Facts and statements, oldest first.
    pub facts: Vec<ExtractLine>,
    /// Talks, contacts, steps and decisions, oldest first.
    pub actions: Vec<ExtractLine>,
    /// Suppositions, oldest first.
    pub suppositions: Vec<ExtractLine>,
    /// How many suppositions were left out.
    pub suppositions_left_out: usize,
    /// How many sources were left out.
    pub sources_left_out: usize,
    /// How many notes about a brother or sister were left out.
    pub siblings_left_out: usize,
}

impl Choice {
    /// Returns the choice as a receiver may have it: parents never read who told something, for
    /// that is about others (DOS-06, DOS-18).
    pub fn for_receiver(self, receiver: Receiver) -> Self {
        match receiver {
            Receiver::Parents => Self { sources: Inclusion::LeftOut, ..self },
            _ => self,
        }
    }
}

/// Builds the extract of a casus; nothing when it is gone.
pub fn extract(state: &State, id: CasusId, choice: Choice) -> Option<Extract> {
    let casus = state.casus(id)?;
    let mut extract = empty(casus);
    let mut items: Vec<&Item> = state.items_of(id).collect();
    items.reverse();
    for item in items {
        add(&mut extract, item, choice);
    }
    Some(extract)
}

fn empty(casus: &Casus) -> Extract {
    let step = |(number, stand): (&u8, &super::state::StepStand)| ExtractStep {
        number: *number,
        progress: stand.progress,
        at: stand.at,
        reason: stand.reason.clone(),
    };
    Extract {
        about: casus.about.clone(),
        group: casus.group.clone(),
        opened_at: casus.opened_at,
        profile_id: casus.profile_id.clone(),
        steps: casus.steps.iter().map(step).collect(),
        facts: Vec::new(),
        actions: Vec::new(),
        suppositions: Vec::new(),
        suppositions_left_out: 0,
        sources_left_out: 0,
        siblings_left_out: 0,
    }
}

fn add(extract: &mut Extract, item: &Item, choice: Choice) {
    let (source, is_supposition) = match &item.content {
        Content::Note(note) if note.kind == NoteKind::WorkNote => return,
        Content::Note(note) => (&note.source, note.certainty == Certainty::Hypothesis),
        Content::Signaal(signaal) => (&signaal.source, false),
        Content::Record(record) if goes_along(record.kind) => (&Source::Own, false),
        _ => return,
    };
    if item.is_about_sibling() && choice.siblings == Inclusion::LeftOut {
        extract.siblings_left_out += 1;
        return;
    }
    if is_supposition && choice.suppositions == Inclusion::LeftOut {
        extract.suppositions_left_out += 1;
        return;
    }
    let mut line = line(item);
    line.source.clone_from(source);
    if let Source::Told(relation) = &mut line.source
        && choice.sources == Inclusion::LeftOut
    {
        relation.clear();
        extract.sources_left_out += 1;
    }
    let is_action = line.record.is_some()
        || matches!(
            line.kind,
            Some(NoteKind::Talk | NoteKind::Contact | NoteKind::StepTaken | NoteKind::Decision)
        );
    if is_supposition {
        extract.suppositions.push(line);
    } else if is_action {
        extract.actions.push(line);
    } else {
        extract.facts.push(line);
    }
}

/// Tells whether a form belongs in the file of the child: what the school did and decided, and not
/// how its people are or how they plan their work.
const fn goes_along(kind: RecordKind) -> bool {
    !matches!(
        kind,
        RecordKind::Aftercare
            | RecordKind::Term
            | RecordKind::Destruction
            | RecordKind::MeetingForm
    )
}

fn line(item: &Item) -> ExtractLine {
    let corrected =
        item.additions.iter().rev().find(|addition| addition.effect == Effect::Corrects);
    let mut line = ExtractLine {
        at: item.captured_at,
        kind: None,
        signaal_id: String::new(),
        text: String::new(),
        words: String::new(),
        place: String::new(),
        is_about_sibling: item.is_about_sibling(),
        source: Source::Own,
        bearing: Bearing::Unclear,
        marks: Vec::new(),
        additions: item
            .additions
            .iter()
            .filter(|addition| addition.effect != Effect::Corrects && !addition.text.is_empty())
            .cloned()
            .collect(),
        resolution: item.resolution(),
        record: None,
    };
    match &item.content {
        Content::Note(note) => {
            line.kind = Some(note.kind);
            line.text.clone_from(&note.text);
            line.words.clone_from(&note.words);
            line.place.clone_from(&note.place);
            line.bearing = note.bearing;
            line.marks = note.marks().to_vec();
        }
        Content::Record(record) => line.record = Some(record.clone()),
        Content::Signaal(signaal) => {
            line.signaal_id.clone_from(&signaal.signaal_id);
            line.text.clone_from(&signaal.fact);
        }
        _ => {}
    }
    if let Some(correction) = corrected {
        line.text.clone_from(&correction.text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{CasusOpened, Event, ParentsResponded};
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::logboek::note::{Note, Relative};

    const ALL: Choice = Choice {
        suppositions: Inclusion::Shown,
        sources: Inclusion::Shown,
        siblings: Inclusion::Shown,
    };
    const FACTS: Choice = Choice {
        suppositions: Inclusion::LeftOut,
        sources: Inclusion::LeftOut,
        siblings: Inclusion::LeftOut,
    };

    fn note(kind: NoteKind, text: &str) -> Note {
        Note { text: text.to_owned(), ..Note::new(kind) }
    }

    /// Opens the casus and lets these follow.
    fn opened(events: impl IntoIterator<Item = Event>) -> State {
        let (about, group, profile_id) = ("M.".to_owned(), "5".to_owned(), "kms".to_owned());
        let opening = Event::CasusOpened(CasusOpened { casus: CASUS, about, group, profile_id });
        let at = (1..).map(|number| Moment { unix_ms: number, offset_minutes: 0 });
        replay(at.zip([opening].into_iter().chain(events)))
    }

    fn state() -> State {
        let day = Moment { unix_ms: 0, offset_minutes: 0 }.date();
        let told = Source::Told("klasgenoot".to_owned());
        opened([
            Event::NoteRecorded(note(NoteKind::Seen, "Zonder jas")),
            Event::NoteRecorded(Note { source: told, ..note(NoteKind::OtherSays, "Hij at niet") }),
            Event::NoteRecorded(Note {
                certainty: Certainty::Hypothesis,
                ..note(NoteKind::Seen, "Slaapt slecht")
            }),
            Event::NoteRecorded(note(NoteKind::WorkNote, "Navragen")),
            Event::NoteRecorded(note(NoteKind::Contact, "Veilig Thuis gebeld")),
            Event::RecordKept(Record::new(RecordKind::Consultation, day)),
            Event::RecordKept(Record::new(RecordKind::Aftercare, day)),
        ])
    }

    fn texts(lines: &[ExtractLine]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn facts_suppositions_and_actions_stand_apart_and_work_notes_stay() {
        let extract = extract(&state(), CASUS, ALL).unwrap();
        assert_eq!(texts(&extract.facts), ["Zonder jas", "Hij at niet"]);
        assert_eq!(texts(&extract.suppositions), ["Slaapt slecht"]);
        assert_eq!(texts(&extract.actions), ["Veilig Thuis gebeld", ""]);
        assert_eq!(extract.facts[1].source, Source::Told("klasgenoot".to_owned()));
    }

    #[test]
    fn a_consultation_goes_along_and_care_for_staff_stays() {
        let extract = extract(&state(), CASUS, ALL).unwrap();
        let records = extract.actions.iter().filter_map(|line| line.record.as_ref());
        let kinds: Vec<RecordKind> = records.map(|record| record.kind).collect();
        assert_eq!(kinds, [RecordKind::Consultation]);
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let extract = extract(&state(), CASUS, FACTS).unwrap();
        assert_eq!(extract.suppositions, []);
        assert_eq!((extract.suppositions_left_out, extract.sources_left_out), (1, 1));
        assert!(extract.facts[1].source.is_withheld(), "told, and not seen by the author");
    }

    #[test]
    fn a_note_about_a_brother_or_sister_stays_until_it_is_asked_for() {
        let own = note(NoteKind::Seen, "Zonder jas");
        let sibling = Note { relative: Some(Relative::Sibling), ..own.clone() };
        let state = opened([sibling, own].map(Event::NoteRecorded));
        let without = extract(&state, CASUS, FACTS).unwrap();
        assert_eq!((texts(&without.facts), without.siblings_left_out), (vec!["Zonder jas"], 1));
        let with = extract(&state, CASUS, ALL).unwrap();
        let flags: Vec<bool> = with.facts.iter().map(|line| line.is_about_sibling).collect();
        assert_eq!((flags, with.siblings_left_out), (vec![true, false], 0));
    }

    #[test]
    fn parents_never_read_who_told_something() {
        assert_eq!(ALL.for_receiver(Receiver::Parents).sources, Inclusion::LeftOut);
        assert_eq!(ALL.for_receiver(Receiver::School), ALL);
        assert_eq!(FACTS.for_receiver(Receiver::VeiligThuis), FACTS);
    }

    #[test]
    fn what_parents_say_goes_along_with_the_note() {
        let text = "De jas hing op de gang".to_owned();
        let fact = Event::NoteRecorded(note(NoteKind::Seen, "Zonder jas"));
        let note = crate::domain::id::EntryId::new([2; 16]);
        let responded = Event::ParentsResponded(ParentsResponded { note, text: text.clone() });
        let extract = extract(&opened([fact, responded]), CASUS, FACTS).unwrap();
        assert_eq!(texts(&extract.facts), ["Zonder jas"]);
        let [addition] = extract.facts[0].additions.as_slice() else { panic!("one response") };
        assert_eq!((&addition.text, addition.effect), (&text, Effect::Responds));
    }

    #[test]
    fn only_other_receivers_need_consent() {
        let needing: Vec<Receiver> =
            Receiver::ALL.into_iter().filter(|receiver| receiver.needs_consent()).collect();
        assert_eq!(needing, [Receiver::Other]);
    }
}
