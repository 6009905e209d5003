//! A colleague's hand-over: looked at as a whole first, which changes nothing, and then taken in
//! in one commit. Taken in twice, or after a shorter one, it adds only what is new.

use zeroize::Zeroizing;

use super::decode_entries;
use crate::domain::casus::decide::Context;
use crate::domain::casus::event::{Event, HandOverReceived};
use crate::domain::casus::hand_over::arrival::{self, News, Tally, Unfit};
use crate::domain::casus::state::State;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::moment::Moment;
use crate::session::execute::make_id;
use crate::session::index::LINES_MAX_BYTES;
use crate::session::{Opened, SessionError};
use crate::store::Store;
use crate::vault::{HandOverProblem, ReceivingKey};

/// A hand-over that may be taken in.
pub struct Arrived {
    /// In which function the sender works, as the sender says.
    pub from: Role,
    /// The sender's key; the file is proven to be of whoever has it.
    pub sender: ReceivingKey,
    /// When it was made.
    pub made_at: Moment,
    /// What is read back to the sender.
    pub check_code: String,
    /// The casus.
    pub casus: CasusId,
    /// The child's name in full, when the sender gave it; it is not taken in.
    pub child: String,
    /// The profile's version on the sender's device.
    pub profile_version: String,
    /// What of it is new here.
    pub tally: Tally,
    /// The page to read, in HTML.
    pub page: Zeroizing<Vec<u8>>,
    entries: Vec<Entry>,
}

impl Arrived {
    /// Returns what its entries come to by themselves.
    pub fn state(&self) -> State {
        State::replay(self.entries.clone())
    }

    /// Puts other words in every note, as a sender could who means harm.
    #[cfg(test)]
    pub(crate) fn reword(&mut self, text: &str) {
        for entry in &mut self.entries {
            if let Event::NoteRecorded(note) = &mut entry.event {
                text.clone_into(&mut note.text);
            }
        }
    }
}

impl<S: Store> Opened<S> {
    /// Reads what age opened, and makes sure of everything in it; nothing is changed.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn unpack_hand_over(&self, bytes: &[u8]) -> Result<Arrived, HandOverProblem> {
        let unpacked = self.vault.unpack(bytes)?;
        let cover = unpacked.cover;
        let casus = cover.casus.parse().map_err(|_| HandOverProblem::Damaged)?;
        let from = Role::from_stored(&cover.from).ok_or(HandOverProblem::NewerVersion)?;
        let entries = decode_entries(&unpacked.entries).ok_or(HandOverProblem::Damaged)?;
        if entries.len() as u64 != u64::from(cover.entry_count) {
            return Err(HandOverProblem::Damaged);
        }
        arrival::check(&entries, casus).map_err(|unfit| match unfit {
            Unfit::Newer => HandOverProblem::NewerVersion,
            Unfit::Damaged => HandOverProblem::Damaged,
        })?;
        self.check_fits(&entries, casus)?;
        Ok(Arrived {
            from,
            sender: cover.sender,
            made_at: Moment { unix_ms: cover.made_ms, offset_minutes: cover.offset_minutes },
            check_code: unpacked.check_code,
            casus,
            child: cover.child,
            profile_version: cover.profile_version,
            tally: self.tally(&entries),
            page: unpacked.page,
            entries,
        })
    }

    /// Takes a hand-over in; when this returns, it has survived a loss of power. Everything keeps
    /// its author, its times and its id, and is marked as received.
    ///
    /// # Errors
    /// Fails when the store does; nothing was taken in then.
    pub async fn take_in(
        &self,
        arrived: &Arrived,
        context: &Context,
    ) -> Result<Tally, SessionError> {
        let tally = self.tally(&arrived.entries);
        if !tally.has_news() {
            return Ok(tally);
        }
        self.write(&|| self.received_entries(arrived, context), None).await?;
        // They come before much that stands here: the order counts anew.
        self.refresh().await?;
        Ok(tally)
    }

    /// Refuses what this log has no room for: an entry that is too long, and the opening of a
    /// casus that was opened here otherwise.
    fn check_fits(&self, entries: &[Entry], casus: CasusId) -> Result<(), HandOverProblem> {
        let is_here = self.state.borrow().casus(casus).is_some();
        let opens_again = |entry: &Entry| {
            matches!(entry.event, Event::CasusOpened(_)) && self.news(entry) == News::Fresh
        };
        let is_too_long = |entry: &Entry| Zeroizing::new(entry.encode()).len() > LINES_MAX_BYTES;
        if is_here && entries.iter().any(opens_again) || entries.iter().any(is_too_long) {
            return Err(HandOverProblem::Damaged);
        }
        Ok(())
    }

    fn news(&self, entry: &Entry) -> News {
        match arrival::news(&self.state.borrow(), entry) {
            // An entry of this log that is no item, such as a verified key, has that name.
            News::Fresh if self.holds(&[entry.id]) => News::Known,
            news => news,
        }
    }

    fn tally(&self, entries: &[Entry]) -> Tally {
        let mut tally = Tally::default();
        for entry in entries {
            match self.news(entry) {
                News::Fresh => tally.fresh += 1,
                News::SourceNamed => tally.named += 1,
                News::Known => tally.known += 1,
                News::Destroyed => tally.destroyed += 1,
            }
        }
        tally
    }

    /// Returns what is new, and after it the mark that says whence it came.
    fn received_entries(
        &self,
        arrived: &Arrived,
        context: &Context,
    ) -> Result<Vec<Entry>, SessionError> {
        let is_new = |entry: &&Entry| matches!(self.news(entry), News::Fresh | News::SourceNamed);
        let mut entries: Vec<Entry> = arrived.entries.iter().filter(is_new).cloned().collect();
        let highest = entries.iter().map(|entry| entry.lamport).max().unwrap_or_default();
        let sender = arrived.sender.bytes();
        let state = self.state.borrow();
        let verified_as = state.verified_key(sender).map(|it| it.function.clone());
        let received = HandOverReceived {
            casus: arrived.casus,
            from: arrived.from,
            sender,
            verified_as,
            made_at: arrived.made_at,
            check_code: arrived.check_code.clone(),
            entries: entries.iter().map(|entry| entry.id).collect(),
        };
        entries.push(Entry {
            id: EntryId::new(make_id()?),
            casus: Some(arrived.casus),
            captured_at: context.now,
            recorded_at: context.now,
            lamport: state.next_lamport().max(highest + 1),
            author: context.role,
            event: Event::HandOverReceived(received),
        });
        Ok(entries)
    }
}
