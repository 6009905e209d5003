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

    /// Lets another tab make the vault that could not be made here.
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
