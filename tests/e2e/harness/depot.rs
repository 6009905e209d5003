//! The real depot program on a folder of its own, serving the built app from the same origin.
//!
//! It is built by the gate before the journeys; `PLUIS_DEPOT` names another one.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::site::{Folder, dist};

/// A depot at work; dropping it ends it.
pub struct Depot {
    program: Option<Child>,
    port: u16,
    data: Folder,
}

impl Depot {
    /// Starts one with nothing in it.
    pub fn start() -> Self {
        let data = Folder::make("depot");
        let (program, port) = run(data.path(), 0);
        Self { program: Some(program), port, data }
    }

    /// Returns the port that it serves app and envelopes on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Ends it, as a power cut would.
    pub fn stop(&mut self) {
        if let Some(mut program) = self.program.take() {
            let _ = program.kill();
            let _ = program.wait();
        }
    }

    /// Starts it again where it was.
    pub fn start_again(&mut self) {
        self.stop();
        self.program = Some(run(self.data.path(), self.port).0);
    }

    /// Makes an invitation as the operator does.
    pub fn invite(&self) -> String {
        let output = command(self.data.path(), "invite").output().expect("the program");
        String::from_utf8(output.stdout).expect("a code").trim().to_owned()
    }

    /// Makes an invitation as a link, as the operator does who knows where app and depot are.
    pub fn invite_by_link(&self) -> String {
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut command = command(self.data.path(), "invite");
        let output = command.args(["--address", &address]).output().expect("the program");
        String::from_utf8(output.stdout).expect("a link").trim().to_owned()
    }

    /// Keeps what it holds now under a name, as a backup would.
    pub fn copy_data(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let files = std::fs::read_dir(self.data.path()).expect("a readable folder").flatten();
        let files = files.filter(|entry| entry.path().is_file());
        files.map(|entry| (entry.path(), std::fs::read(entry.path()).expect("read"))).collect()
    }

    /// Puts back what it held, while it is stopped.
    pub fn put_back(&self, files: &[(PathBuf, Vec<u8>)]) {
        for entry in std::fs::read_dir(self.data.path()).expect("a readable folder").flatten() {
            let _ = std::fs::remove_file(entry.path());
        }
        files.iter().for_each(|(path, bytes)| std::fs::write(path, bytes).expect("written"));
    }
}

impl Drop for Depot {
    fn drop(&mut self) {
        self.stop();
    }
}

fn command(data: &Path, verb: &str) -> Command {
    let beside = || {
        let test = env::current_exe().expect("this program");
        test.ancestors().nth(2).expect("a target folder").join("pluis-depot")
    };
    let program = env::var_os("PLUIS_DEPOT").map_or_else(beside, PathBuf::from);
    let mut command = Command::new(program);
    command.arg(verb).arg("--data").arg(data);
    command
}

fn run(data: &Path, port: u16) -> (Child, u16) {
    let mut command = command(data, "serve");
    command.arg("--listen").arg(format!("127.0.0.1:{port}")).arg("--app").arg(dist());
    let mut program =
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect(
            "the depot: build it with cargo build -p pluis-depot, or name it in PLUIS_DEPOT",
        );
    let mut line = String::new();
    let output = program.stdout.take().expect("a piped output");
    BufReader::new(output).read_line(&mut line).expect("a line");
    let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
    (program, port.unwrap_or_else(|| panic!("no address in: {line}")))
}
