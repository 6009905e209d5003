//! The program between a journey and its browser: one for each browser, on a free port.
//!
//! It knows Chromium's switches and nothing of the app.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Map, Value, json};

/// Chromium's switches for a browser without a window; it runs as root in a container, and asks
/// the network for nothing of its own.
const SWITCHES: [&str; 13] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--lang=nl",
    "--window-size=800,900",
];

/// What chromedriver says once it listens, before the port.
const STARTED: &str = "was started successfully on port ";

/// How often a driver may fail to find a port.
const START_TRIES: u8 = 5;

/// A driver at work; dropping it ends it.
pub struct Driver {
    program: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver.
    pub fn start() -> Self {
        let name = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        (0..START_TRIES)
            .find_map(|_| Self::try_start(&name))
            .unwrap_or_else(|| panic!("{name} ended before it listened, {START_TRIES} times"))
    }

    /// Starts the driver on a port that it chooses; nothing when it ends before it listens, as it
    /// does when the port that is free for IPv4 is taken for IPv6.
    fn try_start(name: &str) -> Option<Self> {
        let mut program = Command::new(name)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|problem| panic!("cannot start {name}: {problem}"));
        let output = program.stdout.take().expect("a piped output");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let Some(port) =
            lines.find_map(|line| line.split_once(STARTED)?.1.trim_end_matches('.').parse().ok())
        else {
            let _ = program.wait();
            return None;
        };
        // What it says later must go somewhere, or it stops at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { program, port })
    }

    /// Returns the address that takes commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Returns what is asked of the browser: our switches, and a folder for everything that it keeps.
pub fn capabilities(profile: &Path) -> Map<String, Value> {
    let folder = format!("--user-data-dir={}", profile.display());
    let switches: Vec<String> = SWITCHES.into_iter().map(str::to_owned).chain([folder]).collect();
    let mut options = json!({ "args": switches });
    if let (Ok(binary), Some(options)) = (env::var("CHROMIUM"), options.as_object_mut()) {
        options.insert("binary".to_owned(), binary.into());
    }
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    wanted.as_object().cloned().unwrap_or_default()
}
