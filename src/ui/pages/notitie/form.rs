//! The fields of the quick note, and the way from them to a note and back.

use chrono::Days;
use leptos::prelude::*;

use super::marks::MarkFields;
use crate::domain::id::CasusId;
use crate::domain::logboek::body_map::BodyMap;
use crate::domain::logboek::draft::NoteDraft;
use crate::domain::logboek::note::{
    Bearing, Certainty, Note, NoteKind, Relative, Signed, Source, TalkReport,
};
use crate::domain::moment::{Moment, parse_day};
use crate::ui::text::{dates, notes, notitie, timeline};

/// How long a work note is kept when nobody says otherwise.
const WORK_NOTE_DAYS: Days = Days::new(14);

/// The sides on which a note may stand, in the order of the chips.
pub(super) const BEARINGS: [Bearing; 3] =
    [Bearing::Supports, Bearing::Contradicts, Bearing::Unclear];

/// The answers to "signed by parents?", in the order of the chips.
pub(super) const SIGNED: [Signed; 3] = [Signed::Yes, Signed::No, Signed::Refused];

/// The fields, each as its chip or box holds it; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub text: RwSignal<String>,
    pub words: RwSignal<String>,
    pub about: RwSignal<String>,
    /// The label of the kind.
    pub kind: RwSignal<String>,
    /// The kind and place that the note started with: their chips come first.
    pub first_kind: RwSignal<NoteKind>,
    pub first_place: RwSignal<String>,
    /// A place, or the chip for one that is not listed.
    pub place: RwSignal<String>,
    pub other_place: RwSignal<String>,
    /// The label of fact or supposition.
    pub certainty: RwSignal<String>,
    pub situation: RwSignal<String>,
    pub present: RwSignal<String>,
    /// The label of own or told.
    pub source: RwSignal<String>,
    pub relation: RwSignal<String>,
    /// The label of the side on which it stands.
    pub bearing: RwSignal<String>,
    pub goal: RwSignal<String>,
    pub reaction: RwSignal<String>,
    pub agreements: RwSignal<String>,
    /// The label of signed or not.
    pub signed: RwSignal<String>,
    pub diagnosed_by: RwSignal<String>,
    pub is_about_sibling: RwSignal<bool>,
    /// A day as the date field writes it; empty for none.
    pub follow_up_on: RwSignal<String>,
    pub signaal_ids: RwSignal<Vec<String>>,
    pub marks: RwSignal<Vec<MarkFields>>,
    pub captured_at: RwSignal<Moment>,
    pub casus: RwSignal<Option<CasusId>>,
}

impl Form {
    /// Starts with the fields of this draft.
    pub fn new(draft: &NoteDraft) -> Self {
        let text = || RwSignal::new(String::new());
        let form = Self {
            text: text(),
            words: text(),
            about: text(),
            kind: text(),
            first_kind: RwSignal::new(draft.note.kind),
            first_place: text(),
            place: text(),
            other_place: text(),
            certainty: text(),
            situation: text(),
            present: text(),
            source: text(),
            relation: text(),
            bearing: text(),
            goal: text(),
            reaction: text(),
            agreements: text(),
            signed: text(),
            diagnosed_by: text(),
            is_about_sibling: RwSignal::new(false),
            follow_up_on: text(),
            signaal_ids: RwSignal::new(Vec::new()),
            marks: RwSignal::new(Vec::new()),
            captured_at: RwSignal::new(draft.captured_at),
            casus: RwSignal::new(None),
        };
        form.fill(draft);
        form
    }

    /// Puts a draft into the fields.
    pub fn fill(self, draft: &NoteDraft) {
        let note = &draft.note;
        let talk = note.talk.clone().unwrap_or_default();
        let (source, relation) = match &note.source {
            Source::Own => (notitie::SOURCE_OWN, ""),
            Source::Told(relation) => (notitie::SOURCE_TOLD, relation.as_str()),
        };
        let fields: [(RwSignal<String>, &str); 18] = [
            (self.text, &note.text),
            (self.words, &note.words),
            (self.about, &note.about),
            (self.kind, notes::kind(note.kind)),
            (self.first_place, &note.place),
            (self.place, &note.place),
            (self.certainty, certainty_label(note.certainty)),
            (self.situation, &note.situation),
            (self.present, &note.present),
            (self.source, source),
            (self.relation, relation),
            (self.bearing, notes::bearing(note.bearing)),
            (self.goal, &talk.goal),
            (self.reaction, &talk.reaction),
            (self.agreements, &talk.agreements),
            (self.signed, timeline::signed(talk.signed)),
            (self.diagnosed_by, &note.diagnosed_by),
            (self.follow_up_on, &note.follow_up_on.map_or_else(String::new, dates::machine_day)),
        ];
        for (field, value) in fields {
            // Nearly all stay as they are, and each that is set draws its part of the screen anew.
            if field.with_untracked(|shown| shown != value) {
                field.set(value.to_owned());
            }
        }
        put(self.first_kind, note.kind);
        put(self.other_place, String::new());
        put(self.is_about_sibling, note.is_about_sibling());
        put(self.signaal_ids, note.signaal_ids.clone());
        if !note.marks().is_empty() || self.marks.with_untracked(|marks| !marks.is_empty()) {
            self.marks.set(MarkFields::all(note.marks()));
        }
        put(self.captured_at, draft.captured_at);
        put(self.casus, draft.casus);
    }

    /// Builds the draft that the fields hold.
    pub fn draft(self) -> NoteDraft {
        let kind = self.kind();
        let is_work_note = kind == NoteKind::WorkNote;
        let note = Note {
            text: self.text.get(),
            words: self.words.get(),
            certainty: if is_work_note { Certainty::Fact } else { self.certainty() },
            source: self.source(),
            bearing: self.bearing(),
            about: if is_work_note { String::new() } else { self.about.get().trim().to_owned() },
            place: self.place(),
            situation: self.situation.get(),
            present: self.present.get(),
            diagnosed_by: self.diagnosed_by.get(),
            relative: self.relative().filter(|_| !is_work_note),
            signaal_ids: self.signaal_ids.get(),
            talk: (kind == NoteKind::Talk).then(|| self.talk()),
            follow_up_on: parse_day(&self.shown_follow_up()),
            body_map: BodyMap::of(self.marks.get().iter().map(MarkFields::mark).collect()),
            ..Note::new(kind)
        };
        let casus = self.casus.get().filter(|_| !is_work_note);
        NoteDraft { note, captured_at: self.captured_at.get(), casus }
    }

    /// Returns the kind of note.
    pub fn kind(self) -> NoteKind {
        self.kind.with(|label| kind_of(label)).unwrap_or(NoteKind::Seen)
    }

    /// Returns whether the source must be named: somebody else's words, or hearsay.
    pub fn is_told(self) -> bool {
        self.kind() == NoteKind::OtherSays
            || self.source.with(|source| source == notitie::SOURCE_TOLD)
    }

    /// Returns the day of the date field: a work note has one from the start.
    pub fn shown_follow_up(self) -> String {
        let chosen = self.follow_up_on.get();
        if chosen.is_empty() && self.kind() == NoteKind::WorkNote {
            let until = self.captured_at.get().date().checked_add_days(WORK_NOTE_DAYS);
            return until.map_or(chosen, dates::machine_day);
        }
        chosen
    }

    fn relative(self) -> Option<Relative> {
        self.is_about_sibling.get().then_some(Relative::Sibling)
    }

    fn certainty(self) -> Certainty {
        let is_hypothesis = self.certainty.with(|label| label == notitie::HYPOTHESIS);
        if is_hypothesis { Certainty::Hypothesis } else { Certainty::Fact }
    }

    fn source(self) -> Source {
        if self.is_told() {
            return Source::Told(self.relation.get().trim().to_owned());
        }
        Source::Own
    }

    fn bearing(self) -> Bearing {
        let has_label =
            |bearing: &Bearing| self.bearing.with(|own| own == notes::bearing(*bearing));
        BEARINGS.into_iter().find(has_label).unwrap_or_default()
    }

    fn place(self) -> String {
        let place = self.place.get();
        if place == notitie::PLACE_OTHER { self.other_place.get().trim().to_owned() } else { place }
    }

    fn talk(self) -> TalkReport {
        let has_label = |signed: &Signed| self.signed.with(|own| own == timeline::signed(*signed));
        TalkReport {
            goal: self.goal.get(),
            reaction: self.reaction.get(),
            agreements: self.agreements.get(),
            signed: SIGNED.into_iter().find(has_label).unwrap_or_default(),
        }
    }
}

/// Sets a value, unless it stands there already or the screen is gone.
pub(super) fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|shown| *shown != value) == Some(true) {
        signal.set(value);
    }
}

/// Returns the kind with this label.
pub(super) fn kind_of(label: &str) -> Option<NoteKind> {
    NoteKind::ALL.into_iter().find(|kind| notes::kind(*kind) == label)
}

const fn certainty_label(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Fact => notitie::FACT,
        Certainty::Hypothesis => notitie::HYPOTHESIS,
    }
}
