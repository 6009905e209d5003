//! Feeds hostile bytes to every reader of stored and received forms, each for a while.
//!
//! It runs the targets of `crates/fuzz` with cargo-fuzz. Without a sanitizer that needs no other
//! toolchain than the project's, and there is no unsafe code of ours for one to look at.

use std::path::Path;

use crate::files;
use crate::places::Places;
use crate::run;
use crate::setup;
use crate::trouble::Outcome;

/// Each target, and the folders whose files it starts from.
const TARGETS: [(&str, &[&str]); 9] = [
    ("age", &[]),
    ("backup", &["src/session/testdata"]),
    ("envelope", &["src/vault/testdata"]),
    ("event", &[]),
    ("hand_over", &["src/vault/testdata"]),
    ("letter", &[]),
    ("profile", &["src/domain/protocol/files/profiles"]),
    ("school_profile", &["src/domain/protocol/own/testdata"]),
    ("slot", &["src/vault/testdata"]),
];

/// Runs every target for so many seconds; what was found worth keeping is the start of next time.
///
/// # Errors
/// Fails at the first target that fails; the bytes that did it are named above.
pub fn fuzz(places: &Places, seconds: u32) -> Outcome<()> {
    let tool = setup::fuzz(places)?;
    let found = places.scratch("fuzz");
    for (target, seeds) in TARGETS {
        let corpus = found.join(target);
        files::make_folder(&corpus)?;
        let mut command = run::program(places, tool.join("cargo-fuzz"));
        command.args(["fuzz", "run", target, "--sanitizer", "none", "--fuzz-dir"]);
        command.arg(places.root.join("crates").join("fuzz"));
        command.arg("--target-dir").arg(places.target.join("fuzz")).arg(&corpus);
        command.args(seeds.iter().map(|folder| places.root.join(folder)));
        command.arg("--").arg(format!("-max_total_time={seconds}"));
        command.arg(format!("-artifact_prefix={}", prefix(&found, target)));
        run::step(&format!("fuzz {target}, {seconds} s"), &mut command)?;
    }
    println!("fuzz: {} targets, {seconds} s each, nothing found", TARGETS.len());
    Ok(())
}

/// Bytes that make a target fail are kept beside its corpus.
fn prefix(found: &Path, target: &str) -> String {
    found.join(format!("{target}-")).display().to_string()
}
