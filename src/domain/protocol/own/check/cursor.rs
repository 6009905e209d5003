//! A place in the file: the value there, its path, and the list that problems go to.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;

use crate::domain::moment::parse_day;

use super::super::json::{Node, Value};
use super::super::{Problem, Wanted, Wrong};

/// The problems so far.
pub(super) type Problems = RefCell<Vec<Problem>>;

/// A place in the file.
pub(super) struct Cursor<'a> {
    problems: &'a Problems,
    node: &'a Node,
    key: &'a str,
    path: String,
    /// Which of the values below were asked for, by place; only the first 64 count.
    asked: Cell<u64>,
}

impl<'a> Cursor<'a> {
    /// Starts at the top of the file.
    pub(super) fn new(problems: &'a Problems, root: &'a Node) -> Self {
        Self::at(problems, root, "", String::new())
    }

    fn at(problems: &'a Problems, node: &'a Node, key: &'a str, path: String) -> Self {
        Self { problems, node, key, path, asked: Cell::new(0) }
    }

    /// Returns the key under which the value stands; empty in a list.
    pub(super) fn key(&self) -> &'a str {
        self.key
    }

    /// Notes that something is wrong here.
    pub(super) fn note(&self, wrong: Wrong) {
        self.note_at(self.node.line, self.path.clone(), wrong);
    }

    fn note_at(&self, line: usize, path: String, wrong: Wrong) {
        self.problems.borrow_mut().push(Problem { line, path, wrong });
    }

    /// Passes on a value, or notes what is wrong when there is none.
    pub(super) fn or<T>(&self, value: Option<T>, wrong: Wrong) -> Option<T> {
        if value.is_none() {
            self.note(wrong);
        }
        value
    }

    /// Returns the value under a key of this group.
    pub(super) fn get(&self, key: &str) -> Option<Cursor<'a>> {
        let place = self.entries().iter().position(|(known, _)| known == key)?;
        self.asked.set(self.asked.get() | 1_u64.checked_shl(place as u32).unwrap_or(0));
        let (key, node) = self.entries().get(place)?;
        Some(self.inside(key, node))
    }

    /// Returns the value under a key that must be there.
    pub(super) fn required(&self, key: &str) -> Option<Cursor<'a>> {
        let found = self.get(key);
        if found.is_none() && matches!(self.node.value, Value::Group(_)) {
            self.note_at(self.node.line, self.path_of(key), Wrong::Missing);
        }
        found
    }

    /// Returns all values of a group whose keys are not fixed.
    pub(super) fn named(&self) -> Vec<Cursor<'a>> {
        if !matches!(self.node.value, Value::Group(_)) {
            self.note(Wrong::Not(Wanted::Group));
        }
        self.refuse_twice();
        self.entries().iter().map(|(key, node)| self.inside(key, node)).collect()
    }

    /// Returns the values of a list of groups or words.
    pub(super) fn items(&self, max: usize) -> Vec<Cursor<'a>> {
        let Value::List(nodes) = &self.node.value else {
            self.note(Wrong::Not(Wanted::List));
            return Vec::new();
        };
        if nodes.len() > max {
            self.note(Wrong::TooMany(max));
        }
        self.numbered(nodes.iter().take(max))
    }

    /// Returns everything below, whatever it is.
    pub(super) fn below(&self) -> Vec<Cursor<'a>> {
        match &self.node.value {
            Value::List(nodes) => self.numbered(nodes.iter()),
            _ => self.entries().iter().map(|(key, node)| self.inside(key, node)).collect(),
        }
    }

    fn numbered(&self, nodes: impl Iterator<Item = &'a Node>) -> Vec<Cursor<'a>> {
        let place = |(place, node): (usize, &'a Node)| {
            let path = format!("{}[{}]", self.path, place + 1);
            Self::at(self.problems, node, "", path)
        };
        nodes.enumerate().map(place).collect()
    }

    /// Returns whether this is a list with nothing in it.
    pub(super) fn is_empty_list(&self) -> bool {
        matches!(&self.node.value, Value::List(nodes) if nodes.is_empty())
    }

    /// Returns whether this is a text.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.node.value, Value::Text(_))
    }

    /// Returns a text that says something.
    pub(super) fn text(&self, limit: usize) -> Option<&'a str> {
        let text = self.text_or_empty(limit)?;
        self.or((!text.is_empty()).then_some(text), Wrong::Blank)
    }

    /// Returns a text that may be empty.
    pub(super) fn text_or_empty(&self, limit: usize) -> Option<&'a str> {
        let Value::Text(text) = &self.node.value else {
            self.note(Wrong::Not(Wanted::Text));
            return None;
        };
        if text.trim() != text {
            self.note(Wrong::Blank);
        } else if text.chars().count() > limit {
            self.note(Wrong::TooLong(limit));
        } else if text.chars().any(is_hidden) {
            self.note(Wrong::Hidden);
        } else {
            return Some(text);
        }
        None
    }

    /// Returns a text, a number or a yes or no as one word.
    pub(super) fn scalar(&self) -> Option<&'a str> {
        match &self.node.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Word("true") => Some("yes"),
            Value::Word("false") => Some("no"),
            _ => {
                self.note(Wrong::Not(Wanted::Text));
                None
            }
        }
    }

    /// Returns a whole number from 1 to the largest.
    pub(super) fn number(&self, largest: u8) -> Option<u8> {
        let Value::Number(digits) = &self.node.value else {
            self.note(Wrong::Not(Wanted::Number));
            return None;
        };
        let number = digits.parse().ok().filter(|number| (1..=largest).contains(number));
        self.or(number, Wrong::OutOfRange(1, largest))
    }

    /// Returns a day.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let text = self.text(10)?;
        // In one way of writing only: what was read is written again.
        let day = parse_day(text).filter(|day| day.to_string() == text);
        self.or(day, Wrong::Not(Wanted::Day))
    }

    /// Notes every key that nobody asked for, and every one that stands here twice.
    pub(super) fn finish(&self) {
        if !matches!(self.node.value, Value::Group(_)) {
            return self.note(Wrong::Not(Wanted::Group));
        }
        self.refuse_twice();
        for (place, (key, node)) in self.entries().iter().enumerate() {
            let is_asked =
                self.asked.get().checked_shr(place as u32).is_some_and(|bits| bits & 1 == 1);
            let is_second = self.entries().iter().take(place).any(|(earlier, _)| earlier == key);
            if !is_asked && !is_second {
                self.inside(key, node).note(Wrong::UnknownKey);
            }
        }
    }

    fn refuse_twice(&self) {
        for (place, (key, node)) in self.entries().iter().enumerate() {
            if self.entries().iter().take(place).any(|(earlier, _)| earlier == key) {
                self.note_at(node.line, self.path_of(key), Wrong::Twice);
            }
        }
    }

    fn entries(&self) -> &'a [(String, Node)] {
        match &self.node.value {
            Value::Group(entries) => entries,
            _ => &[],
        }
    }

    fn inside(&self, key: &'a str, node: &'a Node) -> Cursor<'a> {
        Self::at(self.problems, node, key, self.path_of(key))
    }

    fn path_of(&self, key: &str) -> String {
        // A key of a hostile file may be as long as the file.
        let key: String = key.chars().filter(|c| !is_hidden(*c)).take(40).collect();
        if self.path.is_empty() { key } else { format!("{}.{key}", self.path) }
    }
}

/// Returns whether a character cannot be seen, or turns the direction of what follows.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
