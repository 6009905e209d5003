//! How a server hands out the built app: the security headers, types, caching, compressed files.
//!
//! It opens no connection: a server asks it what to answer. `deploy/_headers` is the one source of
//! the headers, so that every server sends the same.

use std::fs;
use std::path::Path;

const HEADERS: &str = include_str!("../../../deploy/_headers");

/// The type of each kind of file, by the end of its name.
const TYPES: [(&str, &str); 11] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("ico", "image/x-icon"),
    ("txt", "text/plain; charset=utf-8"),
];

/// A file of the app, as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes, compressed or not.
    pub content: Vec<u8>,
    /// What it is, for `Content-Type`.
    pub kind: &'static str,
    /// Whether a cache may use it unasked, for `Cache-Control`.
    pub cache: &'static str,
    /// Whether the bytes are compressed with brotli.
    pub is_brotli: bool,
}

/// Returns name and value of each security header that every answer carries.
pub fn security() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = HEADERS.lines().skip_while(|line| *line != "/*").skip(1);
    let pairs = all.map_while(|line| line.strip_prefix("  ")?.split_once(": "));
    // The one line there that depends on the file.
    pairs.filter(|(name, _)| *name != "Cache-Control")
}

/// Finds what a path of the app stands for; an address without a dot is a screen of the app.
#[must_use]
pub fn find(dist: &Path, path: &str, brotli: bool) -> Option<Found> {
    let name = path.trim_start_matches('/');
    // Names of our own files hold none of these, and they lead out of the folder.
    if name.split('/').any(|part| part.starts_with('.')) || name.contains(['\\', '%', ':', '\0']) {
        return None;
    }
    let (name, extension) = match name.rsplit('/').next().and_then(|file| file.rsplit_once('.')) {
        Some((_, extension)) => (name, extension),
        None => ("index.html", "html"),
    };
    let file = dist.join(name);
    let small = file.with_extension(format!("{extension}.br"));
    let small = brotli.then(|| fs::read(small).ok()).flatten();
    let is_brotli = small.is_some();
    let content = small.or_else(|| fs::read(file).ok())?;
    let kind = TYPES
        .iter()
        .find(|(ending, _)| *ending == extension)
        .map_or("application/octet-stream", |(_, kind)| *kind);
    // Names stay the same between releases, so every file is asked after.
    let cache = if name == "sw.js" { "no-store" } else { "no-cache" };
    Some(Found { content, kind, cache, is_brotli })
}

/// Tells whether the value of `Accept-Encoding` names brotli.
#[must_use]
pub fn accepts_brotli(value: &str) -> bool {
    value.split([',', ';']).any(|coding| coding.trim() == "br")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NGINX: &str = include_str!("../../../deploy/nginx.conf");

    #[test]
    fn headers_are_read_from_the_one_source() {
        let names: Vec<&str> = security().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 8, "{names:?}");
        assert!(names.contains(&"Content-Security-Policy") && !names.contains(&"Cache-Control"));
        let policy = security().next().map(|(_, value)| value).unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{policy}");
    }

    #[test]
    fn nginx_example_sends_the_same_headers() {
        for (name, value) in security() {
            let line = format!("    add_header {name} \"{value}\" always;");
            assert!(NGINX.lines().any(|found| found == line), "deploy/nginx.conf lacks: {line}");
        }
    }
}
