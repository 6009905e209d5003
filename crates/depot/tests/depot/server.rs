//! A PostgreSQL server of the tests' own: Debian's programs, a temporary folder, a loopback port.
//!
//! The server refuses to run as root, so root lends it the identity of nobody.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use postgres::{Config, NoTls};
use rustix::process::{Pid, Signal, geteuid, kill_process};

use crate::program::Folder;

const USER: &str = "depot";
const MISSING: &str = "PostgreSQL is missing: install it, e.g. apt-get install postgresql";

/// A server at work; dropping it ends it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    pub port: u16,
    data: PathBuf,
    _folder: Folder,
}

impl Server {
    /// Makes and starts a server.
    pub fn start() -> Self {
        let (folder, data) = make();
        Self::run(folder, data, &[])
    }

    /// Makes and starts a server that speaks TLS, with this certificate and its key in PEM.
    pub fn start_sealed(certificate: &str, key: &str) -> Self {
        let (folder, data) = make();
        let settings =
            [("ssl_cert_file", certificate), ("ssl_key_file", key)].map(|(name, pem)| {
                let file = folder.0.join(name);
                fs::write(&file, pem).expect("a written file");
                // The server takes no key that others can read.
                fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("its own file");
                own(&file);
                format!("{name}={}", file.display())
            });
        let [certificate, key] = settings;
        Self::run(folder, data, &["ssl=on".to_owned(), certificate, key])
    }

    /// Copies this server into a standby that follows it, and lets every commit wait for it.
    pub fn follow(&self) -> Self {
        let (folder, data) = place();
        let mut copy = program("pg_basebackup");
        copy.args([
            "-h",
            "127.0.0.1",
            "-U",
            USER,
            "-R",
            "-c",
            "fast",
            "-p",
            &self.port.to_string(),
        ]);
        finish(copy.arg("-D").arg(&data));
        let standby = Self::run(folder, data, &[]);
        self.ask("ALTER SYSTEM SET synchronous_standby_names = '*'");
        self.ask("SELECT pg_reload_conf()");
        let followers = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
        while self.ask(followers) == 0 {
            self.ask("SELECT 1 FROM pg_sleep(0.05)");
        }
        standby
    }

    /// Makes a standby take writes.
    pub fn promote(&self) {
        let mut promote = program("pg_ctl");
        finish(promote.args(["promote", "-w", "-D"]).arg(&self.data));
    }

    /// Kills it in the middle of whatever it does.
    pub fn kill(mut self) {
        self.child.kill().expect("a server to kill");
        self.child.wait().expect("its end");
    }

    /// Runs a statement; returns its number when it gives one.
    pub fn ask(&self, statement: &str) -> i64 {
        let mut config = Config::new();
        config.host("127.0.0.1").port(self.port).user(USER).dbname("postgres");
        let mut session = config.connect(NoTls).expect("a connection");
        // Without a transaction around it, as some statements want.
        let rows = session.simple_query(statement).expect("an answer");
        let number = rows.iter().find_map(|row| match row {
            postgres::SimpleQueryMessage::Row(row) => row.get(0)?.parse().ok(),
            _ => None,
        });
        number.unwrap_or(0)
    }

    /// Returns the address of a database on these servers.
    pub fn address(servers: &[&Self]) -> String {
        let hosts: Vec<String> =
            servers.iter().map(|server| format!("127.0.0.1:{}", server.port)).collect();
        format!("postgres://{USER}@{}/postgres", hosts.join(","))
    }

    fn run(folder: Folder, data: PathBuf, settings: &[String]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let mut command = program("postgres");
        command.arg("-D").arg(&data).args(["-p", &port.to_string()]);
        for setting in [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=16MB",
            "logging_collector=off",
            "log_destination=stderr",
            "lc_messages=C",
        ] {
            command.args(["-c", setting]);
        }
        for setting in settings {
            command.args(["-c", setting]);
        }
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a server");
        let mut lines = BufReader::new(child.stderr.take().expect("its log")).lines();
        let mut told = String::new();
        let is_ready = lines.by_ref().map_while(Result::ok).any(|line| {
            told.push_str(&line);
            line.contains("ready to accept")
        });
        assert!(is_ready, "{told}");
        // Somebody has to go on reading, or the server would stand still.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { child, port, data, _folder: folder }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = kill_process(Pid::from_child(&self.child), Signal::QUIT);
        let _ = self.child.wait();
    }
}

/// Makes the files of a server.
fn make() -> (Folder, PathBuf) {
    let (folder, data) = place();
    let mut init = program("initdb");
    init.args(["-A", "trust", "-U", USER, "--no-sync", "-D"]).arg(&data);
    finish(init);
    (folder, data)
}

/// Makes a folder that the server's user owns.
fn place() -> (Folder, PathBuf) {
    let folder = Folder::make("postgres");
    own(&folder.0);
    let data = folder.0.join("data");
    (folder, data)
}

/// Gives a file or folder to the server's user.
fn own(path: &Path) {
    if geteuid().is_root() {
        let mut chown = Command::new("chown");
        finish(chown.arg("nobody:nogroup").arg(path));
    }
}

/// Prepares one of the server's programs, never as root.
fn program(name: &str) -> Command {
    let program = folder_of_programs().join(name);
    if !geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
    command.current_dir("/").env("HOME", "/");
    command
}

/// Debian keeps the programs of each version in a folder of its own.
fn folder_of_programs() -> PathBuf {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.extend(std::env::split_paths(&on_path));
    let has_all = |folder: &PathBuf| folder.join("initdb").is_file();
    folders.into_iter().find(has_all).unwrap_or_else(|| panic!("{MISSING}"))
}

fn finish(mut command: impl std::borrow::BorrowMut<Command>) {
    let output = command.borrow_mut().output().expect(MISSING);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
