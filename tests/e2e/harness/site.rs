//! The built app on a port of its own, which can be stopped and started again.
//!
//! It serves what the build made and changes only copies of it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use xtask::server::{Running, serve};

use super::depot::Depot;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The app at an address.
pub struct Site {
    dist: PathBuf,
    running: Option<Running>,
    depot: Option<Depot>,
    port: u16,
    copy: Option<Folder>,
}

impl Site {
    /// Serves the built app.
    pub fn start() -> Self {
        Self::serve(dist(), None)
    }

    /// Serves a copy of the built app that was changed first.
    pub fn start_changed(change: impl FnOnce(&Path)) -> Self {
        let copy = Folder::make("dist");
        copy_folder(&dist(), copy.path());
        change(copy.path());
        Self::serve(copy.path().to_path_buf(), Some(copy))
    }

    /// Has a depot serve the built app, with sync on the same origin.
    pub fn start_depot() -> Self {
        let depot = Depot::start();
        let port = depot.port();
        Self { dist: dist(), running: None, depot: Some(depot), port, copy: None }
    }

    fn serve(dist: PathBuf, copy: Option<Folder>) -> Self {
        let running = serve(&dist, None).expect("a free port");
        let port = running.port();
        Self { dist, running: Some(running), depot: None, port, copy }
    }

    /// Returns the address of a route.
    pub fn url(&self, route: &str) -> String {
        format!("http://127.0.0.1:{}{route}", self.port)
    }

    /// Returns where the server listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Takes the network away.
    pub fn stop(&mut self) {
        self.running = None;
        if let Some(depot) = &mut self.depot {
            depot.stop();
        }
    }

    /// Returns the depot that serves it.
    pub fn depot(&mut self) -> &mut Depot {
        self.depot.as_mut().expect("a site of a depot")
    }

    /// Changes the files that are served; only for a copy.
    pub fn change(&self, change: impl FnOnce(&Path)) {
        assert!(self.copy.is_some(), "only a copy may be changed");
        change(&self.dist);
    }
}

/// Finds the built app.
pub(super) fn dist() -> PathBuf {
    let dist = env::var_os("PLUIS_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    assert!(
        dist.join("sw.js").is_file(),
        "no built app in {}: run `cargo xtask build`, or name it in PLUIS_DIST",
        dist.display()
    );
    dist
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a readable folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file that can be copied");
        }
    }
}

/// A folder of this test alone; dropping it removes it.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder.
    pub fn make(what: &str) -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("pluis-{}-{what}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a writable folder");
        Self(path)
    }

    /// Returns where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
