//! What can be typed after `cargo xtask`, and what it leads to.
//!
//! It holds no work of its own.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::str::FromStr;

use crate::bench;
use crate::build::{self, Quality};
use crate::faults;
use crate::files;
use crate::fuzz;
use crate::gate;
use crate::journeys::{self, Engine};
use crate::places::Places;
use crate::run;
use crate::server;
use crate::setup;
use crate::size;
use crate::trouble::{Outcome, Trouble};

const PORT: u16 = 8080;
const FUZZ_SECONDS: u32 = 60;
const SCHEDULES: u32 = 10_000;
const FIRST_SCHEDULE: u32 = 1;

/// What `--help` prints.
pub const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--open] [--dev]  build the app and serve it on http://127.0.0.1:8080
  build [--dev]                      build the app into dist/
  test                               run every check and every test; ends with one summary line
  fuzz [--seconds N]                 feed hostile bytes to every reader, each for 60 seconds
  size                               table of sizes; fails past 175 kB for the first visit
  simulate [--schedules N] [--seed S]  devices and depots through N schedules of faults (10,000)
  screenshots                        pictures of every screen, light and dark
  journeys [--engine NAME] [--dev]   walk them in chromium, firefox or webkit (WebKitGTK)
  bench [--rounds N]                 figures of speed and memory; writes docs/bench.md
  faults [--seed N] [--rounds N] [--dev]
                                     proves at length that nothing is lost; writes docs/faults.md
  --help                             this text

--dev builds quickly and without shrinking. What is missing is installed first: the WebAssembly
target, trunk, wasm-bindgen and wasm-opt (into ~/.cache/pluis, or PLUIS_CACHE), and for the tests
Chromium and PostgreSQL (as root on Debian). Node with npm must be there.";

/// A command with its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Prints the help text.
    Help,
    /// Builds and serves the app.
    Serve {
        /// Where to listen.
        port: u16,
        /// Whether to open the browser.
        open: bool,
        /// How to build.
        quality: Quality,
    },
    /// Builds the app.
    Build(Quality),
    /// Runs every check and test.
    Test,
    /// Feeds hostile bytes to every reader, each for so many seconds.
    Fuzz(u32),
    /// Prints the sizes.
    Size,
    /// Runs devices and depots through schedules of everything that goes wrong.
    Simulate {
        /// How many schedules.
        schedules: u32,
        /// The seed of the first.
        seed: u32,
    },
    /// Takes pictures of every screen.
    Screenshots,
    /// Walks the journeys.
    Journeys {
        /// In which browser.
        engine: Engine,
        /// How to build.
        quality: Quality,
    },
    /// Measures speed and memory beside references.
    Bench {
        /// How often each side is measured.
        rounds: u32,
    },
    /// Proves at length that nothing is lost.
    Faults {
        /// Where chance starts.
        seed: u32,
        /// How often the browser is killed.
        rounds: u32,
        /// How to build.
        quality: Quality,
    },
}

impl Command {
    /// Reads a command from the arguments.
    ///
    /// # Errors
    /// Fails with the argument that is not understood.
    pub fn parse(arguments: &[String]) -> Outcome<Self> {
        let mut words = arguments.iter().map(String::as_str);
        let command = words.next().unwrap_or("--help");
        let (mut port, mut open, mut quality) = (PORT, false, Quality::Release);
        let (mut seed, mut rounds) = (None, None);
        let (mut seconds, mut schedules) = (FUZZ_SECONDS, SCHEDULES);
        let mut engine = Engine::Chromium;
        while let Some(word) = words.next() {
            match (command, word) {
                ("serve", "--open") => open = true,
                ("serve" | "build" | "faults" | "journeys", "--dev") => quality = Quality::Dev,
                ("serve", "--port") => port = number(word, words.next())?,
                ("faults" | "simulate", "--seed") => seed = Some(number(word, words.next())?),
                ("bench" | "faults", "--rounds") => rounds = Some(number(word, words.next())?),
                ("journeys", "--engine") => engine = words.next().unwrap_or_default().parse()?,
                ("fuzz", "--seconds") => seconds = number(word, words.next())?,
                ("simulate", "--schedules") => schedules = number(word, words.next())?,
                _ => {
                    return Err(Trouble::new(format!(
                        "unknown option: {word} (see cargo xtask --help)"
                    )));
                }
            }
        }
        match command {
            "serve" => Ok(Self::Serve { port, open, quality }),
            "build" => Ok(Self::Build(quality)),
            "test" => Ok(Self::Test),
            "fuzz" => Ok(Self::Fuzz(seconds)),
            "size" => Ok(Self::Size),
            "simulate" => Ok(Self::Simulate { schedules, seed: seed.unwrap_or(FIRST_SCHEDULE) }),
            "screenshots" => Ok(Self::Screenshots),
            "journeys" => Ok(Self::Journeys { engine, quality }),
            "bench" => Ok(Self::Bench { rounds: rounds.unwrap_or(bench::ROUNDS) }),
            "faults" => {
                let (seed, rounds) =
                    (seed.unwrap_or(faults::SEED), rounds.unwrap_or(faults::ROUNDS));
                Ok(Self::Faults { seed, rounds, quality })
            }
            "help" | "--help" | "-h" => Ok(Self::Help),
            _ => Err(Trouble::new(format!("unknown command: {command} (see cargo xtask --help)"))),
        }
    }

    /// Runs the command.
    ///
    /// # Errors
    /// Fails with one line that says what is wrong.
    pub fn run(self) -> Outcome<()> {
        let places = Places::find()?;
        match self {
            Self::Help => println!("{HELP}"),
            Self::Serve { port, open, quality } => serve(&places, port, open, quality)?,
            Self::Build(quality) => build::build(&places, &setup::tools(&places)?, quality)?,
            Self::Test => gate::test(&places)?,
            Self::Fuzz(seconds) => fuzz::fuzz(&places, seconds)?,
            Self::Size => {
                // A quick build leaves no compressed files; its sizes would mean nothing.
                if !places.dist.join("pluis_bg.wasm.br").is_file() {
                    build::build(&places, &setup::tools(&places)?, Quality::Release)?;
                }
                size::size(&places)?;
            }
            Self::Bench { rounds } => {
                let tools = setup::tools(&places)?;
                let browser = setup::browser(&places)?;
                build::build(&places, &tools, Quality::Release)?;
                bench::bench(&places, &browser, rounds)?;
            }
            Self::Faults { seed, rounds, quality } => {
                let tools = setup::tools(&places)?;
                let browser = setup::browser(&places)?;
                build::build(&places, &tools, quality)?;
                faults::faults(&places, &tools, &browser, seed, rounds)?;
            }
            Self::Simulate { schedules, seed } => simulate(&places, schedules, seed)?,
            Self::Journeys { engine, quality } => {
                journeys::walk(&places, &setup::tools(&places)?, engine, quality)?;
            }
            Self::Screenshots => gate::screenshots(&places, &setup::tools(&places)?)?,
        }
        Ok(())
    }
}

fn number<T: FromStr>(option: &str, word: Option<&str>) -> Outcome<T> {
    let word = word.unwrap_or_default();
    word.parse().map_err(|_| Trouble::new(format!("{option} wants a number, not: {word}")))
}

fn simulate(places: &Places, schedules: u32, seed: u32) -> Outcome<()> {
    let mut test = run::cargo(
        places,
        ["test", "--quiet", "-p", "pluis", "--lib", "sync::tests::simulation", "--", "--nocapture"],
    );
    test.env("PLUIS_SCHEDULES", schedules.to_string()).env("PLUIS_SEED", seed.to_string());
    run::step(&format!("{schedules} schedules from seed {seed}"), &mut test)
}

fn serve(places: &Places, port: u16, open: bool, quality: Quality) -> Outcome<()> {
    let refused = |problem: std::io::Error| {
        Trouble::new(if problem.kind() == ErrorKind::AddrInUse {
            format!("port {port} is in use: end that program or choose another with --port")
        } else {
            format!("cannot listen on port {port}: {problem}")
        })
    };
    // Better told now than after five minutes of building.
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?);
    build::build(places, &setup::tools(places)?, quality)?;
    let running = server::serve(&places.dist, Some(port)).map_err(refused)?;
    println!("Pluis: {} (end with Ctrl+C)", running.url());
    if open {
        open_browser(&running.url());
    }
    running.wait();
    Ok(())
}

/// Opens the browser where the system has a program for it; the address is on screen anyway.
fn open_browser(url: &str) {
    let opener = ["xdg-open", "open", "explorer"].into_iter().find_map(files::find_program);
    if let Some(opener) = opener {
        let _ = std::process::Command::new(opener).arg(url).spawn();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Command> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&words)
    }

    #[test]
    fn options_are_read_in_any_order() {
        let command = Command::Serve { port: 9000, open: true, quality: Quality::Release };
        assert_eq!(parse("serve --open --port 9000"), Ok(command));
        let command = Command::Faults { seed: 7, rounds: 200, quality: Quality::Dev };
        assert_eq!(parse("faults --dev --seed 7"), Ok(command));
        assert_eq!(parse("bench --rounds 3"), Ok(Command::Bench { rounds: 3 }));
        assert_eq!(parse("build --dev"), Ok(Command::Build(Quality::Dev)));
        assert_eq!(parse("fuzz --seconds 5"), Ok(Command::Fuzz(5)));
        let command = Command::Journeys { engine: Engine::WebKit, quality: Quality::Dev };
        assert_eq!(parse("journeys --dev --engine webkit"), Ok(command));
        let command = Command::Simulate { schedules: 7, seed: 3 };
        assert_eq!(parse("simulate --seed 3 --schedules 7"), Ok(command));
        assert_eq!(parse(""), Ok(Command::Help));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, word) in [
            ("srve", "srve"),
            ("test --port 1", "--port"),
            ("serve --port eight", "eight"),
            ("journeys --engine opera", "opera"),
            ("fuzz --seconds -1", "-1"),
            ("simulate --schedules many", "many"),
            ("serve --port 70000", "70000"),
        ] {
            let refusal = parse(line).map_err(|trouble| trouble.to_string());
            assert!(refusal.is_err_and(|told| told.contains(word)), "{line}");
        }
    }
}
