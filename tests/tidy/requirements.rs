//! The list of requirements: complete, honest, and every proof named in it exists.

use std::collections::BTreeMap;
use std::fs;

use crate::check;
use crate::imports::module_of;
use crate::source::{Source, root, sources};

/// How many requirements each category holds: must, should, could.
const COUNTS: [(&str, [usize; 3]); 18] = [
    ("APP", [10, 1, 1]),
    ("STAP", [16, 8, 3]),
    ("UIT", [11, 3, 0]),
    ("ROL", [4, 8, 4]),
    ("LOG", [15, 5, 2]),
    ("SIG", [6, 5, 2]),
    ("AFW", [18, 3, 1]),
    ("MEL", [7, 6, 2]),
    ("HUL", [1, 5, 2]),
    ("GES", [10, 8, 3]),
    ("OVL", [1, 12, 0]),
    ("DOS", [12, 7, 1]),
    ("VIR", [0, 4, 1]),
    ("CON", [8, 2, 2]),
    ("TER", [2, 7, 1]),
    ("BEG", [4, 3, 6]),
    ("BOR", [0, 5, 9]),
    ("NAZ", [2, 7, 1]),
];

const PRIORITIES: [&str; 3] = ["must", "should", "could"];

/// The musts of a first usable version, by category.
const CORE: [(&str, &[u8]); 12] = [
    ("LOG", &[1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 22]),
    ("SIG", &[1, 2, 3, 4, 5, 6]),
    ("AFW", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 21]),
    ("CON", &[1, 2, 3, 6, 7, 9, 12]),
    ("UIT", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13]),
    ("STAP", &[1, 2, 3, 4, 5]),
    ("GES", &[2, 3, 4, 7, 8]),
    ("MEL", &[1, 3, 5, 15]),
    ("DOS", &[1, 2, 3, 8, 10, 12, 17]),
    ("APP", &[1, 2, 3, 5, 6, 7, 8, 9, 11]),
    ("ROL", &[1, 3, 8]),
    ("", &[]),
];

/// How many of them there are.
const CORE_COUNT: usize = 84;

struct Row {
    line: usize,
    id: String,
    title: String,
    priority: String,
    state: String,
    tests: Vec<String>,
}

#[test]
fn every_requirement_is_listed_once() {
    let rows = rows();
    let mut findings = Vec::new();
    let mut expected = Vec::new();
    for (category, counts) in COUNTS {
        let total = counts.iter().sum::<usize>();
        expected.extend((1..=total).map(|number| format!("{category}-{number:02}")));
        for (priority, count) in PRIORITIES.iter().zip(counts) {
            let prefix = format!("{category}-");
            let of =
                rows.iter().filter(|row| row.id.starts_with(&prefix) && row.priority == *priority);
            let found = of.count();
            if found != count {
                findings.push(format!("{category}: {found} {priority} instead of {count}"));
            }
        }
    }
    for id in &expected {
        let count = rows.iter().filter(|row| row.id == *id).count();
        if count != 1 {
            findings.push(format!("{id}: listed {count} times"));
        }
    }
    if rows.len() != expected.len() {
        findings.push(format!("{} rows instead of {}", rows.len(), expected.len()));
    }
    check(findings);
}

#[test]
fn every_row_is_filled_in() {
    let mut findings = Vec::new();
    for Row { line, id, title, priority, state, tests } in rows() {
        let mut refuse =
            |what: &str| findings.push(format!("tests/requirements.csv:{line}: {id}: {what}"));
        if title.len() < 10 {
            refuse("no title");
        }
        if !PRIORITIES.contains(&priority.as_str()) {
            refuse("priority is must, should or could");
        }
        match (state.as_str(), tests.is_empty()) {
            ("shown", false) | ("later", true) => {}
            ("shown", true) => refuse("shown without a test"),
            ("later", false) => refuse("later, but with a test"),
            _ => refuse("state is shown or later"),
        }
    }
    check(findings);
}

#[test]
fn every_must_of_the_first_version_is_shown() {
    let rows = rows();
    let core: Vec<String> = CORE
        .iter()
        .flat_map(|(category, numbers)| {
            numbers.iter().map(move |number| format!("{category}-{number:02}"))
        })
        .collect();
    assert_eq!(core.len(), CORE_COUNT);
    let is_shown = |id: &String| rows.iter().any(|row| row.id == *id && row.state == "shown");
    check(core.iter().filter(|id| !is_shown(id)).map(|id| format!("{id}: not shown")).collect());
}

#[test]
fn every_named_test_exists() {
    let existing = tests();
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in rows() {
        for test in row.tests {
            let ending = format!("::{test}");
            let exists = *known
                .entry(test.clone())
                .or_insert_with(|| existing.iter().any(|path| path.ends_with(&ending)));
            if !exists {
                findings.push(format!("tests/requirements.csv:{}: no test {test}", row.line));
            }
        }
    }
    check(findings);
}

/// Reads the list; the first line holds the names of the columns.
fn rows() -> Vec<Row> {
    let path = root().join("tests/requirements.csv");
    let text = fs::read_to_string(path).expect("tests/requirements.csv");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("id,title,priority,state,test"));
    let rows = lines.enumerate().map(|(place, line)| {
        let mut cells = cells(line).into_iter();
        let mut next = || cells.next().unwrap_or_default();
        let (id, title, priority, state) = (next(), next(), next(), next());
        let tests = next().split('|').filter(|test| !test.is_empty()).map(str::to_owned).collect();
        Row { line: place + 2, id, title, priority, state, tests }
    });
    rows.collect()
}

/// Cuts a line at commas outside quotes.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for character in line.chars() {
        match (character, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
    }
    cells
}

/// Returns the path of every test there is, such as `::pluis::domain::casus::tests::x`.
fn tests() -> Vec<String> {
    let mut paths = Vec::new();
    for source in sources(&["src", "crates", "tests"]) {
        paths.extend(tests_in(&source));
    }
    paths
}

/// Returns the paths of the tests in a file.
pub fn tests_in(source: &Source) -> Vec<String> {
    let mut module = module(&source.path);
    let mut paths = Vec::new();
    let mut is_test = false;
    for line in &source.lines {
        let code = line.trim();
        if let Some(name) = code.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(" {")) {
            module = format!("{module}::{name}");
        }
        is_test |= code.starts_with("#[test]") || code.starts_with("#[wasm_bindgen_test");
        if let Some((_, rest)) = code.split_once("fn ").filter(|_| is_test) {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            paths.push(format!("{module}::{name}"));
            is_test = false;
        }
    }
    paths
}

fn module(path: &str) -> String {
    let path = path.strip_prefix("crates/").or(path.strip_prefix("tests/")).unwrap_or(path);
    let path = path.replace("/src/", "/").replace("/main.rs", ".rs").replace("/lib.rs", ".rs");
    format!("::{}", module_of(&path).join("::"))
}

#[test]
fn quoted_cells_keep_their_commas() {
    assert_eq!(cells("A-01,\"one, two\",must"), ["A-01", "one, two", "must"]);
}
