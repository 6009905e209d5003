//! What must hold for the depot: it can read nothing, its parts stay apart, no query crosses vaults.

use crate::check;
use crate::imports::{module_of, paths_in};
use crate::source::{Source, root, sources};

/// A crate, and the folders of the depot that may name it; ciphers stand nowhere.
const DEPOT_CRATES: [(&str, &[&str]); 18] = [
    ("axum", &["http"]),
    ("hyper", &["http"]),
    ("hyper_util", &["http"]),
    ("tower_service", &["http"]),
    ("pluis_site", &["http"]),
    ("rusqlite", &["database"]),
    ("postgres", &["database"]),
    ("rustls", &["database"]),
    ("tokio_postgres_rustls", &["database"]),
    ("rustix", &["operate"]),
    ("qrcodegen", &["operate"]),
    ("subtle", &["keeping"]),
    ("getrandom", &["keeping"]),
    ("pluis", &[]),
    ("chacha20poly1305", &[]),
    ("hkdf", &[]),
    ("argon2", &[]),
    ("x25519_dalek", &[]),
];

/// A folder of the depot, and the only others that it may import.
const DEPOT_FOLDERS: [(&str, &[&str]); 3] = [
    ("keeping", &["keeping", "database"]),
    ("database", &["database", "log", "trouble"]),
    ("http", &["http", "keeping", "database", "log"]),
];

/// How a statement begins, and how it says that it stays within one vault.
const STATEMENTS: [&str; 4] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "];
const WITHIN_ONE: [&str; 4] =
    ["WHERE vault = $1", "WHERE t.vault = $1", "(vault, ", "FROM vault v ORDER BY"];

#[test]
fn the_depot_can_read_nothing_and_keeps_its_parts_apart() {
    let manifest = std::fs::read_to_string(root().join("crates/depot/Cargo.toml"));
    let manifest = manifest.expect("the depot's manifest");
    let nowhere = DEPOT_CRATES.iter().filter(|(_, folders)| folders.is_empty());
    let depends = nowhere.filter(|(name, _)| {
        let start = format!("{} ", name.replace('_', "-"));
        manifest.lines().any(|line| line.starts_with(&start))
    });
    let mut findings: Vec<String> =
        depends.map(|(name, _)| format!("crates/depot/Cargo.toml: depends on {name}")).collect();
    findings.extend(sources(&["crates/depot/src"]).iter().flat_map(refused_in_depot));
    check(findings);
}

#[test]
fn no_query_of_the_depot_crosses_vaults() {
    let keeping = sources(&["crates/depot/src/keeping"]);
    let strings = keeping.iter().flat_map(|source| {
        let shipped = source.strings.iter().filter(|(line, _)| *line < source.tests_from);
        shipped.map(move |(line, text)| (&source.path, line + 1, text))
    });
    let statements: Vec<_> = strings
        .filter(|(_, _, text)| STATEMENTS.iter().any(|start| text.starts_with(start)))
        .collect();
    assert!(statements.len() > 20, "only {} statements found", statements.len());
    // An invitation and a way back are looked up by their own code, before any vault is known.
    let by_code = [" invitation", "FROM way_back WHERE hash = $1"];
    let crosses = statements
        .iter()
        .filter(|(_, _, text)| !by_code.iter().chain(&WITHIN_ONE).any(|mark| text.contains(mark)));
    check(
        crosses
            .map(|(path, line, text)| format!("{path}:{line}: crosses vaults: {text}"))
            .collect(),
    );
}

fn refused_in_depot(source: &Source) -> Vec<String> {
    let own = module_of(source.path.trim_start_matches("crates/depot/"));
    let top = own.first().map(String::as_str).unwrap_or_default();
    let names_crate = |code: &str, name: &str| {
        let path = format!("{name}::");
        code.starts_with(&format!("use {path}")) || code.contains(&format!(" {path}"))
    };
    let lines = source.lines.iter().enumerate().take(source.tests_from);
    let named = lines.flat_map(|(line, code)| {
        let rows = DEPOT_CRATES.iter().filter(move |(name, _)| names_crate(code, name));
        rows.filter(|(_, folders)| !folders.contains(&top)).map(move |(name, _)| (line, *name))
    });
    let mut found: Vec<(usize, String)> =
        named.map(|(line, name)| (line, name.to_owned())).collect();
    if let Some((_, allowed)) = DEPOT_FOLDERS.iter().find(|(folder, _)| *folder == top) {
        let paths = paths_in(source, &own).into_iter();
        found.extend(paths.filter(|(_, target)| {
            !allowed.contains(&target.split("::").next().unwrap_or_default())
        }));
    }
    let told = found.into_iter();
    told.map(|(line, name)| format!("{}:{}: {top} may not name {name}", source.path, line + 1))
        .collect()
}
