//! Reading and writing files, with troubles that name the file.
//!
//! It knows nothing of what is in them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// Reads a file as bytes.
///
/// # Errors
/// Fails with the file's name.
pub fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|problem| trouble("read", file, &problem))
}

/// Reads a file as text.
///
/// # Errors
/// Fails with the file's name.
pub fn read_text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|problem| trouble("read", file, &problem))
}

/// Writes a file, and the folders above it.
///
/// # Errors
/// Fails with the file's name.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Outcome<()> {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    fs::write(file, content).map_err(|problem| trouble("write", file, &problem))
}

/// Makes a folder, and the folders above it.
///
/// # Errors
/// Fails with the folder's name.
pub fn make_folder(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|problem| trouble("make", folder, &problem))
}

/// Removes a folder with all that is in it; one that is not there is fine.
///
/// # Errors
/// Fails with the folder's name.
pub fn remove_folder(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Err(problem) if problem.kind() != io::ErrorKind::NotFound => {
            Err(trouble("remove", folder, &problem))
        }
        _ => Ok(()),
    }
}

/// Lists all files below a folder as paths relative to it, with `/`, in order.
///
/// # Errors
/// Fails with the folder's name.
pub fn list(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

/// Copies all files below a folder into another.
///
/// # Errors
/// Fails with the name of the file that could not be copied.
pub fn copy_all(from: &Path, to: &Path) -> Outcome<()> {
    for name in list(from)? {
        write(&to.join(&name), read(&from.join(&name))?)?;
    }
    Ok(())
}

/// Finds a program on the search path.
#[must_use]
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
        .find(|file| file.is_file())
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Outcome<()> {
    let entries = fs::read_dir(folder).map_err(|problem| trouble("list", folder, &problem))?;
    for entry in entries {
        let entry = entry.map_err(|problem| trouble("list", folder, &problem))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

fn trouble(verb: &str, file: &Path, problem: &io::Error) -> Trouble {
    Trouble::new(format!("cannot {verb} {}: {problem}", file.display()))
}
