//! The service worker's list: every file that a release consists of, with its SHA-256.
//!
//! Trunk's own hashes are of no use here: they are taken before the modules are shrunk.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::files;
use crate::trouble::{Outcome, Trouble};

/// The line in the script that the build replaces.
const PLACE: &str = "const RELEASE = { name: \"\", files: {} };";

/// How much of the hash names a release.
const NAME_LEN: usize = 12;

/// A file as the browser asks for it, and the hash of what it must get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The path from the origin's root; the page itself is `/`.
    pub path: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Lists what the app needs to work without a network.
///
/// # Errors
/// Fails when a file cannot be read.
pub fn list(dist: &Path) -> Outcome<Vec<Kept>> {
    let names = files::list(dist)?.into_iter().filter(|name| is_kept(name));
    names
        .map(|name| {
            let sha256 = hex(&Sha256::digest(files::read(&dist.join(&name))?));
            let path = if name == "index.html" { "/".to_owned() } else { format!("/{name}") };
            Ok(Kept { path, sha256 })
        })
        .collect()
}

/// Writes the list into the service worker's script, and names the release after all of it.
///
/// # Errors
/// Fails when the script has no place for the list.
pub fn fill_in(script: &str, kept: &[Kept]) -> Outcome<String> {
    let (before, after) = script
        .split_once(PLACE)
        .ok_or_else(|| Trouble::new(format!("public/sw.js lacks the line: {PLACE}")))?;
    let mut list = String::new();
    for Kept { path, sha256 } in kept {
        // Writing to a string cannot fail.
        let _ = write!(list, "\n  \"{path}\": \"{sha256}\",");
    }
    // The script is part of the release: a change in it alone must not share a cache with the last.
    let hash = hex(&Sha256::digest(format!("{script}{list}")));
    let name = hash.get(..NAME_LEN).unwrap_or(&hash);
    Ok(format!("{before}const RELEASE = {{ name: \"{name}\", files: {{{list}\n}} }};{after}"))
}

/// Pictures for the app store, licences, files for the server and the worker itself stay out.
fn is_kept(name: &str) -> bool {
    let is_hidden = name.split('/').any(|part| part.starts_with(['.', '_']));
    let is_licence = name.ends_with("LICENSE");
    !is_hidden
        && !is_licence
        && !name.starts_with("screenshots/")
        && !name.ends_with(".br")
        && name != "sw.js"
}

/// Writes bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(path: &str, sha256: &str) -> Kept {
        Kept { path: path.to_owned(), sha256: sha256.to_owned() }
    }

    #[test]
    fn list_holds_every_file_of_the_app_and_nothing_else() {
        let dist = std::env::temp_dir().join(format!("pluis-{}-precache", std::process::id()));
        for name in [
            "index.html",
            "pluis_bg.wasm",
            "pluis_bg.wasm.br",
            "icons/a.svg",
            "screenshots/b.png",
            "sw.js",
            "_headers",
            "LICENSE",
        ] {
            files::write(&dist.join(name), "abc").expect("a writable folder");
        }
        let found = list(&dist).expect("a readable folder");
        files::remove_folder(&dist).expect("a removable folder");
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(found, [kept("/icons/a.svg", abc), kept("/", abc), kept("/pluis_bg.wasm", abc)]);
    }

    #[test]
    fn script_changes_with_any_file() {
        let script = format!("// why\n{PLACE}\nrest");
        let one = fill_in(&script, &[kept("/", "aa")]).expect("a place");
        let other = fill_in(&script, &[kept("/", "ab")]).expect("a place");
        assert!(one.starts_with("// why\nconst RELEASE = { name: \"") && one.ends_with("\nrest"));
        assert!(one.contains("\"/\": \"aa\""));
        let name = |script: &str| script.split('"').nth(1).map(str::to_owned);
        assert_ne!(name(&one), name(&other));
    }

    #[test]
    fn script_without_a_place_is_refused() {
        assert!(fill_in("const RELEASE = 1;", &[]).is_err());
    }

    #[test]
    fn service_worker_has_a_place_for_the_list() {
        assert!(include_str!("../../../../public/sw.js").contains(PLACE));
    }
}
