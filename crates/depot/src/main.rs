//! The way in for `pluis-depot`; the commands themselves are in the library.

use std::process::ExitCode;

use pluis_depot::command::Command;
use pluis_depot::operate;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Command::parse(&arguments).and_then(operate::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("pluis-depot: {trouble}");
            ExitCode::FAILURE
        }
    }
}
