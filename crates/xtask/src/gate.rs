//! The one gate: every check and every test there is, and one line at the end.
//!
//! A step that fails does not stop the next, so that one run tells all; only what needs the built
//! app waits for it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::build::{self, Quality};
use crate::files;
use crate::journeys::NEVER;
use crate::places::Places;
use crate::run;
use crate::setup::{self, Browser, Tools};
use crate::size;
use crate::tally::Tally;
use crate::trouble::{Outcome, Trouble};

const WASM: &str = "wasm32-unknown-unknown";

/// Journeys share the machine with their browsers.
pub(crate) const TWO_AT_ONCE: &str = "--test-threads=2";

/// Switches that a headless Chromium needs here; `--no-sandbox` because CI runs as root.
const SWITCHES: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
];

/// Runs everything.
///
/// # Errors
/// Fails when anything failed; the counts are on the last line that it prints.
pub fn test(places: &Places) -> Outcome<()> {
    let start = Instant::now();
    let mut gate = Gate::default();
    match setup::tools(places).and_then(|tools| Ok((tools, setup::browser(places)?))) {
        Ok((tools, browser)) => gate.run(places, &tools, &browser),
        Err(trouble) => gate.note(Err(trouble)),
    }
    gate.finish(start)
}

/// Runs the journey that looks at every screen, and leaves the pictures in a folder.
///
/// # Errors
/// Fails when the app does not build, or a screen cannot be reached.
pub fn screenshots(places: &Places, tools: &Tools) -> Outcome<()> {
    let browser = setup::browser(places)?;
    build::build(places, tools, Quality::Release)?;
    let folder = places.scratch("screenshots");
    files::make_folder(&folder)?;
    let mut command = journeys(places, &browser, &["screenshots::", TWO_AT_ONCE]);
    run::step("screenshots", command.env("PLUIS_SHOTS", &folder))?;
    println!("screenshots: {}", folder.display());
    Ok(())
}

#[derive(Default)]
struct Gate {
    tally: Tally,
    troubles: Vec<Trouble>,
}

impl Gate {
    fn run(&mut self, places: &Places, tools: &Tools, browser: &Browser) {
        self.checks(places);
        self.native_tests(places);
        self.wasm_tests(places, tools, browser);
        let built = build::build(places, tools, Quality::Release);
        let is_built = built.is_ok();
        self.note(built);
        if is_built {
            self.note(size::size(places));
            let mut choice = vec![TWO_AT_ONCE];
            choice.extend(NEVER.iter().flat_map(|name| ["--skip", name]));
            self.tests("journeys", &mut journeys(places, browser, &choice));
        }
    }

    fn checks(&mut self, places: &Places) {
        self.note(run::step("format", &mut run::cargo(places, ["fmt", "--all", "--check"])));
        let mut native = run::cargo(places, ["clippy", "--workspace", "--all-targets"]);
        self.note(run::step("clippy", native.args(["--", "-D", "warnings"])));
        let mut wasm = run::cargo(places, ["clippy", "-p", "pluis", "-p", "pluis-worker"]);
        wasm.args(["--target", WASM, "--lib", "--bins", "--tests", "--", "-D", "warnings"]);
        self.note(run::step("clippy for WebAssembly", &mut wasm));
    }

    fn native_tests(&mut self, places: &Places) {
        self.note(setup::database());
        let mut others = run::cargo(places, ["test", "--workspace", "--exclude", "pluis"]);
        match setup::age(places) {
            Ok(vectors) => drop(others.env("PLUIS_AGE_VECTORS", vectors)),
            Err(trouble) => self.note(Err(trouble)),
        }
        self.tests("tests of the crates", others.arg("--no-fail-fast"));
        let mut app =
            run::cargo(places, ["test", "-p", "pluis", "--no-fail-fast", "--lib", "--bins"]);
        for name in test_programs(&places.root.join("tests")) {
            app.args(["--test", &name]);
        }
        self.tests("tests of the app", &mut app);
    }

    fn wasm_tests(&mut self, places: &Places, tools: &Tools, browser: &Browser) {
        match in_browser(places, tools, browser) {
            Ok(mut command) => self.tests("tests in the browser", &mut command),
            Err(trouble) => self.note(Err(trouble)),
        }
    }

    /// Runs test programs, counts their tests, and passes their output on as it comes.
    fn tests(&mut self, what: &str, command: &mut Command) {
        println!("{what} ...");
        let start = Instant::now();
        match counted(command, |_| ()) {
            Err(trouble) => self.note(Err(trouble)),
            Ok((tally, is_success)) => {
                self.tally.add(tally);
                println!(
                    "{what}: {} passed, {} failed in {} s",
                    tally.passed,
                    tally.failed,
                    start.elapsed().as_secs()
                );
                if tally.failed > 0 {
                    self.troubles.push(Trouble::new(format!("{what}: {} failed", tally.failed)));
                } else if !is_success {
                    self.note(Err(Trouble::new(format!("{what}: did not run to the end"))));
                }
            }
        }
    }

    /// A step that fails without a test to blame counts as one failure.
    fn note(&mut self, outcome: Outcome<()>) {
        if let Err(trouble) = outcome {
            eprintln!("{trouble}");
            self.tally.failed += 1;
            self.troubles.push(trouble);
        }
    }

    fn finish(self, start: Instant) -> Outcome<()> {
        println!("all steps: {} s", start.elapsed().as_secs());
        for trouble in &self.troubles {
            println!("failed: {trouble}");
        }
        println!("{}", self.tally.summary());
        if self.troubles.is_empty() { Ok(()) } else { Err(Trouble::told()) }
    }
}

/// Runs test programs, passes their output on line by line, and returns the count and whether they
/// ran to the end.
///
/// # Errors
/// Fails when the program does not start.
pub(crate) fn counted(command: &mut Command, mut hear: impl FnMut(&str)) -> Outcome<(Tally, bool)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|problem| run::not_started(command, &problem))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.read(&line);
            hear(&line);
        }
    }
    let status = child.wait().map_err(|problem| run::not_started(command, &problem))?;
    Ok((tally, status.success()))
}

/// Prepares the tests of the app that run inside a browser.
///
/// # Errors
/// Fails when the description of the browser cannot be written.
pub(crate) fn in_browser(places: &Places, tools: &Tools, browser: &Browser) -> Outcome<Command> {
    let capabilities = places.scratch("webdriver.json");
    files::write(&capabilities, chromium_capabilities(&browser.chromium))?;
    let mut command = run::cargo(places, ["test", "-p", "pluis", "--lib", "--target", WASM]);
    command
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            tools.bindgen.join("wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(command)
}

/// Prepares the journeys that these arguments choose.
pub(crate) fn journeys(places: &Places, browser: &Browser, choice: &[&str]) -> Command {
    let mut command = run::cargo(places, ["test", "-p", "pluis", "--test", "e2e", "--"]);
    command
        .args(choice)
        .env("PLUIS_DIST", &places.dist)
        .env("PLUIS_AXE", &browser.axe)
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver);
    command
}

/// Returns the test programs of the app but for the journeys, which need the built app.
fn test_programs(folder: &Path) -> Vec<String> {
    let files = files::list(folder).unwrap_or_default();
    files
        .iter()
        .filter_map(|file| file.strip_suffix("/main.rs").or_else(|| file.strip_suffix(".rs")))
        .filter(|name| !name.contains('/') && *name != "e2e")
        .map(str::to_owned)
        .collect()
}

fn chromium_capabilities(chromium: &Path) -> String {
    let switches = SWITCHES.map(|switch| format!("\"{switch}\"")).join(", ");
    let binary = chromium.display().to_string().replace('\\', "/");
    format!("{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [{switches}]}}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_no_native_test_program() {
        let folder = std::env::temp_dir().join(format!("pluis-{}-programs", std::process::id()));
        for name in
            ["tidy.rs", "e2e/main.rs", "e2e/harness.rs", "vault/main.rs", "requirements.csv"]
        {
            files::write(&folder.join(name), "").expect("a writable folder");
        }
        let found = test_programs(&folder);
        files::remove_folder(&folder).expect("a removable folder");
        assert_eq!(found, ["tidy", "vault"]);
    }

    #[test]
    fn summary_counts_a_failed_step_beside_failed_tests() {
        let mut gate = Gate { tally: Tally { passed: 4, failed: 1 }, troubles: Vec::new() };
        gate.note(Err(Trouble::new("clippy: failed")));
        gate.note(Ok(()));
        assert_eq!(gate.tally.summary(), "summary: 4 passed, 2 failed");
    }
}
