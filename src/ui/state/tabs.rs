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
    /// How many notes each tab writes; the command that proves it in full builds it with more.
    const NOTES: usize = if option_env!("PLUIS_FULL").is_some() { 2_000 } else { 20 };

    fn key() -> StretchedKey {
        StretchedKey::new([1; 32])
    }

    async fn open(name: &str) -> Opened<IndexedDb> {
        let store = Rc::new(IndexedDb::open(name).await.expect("storage"));
        match session::vault_status(&*store).await.expect("a status") {
            VaultStatus::Locked(locked) => {
                session::open(&store, &locked, &key()).await.expect("opens")
            }
            VaultStatus::Absent => {
                let stretching = Stretching::make_standard().expect("randomness");
                session::create(&store, stretching, &key()).await.expect("a vault")
            }
        }
    }

    /// Writes without any turn, which is worse than what the app does.
    async fn write_all(vault: Rc<Opened<IndexedDb>>, tab: usize) {
        let context = Context {
            now: clock::now(),
            role: Role::Teacher,
            hypotheses: Hypotheses::Marked,
            step_count: 5,
        };
        for number in 0..NOTES {
            let text = format!("{tab} {number}");
            loop {
                let note = Note { text: text.clone(), ..Note::new(NoteKind::Seen) };
                let captured_at = context.now;
                let command = Command::RecordNote { note, captured_at, casus: None };
                match vault.execute(command, &context).await {
                    Ok(_) => break,
                    Err(SessionError::Store(StoreError::Conflict)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        }
    }

    #[wasm_bindgen_test]
    async fn five_tabs_that_write_at_once_leave_no_gap_and_no_duplicate() {
        let name = format!("five tabs {}", clock::now().unix_ms);
        let first = Rc::new(open(&name).await);
        let mut ends = Vec::new();
        for tab in 0..TABS {
            let vault = if tab == 0 { Rc::clone(&first) } else { Rc::new(open(&name).await) };
            let (done, end) = oneshot::channel();
            ends.push(end);
            spawn_local(async move {
                write_all(vault, tab).await;
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
        assert_eq!(texts.len(), TABS * NOTES);
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), TABS * NOTES);
    }
}
