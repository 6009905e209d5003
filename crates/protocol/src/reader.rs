//! Reads a table key by key and notes every mistake on the way.
//!
//! It does not know which keys a protocol has; a key that nobody asked for is a mistake. The local
//! names are filled in at run time, where a school may have names of its own; here they only have
//! to be known.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::problem::Problem;
use crate::tree::{Node, Place, Value};

/// The local names that a text may use, such as `af`.
pub type Names = BTreeSet<&'static str>;

/// What all readers of one profile share.
pub struct Shared<'a> {
    /// The names that a text may use.
    pub names: &'a Names,
    /// The mistakes so far.
    pub problems: &'a RefCell<Vec<Problem>>,
}

/// Reads one table.
pub struct Reader<'a> {
    shared: &'a Shared<'a>,
    /// The table's path, for messages.
    path: String,
    /// Where the table stands.
    pub place: &'a Place,
    entries: Option<&'a BTreeMap<String, Node>>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Reader<'a> {
    /// Starts reading a table; anything else is noted as a mistake.
    pub fn new(shared: &'a Shared<'a>, path: String, node: &'a Node) -> Self {
        let entries = match &node.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        };
        let reader = Self { shared, path, place: &node.place, entries, asked: RefCell::default() };
        if entries.is_none() {
            reader.wrong(node, "a table");
        }
        reader
    }

    /// Notes a mistake.
    pub fn note(&self, place: &Place, message: String) {
        self.add(place.problem(message));
    }

    /// Adds a mistake that was found elsewhere.
    pub fn add(&self, problem: Problem) {
        self.shared.problems.borrow_mut().push(problem);
    }

    /// Reads a text that must be there, as a Rust literal.
    pub fn text(&self, key: &'static str) -> String {
        match self.required(key) {
            Some(node) => self.literal(node),
            None => "\"\"".to_owned(),
        }
    }

    /// Reads a text that may be left out, as a Rust literal.
    ///
    /// An empty text takes away what the base says.
    pub fn text_or_empty(&self, key: &'static str) -> String {
        match self.get(key) {
            Some(node) if !matches!(&node.value, Value::Text(text) if text.is_empty()) => {
                self.literal(node)
            }
            _ => "\"\"".to_owned(),
        }
    }

    /// Tells whether one of two values is the profile's own and the other its base's.
    pub fn differ_in_file(&self, one: &'static str, other: &'static str) -> bool {
        match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => !one.place.in_same_file(&other.place),
            _ => false,
        }
    }

    /// Reads a list of texts that must be there, as a Rust slice.
    pub fn texts(&self, key: &'static str) -> String {
        let texts: Vec<String> = self.list(key).iter().map(|node| self.literal(node)).collect();
        format!("&[{}]", texts.join(", "))
    }

    /// Reads a number between 1 and 255.
    pub fn number(&self, key: &'static str) -> u8 {
        let Some(node) = self.required(key) else { return 0 };
        match &node.value {
            Value::Number(number) => u8::try_from(*number).ok().filter(|number| *number > 0),
            _ => None,
        }
        .unwrap_or_else(|| {
            self.wrong(node, "a number from 1 to 255");
            0
        })
    }

    /// Reads true or false.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(node) = self.required(key) else { return false };
        match node.value {
            Value::Flag(flag) => flag,
            _ => {
                self.wrong(node, "true or false");
                false
            }
        }
    }

    /// Reads one of these words that must be there.
    pub fn word(&self, key: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let node = self.required(key)?;
        self.known(node, words)
    }

    /// Reads one of these words that may be left out.
    pub fn word_if_any(&self, key: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let node = self.get(key)?;
        self.known(node, words)
    }

    /// Reads a list of these words.
    pub fn words(&self, key: &'static str, words: &[&'static str]) -> Vec<&'static str> {
        self.list(key).iter().filter_map(|node| self.known(node, words)).collect()
    }

    /// Reads a table that must be there.
    pub fn table(&self, key: &'static str) -> Option<Reader<'a>> {
        self.required(key).map(|node| self.below(key, node))
    }

    /// Reads a table that may be left out.
    pub fn table_if_any(&self, key: &'static str) -> Option<Reader<'a>> {
        self.get(key).map(|node| self.below(key, node))
    }

    /// Reads a list of tables that may be left out.
    pub fn tables(&self, key: &'static str) -> Vec<Reader<'a>> {
        match self.get(key).map(|node| (&node.value, node)) {
            Some((Value::List(nodes), _)) => {
                nodes.iter().map(|node| self.below(key, node)).collect()
            }
            Some((_, node)) => {
                self.wrong(node, "a list of tables");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Reads a list of texts as they stand, each with its place.
    pub fn plain_texts(&self, key: &'static str) -> Vec<(&'a Place, &'a str)> {
        let texts = self.list(key).iter().filter_map(|node| match &node.value {
            Value::Text(text) => Some((&node.place, text.as_str())),
            _ => {
                self.wrong(node, "a text");
                None
            }
        });
        texts.collect()
    }

    /// Returns all members of a table whose keys are free; such a table is not finished.
    pub fn members(&self) -> Vec<(&'a str, Reader<'a>)> {
        let entries = self.entries.into_iter().flatten();
        entries.map(|(key, node)| (key.as_str(), self.below(key, node))).collect()
    }

    /// Notes every key that nobody asked for.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for (key, node) in self.entries.into_iter().flatten() {
            if !asked.contains(key.as_str()) {
                self.note(&node.place, format!("{}`{key}` is not known here", self.prefix()));
            }
        }
    }

    fn below(&self, key: &str, node: &'a Node) -> Reader<'a> {
        let path =
            if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Reader::new(self.shared, path, node)
    }

    fn get(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().insert(key);
        self.entries.and_then(|entries| entries.get(key))
    }

    fn required(&self, key: &'static str) -> Option<&'a Node> {
        let node = self.get(key);
        if node.is_none() && self.entries.is_some() {
            self.note(self.place, format!("{}`{key}` is missing", self.prefix()));
        }
        node
    }

    fn list(&self, key: &'static str) -> &'a [Node] {
        let Some(node) = self.required(key) else { return &[] };
        match &node.value {
            Value::List(nodes) if !nodes.is_empty() => nodes,
            Value::List(_) => {
                self.note(&node.place, format!("{}`{key}` is empty", self.prefix()));
                &[]
            }
            _ => {
                self.wrong(node, "a list");
                &[]
            }
        }
    }

    fn known(&self, node: &Node, words: &[&'static str]) -> Option<&'static str> {
        let Value::Text(text) = &node.value else {
            self.wrong(node, "a text");
            return None;
        };
        let known = words.iter().find(|word| **word == text.as_str()).copied();
        if known.is_none() {
            let words = words.join(", ");
            self.note(&node.place, format!("{}`{text}` is none of {words}", self.prefix()));
        }
        known
    }

    /// Turns a text into a Rust literal, with the local names still to be filled in.
    fn literal(&self, node: &Node) -> String {
        let Value::Text(text) = &node.value else {
            self.wrong(node, "a text");
            return "\"\"".to_owned();
        };
        if text.trim().is_empty() || text.trim() != text {
            let message = "a text is empty or has spaces around it";
            self.note(&node.place, format!("{}{message}", self.prefix()));
        }
        self.check_names(&node.place, text);
        format!("{text:?}")
    }

    fn check_names(&self, place: &Place, text: &str) {
        for rest in text.split('{').skip(1) {
            let name = rest.split_once('}').map_or(rest, |(name, _)| name);
            let is_closed = name.len() < rest.len();
            if !is_closed || !self.shared.names.contains(name.to_lowercase().as_str()) {
                self.note(place, format!("{}`{{{name}}}` is not a name", self.prefix()));
            }
        }
    }

    fn wrong(&self, node: &Node, wanted: &str) {
        let found = node.value.sort();
        self.note(&node.place, format!("{}{wanted} is needed, not {found}", self.prefix()));
    }

    fn prefix(&self) -> String {
        if self.path.is_empty() { String::new() } else { format!("{}: ", self.path) }
    }
}
