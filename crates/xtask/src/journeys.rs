//! The journeys in a browser of choice; the gate walks them in Chromium alone.
//!
//! It holds no journey of its own, only what the other browsers cannot be asked to do.

use std::process::Command;
use std::str::FromStr;

use crate::build::{self, Quality};
use crate::gate::{TWO_AT_ONCE, counted, journeys};
use crate::places::Places;
use crate::run;
use crate::setup::{self, Browser, Tools};
use crate::trouble::{Outcome, Trouble};

/// A browser that journeys are walked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, on a screen that nobody sees.
    WebKit,
}

/// What no browser but Chromium can be asked for by its driver, and why.
const CHROMIUM_ALONE: [(&str, &str); 10] = [
    ("bad_input::long_word_", "no window is as narrow as a phone"),
    ("bad_input::refused_storage_", "no script runs before those of a page"),
    ("storage::full_storage_", "the room on the device cannot be limited"),
    ("storage::installed_on_an_iphone_", "another device cannot be pretended"),
    ("storage::storage_that_does_not_open_", "no script runs before those of a page"),
    ("storage::tab_on_an_iphone_", "another device cannot be pretended"),
    ("ways_in::authenticator_that_makes_no_secret_", "there are no pretended passkeys"),
    ("ways_in::empty_or_short_secret_", "there are no pretended passkeys"),
    ("ways_in::passkey_", "there are no pretended passkeys"),
    ("ways_in::user_who_is_not_verified_", "there are no pretended passkeys"),
];

/// What WebKitGTK cannot be asked for either, and why.
const NOT_IN_WEBKIT: [(&str, &str); 2] = [
    ("print::", "its driver does not print"),
    ("storage::panel_", "it does not tell how much room there is"),
];

/// These are no journeys, or commands of their own, or need a disk of their own.
pub(crate) const NEVER: [&str; 3] = ["screenshots::", "bench::", "full_disk::"];

impl FromStr for Engine {
    type Err = Trouble;

    fn from_str(name: &str) -> Outcome<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            _ => Err(Trouble::new(format!("no such engine: {name} (chromium, firefox or webkit)"))),
        }
    }
}

impl Engine {
    const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Returns the journeys that are left out, with the reason of each.
    fn left_out(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Chromium => Vec::new(),
            Self::Firefox => CHROMIUM_ALONE.to_vec(),
            Self::WebKit => [CHROMIUM_ALONE.as_slice(), &NOT_IN_WEBKIT].concat(),
        }
    }

    /// Sets this browser up, and prepares the journeys of choice in it.
    ///
    /// # Errors
    /// Fails when the browser cannot be set up.
    pub fn journeys(self, places: &Places, browser: &Browser, choice: &[&str]) -> Outcome<Command> {
        let driver = match self {
            Self::Chromium => None,
            Self::Firefox => Some(("GECKODRIVER", setup::firefox(places)?)),
            Self::WebKit => Some(("WEBKITDRIVER", setup::webkit(places)?)),
        };
        let mut command = journeys(places, browser, choice);
        command.env("PLUIS_ENGINE", self.name()).envs(driver);
        Ok(match self {
            Self::Chromium | Self::Firefox => command,
            Self::WebKit => on_a_hidden_screen(places, &command),
        })
    }
}

/// Builds the app and walks every journey that this browser can be asked for.
///
/// # Errors
/// Fails when the app does not build, or a journey fails.
pub fn walk(places: &Places, tools: &Tools, engine: Engine, quality: Quality) -> Outcome<()> {
    let mut choice = vec![TWO_AT_ONCE];
    let left_out = engine.left_out();
    for (journey, reason) in &left_out {
        println!("left out: {journey}: {reason}");
    }
    for name in NEVER.iter().chain(left_out.iter().map(|(journey, _)| journey)) {
        choice.extend(["--skip", name]);
    }
    let mut command = engine.journeys(places, &setup::browser(places)?, &choice)?;
    build::build(places, tools, quality)?;
    let mut depot = run::cargo(places, ["build", "-p", "pluis-depot"]);
    run::step("depot: build", &mut depot)?;
    let (tally, is_success) = counted(&mut command, |_| ())?;
    println!("journeys in {}: {}", engine.name(), tally.summary());
    if is_success {
        Ok(())
    } else {
        Err(Trouble::new(format!("journeys in {}: failed", engine.name())))
    }
}

/// Runs a command with a small disk for its temporary files; the disk goes with it.
pub(crate) fn on_a_small_disk(places: &Places, command: &Command) -> Command {
    let disk = places.scratch("small-disk");
    let script = "mkdir -p \"$0\" && mount -t tmpfs -o size=250m tmpfs \"$0\" && exec \"$@\"";
    let mut within = run::program(places, "unshare");
    within.args(["--map-root-user", "--mount", "sh", "-c", script]).arg(&disk);
    run_within(&mut within, command);
    within.env("TMPDIR", disk);
    within
}

/// Runs a command under a server for windows that shows them to nobody.
fn on_a_hidden_screen(places: &Places, command: &Command) -> Command {
    let mut within = run::program(places, "xvfb-run");
    within.arg("-a");
    run_within(&mut within, command);
    within
}

/// Gives a program another one to run, with what is set for it.
fn run_within(within: &mut Command, command: &Command) {
    within.arg(command.get_program()).args(command.get_args());
    within.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_known_by_its_name_alone() {
        for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
            assert_eq!(engine.name().parse(), Ok(engine));
        }
        assert!("safari".parse::<Engine>().is_err());
    }
}
