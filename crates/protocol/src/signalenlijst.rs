//! Checks and compiles the signalenlijst: its groups, the examples of unsafety and the soft prompts.
//!
//! It does not weigh anything: neither a count nor a prompt has a meaning here.

use std::collections::HashSet;

use serde::Deserialize;

use crate::content::{self, Checker, Text, literal, literals, optional, slice, table};
use crate::problem::{Problem, SourceFile};

/// The five groups with the number of items that the source counts.
const GROUPS: [(&str, usize); 5] =
    [("LIC", 20), ("SOC", 22), ("OND", 16), ("GEZ", 13), ("OUD", 12)];

/// The lists of examples with the series they consist of.
const EXAMPLES: [(&str, &[(&str, usize)]); 4] = [
    ("acute", &[("ACU", 15), ("ACT", 3), ("ACX", 2)]),
    ("structural", &[("STR", 7), ("STT", 1), ("STX", 2)]),
    ("disclosure", &[("DIS", 2), ("DIX", 1)]),
    ("caution", &[("DSP", 5)]),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    source: Text,
    next_step: Text,
    warning: Warning,
    open_list: OpenList,
    group: Vec<Group>,
    examples: Vec<Examples>,
    pub(crate) prompt: Vec<Prompt>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Warning {
    short: Text,
    more: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenList {
    other: Text,
    note: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    id: Text,
    title: Text,
    source: Text,
    note: Option<Text>,
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    id: Text,
    title: Text,
    definition: Text,
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: Text,
    text: Text,
    mark: Option<Mark>,
}

#[derive(Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Mark {
    Circumstance,
    Adults,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prompt {
    signals: Vec<Text>,
    see: Vec<Text>,
    why: Text,
    pub(crate) card: Option<Text>,
}

/// Checks the file and returns its tables as Rust source.
pub fn compile(file: SourceFile<'_>, problems: &mut Vec<Problem>) -> String {
    let Some(document) = content::parse::<Document>(file, problems) else {
        return String::new();
    };
    check(&document, &mut Checker::new(file, problems));
    write(&document)
}

fn check(document: &Document, checker: &mut Checker<'_>) {
    let groups: Vec<_> = document.group.iter().map(|group| group.id.as_ref().as_str()).collect();
    if groups != GROUPS.map(|(id, _)| id) {
        checker.refuse_file(format!("the groups are {groups:?}"));
    }
    for (group, (series, count)) in document.group.iter().zip(GROUPS) {
        check_series(&group.items, &[(series, count)], &group.id, checker);
    }
    let lists: Vec<_> = document.examples.iter().map(|list| list.id.as_ref().as_str()).collect();
    if lists != EXAMPLES.map(|(id, _)| id) {
        checker.refuse_file(format!("the lists of examples are {lists:?}"));
    }
    for (list, (_, series)) in document.examples.iter().zip(EXAMPLES) {
        check_series(&list.items, series, &list.id, checker);
    }
    check_prompts(document, checker);
}

/// Checks that items carry the ids of these series, numbered from 1 without a gap.
fn check_series(items: &[Item], series: &[(&str, usize)], owner: &Text, checker: &mut Checker<'_>) {
    let expected: Vec<_> = series
        .iter()
        .flat_map(|(name, count)| (1..=*count).map(move |number| format!("{name}-{number:02}")))
        .collect();
    if items.len() != expected.len() {
        let (found, wanted) = (items.len(), expected.len());
        checker.refuse(owner, format!("{} has {found} items, not {wanted}", owner.as_ref()));
    }
    for (item, id) in items.iter().zip(&expected) {
        if item.id.as_ref() != id {
            checker.refuse(&item.id, format!("\"{}\" stands where {id} belongs", item.id.as_ref()));
        }
    }
}

fn check_prompts(document: &Document, checker: &mut Checker<'_>) {
    let of_groups: HashSet<_> =
        document.group.iter().flat_map(|group| &group.items).map(Item::id).collect();
    let of_examples: HashSet<_> =
        document.examples.iter().flat_map(|list| &list.items).map(Item::id).collect();
    let mut prompted = HashSet::new();
    for prompt in &document.prompt {
        checker.references(&prompt.signals, &of_groups, "signal");
        checker.references(&prompt.see, &of_examples, "example");
        for signal in &prompt.signals {
            if !prompted.insert(signal.as_ref()) {
                checker.refuse(signal, format!("{} has two prompts", signal.as_ref()));
            }
        }
        if prompt.see.is_empty() && prompt.card.is_none() {
            checker.refuse(&prompt.why, "a prompt points nowhere");
        }
    }
}

impl Item {
    fn id(&self) -> &str {
        self.id.as_ref()
    }

    fn write(&self) -> String {
        let mark = self.mark.map_or("Mark::None".to_owned(), |mark| format!("Mark::{mark:?}"));
        let (id, text) = (literal(self.id()), literal(self.text.as_ref()));
        format!("Signaal {{ id: {id}, text: {text}, mark: {mark} }}")
    }
}

fn write(document: &Document) -> String {
    let groups = slice(document.group.iter().map(|group| {
        format!(
            "Group {{ id: {}, title: {}, source: {}, note: {}, items: {} }}",
            literal(group.id.as_ref()),
            literal(group.title.as_ref()),
            literal(group.source.as_ref()),
            optional(group.note.as_ref()),
            slice(group.items.iter().map(Item::write)),
        )
    }));
    let examples = slice(document.examples.iter().map(|list| {
        format!(
            "Examples {{ id: {}, title: {}, definition: {}, items: {} }}",
            literal(list.id.as_ref()),
            literal(list.title.as_ref()),
            literal(list.definition.as_ref()),
            slice(list.items.iter().map(Item::write)),
        )
    }));
    let prompts = slice(document.prompt.iter().map(|prompt| {
        format!(
            "Prompt {{ signals: {}, see: {}, why: {}, card: {} }}",
            literals(&prompt.signals),
            literals(&prompt.see),
            literal(prompt.why.as_ref()),
            optional(prompt.card.as_ref()),
        )
    }));
    let text = |value: &Text| literal(value.as_ref());
    [
        table("Where the lists come from.", "SOURCE", "&str", &text(&document.source)),
        table("What to do next (SIG-05).", "NEXT_STEP", "&str", &text(&document.next_step)),
        table("The warning in one line.", "WARNING", "&str", &text(&document.warning.short)),
        table("The warning in full.", "WARNING_MORE", "&[&str]", &literals(&document.warning.more)),
        table("The open end of a list.", "OTHER", "&str", &text(&document.open_list.other)),
        table("Why a list is open.", "OPEN_NOTE", "&str", &text(&document.open_list.note)),
        table("The five groups with their 83 items.", "GROUPS", "&[Group]", &groups),
        table("The examples of unsafety.", "EXAMPLES", "&[Examples]", &examples),
        table("The soft prompts.", "PROMPTS", "&[Prompt]", &prompts),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../src/domain/protocol/files/signalenlijst.toml");

    #[track_caller]
    fn problems_of(text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        compile(SourceFile { name: "signalenlijst.toml", text }, &mut problems);
        problems
    }

    #[test]
    fn the_file_has_no_problems() {
        assert_eq!(problems_of(FILE), []);
    }

    #[test]
    fn a_lost_item_is_reported_with_its_group_and_every_shifted_id() {
        let text = FILE
            .replace("  { id = \"OUD-11\", text = \"Ouder doet negatief en dwingend\" },\n", "");
        let messages: Vec<_> = problems_of(&text).into_iter().map(|p| p.message).collect();
        assert_eq!(
            messages,
            ["OUD has 11 items, not 12", "\"OUD-12\" stands where OUD-11 belongs"]
        );
    }

    #[test]
    fn a_prompt_to_an_unknown_item_is_reported_on_its_line() {
        let text = FILE.replace("see = [\"ACU-11\"]", "see = [\"ACU-99\"]");
        let line = text.lines().position(|line| line.contains("ACU-99")).expect("replaced") + 1;
        let found = problems_of(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, line);
        assert_eq!(found[0].message, "there is no example \"ACU-99\"");
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let text = FILE.replace("mark = \"circumstance\"", "color = \"red\"");
        assert_eq!(problems_of(&text).len(), 1);
    }
}
