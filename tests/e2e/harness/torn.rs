//! What a loss of power in the middle of a write leaves behind.
//!
//! It knows how an engine keeps what it stores, and nothing of the app.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

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

    fn storage_log(&self) -> Option<PathBuf> {
        let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
        let ends = |path: &PathBuf, with: &str| path.extension().is_some_and(|end| end == with);
        files(self.folder().join("Default/IndexedDB"))
            .map(|entry| entry.path())
            .filter(|path| ends(path, "leveldb"))
            .flat_map(|database| files(database).map(|entry| entry.path()))
            .find(|path| ends(path, "log"))
    }
}
