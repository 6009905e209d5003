//! Who may import whom: the table of the architecture, row by row, and the crates of each folder.
//!
//! What is not in the table is refused. Rows add up: a file has what its folder has.

use crate::check;
use crate::source::{Source, cut, names, sources};

/// A module, and the modules that it may import beside its own folder.
const MAY_IMPORT: [(&str, &[&str]); 22] = [
    ("domain", &[]),
    ("vault", &[]),
    // Sealed types only: both are written next to the envelopes and open nothing by themselves.
    ("store", &["vault::KeyringRecord", "vault::SlotRecord"]),
    // Envelopes only: what tells whether one is genuine is lent by the session.
    ("sync", &["store"]),
    ("session", &["domain", "vault", "store", "sync"]),
    ("browser", &["store"]),
    ("browser::depot", &["sync"]),
    // A time is all that the domain wants of a clock.
    ("browser::clock", &["domain::moment"]),
    ("browser::calls", &["domain::moment"]),
    ("ui", &["domain"]),
    // The one place that ties the screens to the vault and the device.
    ("ui::state", &["session", "browser", "store::StoreError", "store::memory", "sync", "vault"]),
    ("ui::app", &["browser::service_worker", "browser::calls"]),
    ("ui::after_call", &["browser::calls", "browser::page"]),
    ("ui::contact", &["browser::preferences"]),
    // A calendar file that the user asks for.
    ("ui::course", &["browser::download"]),
    ("ui::paper", &["browser::download"]),
    ("ui::vault", &["browser::download"]),
    // A file that is ready to leave.
    ("ui::leaving", &["browser::download", "browser::share"]),
    (
        "ui::pages",
        &[
            "browser::device",
            "browser::download",
            "browser::page",
            "browser::preferences",
            "browser::share",
            "browser::storage",
        ],
    ),
    // Every failure has a text, so the texts know every failure.
    (
        "ui::text::errors",
        &[
            "browser::download::FileError",
            "browser::passkey::PasskeyError",
            "browser::worker::WorkerError",
            "session::SessionError",
            "store::StoreError",
            "sync::DepotError",
            "vault::BackupProblem",
            "vault::HandOverProblem",
            "vault::VaultError",
        ],
    ),
    ("ui::text::synchronisatie", &["sync"]),
    ("main", &["session", "browser", "ui"]),
];

/// Within a folder: a module, and the only neighbours that it may import.
const WITHIN: [(&str, &[&str]); 5] = [
    ("ui::components", &["ui::components", "ui::text"]),
    ("ui::text", &["ui::text"]),
    (
        "domain::protocol",
        &["domain::protocol", "domain::logboek::entry", "domain::moment", "domain::phone"],
    ),
    ("domain::id", &["domain::id"]),
    ("domain::moment", &["domain::moment"]),
];

/// An external crate, and the folders that may name it.
const CRATES: [(&str, &[&str]); 20] = [
    ("leptos", &["ui", "main"]),
    ("leptos_router", &["ui", "main"]),
    ("futures_channel", &["ui"]),
    ("qrcodegen", &["ui"]),
    ("web_sys", &["browser", "ui"]),
    ("js_sys", &["browser", "ui"]),
    ("wasm_bindgen", &["browser", "ui"]),
    ("wasm_bindgen_futures", &["browser", "ui"]),
    ("wasm_bindgen_test", &["browser", "ui"]),
    ("gloo_storage", &["browser"]),
    ("pluis_cipher", &["vault"]),
    ("hkdf", &["vault"]),
    ("bech32", &["vault"]),
    ("sha2", &["vault"]),
    ("subtle", &["vault"]),
    ("x25519_dalek", &["vault"]),
    ("zeroize", &["vault", "sync", "session", "browser"]),
    ("getrandom", &["vault", "session", "browser"]),
    ("pluis_envelope", &["vault", "store", "sync", "session", "browser"]),
    ("pluis_protocol", &["build"]),
];

/// What of the standard library leads outside; the rules are handed times, ids and texts.
const OUTSIDE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

#[test]
fn every_import_stands_in_the_table() {
    check(sources(&["src"]).iter().flat_map(refused_imports).collect());
}

#[test]
fn external_crates_are_named_only_where_they_belong() {
    check(sources(&["src"]).iter().flat_map(refused_crates).collect());
}

#[test]
fn the_rules_have_no_clock_and_reach_nothing_outside() {
    let domain = sources(&["src/domain"]);
    let lines = domain.iter().flat_map(|source| {
        let shipped = source.lines.iter().enumerate().take(source.tests_from);
        shipped.map(move |(line, code)| (&source.path, line, code))
    });
    let outside = lines.filter(|(_, _, code)| leads_outside(code));
    check(outside.map(|(path, line, _)| format!("{path}:{}: leads outside", line + 1)).collect());
    assert!(leads_outside("use std::time::Instant;") && leads_outside("let at = Utc::now();"));
    assert!(leads_outside("use std::{cmp::Ordering, fs};") && !leads_outside("let now = at;"));
}

#[test]
fn forbidden_imports_are_found_however_they_are_written() {
    let refused = |path: &str, text: &str| refused_imports(&cut(path.into(), text)).len();
    assert_eq!(refused("src/domain/id.rs", "use crate::session::open;"), 1);
    assert_eq!(refused("src/domain/casus/decide.rs", "use super::super::super::vault::Place;"), 1);
    assert_eq!(refused("src/vault/key.rs", "use crate::{store::Write, vault::Place};"), 1);
    assert_eq!(refused("src/ui/pages/afwegen/run.rs", "use crate::ui::pages::bellen::X;"), 1);
    assert_eq!(refused("src/ui/pages/afwegen/run.rs", "use crate::ui::pages::afwegen::X;"), 0);
    assert_eq!(refused("src/ui/components/field.rs", "use crate::ui::state::Shared;"), 1);
    assert_eq!(refused("src/domain/id.rs", "mod tests { use super::super::moment::Moment; }"), 1);
}

fn leads_outside(code: &str) -> bool {
    code.contains("::now(")
        || (code.contains("std::") && names(code).any(|name| OUTSIDE.contains(&name)))
}

fn refused_imports(source: &Source) -> Vec<String> {
    let own = module_of(&source.path);
    let paths = paths_in(source, &own);
    let refused = paths.into_iter().filter(|(_, target)| !may_import(&own.join("::"), target));
    refused
        .map(|(line, target)| {
            format!("{}:{}: {} may not import {target}", source.path, line + 1, own.join("::"))
        })
        .collect()
}

fn may_import(own: &str, target: &str) -> bool {
    let top = |path: &str| path.split("::").next().unwrap_or_default().to_owned();
    if own == "lib" || target.is_empty() {
        return true;
    }
    if top(own) != top(target) {
        let rows = MAY_IMPORT.iter().filter(|(from, _)| is_within(own, from));
        return rows.flat_map(|(_, allowed)| *allowed).any(|allowed| is_within(target, allowed));
    }
    if is_another_page(own, target) {
        return false;
    }
    let rows: Vec<_> = WITHIN.iter().filter(|(from, _)| is_within(own, from)).collect();
    rows.is_empty()
        || rows.iter().any(|(_, allowed)| allowed.iter().any(|allowed| is_within(target, allowed)))
}

/// Pages do not import other pages.
fn is_another_page(own: &str, target: &str) -> bool {
    let page = |path: &str| {
        let name = path.strip_prefix("ui::pages::")?.split("::").next()?;
        name.starts_with(char::is_lowercase).then(|| name.to_owned())
    };
    match (page(own), page(target)) {
        (Some(own), Some(target)) => own != target,
        _ => false,
    }
}

fn is_within(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Returns the module of a file: `src/ui/pages/mod.rs` is `ui::pages`.
pub fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.trim_end_matches("/mod").split('/').map(str::to_owned).collect()
}

/// Returns every path in the code that starts at the crate, with its line; `super` is resolved.
pub fn paths_in(source: &Source, own: &[String]) -> Vec<(usize, String)> {
    let mut paths = Vec::new();
    let code = source.lines.join("\n");
    // The depths of braces at which modules inside the file began.
    let (mut depth, mut inline) = (0_usize, Vec::new());
    let mut words = Words { rest: &code, line: 0 };
    let mut before = [""; 2];
    while let Some((line, word)) = words.next() {
        match word {
            "{" if before[0] == "mod" => {
                inline.push(depth);
                depth += 1;
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inline.pop_if(|began| *began == depth);
            }
            "crate" | "pluis" if words.rest.starts_with("::") => {
                let tree = tree(&mut words);
                paths.extend(tree.into_iter().map(|path| (line, path.join("::"))));
            }
            "super" if words.rest.starts_with("::") && before[1] != "::" => {
                for path in tree(&mut words) {
                    let up = 1 + path.iter().take_while(|part| *part == "super").count();
                    let up = up.saturating_sub(inline.len());
                    let kept = own.len().saturating_sub(up);
                    let rest = path.into_iter().skip_while(|part| part == "super");
                    let full: Vec<String> = own[..kept].iter().cloned().chain(rest).collect();
                    paths.push((line, full.join("::")));
                }
            }
            _ => {}
        }
        before = [before[1], word];
    }
    paths
}

/// Reads what follows a path's first part: `::a::{b, c}` gives `a::b` and `a::c`.
fn tree(words: &mut Words<'_>) -> Vec<Vec<String>> {
    let mut path = Vec::new();
    loop {
        if !words.rest.starts_with("::") {
            return vec![path];
        }
        words.rest = &words.rest[2..];
        if words.rest.starts_with('{') {
            words.next();
            return group(words)
                .into_iter()
                .map(|branch| path.iter().cloned().chain(branch).collect())
                .collect();
        }
        if !words.rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return vec![path];
        }
        path.extend(words.next().map(|(_, word)| word.to_owned()));
    }
}

fn group(words: &mut Words<'_>) -> Vec<Vec<String>> {
    let mut branches = Vec::new();
    while let Some((_, word)) = words.next() {
        match word {
            "}" => break,
            "," => {}
            first => branches.extend(tree(words).into_iter().map(|mut branch| {
                branch.insert(0, first.to_owned());
                branch
            })),
        }
    }
    branches
}

/// Walks through names, `::` and single marks.
struct Words<'code> {
    rest: &'code str,
    line: usize,
}

impl<'code> Iterator for Words<'code> {
    type Item = (usize, &'code str);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.rest.trim_start();
        self.line += self.rest[..self.rest.len() - text.len()].matches('\n').count();
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let first = text.chars().next()?;
        let length = match text.find(|c| !is_name(c)) {
            Some(0) if text.starts_with("::") => 2,
            Some(0) => first.len_utf8(),
            Some(length) => length,
            None => text.len(),
        };
        let (word, rest) = text.split_at(length);
        self.rest = rest;
        Some((self.line, word))
    }
}

fn refused_crates(source: &Source) -> Vec<String> {
    let own = module_of(&source.path);
    let top = own.first().map(String::as_str).unwrap_or_default();
    let lines = source.lines.iter().enumerate();
    lines
        .flat_map(|(line, code)| names(code).map(move |name| (line, name)))
        .filter(|(_, name)| {
            CRATES.iter().any(|(external, folders)| external == name && !folders.contains(&top))
        })
        .map(|(line, name)| format!("{}:{}: {top} may not name {name}", source.path, line + 1))
        .collect()
}
