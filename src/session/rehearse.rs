//! Doing once, on a vault that nobody keeps, what opening a real one is about to do.
//!
//! A browser compiles each function when it is first called, and that took more than half of the
//! time between the key and the newest notes. While the key is being made nothing else is to be
//! done. It asks no store and knows nothing of the real vault.

use pluis_envelope::Kind;
use zeroize::Zeroizing;

use super::SessionError;
use super::chain::{Content, NO_HASH};
use super::execute::make_id;
use super::index::{LINES_MAX, encode_block};
use super::replay::{Newest, glance};
use crate::domain::casus::event::Event;
use crate::domain::casus::state::State;
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::logboek::note::{Note, NoteKind};
use crate::domain::moment::Moment;
use crate::store::Numbered;
use crate::vault::{LockedVault, Place, StretchedKey, Stretching, make_vault};

/// What stands in every field of the notes.
const FILLING: &str = "-";

/// Opens a block of notes and one after it, of a vault that was made for it, and returns what they
/// come to. They are as many as a block holds, so that room for them is made by now too.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn rehearse(now: Moment) -> Result<State, SessionError> {
    let stretched = StretchedKey::new([0; 32]);
    let (maker, slots) = make_vault(Stretching::make_standard()?, &stretched)?;
    let seal = |kind, number, content: &[u8]| -> Result<Numbered, SessionError> {
        let envelope = maker.seal(Place { kind, seq: number, previous: NO_HASH }, content)?;
        Ok(Numbered { number, bytes: envelope.into_bytes() })
    };
    let count = LINES_MAX as u64;
    let indexed = (1..=count).map(|number| make_note(number, now).map(Content::Entry));
    let indexed = indexed.collect::<Result<Vec<_>, _>>()?;
    let block = seal(Kind::Index, 0, &encode_block(None, 1, &NO_HASH, indexed.iter()))?;
    let tail = vec![seal(Kind::Event, count + 1, &make_note(count + 1, now)?)?];
    let vault = LockedVault::parse(&slots.into_bytes())?.open(&stretched)?;
    Ok(glance(&vault, &Newest { block, tail }).unwrap_or_default())
}

/// Makes a note in its stored form.
fn make_note(lamport: u64, now: Moment) -> Result<Zeroizing<Vec<u8>>, SessionError> {
    let [text, words, about, place] = [FILLING; 4].map(str::to_owned);
    let note = Note { text, words, about, place, ..Note::new(NoteKind::Heard) };
    let entry = Entry {
        id: EntryId::new(make_id()?),
        casus: None,
        captured_at: now,
        recorded_at: now,
        lamport,
        author: Role::Teacher,
        event: Event::NoteRecorded(note),
    };
    Ok(Zeroizing::new(entry.encode()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rehearsal_opens_what_stands_in_a_block_and_after_it() {
        let state = rehearse(Moment { unix_ms: 0, offset_minutes: 60 }).expect("randomness");
        let notes = state.newest_first().filter(|item| item.gist() == Some(FILLING));
        assert_eq!(notes.count(), LINES_MAX + 1);
    }
}
