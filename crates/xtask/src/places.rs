//! Where things lie: the project, what it is built into, and the cache of tools.
//!
//! It creates nothing.

use std::env;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The folders that the commands work in.
#[derive(Debug, Clone)]
pub struct Places {
    /// The project's top folder.
    pub root: PathBuf,
    /// The built app.
    pub dist: PathBuf,
    /// Cargo's output.
    pub target: PathBuf,
    /// Tools, kept apart from `target` so that `cargo clean` spares them.
    pub tools: PathBuf,
}

impl Places {
    /// Finds the folders from the environment that cargo gives a program that it runs.
    ///
    /// # Errors
    /// Fails when there is no home folder for the cache, and none was named.
    pub fn find() -> Outcome<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .ancestors()
            .nth(2)
            .map(Path::to_path_buf)
            .ok_or_else(|| Trouble::new("run it as: cargo xtask"))?;
        let dist = root.join("dist");
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => std::path::absolute(folder).map_err(unknown)?,
            // Cargo put this program into <target>/<profile>.
            None => env::current_exe()
                .map_err(unknown)?
                .ancestors()
                .nth(2)
                .map_or_else(|| root.join("target"), Path::to_path_buf),
        };
        Ok(Self { dist, target, tools: cache()?.join("tools"), root })
    }

    /// Returns a place of our own inside cargo's output, which several checkouts may share.
    #[must_use]
    pub fn scratch(&self, name: &str) -> PathBuf {
        let checkout = self.root.file_name().unwrap_or_default();
        self.target.join("xtask").join(checkout).join(name)
    }
}

fn unknown(problem: std::io::Error) -> Trouble {
    Trouble::new(format!("cannot tell where cargo builds: {problem}"))
}

fn cache() -> Outcome<PathBuf> {
    let given = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = given("PLUIS_CACHE")
        .or_else(|| given("XDG_CACHE_HOME").map(|cache| cache.join("pluis")))
        .or_else(|| given("HOME").map(|home| home.join(".cache").join("pluis")))
        .or_else(|| given("LOCALAPPDATA").map(|local| local.join("pluis")));
    folder
        .and_then(|folder| std::path::absolute(folder).ok())
        .ok_or_else(|| Trouble::new("no folder for the tools: set PLUIS_CACHE"))
}
