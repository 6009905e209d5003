//! The life of a note on the screen: begun, kept as a draft, brought back, saved, undone.

use std::time::Duration;

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

use super::form::{Form, put};
use super::start;
use crate::domain::casus::command::Command;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::NoteDraft;
use crate::ui::form_memory::keep_out_of_sight;
use crate::ui::note_memory::NoteMemory;
use crate::ui::state::{Failure, Kept, Phase, Shared, use_shared};
use crate::ui::text::{dates, errors, notitie, shell};

/// After how long the screen says that it is saving: a note is mostly safe long before, and drawing
/// that would make it wait.
const SLOW_AFTER: Duration = Duration::from_millis(150);

/// What the parts of the screen share; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub shared: Shared,
    memory: NoteMemory,
    pub form: Form,
    /// The field to type in.
    pub main: NodeRef<Textarea>,
    /// What is wrong; empty when nothing is.
    pub error: RwSignal<String>,
    pub notice: RwSignal<Notice>,
    is_saving: RwSignal<bool>,
    /// Whether saving takes so long that the screen should say so.
    pub is_slow: RwSignal<bool>,
}

/// What the screen says about where its text came from or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// Nothing to say.
    None,
    /// A draft came back.
    Restored,
    /// A note was undone and came back.
    Undone,
    /// A note was saved.
    Saved,
    /// A note was sealed, and waits to be confirmed.
    Sealed,
}

impl Screen {
    /// Starts with the note that was left unfinished, or with a new one, as the address asks.
    pub fn start() -> Self {
        let shared = use_shared();
        let memory = expect_context::<NoteMemory>();
        let is_locked = shared.phase.get_untracked() != Phase::Open;
        let draft = shared.read_once(|state| {
            let mut draft = memory.current().unwrap_or_else(|| start::empty(state, shared.now()));
            use_query_map()
                .with_untracked(|query| start::apply(query, &mut draft, state, is_locked));
            draft
        });
        let screen = Self {
            shared,
            memory,
            form: Form::new(&draft),
            main: NodeRef::new(),
            error: RwSignal::new(String::new()),
            notice: RwSignal::new(Notice::None),
            is_saving: RwSignal::new(false),
            is_slow: RwSignal::new(false),
        };
        screen.keep_drafts();
        screen.bring_back();
        screen
    }

    /// Remembers every change, and seals it when the page goes out of sight.
    fn keep_drafts(self) {
        let Self { shared, memory, form, .. } = self;
        Effect::new(move || memory.set_current(shared, form.draft()));
        keep_out_of_sight(move || memory.keep(shared));
    }

    /// Brings back what was sealed as soon as the vault is open, and what was just undone.
    fn bring_back(self) {
        let Self { shared, memory, .. } = self;
        Effect::new(move || {
            if shared.phase.get() == Phase::Open && shared.is_writer.get() {
                spawn_local(async move {
                    memory.load(shared).await;
                    self.show_waiting();
                });
            }
        });
        Effect::new(move || {
            if let Some(draft) = memory.take_undone(&shared.taken_back.get()) {
                memory.wait(draft);
                if self.show_waiting() {
                    self.notice.set(Notice::Undone);
                }
            }
        });
    }

    /// Shows the next draft that waits, when the screen is empty; returns whether it did.
    fn show_waiting(self) -> bool {
        let is_blank = self.is_shown() && untrack(|| self.form.draft().is_blank());
        let next = if is_blank { self.memory.next_waiting() } else { None };
        if let Some(draft) = &next {
            self.form.fill(draft);
            self.notice.set(Notice::Restored);
        }
        next.is_some()
    }

    /// Returns whether nobody has walked on to another screen.
    fn is_shown(self) -> bool {
        !self.form.text.is_disposed()
    }

    /// Empties the screen for the next note.
    fn clear(self) {
        let next = self.shared.read_once(|state| start::empty(state, self.shared.now()));
        self.form.fill(&next);
        self.focus();
    }

    fn focus(self) {
        if let Some(main) = self.main.get_untracked() {
            let _ = main.focus();
        }
    }

    /// Throws the text on the screen away.
    pub fn discard(self) {
        self.notice.set(Notice::None);
        self.clear();
        self.show_waiting();
    }

    /// Saves the note; the text stays on the screen until it is safe.
    pub fn save(self) {
        if self.is_saving.get_untracked() {
            return;
        }
        let draft = untrack(|| self.form.draft());
        // While locked nothing refuses it any more once it is sealed.
        if !draft.note.has_words() {
            self.error.set(notitie::EMPTY.to_owned());
            self.focus();
            return;
        }
        put(self.error, String::new());
        self.is_saving.set(true);
        let slow = set_timeout_with_handle(
            move || {
                let _ = self.is_slow.try_set(true);
            },
            SLOW_AFTER,
        );
        spawn_local(async move {
            let outcome = record(self, &draft).await;
            if let Ok(slow) = slow {
                slow.clear();
            }
            self.is_saving.set(false);
            put(self.is_slow, false);
            match outcome {
                Ok(Kept::Recorded(entries)) => self.saved(entries, draft),
                Ok(Kept::Sealed) => self.sealed(),
                Err(failure) => self.error.set(errors::explain(&failure)),
            }
        });
    }

    /// Says that the note is sealed and waits to be confirmed; it cannot be read here any more.
    fn sealed(self) {
        self.shared.say(shell::SEALED.to_owned(), Vec::new());
        if self.is_shown() {
            self.notice.set(Notice::Sealed);
            self.clear();
        }
    }

    fn saved(self, entries: Vec<EntryId>, draft: NoteDraft) {
        self.memory.set_saved(entries.clone(), draft);
        let clock = dates::clock(self.shared.now());
        self.shared.say(notitie::saved_at(&clock), entries);
        if !self.is_shown() {
            self.memory.keep(self.shared);
            return;
        }
        self.notice.set(Notice::Saved);
        self.clear();
        self.show_waiting();
    }
}

/// Records the note, or seals it while the vault is locked and can take it in.
async fn record(screen: Screen, draft: &NoteDraft) -> Result<Kept, Failure> {
    let Screen { shared, memory, .. } = screen;
    if shared.is_sealing() {
        match memory.finish_locked(shared, draft.clone()).await {
            Err(_) if !shared.is_sealing() => {}
            outcome => return outcome.map(|()| Kept::Sealed),
        }
    }
    shared.ensure_may_write().await?;
    let NoteDraft { note, captured_at, casus } = draft.clone();
    let command = Command::RecordNote { note, captured_at, casus };
    memory.record(shared, command).await.map(Kept::Recorded)
}
