//! Backups of the embedded database: whole copies without leftovers, made while it serves.
//!
//! Restoring is copying one back as `depot.sqlite`, with the depot stopped.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::database::copy_file;
use crate::trouble::Trouble;

const START: &str = "depot-";
const END: &str = ".sqlite";

/// Writes a copy into a folder, and drops the copies that are too old.
pub fn backup(data: &Path, to: &Path, keep_days: u32) -> Result<(), Trouble> {
    super::must_exist(data)?;
    let refused = |problem: String| {
        Trouble::new(
            "--to",
            &format!("{}: {problem}", to.display()),
            "name a folder on another disk that this user may write to",
        )
    };
    fs::create_dir_all(to).map_err(|problem| refused(problem.to_string()))?;
    let seconds = super::now();
    let name = format!("{START}{}-{:05}{END}", super::iso_day(seconds / 86_400), seconds % 86_400);
    let (part, whole) = (to.join(format!("{name}.part")), to.join(&name));
    copy_file(data, &part).map_err(|problem| refused(problem.to_string()))?;
    let finish = || -> io::Result<usize> {
        // A copy has its name only once it is whole and on the disk.
        File::open(&part)?.sync_all()?;
        fs::rename(&part, &whole)?;
        File::open(to)?.sync_all()?;
        drop_old(to, keep_days)
    };
    let dropped = finish().map_err(|problem| refused(problem.to_string()))?;
    println!("{} written, {dropped} older dropped", whole.display());
    Ok(())
}

fn drop_old(folder: &Path, keep_days: u32) -> io::Result<usize> {
    let oldest = SystemTime::now() - Duration::from_secs(u64::from(keep_days) * 86_400);
    let mut dropped = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_copy = name.starts_with(START) && name.contains(END);
        if is_copy && entry.metadata()?.modified()? < oldest {
            fs::remove_file(entry.path())?;
            dropped += 1;
        }
    }
    Ok(dropped)
}
