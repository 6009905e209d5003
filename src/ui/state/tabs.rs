//! Several tabs: one of them writes, the others show, and the user may go on in any of them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Phase, Shared};
use crate::browser::channel::Message;
use crate::browser::clock;
use crate::browser::turn::{self, Turn};

/// How long the tab that writes gets to seal its text, before the turn is taken from it.
const MAKE_WAY_MS: u32 = 1_500;

impl Shared {
    /// Lines up to write, and returns whether this tab is the one that writes.
    pub(super) async fn line_up(self) -> bool {
        let is_in_line = self.turn.with_value(Option::is_some);
        if !is_in_line {
            let changed = move |is_mine| self.turn_changed(is_mine);
            let (turn, is_mine) = Turn::line_up(turn::NAME, changed).await;
            self.turn.set_value(Some(turn));
            self.is_writer.set(is_mine);
        }
        self.is_writer.get_untracked()
    }

    /// Lets another tab write, because the vault was not made or opened here.
    pub(super) fn give_turn_back(self) {
        self.is_writer.set(false);
        self.turn.set_value(None);
    }

    fn turn_changed(self, is_mine: bool) {
        if is_mine {
            spawn_local(async move {
                // What the other tab wrote comes first, so that nothing here builds on less.
                self.refresh().await;
                self.is_writer.set(true);
                self.begin_sync();
            });
        } else {
            self.is_writer.set(false);
            self.lock_here();
        }
    }

    /// Makes this the tab that writes; the one that does now seals its text and locks.
    pub fn take_over(self) {
        self.tell_tabs(Message::MakeWay);
        // A tab that the browser has frozen hears nothing and makes no way.
        let timer = clock::after(MAKE_WAY_MS, move || {
            if !self.is_writer.get_untracked() {
                self.turn.with_value(|turn| turn.iter().for_each(Turn::take));
            }
        });
        self.take_over_timer.set_value(Some(timer));
    }

    /// Seals what is unfinished and locks, so that another tab can go on with it.
    pub(super) fn make_way(self) {
        if self.is_writer.get_untracked() {
            self.lock_here();
        }
    }

    /// Returns whether this tab shows the open vault but does not write.
    pub fn is_only_showing(self) -> bool {
        self.phase.get() == Phase::Open && !self.is_writer.get()
    }
}

#[cfg(test)]
mod browser_tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;
    use std::rc::Rc;

    use futures_channel::oneshot;
    use wasm_bindgen_futures::spawn_local;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::indexed_db::IndexedDb;
    use crate::domain::casus::command::Command;
    use crate::domain::casus::decide::{Context, Hypotheses};
    use crate::domain::logboek::entry::Role;
    use crate::domain::logboek::note::{Note, NoteKind};
    use crate::session::{self, Opened, SessionError, VaultStatus};
    use crate::store::StoreError;
    use crate::vault::{StretchedKey, Stretching};

    const TABS: usize = 5;
    /// How many notes each tab writes when all write at once: each of them then reads everything
    /// anew for nearly every note.
    const AT_ONCE: usize = 20;
    /// How often each tab has the turn, and how many notes it writes then; the command that proves
    /// it in full builds it with more.
    const TURNS: usize = if option_env!("PLUIS_FULL").is_some() { 40 } else { 3 };
    const IN_A_TURN: usize = if option_env!("PLUIS_FULL").is_some() { 50 } else { 4 };

    fn key() -> StretchedKey {
        StretchedKey::new([1; 32])
    }

    async fn open(name: &str) -> Opened<IndexedDb> {
        let store = Rc::new(IndexedDb::open(name).await.expect("storage"));
        match session::vault_status(&*store).await.expect("a status") {
            VaultStatus::Locked(locked) => session::open(&store, &locked, &key())
                .expect("unlocks")
                .finish()
                .await
                .expect("opens"),
            VaultStatus::Absent => {
                let stretching = Stretching::make_standard().expect("randomness");
                session::create(&store, stretching, &key()).await.expect("a vault")
            }
        }
    }

    async fn write(vault: &Opened<IndexedDb>, text: String) -> Result<(), SessionError> {
        let context = Context {
            now: clock::now(),
            role: Role::Teacher,
            hypotheses: Hypotheses::Marked,
            step_count: 5,
        };
        let note = Note { text, ..Note::new(NoteKind::Seen) };
        let command = Command::RecordNote { note, captured_at: context.now, casus: None };
        vault.execute(command, &context).await.map(drop)
    }

    /// Writes without any turn, which is worse than what the app does.
    async fn write_at_once(vault: Rc<Opened<IndexedDb>>, tab: usize, _: String) {
        for number in 0..AT_ONCE {
            while let Err(error) = write(&vault, format!("{tab} {number}")).await {
                assert_eq!(error, SessionError::Store(StoreError::Conflict));
            }
        }
    }

    /// Writes a few notes whenever the turn has come, as the app does; nobody stands in the way.
    async fn write_in_turns(vault: Rc<Opened<IndexedDb>>, tab: usize, name: String) {
        for turn in 0..TURNS {
            let (told, hear) = oneshot::channel();
            let told = RefCell::new(Some(told));
            let tell = move |is_mine| {
                if let (true, Some(told)) = (is_mine, told.take()) {
                    let _ = told.send(());
                }
            };
            let (_turn, is_mine) = Turn::line_up(&name, tell).await;
            if !is_mine {
                hear.await.expect("the turn comes");
            }
            vault.refresh().await.expect("reads");
            for number in 0..IN_A_TURN {
                write(&vault, format!("{tab} {turn} {number}")).await.expect("writes");
            }
        }
    }

    #[wasm_bindgen_test]
    async fn five_tabs_that_write_at_once_leave_no_gap_and_no_duplicate() {
        check(TABS * AT_ONCE, write_at_once).await;
    }

    #[wasm_bindgen_test]
    async fn five_tabs_that_take_turns_leave_no_gap_and_no_duplicate() {
        check(TABS * TURNS * IN_A_TURN, write_in_turns).await;
    }

    /// Lets every tab write, and looks for each note once in a chain without gaps.
    async fn check<F: Future<Output = ()> + 'static>(
        count: usize,
        write_all: impl Fn(Rc<Opened<IndexedDb>>, usize, String) -> F,
    ) {
        let name = format!("{count} notes at {}", clock::now().unix_ms);
        let first = Rc::new(open(&name).await);
        let mut ends = Vec::new();
        for tab in 0..TABS {
            let vault = if tab == 0 { Rc::clone(&first) } else { Rc::new(open(&name).await) };
            let (done, end) = oneshot::channel();
            ends.push(end);
            let writing = write_all(vault, tab, name.clone());
            spawn_local(async move {
                writing.await;
                let _ = done.send(());
            });
        }
        for end in ends {
            end.await.expect("a tab that wrote everything");
        }
        first.refresh().await.expect("reads");
        let mut next = Some(1);
        while let Some(from) = next {
            next = first.verify_some(from, 500).await.expect("verifies");
        }
        assert_eq!(first.damaged(), []);
        let state = first.state();
        let texts: Vec<String> =
            state.newest_first().filter_map(|item| Some(item.note()?.text.clone())).collect();
        assert_eq!(texts.len(), count);
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), count);
    }
}
