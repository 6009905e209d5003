//! The depots that this device uses, as the vault keeps them sealed: address, token, ledger.
//!
//! A token is this device's own and never leaves it but towards its depot. It is no record of the
//! log: it would travel to the other devices then.

use std::fmt;

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::DEPOTS_MAX;
use super::ledger::Ledger;
use super::wire::hex;

const VERSION: u8 = 1;

/// What opens a vault at a depot: 32 random bytes.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Encode, Decode)]
#[cbor(transparent)]
pub struct Token(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl Token {
    /// Takes over random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns what a request shows.
    pub fn text(&self) -> String {
        hex(&self.0)
    }
}

/// Redacts: a token never reaches a log.
impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(..)")
    }
}

/// One depot that this device uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Where it is, such as `https://pluis.example`.
    pub address: String,
    /// What opens the vault there.
    pub token: Token,
    /// What it is known to hold.
    pub ledger: Ledger,
}

/// Writes the stored form of all depots.
#[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
pub fn encode_connections(connections: &[Connection]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    write(&mut encoder, connections).expect("writing to memory does not fail");
    encoder.into_writer()
}

fn write(
    encoder: &mut Encoder<Vec<u8>>,
    connections: &[Connection],
) -> Result<(), encode::Error<std::convert::Infallible>> {
    encoder.array(2)?.u8(VERSION)?.array(connections.len() as u64 * 3)?;
    for connection in connections {
        encoder.str(&connection.address)?.bytes(&connection.token.0)?;
        encoder.bytes(&connection.ledger.encode())?;
    }
    Ok(())
}

/// Reads the stored form; none when it is not one of this version.
pub fn decode_connections(bytes: &[u8]) -> Vec<Connection> {
    read(bytes).unwrap_or_default()
}

fn read(bytes: &[u8]) -> Result<Vec<Connection>, decode::Error> {
    let mut decoder = Decoder::new(bytes);
    if decoder.array()? != Some(2) || decoder.u8()? != VERSION {
        return Err(decode::Error::message("not of this version"));
    }
    let mut connections = Vec::new();
    for _ in 0..(decoder.array()?.unwrap_or_default() / 3).min(DEPOTS_MAX as u64) {
        let address = decoder.str()?.to_owned();
        let token =
            decoder.bytes()?.try_into().map_err(|_| decode::Error::message("not a token"))?;
        let ledger = Ledger::decode(decoder.bytes()?);
        connections.push(Connection { address, token: Token(token), ledger });
    }
    Ok(connections)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depots_read_back_and_damage_gives_none() {
        let connection = |address: &str| Connection {
            address: address.to_owned(),
            token: Token::new([7; 32]),
            ledger: Ledger::default(),
        };
        let connections =
            vec![connection("https://een.example"), connection("https://twee.example")];
        let bytes = encode_connections(&connections);
        assert_eq!(decode_connections(&bytes), connections);
        for length in 0..bytes.len() {
            assert_eq!(decode_connections(&bytes[..length]), []);
        }
    }

    #[test]
    fn a_token_does_not_print_itself() {
        assert_eq!(format!("{:?}", Token::new([7; 32])), "Token(..)");
    }
}
