//! Compiles the protocol files into Rust tables; a mistake in a file stops the build.
//!
//! It also asks the linker for what splitting the app into modules needs.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use pluis_protocol::problem::{Problem, SourceFile};
use pluis_protocol::terms::{ContentFiles, check_references};
use pluis_protocol::{contacts, guides, profiles, scenarios, signalenlijst, terms, writing_help};

const FOLDER: &str = "src/domain/protocol/files";
/// The profiles in the order of the screen; the first is the base of the others.
const PROFILES: [&str; 5] = ["landelijk", "ultiem", "kc-balans", "kms", "heutink-4"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // The relocations tell `cargo xtask build` what may go into a module of its own.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut problems = Vec::new();
    let files = read(&PROFILES.map(|name| format!("profiles/{name}.toml")))?;
    write(&out, "profiles.rs", &profiles::compile(&sources(&files), &mut problems))?;
    let files = read(&PROFILES.map(|name| format!("profiles/{name}.scenarios.toml")))?;
    write(&out, "scenarios.rs", &scenarios::compile(&sources(&files), &mut problems))?;
    content(&out, &mut problems)?;
    report(&problems);
    Ok(())
}

/// Compiles what all profiles share, and checks that the files agree with one another.
fn content(out: &Path, problems: &mut Vec<Problem>) -> io::Result<()> {
    let names = ["signalenlijst", "contacts", "guides", "terms", "writing_help"];
    let files = read(&names.map(|name| format!("{name}.toml")))?;
    let sources = sources(&files);
    let [signals, numbers, talks, cards, help] = sources[..] else { return Ok(()) };
    write(out, "signalenlijst.rs", &signalenlijst::compile(signals, problems))?;
    write(out, "contacts.rs", &contacts::compile(numbers, problems))?;
    write(out, "guides.rs", &guides::compile(talks, problems))?;
    write(out, "terms.rs", &terms::compile(cards, problems))?;
    write(out, "writing_help.rs", &writing_help::compile(help, problems))?;
    let files =
        ContentFiles { signalenlijst: signals, contacts: numbers, guides: talks, terms: cards };
    check_references(files, problems);
    Ok(())
}

/// Reads files of the folder, each with its name.
fn read(names: &[String]) -> io::Result<Vec<(String, String)>> {
    let texts = names.iter().map(|name| {
        let text = fs::read_to_string(Path::new(FOLDER).join(name))?;
        Ok((name.clone(), text))
    });
    texts.collect()
}

fn sources(files: &[(String, String)]) -> Vec<SourceFile<'_>> {
    files.iter().map(|(name, text)| SourceFile { name, text }).collect()
}

fn write(out: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::write(out.join(name), text)
}

/// Lists every mistake; Cargo fails the build when there is one.
fn report(problems: &[Problem]) {
    for problem in problems {
        println!("cargo::error={FOLDER}/{problem}");
    }
}
