//! Compiles the profiles: resolves what each takes from its base, checks it and writes it as Rust.
//!
//! It writes values only; the types that hold them are the app's.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::problem::{Problem, SourceFile};
use crate::reader::{Names, Reader, Shared};
use crate::tree::{Node, Value, lay_over, parse};
use crate::weighing;
use crate::words::{
    NAMES, PERMISSIONS, ROLES, SKIP_GROUNDS, TERMS, TOPICS, UNITS, VT_ADVICE, variant,
};

/// Compiles the profiles, in the order given, to Rust statics called `TEMPLATES` and `PROFILE_NAMES`.
pub fn compile(files: &[SourceFile<'_>], problems: &mut Vec<Problem>) -> String {
    let mut trees = BTreeMap::new();
    for file in files {
        trees.insert(stem(file.name), parse(*file, problems));
    }
    let shared = RefCell::new(std::mem::take(problems));
    let (mut profiles, mut names) = (Vec::new(), Vec::new());
    for (position, file) in files.iter().enumerate() {
        let name = stem(file.name);
        if let Some(tree) = resolve(name, &trees, files.len(), &shared) {
            if position == 0 && text_at(&tree, "base").is_some() {
                let message = "the first profile may not have a base";
                shared.borrow_mut().push(tree.place.problem(message));
            }
            profiles.push(profile(name, &tree, &shared));
            names.extend(text_at(&tree, "name").map(|(_, title)| format!("({name:?}, {title:?})")));
        }
    }
    *problems = shared.into_inner();
    problems.sort();
    problems.dedup();
    // The names apart: whoever shows one does not draw in all that the profiles hold.
    format!(
        "pub(super) static TEMPLATES: [Profile; {}] = [{}];\n\
         pub(super) static PROFILE_NAMES: [(&str, &str); {}] = [{}];\n",
        profiles.len(),
        profiles.join(", "),
        names.len(),
        names.join(", ")
    )
}

/// Returns a file's name without folder and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit_once('/').map_or(name, |(_, name)| name);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn text_at<'a>(tree: &'a Node, key: &str) -> Option<(&'a Node, &'a str)> {
    let Value::Table(entries) = &tree.value else { return None };
    let node = entries.get(key)?;
    match &node.value {
        Value::Text(text) => Some((node, text)),
        _ => None,
    }
}

/// Lays a profile over its base, and that over its own.
fn resolve(
    name: &str,
    trees: &BTreeMap<&str, Node>,
    depth: usize,
    problems: &RefCell<Vec<Problem>>,
) -> Option<Node> {
    let tree = trees.get(name)?;
    let Some((node, base)) = text_at(tree, "base") else { return Some(tree.clone()) };
    let refuse = |message: String| problems.borrow_mut().push(node.place.problem(message));
    if depth == 0 {
        refuse(format!("base `{base}` leads in a circle"));
        return None;
    }
    if !trees.contains_key(base) {
        refuse(format!("base `{base}` is not a profile"));
        return None;
    }
    let base = resolve(base, trees, depth - 1, problems)?;
    Some(lay_over(&base, tree.clone()))
}

fn profile(name: &str, tree: &Node, problems: &RefCell<Vec<Problem>>) -> String {
    let names = names(tree);
    let shared = Shared { names: &names, problems };
    let reader = Reader::new(&shared, String::new(), tree);
    if text_at(tree, "id").is_some_and(|(_, id)| id != name) {
        reader.note(reader.place, format!("`id` must be the file's name, `{name}`"));
    }
    reader.text("id");
    reader.text_or_empty("base");
    let written = format!(
        "Profile {{ id: {name:?}, document: {name:?}, name: {}, source: {}, version: {}, names: {}, \
         weighs: {}, steps: {}, lines: {}, rules: {}, terms: {}, contacts: &[], questions: {}, \
         endings: {}, norms: {} }}",
        reader.text("name"),
        reader.text("source"),
        reader.text("version"),
        local_names(&reader),
        weighs(&reader),
        steps(&reader),
        lines(&reader),
        rules(&reader),
        terms(&reader),
        weighing::questions(&reader),
        weighing::endings(&reader),
        weighing::norms(&reader),
    );
    reader.finish();
    written
}

/// Collects the local names first, because every text may use them.
fn names(tree: &Node) -> Names {
    let Value::Table(entries) = &tree.value else { return Names::new() };
    let Some(Value::Table(names)) = entries.get("names").map(|node| &node.value) else {
        return Names::new();
    };
    NAMES.into_iter().filter(|name| names.contains_key(*name)).collect()
}

fn local_names(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("names") else { return String::new() };
    let fields = NAMES.map(|name| format!("{name}: {}", table.text(name)));
    table.finish();
    format!("Names {{ {} }}", fields.join(", "))
}

fn weighs(reader: &Reader<'_>) -> String {
    let roles = reader.words("weighs", &ROLES);
    if roles.contains(&"teacher") {
        reader.note(reader.place, "`weighs`: a teacher never weighs alone".to_owned());
    }
    let roles: Vec<String> =
        roles.into_iter().map(|role| format!("Role::{}", variant(role))).collect();
    format!("&[{}]", roles.join(", "))
}

fn steps(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("step") else { return String::new() };
    let members = table.members();
    let count = members.len();
    let mut written = BTreeMap::new();
    for (key, step) in members {
        match key.parse::<usize>() {
            Ok(number) if (1..=count).contains(&number) => {
                written.insert(number, self::step(number, step));
            }
            _ => {
                let message = format!("step `{key}`: steps are numbered 1 to {count} without gaps");
                step.note(step.place, message);
            }
        }
    }
    format!("&[{}]", written.into_values().collect::<Vec<_>>().join(", "))
}

fn step(number: usize, reader: Reader<'_>) -> String {
    let tasks = reader.table("tasks").map(|tasks| {
        let fields = ["teacher", "lead", "management", "others"]
            .map(|group| format!("{group}: {}", tasks.texts(group)));
        tasks.finish();
        format!("Tasks {{ {} }}", fields.join(", "))
    });
    let fields = ["label", "name", "who", "what", "record", "inform"]
        .map(|key| format!("{key}: {}", reader.text(key)));
    reader.finish();
    format!(
        "Step {{ number: {number}, {}, tasks: {} }}",
        fields.join(", "),
        tasks.unwrap_or_default()
    )
}

fn lines(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("line") else { return String::new() };
    let lines = TOPICS.iter().filter_map(|topic| {
        let line = table.table(topic)?;
        if line.differ_in_file("text", "elsewhere") {
            let message = format!("`{topic}` has its own text, so it needs its own `elsewhere`");
            line.note(line.place, message);
        }
        let written = format!(
            "Line {{ topic: Topic::{}, name: {}, text: {}, elsewhere: {} }}",
            variant(topic),
            line.text("name"),
            line.text("text"),
            line.text_or_empty("elsewhere")
        );
        line.finish();
        Some(written)
    });
    let lines: Vec<String> = lines.collect();
    table.finish();
    format!("&[{}]", lines.join(", "))
}

fn rules(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("rules") else { return String::new() };
    let word = |key, words, kind: &str| match table.word(key, words) {
        Some(word) => format!("{kind}::{}", variant(word)),
        None => String::new(),
    };
    let grounds = table.words("skip_grounds", &SKIP_GROUNDS);
    let grounds: Vec<String> =
        grounds.into_iter().map(|ground| format!("SkipGround::{}", variant(ground))).collect();
    let written = format!(
        "Rules {{ hypothesis: {}, teacher_at_parent_talk: {}, max_staff: {}, \
         parents_informal: {}, vt_advice: {}, skip_grounds: &[{}] }}",
        table.flag("hypothesis"),
        table.flag("teacher_at_parent_talk"),
        table.number("max_staff"),
        word("parents_informal", &PERMISSIONS, "Permission"),
        word("vt_advice", &VT_ADVICE, "VtAdvice"),
        grounds.join(", ")
    );
    table.finish();
    written
}

fn terms(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("term") else { return String::new() };
    let terms = TERMS.iter().filter_map(|id| {
        let term = table.table(id)?;
        let written = format!(
            "Term {{ id: TermId::{}, name: {}, amount: {}, unit: Unit::{}, suggested: {} }}",
            variant(id),
            term.text("name"),
            term.number("amount"),
            term.word("unit", &UNITS).map(variant).unwrap_or_default(),
            term.flag("suggested")
        );
        term.finish();
        Some(written)
    });
    let terms: Vec<String> = terms.collect();
    table.finish();
    format!("&[{}]", terms.join(", "))
}
