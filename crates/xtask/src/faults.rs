//! The long proofs that nothing is lost and nothing leaks: the same tests as in the gate, with more
//! rounds, and their last result in `docs/faults.md`.
//!
//! It holds no proof of its own; each is a test that has a short form.

use std::fmt::Write;
use std::process::Command;

use crate::files;
use crate::gate::{TWO_AT_ONCE, counted, in_browser};
use crate::journeys::{Engine, on_a_small_disk};
use crate::places::Places;
use crate::run;
use crate::setup::{self, Browser, Tools};
use crate::trouble::{Outcome, Trouble};

/// Where chance starts, unless another number is given.
pub const SEED: u32 = 1;
/// How often the browser is killed, unless another number is given.
pub const ROUNDS: u32 = 200;

/// What a test prints before the figures of its proof.
const MARK: &str = "proof: ";

/// Which program holds a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Program {
    Native,
    InBrowser,
    Journey(Engine),
    /// Journeys in Chromium on a disk that can be filled.
    SmallDisk,
}

/// A proof: its number among the measures, what it claims, and the tests that show it.
struct Proof {
    measure: &'static str,
    claim: &'static str,
    program: Program,
    tests: &'static str,
}

const PROOFS: [Proof; 11] = [
    Proof {
        measure: "R1",
        claim: "the browser is killed while it saves: nothing confirmed is lost, the vault opens",
        program: Program::Journey(Engine::Chromium),
        tests: "faults::",
    },
    Proof {
        measure: "R1",
        claim: "the same in WebKitGTK: its page and what writes its storage are killed at once",
        program: Program::Journey(Engine::WebKit),
        // Beside another journey the engine miscalculates more often (docs/engines.md).
        tests: "faults::nothing_confirmed_is_lost",
    },
    Proof {
        measure: "R2",
        claim: "every byte of 200 envelopes changed, every header field exchanged: all refused, the rest readable",
        program: Program::Native,
        tests: "session::tests::flips::",
    },
    Proof {
        measure: "R3",
        claim: "5 connections write at once, and 2,000 events each in turns: no gap, no duplicate",
        program: Program::InBrowser,
        tests: "five_tabs_that_",
    },
    Proof {
        measure: "R3",
        claim: "of several tabs one writes; going on in another loses nothing",
        program: Program::Journey(Engine::Chromium),
        tests: "tabs::",
    },
    Proof {
        measure: "R4",
        claim: "storage full at 5 levels: the text stays, a clear message, earlier notes intact",
        program: Program::Journey(Engine::Chromium),
        tests: "storage::full_storage",
    },
    Proof {
        measure: "R4",
        claim: "the disk runs full while saving, then has room again: no note is lost two openings later",
        program: Program::SmallDisk,
        tests: "full_disk::",
    },
    Proof {
        measure: "R5",
        claim: "the clock jumps two years, an hour comes twice: order and days stay right",
        program: Program::Native,
        tests: "session::tests::clock::",
    },
    Proof {
        measure: "R6",
        claim: "a cut, empty, foreign or missing module, a stale sheet: the old release goes on",
        program: Program::Journey(Engine::Chromium),
        tests: "update::",
    },
    Proof {
        measure: "R13",
        claim: "20 texts typed, then locked: none in the page, on the wire or on the disk",
        program: Program::Journey(Engine::Chromium),
        tests: "canary::",
    },
    Proof {
        measure: "R14",
        claim: "100 scripts typed into every field: none runs",
        program: Program::Journey(Engine::Chromium),
        tests: "bad_input::script",
    },
];

/// Runs every proof at length and writes down what came of it.
///
/// # Errors
/// Fails when a proof fails; all of them are run and written down first.
pub fn faults(
    places: &Places,
    tools: &Tools,
    browser: &Browser,
    seed: u32,
    rounds: u32,
) -> Outcome<()> {
    let mut rows = String::new();
    let mut failed = 0;
    for proof in &PROOFS {
        println!("{}: {} ...", proof.measure, proof.claim);
        let mut command = prepare(places, tools, browser, proof)?;
        command
            .env("PLUIS_FULL", "1")
            .env("PLUIS_SEED", seed.to_string())
            .env("PLUIS_ROUNDS", rounds.to_string());
        let mut figures = Vec::new();
        let (tally, is_success) = counted(&mut command, |line| {
            figures.extend(line.split_once(MARK).map(|(_, figures)| figures.to_owned()));
        })?;
        let is_shown = is_success && tally.failed == 0 && tally.passed > 0;
        failed += usize::from(!is_shown);
        let tests = format!("{} tests passed, {} failed", tally.passed, tally.failed);
        let figures = if figures.is_empty() { tests } else { figures.join("; ") };
        let result = if is_shown { "holds" } else { "**fails**" };
        // Writing to a string cannot fail.
        let _ = writeln!(rows, "| {} | {} | {figures} | {result} |", proof.measure, proof.claim);
    }
    files::write(&places.root.join("docs/faults.md"), report(places, browser, seed, &rows))?;
    println!("written: docs/faults.md");
    if failed > 0 {
        return Err(Trouble::new(format!("faults: {failed} of {} proofs fail", PROOFS.len())));
    }
    Ok(())
}

fn prepare(places: &Places, tools: &Tools, browser: &Browser, proof: &Proof) -> Outcome<Command> {
    Ok(match proof.program {
        Program::Native => {
            let mut command = run::cargo(places, ["test", "-p", "pluis", "--lib"]);
            command.args([proof.tests, "--", "--nocapture"]);
            command
        }
        Program::InBrowser => {
            let mut command = in_browser(places, tools, browser)?;
            command.arg(proof.tests).env("WASM_BINDGEN_TEST_TIMEOUT", "3600");
            command
        }
        Program::Journey(engine) => {
            engine.journeys(places, browser, &[proof.tests, "--nocapture", TWO_AT_ONCE])?
        }
        Program::SmallDisk => {
            // Each fills the one disk they have.
            let choice = [proof.tests, "--nocapture", "--test-threads=1"];
            on_a_small_disk(places, &Engine::Chromium.journeys(places, browser, &choice)?)
        }
    })
}

fn report(places: &Places, browser: &Browser, seed: u32, rows: &str) -> String {
    let date = run::ask("date", &["-u", "+%Y-%m-%d %H:%M UTC"]).unwrap_or_default();
    let chromium = run::ask(&browser.chromium, &["--version"]).unwrap_or_default();
    let webkit = setup::webkit_version(places).unwrap_or_default();
    let system = run::ask("uname", &["-sm"]).unwrap_or_default();
    format!(
        "# Faults: what was done to Pluis, and what came of it\n\n\
         Written by `cargo xtask faults`; every proof also has a short form in `cargo xtask test`.\n\n\
         - date: {date}\n- engines: {}, {}\n- system: {system}\n- seed: {seed}\n\n\
         | measure | claim | figures | result |\n|---|---|---|---|\n{rows}",
        chromium, webkit
    )
}
