//! Names of things that are recorded: 16 random bytes, drawn outside the domain.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

/// Defines one kind of id, so that a note's id cannot stand where a casus's id is meant.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] [u8; 16]);

        impl $name {
            /// Wraps 16 bytes that were drawn at random.
            pub const fn new(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Returns the 16 bytes.
            pub const fn bytes(self) -> [u8; 16] {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hex(text).map(Self).ok_or(NotAnId)
            }
        }
    };
}

id! {
    /// Names one entry of the logboek.
    EntryId
}
id! {
    /// Names one casus.
    CasusId
}
id! {
    /// Names one device of the vault.
    DeviceId
}

/// A text that is not 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits")]
pub struct NotAnId;

fn parse_hex(text: &str) -> Option<[u8; 16]> {
    let digits = text.as_bytes();
    if digits.len() != 32 {
        return None;
    }
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair.iter().try_fold(0, |value, digit| {
            Some(value << 4 | char::from(*digit).to_digit(16)? as u8)
        })?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_reads_back() {
        let id = EntryId::new([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn anything_but_32_digits_is_refused() {
        for text in ["", "ab", "zz000000000000000000000000000000", &"0".repeat(33)] {
            assert_eq!(text.parse::<EntryId>(), Err(NotAnId), "{text}");
        }
    }
}
