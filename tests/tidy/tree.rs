//! What files look like: their place, their head, their length, and a few things never written.

use std::fs;

use crate::check;
use crate::requirements::tests_in;
use crate::source::{Source, files, names, root, sources};

/// What may stand at the top, beside what git ignores.
const TOP: [&str; 19] = [
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".git",
    ".gitignore",
    ".rustfmt.toml",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "crates",
    "deploy",
    "docs",
    "public",
    "src",
    "style",
    "tests",
];

const MAX_LINES: usize = 400;

/// The words with which a longer file explains itself.
const EXPLAINED: &str = "one file";

#[test]
fn top_level_holds_only_the_agreed_entries() {
    let ignored = fs::read_to_string(root().join(".gitignore")).expect("a .gitignore");
    let is_ignored = |name: &str| ignored.lines().any(|line| line.trim_matches('/') == name);
    let entries = fs::read_dir(root()).expect("a readable folder").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let odd = names.filter(|name| !TOP.contains(&name.as_str()) && !is_ignored(name));
    check(odd.map(|name| format!("{name}: not agreed at the top level")).collect());
}

#[test]
fn every_module_says_what_it_is_for() {
    let rust =
        files(&["src", "crates", "tests"]).into_iter().filter(|file| file.path.ends_with(".rs"));
    let silent =
        rust.filter(|file| !file.text.starts_with("//! ") || file.text.starts_with("//! Stub"));
    check(
        silent.map(|file| format!("{}:1: no `//!` that says what it is for", file.path)).collect(),
    );
}

#[test]
fn long_files_say_why() {
    let rust =
        files(&["src", "crates", "tests"]).into_iter().filter(|file| file.path.ends_with(".rs"));
    let long = rust.filter(|file| {
        let head: String = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
        file.text.lines().count() > MAX_LINES && !head.contains(EXPLAINED)
    });
    check(
        long.map(|file| format!("{}:{MAX_LINES}: too long, and does not say why", file.path))
            .collect(),
    );
}

#[test]
fn every_style_sheet_is_linked() {
    let page = fs::read_to_string(root().join("public/index.html")).expect("a page");
    let sheets = files(&["style"]).into_iter().filter(|file| file.path.ends_with(".css"));
    let forgotten = sheets.filter(|file| !page.contains(&format!("href=\"/{}\"", file.path)));
    check(
        forgotten.map(|file| format!("{}:1: not linked in public/index.html", file.path)).collect(),
    );
}

#[test]
fn every_style_sheet_stands_in_a_layer() {
    let sheets = files(&["style"]).into_iter().filter(|file| file.path.ends_with(".css"));
    // A sheet for what must stand even in an old browser says that it is outside the layers.
    let is_apart = |text: &str| text.contains("outside") && text.contains("layers");
    let bare = sheets.filter(|file| !file.text.contains("@layer ") && !is_apart(&file.text));
    check(bare.map(|file| format!("{}:1: in no layer", file.path)).collect());
}

#[test]
fn style_has_no_force_and_no_foreign_address() {
    let mut findings = Vec::new();
    for file in files(&["style"]) {
        for (number, line) in file.text.lines().enumerate() {
            if ["!important", "http:", "https:", "@import"].iter().any(|word| line.contains(word)) {
                findings.push(format!(
                    "{}:{}: not in a sheet: {}",
                    file.path,
                    number + 1,
                    line.trim()
                ));
            }
        }
    }
    check(findings);
}

#[test]
fn screens_have_no_inline_style_and_no_raw_markup() {
    check(found_in(&sources(&["src/ui"]), "the policy refuses it", |code| {
        code.contains(" style=")
            || names(code).any(|name| name == "inner_html" || name == "innerHTML")
    }));
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let refused = [concat!("#[al", "low("), concat!("#![al", "low(")];
    check(found_in(&sources(&["src", "crates", "tests"]), "use #[expect(…, reason)]", |code| {
        refused.iter().any(|mark| code.contains(mark))
    }));
}

#[test]
fn tests_are_named_as_claims_and_always_run() {
    let refused = [concat!("#[ig", "nore"), concat!("#[should_", "panic")];
    let sources = sources(&["src", "crates", "tests"]);
    let mut findings =
        found_in(&sources, "not in a test", |code| refused.iter().any(|mark| code.contains(mark)));
    let no_claims = ["::test_", "::it_works", "::works"];
    let names = sources.iter().flat_map(tests_in);
    findings.extend(
        names
            .filter(|name| no_claims.iter().any(|start| name.contains(start)))
            .map(|name| format!("{name}: a test is named as a claim")),
    );
    check(findings);
}

fn found_in(sources: &[Source], rule: &str, is_found: impl Fn(&str) -> bool) -> Vec<String> {
    let mut findings = Vec::new();
    for source in sources {
        for (number, code) in source.lines.iter().enumerate().filter(|(_, code)| is_found(code)) {
            findings.push(format!("{}:{}: {rule}: {}", source.path, number + 1, code.trim()));
        }
    }
    findings
}
