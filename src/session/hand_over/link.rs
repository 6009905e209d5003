//! A key as a link for a camera, and as whatever somebody pastes: the link or the bare key.

use crate::domain::logboek::entry::Role;
use crate::vault::ReceivingKey;

const MARK: char = '#';
/// Stands between the key and the function.
const BETWEEN: char = ',';

/// A colleague's key, with the function in which the colleague says to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyLink {
    /// The key.
    pub key: ReceivingKey,
    /// The function; absent for a bare key.
    pub role: Option<Role>,
}

impl KeyLink {
    /// Reads a link, its part after the mark, or a bare key.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.rsplit_once(MARK).map_or(text, |(_, after)| after);
        let (key, role) = text.split_once(BETWEEN).unwrap_or((text, ""));
        Some(Self { key: ReceivingKey::parse(key)?, role: Role::from_stored(role) })
    }

    /// Returns the link to a page that reads it. What follows the mark is sent to no server.
    pub fn text(self, page: &str) -> String {
        let role = self.role.map_or("", Role::as_str);
        [page, &MARK.to_string(), &self.key.to_string(), &BETWEEN.to_string(), role].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_whole_in_part_or_as_a_bare_key() {
        let key = ReceivingKey::new([3; 32]);
        let link = KeyLink { key, role: Some(Role::Aandachtsfunctionaris) };
        let text = link.text("https://pluis.example/sleutel");
        assert!(text.starts_with("https://pluis.example/sleutel#age1"), "{text}");
        assert!(text.ends_with(",aandachtsfunctionaris"), "{text}");
        let (_, after) = text.split_once('#').expect("a mark");
        for text in [text.as_str(), after, &[" ", &text, "\n"].concat()] {
            assert_eq!(KeyLink::parse(text), Some(link), "{text}");
        }
        let bare = KeyLink { key, role: None };
        assert_eq!(KeyLink::parse(&key.to_string()), Some(bare));
        assert_eq!(KeyLink::parse(&[&key.to_string(), ",of_later"].concat()), Some(bare));
        for text in ["", "#", ",teacher", "https://pluis.example/koppelen#v1.x"] {
            assert_eq!(KeyLink::parse(text), None, "{text}");
        }
    }
}
