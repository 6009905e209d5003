//! The program between a journey and its browser: one for each browser, on a free port.
//!
//! It knows the switches of each browser and nothing of the app.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
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

/// A small browser of WebKit that keeps what it stores.
const WEBKIT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/harness/webkit.py");

/// Which browser the journeys are walked in: `PLUIS_ENGINE` may ask for `firefox`, or for `webkit`
/// under Xvfb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, in which all journeys are walked.
    Chromium,
    /// Firefox: it knows none of Chromium's own commands.
    Firefox,
    /// WebKitGTK: it knows none of Chromium's own commands.
    WebKit,
}

impl Engine {
    /// Returns the one that was asked for.
    pub fn asked() -> Self {
        match env::var("PLUIS_ENGINE").as_deref() {
            Ok("webkit") => Self::WebKit,
            Ok("firefox") => Self::Firefox,
            _ => Self::Chromium,
        }
    }
}

/// A driver at work; dropping it ends it.
pub struct Driver {
    program: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser that keeps everything in this folder.
    pub fn start(engine: Engine, profile: &Path) -> Self {
        let (variable, name) = match engine {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
            Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        let name = env::var(variable).unwrap_or_else(|_| name.to_owned());
        (0..START_TRIES)
            .find_map(|_| match engine {
                Engine::Chromium => Self::try_start_chromium(&name, profile),
                // A port of its own for what is not used either: two drivers run side by side.
                Engine::Firefox => Self::try_start_on_port(
                    &name,
                    &["--websocket-port=0", "--allow-system-access"],
                    profile,
                ),
                Engine::WebKit => {
                    save_in(profile);
                    Self::try_start_on_port(&name, &[], profile)
                }
            })
            .unwrap_or_else(|| panic!("{name} ended before it listened, {START_TRIES} times"))
    }

    /// Starts the driver on a port that it chooses; nothing when it ends before it listens, as it
    /// does when the port that is free for IPv4 is taken for IPv6.
    fn try_start_chromium(name: &str, profile: &Path) -> Option<Self> {
        let mut program = start(name, &["--port=0"], profile);
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

    /// Starts a driver on a free port; it does not say when it listens.
    fn try_start_on_port(name: &str, switches: &[&str], profile: &Path) -> Option<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?.local_addr().ok()?.port();
        let port_switch = format!("--port={port}");
        let mut program = start(name, &[&[port_switch.as_str()], switches].concat(), profile);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if program.try_wait().ok()?.is_some() {
                return None;
            }
            std::thread::yield_now();
        }
        // Nobody reads what it says, and it must not stop at a full pipe.
        if let Some(mut output) = program.stdout.take() {
            std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        }
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

fn start(name: &str, switches: &[&str], profile: &Path) -> Child {
    Command::new(name)
        .args(switches)
        // Without it WebKit asks for rights that a container does not give.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("XDG_CONFIG_HOME", profile)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|problem| panic!("cannot start {name}: {problem}"))
}

/// Tells WebKit where to save files, as a desktop does.
fn save_in(profile: &Path) {
    let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads(profile).display());
    fs::write(profile.join("user-dirs.dirs"), line).expect("a writable folder");
}

/// Returns the folder in which WebKit saves files; what stands there may lead elsewhere.
pub fn downloads(profile: &Path) -> PathBuf {
    profile.join("downloads")
}

/// Returns what is asked of the browser.
pub fn capabilities(engine: Engine, profile: &Path) -> Map<String, Value> {
    let wanted = match engine {
        Engine::Chromium => chromium(profile),
        Engine::Firefox => firefox(profile),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": { "binary": WEBKIT, "args": [profile] },
        }),
    };
    wanted.as_object().cloned().unwrap_or_default()
}

/// A browser without a window, in a folder for everything that it keeps.
fn firefox(profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": env::var("FIREFOX").unwrap_or_else(|_| "firefox-esr".to_owned()),
            "args": ["-headless", "-profile", profile],
            "prefs": { "intl.accept_languages": "nl" },
        },
    })
}

/// Our switches, and a folder for everything that it keeps.
fn chromium(profile: &Path) -> Value {
    let folder = format!("--user-data-dir={}", profile.display());
    let switches: Vec<String> = SWITCHES.into_iter().map(str::to_owned).chain([folder]).collect();
    let mut options = json!({ "args": switches });
    if let (Ok(binary), Some(options)) = (env::var("CHROMIUM"), options.as_object_mut()) {
        options.insert("binary".to_owned(), binary.into());
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}
