//! What a letter says, as it travels.

use minicbor::{Decode, Encode};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::domain::id::CasusId;
use crate::domain::moment::Moment;

const VERSION: u8 = 1;

/// What a letter says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Message {
    /// A casus, or what is new of one.
    #[n(0)]
    HandOver(#[n(0)] HandOverLetter),
    /// A hand-over was taken in.
    #[n(1)]
    Receipt(#[n(0)] Receipt),
}

/// A hand-over in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Zeroize, ZeroizeOnDrop)]
pub struct HandOverLetter {
    /// The hand-over, as it would be sealed with age.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub packed: Vec<u8>,
    /// How to leave the receipt, as a link to the sender's mailbox.
    #[n(1)]
    pub reply: Option<String>,
}

/// The word that a hand-over was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Receipt {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// The check code of what was taken in.
    #[n(1)]
    pub check_code: String,
    /// When it was taken in.
    #[n(2)]
    pub taken_at: Moment,
}

impl Message {
    /// Writes it as it travels.
    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let room = match self {
            Self::HandOver(letter) => letter.packed.len(),
            Self::Receipt(_) => 0,
        };
        // All the room at once: growing would leave a copy of the texts behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(room + 512));
        minicbor::encode((VERSION, self), &mut *bytes).expect("writing to memory does not fail");
        bytes
    }

    /// Reads it; nothing when it is not one of this version.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (version, message): (u8, Self) = minicbor::decode(bytes).ok()?;
        (version == VERSION).then_some(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_read_back_and_what_is_cut_off_is_none() {
        let taken_at = Moment { unix_ms: 1_000, offset_minutes: 60 };
        let check_code = "EFEB-GFTK-RMHD".to_owned();
        let reply = Some("https://pluis.example~ab~cd".to_owned());
        for message in [
            Message::HandOver(HandOverLetter { packed: vec![9; 70_000], reply }),
            Message::Receipt(Receipt { casus: CasusId::new([7; 16]), check_code, taken_at }),
        ] {
            let bytes = message.encode();
            assert_eq!(Message::decode(&bytes), Some(message));
            assert!((0..bytes.len().min(300)).all(|end| Message::decode(&bytes[..end]).is_none()));
        }
        assert_eq!(Message::decode(&[0x82, 2, 0x82, 0, 0x81, 0x80]), None);
    }
}
