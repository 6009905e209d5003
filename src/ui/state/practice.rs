//! Practising: the same screens on an invented casus, in a vault that lives in memory and whose key
//! nobody keeps. The real vault stays locked meanwhile; the page's end is the end of both.

use std::rc::Rc;

use chrono::Duration;
use leptos::prelude::*;

use super::{Failure, Phase, Shared};
use crate::browser::device_store::DeviceStore;
use crate::browser::page;
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::{Context, Hypotheses};
use crate::domain::casus::event::{SignaalRecorded, StepProgress};
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Bearing, Certainty, Note, NoteKind, Source};
use crate::domain::moment::Moment;
use crate::session;
use crate::store::memory::Memory;
use crate::ui::text::oefenen;

/// The item of the signalenlijst that the story ticks.
const SIGNAAL: &str = "OND-14";

impl Shared {
    /// Seals what is unfinished, locks the vault and begins to practise.
    pub fn start_practice(self) {
        self.lock_and(|shared| {
            shared.vault.set_value(None);
            page::practise();
        });
    }

    /// Ends practising; all that was written is gone.
    pub fn stop_practice(self) {
        self.leave();
    }

    /// Opens a vault that nobody can open again, with the story in it.
    pub(super) async fn open_practice(self) -> Result<Phase, Failure> {
        let store = Rc::new(DeviceStore::Fleeting(Memory::default()));
        let vault = session::create_fleeting(&store).await?;
        for (days_ago, command) in story(session::make_casus_id()?, self.now()) {
            vault.execute(command, &self.context_at(days_ago)).await?;
        }
        self.store.set_value(Some(store));
        // Nobody else writes here, and no card is made for what nobody keeps.
        self.is_writer.set(true);
        self.has_recovery.set(true);
        self.let_in(vault);
        Ok(Phase::Open)
    }

    fn context_at(self, days_ago: i64) -> Context {
        Context {
            now: earlier(self.now(), days_ago),
            role: Role::Teacher,
            // The story follows the national protocol, whatever the school's says.
            hypotheses: Hypotheses::Marked,
            ..self.context()
        }
    }
}

fn earlier(now: Moment, days: i64) -> Moment {
    Moment::from_local(now.local() - Duration::days(days), now.offset_minutes)
}

/// Returns the story: how many days ago, and what was written then.
fn story(casus: CasusId, now: Moment) -> Vec<(i64, Command)> {
    let note = |days_ago: i64, casus: Option<CasusId>, note: Note| {
        (days_ago, Command::RecordNote { note, captured_at: earlier(now, days_ago), casus })
    };
    let about = |kind: NoteKind, text: &str| Note {
        text: text.to_owned(),
        about: oefenen::ABOUT.to_owned(),
        ..Note::new(kind)
    };
    let open = Command::OpenCasus {
        casus,
        about: oefenen::ABOUT.to_owned(),
        group: oefenen::GROUP.to_owned(),
        profile_id: crate::domain::protocol::NATIONAL.to_owned(),
        entries: Vec::new(),
    };
    let seen = Note {
        place: oefenen::SEEN_PLACE.to_owned(),
        bearing: Bearing::Supports,
        ..about(NoteKind::Seen, oefenen::SEEN)
    };
    let says =
        Note { words: oefenen::SAYS_WORDS.to_owned(), ..about(NoteKind::ChildSays, oefenen::SAYS) };
    let contradicts = Note {
        place: oefenen::CONTRADICTS_PLACE.to_owned(),
        bearing: Bearing::Contradicts,
        ..about(NoteKind::ParentChild, oefenen::CONTRADICTS)
    };
    let supposition =
        Note { certainty: Certainty::Hypothesis, ..about(NoteKind::Seen, oefenen::SUPPOSITION) };
    let loose = Note { text: oefenen::LOOSE.to_owned(), ..Note::new(NoteKind::Seen) };
    vec![
        (14, open),
        note(14, Some(casus), seen),
        note(11, Some(casus), says),
        (9, signaal(casus, earlier(now, 9))),
        note(8, Some(casus), contradicts),
        note(7, Some(casus), supposition),
        (6, consultation(casus, earlier(now, 6))),
        (6, done(casus)),
        note(1, None, loose),
    ]
}

fn signaal(casus: CasusId, at: Moment) -> Command {
    let signaal = SignaalRecorded {
        signaal_id: SIGNAAL.to_owned(),
        about: oefenen::ABOUT.to_owned(),
        on: at.date(),
        source: Source::Own,
        fact: oefenen::SIGNAAL_FACT.to_owned(),
        other_explanation: oefenen::SIGNAAL_OTHER.to_owned(),
    };
    Command::RecordSignaal { signaal, casus: Some(casus) }
}

fn consultation(casus: CasusId, at: Moment) -> Command {
    let record = Record::new(RecordKind::Consultation, at.date())
        .choosing(Field::With, Choice::Lead)
        .with(Field::Function, oefenen::FUNCTION)
        .with(Field::Question, oefenen::QUESTION)
        .with(Field::Advice, oefenen::ADVICE)
        .with(Field::Agreed, oefenen::AGREED);
    Command::KeepRecord { record, casus: Some(casus) }
}

fn done(casus: CasusId) -> Command {
    let progress = StepProgress::Done;
    Command::MoveStep { casus, step: 1, progress, reason: String::new() }
}
