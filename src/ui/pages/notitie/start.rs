//! What a new note starts with: what the address says, and what the last notes make likely.

use leptos_router::params::ParamsMap;

use super::form::kind_of;
use crate::domain::casus::state::State;
use crate::domain::logboek::draft::NoteDraft;
use crate::domain::logboek::habits;
use crate::domain::logboek::note::Note;
use crate::domain::moment::Moment;
use crate::ui::text::notitie;

/// Starts an empty note with the chips that were used last.
pub(super) fn empty(state: &State, now: Moment) -> NoteDraft {
    let mut note = Note::new(habits::next_kind(state, now));
    habits::next_place(state, now).clone_into(&mut note.place);
    NoteDraft { note, captured_at: now, casus: None }
}

/// Adds what the address asks for: `soort`, `gebeld`, `casus`, `wie` and `signaal`.
///
/// What was written already is left as it is.
pub(super) fn apply(query: &ParamsMap, draft: &mut NoteDraft, state: &State, is_locked: bool) {
    let is_blank = draft.is_blank();
    let asked = |name: &str| query.get(name).filter(|value| !value.is_empty());
    if is_blank && let Some(kind) = asked("soort").and_then(|kind| kind_of(&kind.replace('-', " ")))
    {
        draft.note.kind = kind;
    }
    if is_blank && let Some(called) = asked("gebeld") {
        draft.note.text = notitie::called(&called);
        draft.note.place.clear();
    }
    if let Some(signaal) = asked("signaal")
        && !draft.note.signaal_ids.contains(&signaal)
    {
        draft.note.signaal_ids.push(signaal);
    }
    let casus = asked("casus").and_then(|id| id.parse().ok());
    if let Some(casus) = casus.filter(|_| is_blank || draft.casus.is_none()) {
        // The casus of a locked vault is not known yet; one that is gone is left out.
        let known = state.casus(casus);
        draft.casus = (known.is_some() || is_locked).then_some(casus);
        if let Some(known) = known {
            draft.note.about.clone_from(&known.about);
        }
    } else if let Some(about) = asked("wie").filter(|_| draft.note.about.is_empty()) {
        draft.note.about = about;
    }
}
