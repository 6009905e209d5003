//! The way in for `cargo xtask`; the commands themselves are in the library.

use std::process::ExitCode;

use xtask::command::Command;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Command::parse(&arguments).and_then(Command::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            if !trouble.is_told() {
                eprintln!("{trouble}");
            }
            ExitCode::FAILURE
        }
    }
}
