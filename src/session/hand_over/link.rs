//! A key as a link for a camera, and as whatever somebody pastes: the link or the bare key.

use crate::domain::logboek::entry::Role;
use crate::sync::MailboxLink;
use crate::vault::ReceivingKey;

const MARK: char = '#';
/// Stands between the key, the function and the mailbox.
const BETWEEN: char = ',';

/// A colleague's key, with the function in which the colleague says to work, and how to leave
/// letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLink {
    /// The key.
    pub key: ReceivingKey,
    /// The function; absent for a bare key.
    pub role: Option<Role>,
    /// The mailbox; absent where the colleague uses no depot.
    pub mailbox: Option<MailboxLink>,
}

impl KeyLink {
    /// Reads a link, its part after the mark, or a bare key.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.rsplit_once(MARK).map_or(text, |(_, after)| after);
        let mut parts = text.split(BETWEEN);
        Some(Self {
            key: ReceivingKey::parse(parts.next()?)?,
            role: parts.next().and_then(Role::from_stored),
            mailbox: parts.next().and_then(MailboxLink::parse),
        })
    }

    /// Returns the link to a page that reads it. What follows the mark is sent to no server.
    pub fn text(&self, page: &str) -> String {
        let role = self.role.map_or("", Role::as_str);
        let (mark, between) = (MARK.to_string(), BETWEEN.to_string());
        let mut text = [page, &mark, &self.key.to_string(), &between, role].concat();
        if let Some(mailbox) = &self.mailbox {
            text.push_str(&[between.as_str(), &mailbox.text()].concat());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use pluis_envelope::VaultId;

    use super::*;

    #[test]
    fn a_link_reads_back_whole_in_part_or_as_a_bare_key() {
        let key = ReceivingKey::new([3; 32]);
        let mut link = KeyLink { key, role: Some(Role::Aandachtsfunctionaris), mailbox: None };
        let text = link.text("https://pluis.example/sleutel");
        assert!(text.starts_with("https://pluis.example/sleutel#age1"), "{text}");
        assert!(text.ends_with(",aandachtsfunctionaris"), "{text}");
        let (_, after) = text.split_once('#').expect("a mark");
        for text in [text.as_str(), after, &[" ", &text, "\n"].concat()] {
            assert_eq!(KeyLink::parse(text).as_ref(), Some(&link), "{text}");
        }
        let (address, vault) = ("https://depot.example".to_owned(), VaultId([4; 16]));
        link.mailbox = Some(MailboxLink { address, vault, code: "abcd".to_owned() });
        let text = link.text("https://pluis.example/sleutel");
        assert_eq!(KeyLink::parse(&text).as_ref(), Some(&link));
        let bare = KeyLink { key, role: None, mailbox: None };
        assert_eq!(KeyLink::parse(&key.to_string()).as_ref(), Some(&bare));
        assert_eq!(KeyLink::parse(&[&key.to_string(), ",of_later"].concat()), Some(bare));
        for text in ["", "#", ",teacher", "https://pluis.example/koppelen#v1.x"] {
            assert_eq!(KeyLink::parse(text), None, "{text}");
        }
    }
}
