//! The steps of the file: every step of the base once and in its order, each with its own texts.

use std::collections::BTreeMap;

use crate::domain::protocol::profile::Profile;

use super::super::words::STEP_TEXTS;
use super::super::{Place, Wrong};
use super::cursor::Cursor;
use super::put;

/// More steps than this are not looked at one by one.
const MAX_STEPS: usize = 20;

/// Reads the texts of all steps.
pub(super) fn texts(root: &Cursor<'_>, base: &Profile) -> BTreeMap<Place, String> {
    let mut texts = BTreeMap::new();
    let Some(list) = root.get("steps") else { return texts };
    let mut seen = Vec::new();
    for step in list.items(MAX_STEPS) {
        let number = step.required("number").and_then(|number| number.number(u8::MAX));
        let Some(number) = number else {
            step.finish();
            continue;
        };
        if seen.contains(&number) {
            step.note(Wrong::Twice);
        } else if base.step_by_number(number).is_none() {
            step.note(Wrong::StepUnknown);
        } else if base
            .steps
            .iter()
            .any(|later| later.number > number && seen.contains(&later.number))
        {
            step.note(Wrong::Order);
        }
        seen.push(number);
        for (text, key) in STEP_TEXTS {
            if let Some(entry) = step.get(key) {
                put(&mut texts, Place::Step(number, text), &entry, base);
            }
        }
        check_next(&step, number);
        step.finish();
    }
    let missing = base.steps.iter().filter(|step| !seen.contains(&step.number));
    missing.for_each(|step| list.note(Wrong::StepMissing(step.number)));
    texts
}

/// The order is the base's; a file that leads back would never end.
fn check_next(step: &Cursor<'_>, number: u8) {
    let Some(next) = step.get("next") else { return };
    let leads_back = next.number(u8::MAX).is_some_and(|next| next <= number);
    next.note(if leads_back { Wrong::Loop } else { Wrong::Order });
}
