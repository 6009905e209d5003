//! Starts other programs, and says what takes long.
//!
//! It does not decide what to run.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::places::Places;
use crate::trouble::{Outcome, Trouble};

/// Prepares a program that works in the project's top folder and builds where we look.
#[must_use]
pub fn program(places: &Places, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(&places.root).env("CARGO_TARGET_DIR", &places.target);
    command
}

/// Prepares cargo.
#[must_use]
pub fn cargo<const N: usize>(places: &Places, arguments: [&str; N]) -> Command {
    let mut command = program(places, std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Runs a program to its end, with its output on the terminal and its time after it.
///
/// # Errors
/// Fails when the program does not start or ends badly.
pub fn step(what: &str, command: &mut Command) -> Outcome<()> {
    println!("{what} ...");
    let start = Instant::now();
    let status = command.status().map_err(|problem| not_started(command, &problem))?;
    if !status.success() {
        return Err(Trouble::new(format!("{what}: failed")));
    }
    println!("{what}: done in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Runs a program that takes minutes, and says so first.
///
/// # Errors
/// Fails as [`step`] does.
pub fn long_step(what: &str, how_long: &str, command: &mut Command) -> Outcome<()> {
    println!("{what}: takes {how_long}");
    step(what, command)
}

/// Runs a program quietly and returns what it printed, or nothing when it failed.
#[must_use]
pub fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Puts folders in front of the search path of a program.
pub fn put_on_path(command: &mut Command, folders: &[&Path]) -> Outcome<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let rest = std::env::split_paths(&path);
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(rest);
    let joined = std::env::join_paths(all)
        .map_err(|problem| Trouble::new(format!("cannot set PATH: {problem}")))?;
    command.env("PATH", joined);
    Ok(())
}

/// Says that a program could not be started.
#[must_use]
pub fn not_started(command: &Command, problem: &std::io::Error) -> Trouble {
    Trouble::new(format!("cannot start {}: {problem}", command.get_program().to_string_lossy()))
}
