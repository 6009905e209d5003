//! Starts the real program in a folder of its own, and ends it again; only what it started itself.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::device::Device;
use crate::wire::Wire;

/// A folder that goes with the test.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn make(name: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let id = std::process::id();
        let path = std::env::temp_dir().join(format!("pluis-depot-{id}-{number}-{name}"));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A depot at work; dropping it kills it.
#[derive(Debug)]
pub struct Program {
    child: Child,
    pub address: String,
    place: [String; 2],
    /// Where standard error goes.
    pub log: PathBuf,
    /// Kept until the program has ended.
    folder: Option<Folder>,
}

impl Program {
    /// Starts one on a new folder.
    pub fn start(options: &[&str]) -> Self {
        let folder = Folder::make("data");
        let mut program = Self::on(&folder, options);
        program.folder = Some(folder);
        program
    }

    /// Starts one on a folder that outlives it.
    pub fn on(folder: &Folder, options: &[&str]) -> Self {
        let data = folder.0.to_string_lossy().into_owned();
        let place = ["--data".to_owned(), data];
        Self::run(command(), place, &folder.0.join("log"), options)
    }

    /// Starts one with a command that leads to the program.
    pub fn run(mut command: Command, place: [String; 2], log: &Path, options: &[&str]) -> Self {
        let errors = fs::OpenOptions::new().create(true).append(true).open(log);
        command.arg("serve").args(&place).args(["--listen", "127.0.0.1:0"]).args(options);
        command.stdout(Stdio::piped()).stderr(errors.expect("a log"));
        let mut child = command.spawn().expect("the program");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("depot: http://").unwrap_or_else(|| {
            panic!("no address: {}", fs::read_to_string(log).unwrap_or_default())
        });
        let address = address.to_owned();
        Self { child, address, place, log: log.to_path_buf(), folder: None }
    }

    pub fn wire(&self) -> Wire {
        Wire::to(&self.address)
    }

    /// The folder of its data.
    pub fn data(&self) -> &Path {
        Path::new(&self.place[1])
    }

    /// Runs a command of the operator on the same database.
    pub fn operate(&self, words: &[&str]) -> Output {
        operate(&self.place, words)
    }

    /// Prints an invitation.
    pub fn invitation(&self, options: &[&str]) -> String {
        let output = self.operate(&[&["invite"], options].concat());
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("text").trim().to_owned()
    }

    /// Makes the first device of a new vault, with a token.
    pub fn device(&self, seed: u64) -> Device {
        let device = Device::first(seed);
        assert_eq!(device.redeem(&mut self.wire(), &self.invitation(&[])), 201);
        device
    }

    /// Kills it in the middle of whatever it does.
    pub fn kill(mut self) {
        self.child.kill().expect("a program to kill");
        self.child.wait().expect("its end");
    }

    /// Asks it to stop, and waits; tells whether it ended well.
    pub fn stop(mut self) -> bool {
        self.ask_to_stop();
        self.child.wait().expect("its end").success()
    }

    /// Asks it to stop.
    pub fn ask_to_stop(&self) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("a program");
    }

    pub fn told(&self) -> String {
        fs::read_to_string(&self.log).expect("a log")
    }

    /// Tells whether any of its files holds these bytes; the log is one of them.
    pub fn holds(&self, mark: &[u8]) -> bool {
        let files = fs::read_dir(self.data()).expect("a folder").flatten();
        files
            .filter_map(|file| fs::read(file.path()).ok())
            .any(|content| content.windows(mark.len()).any(|part| part == mark))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program that was built for the tests.
pub fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_pluis-depot"))
}

/// Runs a command of the operator to its end.
pub fn operate(place: &[String; 2], words: &[&str]) -> Output {
    command().args(words).args(place).output().expect("the program")
}
