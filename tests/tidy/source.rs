//! Files as the rules look at them: Rust cut into code and literals, line by line.
//!
//! It is no compiler: it knows comments, literals and names, which is all that the rules need.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file, with its path from the project's top.
pub struct File {
    pub path: String,
    pub text: String,
}

/// A Rust file without comments, its literals apart.
pub struct Source {
    pub path: String,
    /// The code, with literals emptied, line by line.
    pub lines: Vec<String>,
    /// Line and text of each string.
    pub strings: Vec<(usize, String)>,
    /// The first line of code that belongs to tests; past the end when none does.
    pub tests_from: usize,
}

/// Returns the project's top folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads every text file below some folders, in order.
pub fn files(folders: &[&str]) -> Vec<File> {
    let root = root();
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| collect(&root.join(folder), &mut paths));
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let text = fs::read_to_string(&path).ok()?;
            let path = path.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
            Some(File { path, text })
        })
        .collect()
}

/// Reads every Rust file below some folders.
pub fn sources(folders: &[&str]) -> Vec<Source> {
    let rust = files(folders).into_iter().filter(|file| file.path.ends_with(".rs"));
    rust.map(|file| cut(file.path, &file.text)).collect()
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| collect(&entry.path(), paths)),
        Err(_) if path.is_file() => paths.push(path.to_path_buf()),
        Err(_) => {}
    }
}

/// Cuts a Rust file into code and literals.
pub fn cut(path: String, text: &str) -> Source {
    let mut cutter = Cutter::default();
    let characters: Vec<char> = text.chars().collect();
    let mut place = 0;
    while place < characters.len() {
        place = cutter.step(&characters, place);
    }
    let lines: Vec<String> = cutter.code.split('\n').map(str::to_owned).collect();
    let is_test_file = path.starts_with("tests/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs")
        || path.ends_with("browser_tests.rs")
        || path.ends_with("contract.rs");
    let first_test = lines.iter().position(|line| {
        line.trim_start().starts_with("#[cfg(all(test,") || line.trim() == "#[cfg(test)]"
    });
    let tests_from = if is_test_file { 0 } else { first_test.unwrap_or(usize::MAX) };
    Source { path, lines, strings: cutter.strings, tests_from }
}

#[derive(Default)]
struct Cutter {
    code: String,
    strings: Vec<(usize, String)>,
    line: usize,
}

impl Cutter {
    /// Takes in what starts here and returns where the next thing starts.
    fn step(&mut self, text: &[char], place: usize) -> usize {
        let rest = &text[place..];
        match rest {
            ['/', '/', ..] => place + rest.iter().take_while(|c| **c != '\n').count(),
            ['/', '*', ..] => self.block_comment(text, place),
            ['r', '"' | '#', ..] if self.starts_word() && is_raw(rest) => self.raw(text, place + 1),
            ['"', ..] => self.string(text, place + 1),
            ['\'', '\\', ..] => {
                // An escaped character: to its closing quote.
                let end = text[place + 3..].iter().position(|c| *c == '\'');
                place + 4 + end.unwrap_or(0)
            }
            ['\'', _, '\'', ..] => place + 3,
            [character, ..] => {
                self.push(*character);
                place + 1
            }
            [] => place + 1,
        }
    }

    fn starts_word(&self) -> bool {
        !self.code.ends_with(|c: char| c.is_alphanumeric() || c == '_')
    }

    fn push(&mut self, character: char) {
        self.line += usize::from(character == '\n');
        self.code.push(character);
    }

    fn block_comment(&mut self, text: &[char], mut place: usize) -> usize {
        let mut depth = 0;
        while place < text.len() {
            match &text[place..] {
                ['/', '*', ..] => (depth, place) = (depth + 1, place + 2),
                ['*', '/', ..] => (depth, place) = (depth - 1, place + 2),
                ['\n', ..] => {
                    self.push('\n');
                    place += 1;
                }
                _ => place += 1,
            }
            if depth == 0 {
                break;
            }
        }
        place
    }

    fn string(&mut self, text: &[char], start: usize) -> usize {
        let (mut place, mut string) = (start, String::new());
        while let Some(character) = text.get(place).filter(|c| **c != '"') {
            let escaped = *character == '\\';
            string.extend(text.get(place).filter(|_| !escaped));
            place += 1 + usize::from(escaped);
        }
        self.keep(string, text, start, place);
        place + 1
    }

    fn raw(&mut self, text: &[char], start: usize) -> usize {
        let hashes = text[start..].iter().take_while(|c| **c == '#').count();
        let first = start + hashes + 1;
        let mut place = first;
        while place < text.len() {
            let closes = text[place] == '"'
                && text[place + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
            if closes {
                break;
            }
            place += 1;
        }
        let string = text[first..place.min(text.len())].iter().collect();
        self.keep(string, text, first, place);
        place + 1 + hashes
    }

    fn keep(&mut self, string: String, text: &[char], from: usize, to: usize) {
        self.strings.push((self.line, string));
        self.code.push_str("\"\"");
        let line_ends = text[from..to.min(text.len())].iter().filter(|c| **c == '\n').count();
        (0..line_ends).for_each(|_| self.push('\n'));
    }
}

fn is_raw(rest: &[char]) -> bool {
    let after = rest[1..].iter().find(|c| **c != '#');
    after == Some(&'"')
}

/// Returns the names in a line of code.
pub fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty())
}

#[test]
fn literals_and_comments_are_no_code() {
    let text = "let a = \"crate::x\"; // crate::y\nlet b = 'c'; /* crate::z\n */ let c = r#\"d\"e\"#;\nfn f<'a>() {}";
    let source = cut("src/a.rs".into(), text);
    assert!(source.lines.iter().all(|line| !line.contains("crate")), "{:?}", source.lines);
    assert_eq!(source.strings, [(0, "crate::x".to_owned()), (2, "d\"e".to_owned())]);
    assert_eq!(source.lines[3], "fn f<'a>() {}");
}
