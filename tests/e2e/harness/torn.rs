//! What a loss of power in the middle of a write leaves behind.
//!
//! It knows how an engine keeps what it stores, and nothing of the app.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Profile;
use super::driver::Engine;

/// The head of a whole record of 400 bytes in a log of LevelDB, without any of them: a checksum of
/// four bytes, the length in two, the kind in one.
const HEAD: [u8; 7] = [1, 2, 3, 4, 0x90, 0x01, 1];

impl Profile {
    /// Leaves half a record at the end of the storage's log, while no browser is on the profile.
    /// Only Chromium's has such a log; the other engines' databases undo what is not whole.
    pub fn leave_half_a_write(&self) {
        if Engine::asked() != Engine::Chromium {
            return;
        }
        let log = self.storage_log().expect("a log of the storage");
        let mut log = OpenOptions::new().append(true).open(log).expect("a writable log");
        log.write_all(&HEAD).expect("a writable log");
    }

    /// Breaks every cache, as a phone does that stops while one is made: in Chromium alone.
    pub fn break_caches(&self) {
        if Engine::asked() != Engine::Chromium {
            return;
        }
        let origins = entries(&self.folder().join("Default/Service Worker/CacheStorage"));
        let caches = origins.iter().flat_map(|origin| entries(origin));
        let indexes = caches.map(|cache| cache.join("index"));
        let indexes: Vec<PathBuf> = indexes.filter(|index| index.is_file()).collect();
        assert!(!indexes.is_empty(), "there is no cache to break");
        for index in indexes {
            fs::write(index, "").expect("a writable cache");
        }
    }

    fn storage_log(&self) -> Option<PathBuf> {
        let ends = |path: &PathBuf, with: &str| path.extension().is_some_and(|end| end == with);
        entries(&self.folder().join("Default/IndexedDB"))
            .into_iter()
            .filter(|path| ends(path, "leveldb"))
            .flat_map(|database| entries(&database))
            .find(|path| ends(path, "log"))
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}
