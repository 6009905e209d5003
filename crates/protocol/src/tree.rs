//! A TOML file as a tree in which every value knows its place, and one tree laid over another.
//!
//! It knows nothing of protocols.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::problem::{Problem, SourceFile};

/// The file and line of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    file: String,
    line: usize,
}

impl Place {
    /// Builds a problem at this place.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem { file: self.file.clone(), line: self.line, message: message.into() }
    }

    /// Tells whether two places are in one file.
    pub fn in_same_file(&self, other: &Self) -> bool {
        self.file == other.file
    }
}

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub place: Place,
    /// The value.
    pub value: Value,
}

/// The values that a protocol file may hold.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Values in order.
    List(Vec<Node>),
    /// Values by name.
    Table(BTreeMap<String, Node>),
    /// A date or a broken number, which no protocol file uses.
    Other,
}

impl Value {
    /// Names the sort of value, for a message.
    pub const fn sort(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other => "something else",
        }
    }
}

/// Reads a file; what the TOML parser refuses is added to the problems.
pub fn parse(file: SourceFile<'_>, problems: &mut Vec<Problem>) -> Node {
    let (table, errors) = DeTable::parse_recoverable(file.text);
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        let message = error.message().replace('\n', ", ");
        problems.push(file.problem(offset, message));
    }
    Node { place: place(file, 0), value: Value::Table(read_table(file, table.get_ref())) }
}

/// Lays one tree over another: tables join key by key, everything else is replaced.
pub fn lay_over(base: &Node, over: Node) -> Node {
    let (Value::Table(below), Value::Table(above)) = (&base.value, &over.value) else {
        return over;
    };
    let mut joined = below.clone();
    for (key, node) in above {
        let node = match below.get(key) {
            Some(beneath) => lay_over(beneath, node.clone()),
            None => node.clone(),
        };
        joined.insert(key.clone(), node);
    }
    Node { place: over.place, value: Value::Table(joined) }
}

fn read_table(file: SourceFile<'_>, table: &DeTable<'_>) -> BTreeMap<String, Node> {
    let entries = table.iter();
    entries
        .map(|(key, value)| {
            let node = Node {
                place: place(file, key.span().start),
                value: read_value(file, value.get_ref()),
            };
            (key.get_ref().to_string(), node)
        })
        .collect()
}

fn read_value(file: SourceFile<'_>, value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => match number.as_str().parse() {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Other,
        },
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Array(items) => {
            let nodes = items.iter().map(|item| Node {
                place: place(file, item.span().start),
                value: read_value(file, item.get_ref()),
            });
            Value::List(nodes.collect())
        }
        DeValue::Table(table) => Value::Table(read_table(file, table)),
        DeValue::Float(_) | DeValue::Datetime(_) => Value::Other,
    }
}

fn place(file: SourceFile<'_>, offset: usize) -> Place {
    let Problem { file, line, .. } = file.problem(offset, String::new());
    Place { file, line }
}
