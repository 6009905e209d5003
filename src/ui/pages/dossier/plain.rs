//! The extract as plain text: for a system that takes no more than that, and for the check code.
//! It holds all that stands on the paper.

use super::sheet::{bearing, source, step, what};
use crate::domain::casus::extract::{Extract, ExtractLine};
use crate::ui::text::{body_map, casus, dates};

/// Writes the extract.
pub fn as_text(extract: &Extract) -> String {
    let mut lines = vec![[casus::EXTRACT, " ", &extract.about].concat()];
    heading(&mut lines, casus::EXTRACT_STEPS);
    lines.extend(extract.steps.iter().map(|found| step(extract, found)));
    let parts = [
        (casus::EXTRACT_FACTS, &extract.facts),
        (casus::EXTRACT_ACTIONS, &extract.actions),
        (casus::EXTRACT_SUPPOSITIONS, &extract.suppositions),
    ];
    for (title, found) in parts {
        heading(&mut lines, title);
        found.iter().for_each(|found| line(&mut lines, found));
    }
    heading(&mut lines, casus::EXTRACT_LEFT_OUT);
    lines.extend(casus::left_out(extract));
    lines.push(String::new());
    lines.join("\n")
}

fn heading(lines: &mut Vec<String>, title: &str) {
    lines.extend([String::new(), title.to_owned()]);
}

fn line(lines: &mut Vec<String>, found: &ExtractLine) {
    let when = [&dates::machine_day(found.at.date()), " ", &dates::clock(found.at)].concat();
    let place = if found.place.is_empty() { "" } else { ", " };
    let said = [&what(found), " ", bearing(found)].concat();
    let said = said.trim_end();
    lines.push([&when, place, &found.place, "  ", said, " ", &source(found), "."].concat());
    let marks = body_map::all_told(&found.marks);
    let added = found.additions.iter().map(casus::added);
    lines.extend(marks.into_iter().chain(added).map(|told| ["  ", &told].concat()));
}
