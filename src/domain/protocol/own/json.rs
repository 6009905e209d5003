//! Reads JSON (RFC 8259) into a tree in which every value knows its line.
//!
//! Hand-written: the app would carry a general parser for this one small file, and none keeps the
//! lines that a list of problems needs. It reads hostile files, so depth is limited; size is
//! limited by the caller.

/// Groups and lists may stand this deep in one another.
const MAX_DEPTH: usize = 8;

/// A value with its line, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) value: Value,
}

/// A value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// `null`, `true` or `false`.
    Word(&'static str),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Named values in their order, each name with its line.
    Group(Vec<(String, Node)>),
}

/// The line from which a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotJson(pub(super) usize);

/// Reads a text as one value.
pub(super) fn parse(text: &str) -> Result<Node, NotJson> {
    let mut reader = Reader { rest: text, line: 1 };
    let value = reader.value(MAX_DEPTH);
    let is_at_end = reader.peek().is_none();
    value.filter(|_| is_at_end).ok_or(NotJson(reader.line))
}

struct Reader<'text> {
    rest: &'text str,
    line: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Node> {
        let first = self.peek()?;
        let line = self.line;
        let value = match first {
            '{' => self.group(depth.checked_sub(1)?)?,
            '[' => self.list(depth.checked_sub(1)?)?,
            '"' => Value::Text(self.text()?),
            '-' | '0'..='9' => self.number()?,
            _ => self.word()?,
        };
        Some(Node { line, value })
    }

    fn group(&mut self, depth: usize) -> Option<Value> {
        let mut entries = Vec::new();
        self.skip('{')?;
        while self.peek()? != '}' {
            if !entries.is_empty() {
                self.skip(',')?;
                self.peek()?;
            }
            let key = self.text()?;
            self.skip(':')?;
            entries.push((key, self.value(depth)?));
        }
        self.skip('}')?;
        Some(Value::Group(entries))
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut nodes = Vec::new();
        self.skip('[')?;
        while self.peek()? != ']' {
            if !nodes.is_empty() {
                self.skip(',')?;
            }
            nodes.push(self.value(depth)?);
        }
        self.skip(']')?;
        Some(Value::List(nodes))
    }

    fn word(&mut self) -> Option<Value> {
        let word =
            ["null", "true", "false"].into_iter().find(|word| self.rest.starts_with(word))?;
        self.rest = self.rest.strip_prefix(word)?;
        Some(Value::Word(word))
    }

    fn number(&mut self) -> Option<Value> {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        // Only its form: whoever wants a number reads the digits.
        number.parse::<f64>().ok()?;
        Some(Value::Number(number.to_owned()))
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            match self.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                c if c < ' ' => return None,
                c => text.push(c),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            c @ ('"' | '\\' | '/') => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => self.code_point()?,
            _ => return None,
        })
    }

    /// Reads four digits, or twice four for a character that UTF-16 writes as a pair.
    fn code_point(&mut self) -> Option<char> {
        let high = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        self.rest = self.rest.strip_prefix("\\u")?;
        let low = self.four_digits()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits =
            self.rest.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.rest = self.rest.get(4..)?;
        u32::from_str_radix(digits, 16).ok()
    }

    fn next(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let next = letters.next()?;
        self.rest = letters.as_str();
        Some(next)
    }

    /// Passes over white space and returns what comes then, without taking it.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
        let passed = self.rest.len() - rest.len();
        self.line += self.rest.get(..passed).unwrap_or_default().matches('\n').count();
        self.rest = rest;
        rest.chars().next()
    }

    fn skip(&mut self, wanted: char) -> Option<()> {
        (self.peek()? == wanted).then(|| self.next())?.map(drop)
    }
}

/// Writes a text with its quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_value_is_read_with_its_line() {
        let text = "{\"a\": [1, -2.5e3,\n\"x\\u00e9\\ud83e\\udd8a\\n\"],\n\"b\": {\"c\": null}, \"d\": true}";
        let Ok(Node { line: 1, value: Value::Group(entries) }) = parse(text) else {
            panic!("no group");
        };
        let [(_, list), (key, group), _] = &entries[..] else { panic!("{entries:?}") };
        let Value::List(items) = &list.value else { panic!("{list:?}") };
        assert_eq!(items[1].value, Value::Number("-2.5e3".to_owned()));
        assert_eq!((items[2].line, &items[2].value), (2, &Value::Text("xé\u{1f98a}\n".to_owned())));
        assert_eq!((key.as_str(), group.line), ("b", 3));
    }

    #[test]
    fn what_was_quoted_reads_back() {
        for text in ["", "\"\\/", "\n\t\u{1}", "é\u{1f98a}"] {
            assert_eq!(
                parse(&quoted(text)).map(|node| node.value),
                Ok(Value::Text(text.to_owned()))
            );
        }
    }

    #[test]
    fn what_is_no_json_is_refused_at_its_line() {
        for (text, line) in [
            ("", 1),
            ("\n\n{", 3),
            ("{} {}", 1),
            ("[1,]", 1),
            ("{,}", 1),
            ("{\"a\":1,}", 1),
            ("[1 2]", 1),
            ("\"a\nb\"", 1),
            ("\"\\ud800x\"", 1),
            ("\"\\udc00\"", 1),
            ("\"\\u+123\"", 1),
            ("1-2", 1),
            ("nul", 1),
            ("[\n'a'\n]", 2),
        ] {
            assert_eq!(parse(text), Err(NotJson(line)), "{text}");
        }
    }

    #[test]
    fn a_tower_of_lists_is_refused() {
        assert!(parse(&["[".repeat(8), "]".repeat(8)].concat()).is_ok());
        assert!(parse(&"[".repeat(60_000)).is_err());
    }
}
