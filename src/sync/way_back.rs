//! The way back to a vault when none of its devices is left: a record that lies at a depot, found by
//! what the recovery code gives and opened by the code itself.
//!
//! A depot has the hash of a secret of 256 bits that stands for a code of 130, and a record that it
//! cannot open. Whoever has the code and knows the depot comes in: nothing lies there until a
//! device leaves it.

use minicbor::{Decode, Encode};

use super::depot::{Depot, DepotError, ask};
use super::ledger::Ledger;
use super::transport::{Method, Request, Transport};
use super::wire;

/// How many characters the invitation has that comes with a record.
const CODE_BYTES: usize = 26;

/// What is left at a depot.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct WayBack {
    #[cbor(n(0), with = "minicbor::bytes")]
    hash: [u8; 32],
    #[cbor(n(1), with = "minicbor::bytes")]
    record: Vec<u8>,
}

impl WayBack {
    /// Takes the SHA-256 of what the code gives, and the vault's way in by that code.
    pub const fn new(hash: [u8; 32], record: Vec<u8>) -> Self {
        Self { hash, record }
    }

    /// Writes the stored form.
    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    pub fn encode(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("writing to memory does not fail")
    }

    /// Reads the stored form.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }
}

impl<T: Transport> Depot<T> {
    /// Leaves the way back, in the place of the one before, where the depot is not known to have it.
    ///
    /// # Errors
    /// As the answer says; [`DepotError::NotFound`] from a depot of before there were ways back.
    pub async fn leave_way_back(
        &self,
        way_back: &WayBack,
        ledger: &mut Ledger,
    ) -> Result<(), DepotError> {
        if ledger.way_back == Some(way_back.hash) {
            return Ok(());
        }
        let body = [&way_back.hash[..], &way_back.record].concat();
        self.ask(Method::Post, wire::return_path(self.vault()), body).await?;
        ledger.way_back = Some(way_back.hash);
        Ok(())
    }

    /// Asks whether a way back lies there, from whichever device.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn has_way_back(&self) -> Result<bool, DepotError> {
        match self.ask(Method::Get, wire::return_path(self.vault()), Vec::new()).await {
            Ok(_) => Ok(true),
            Err(DepotError::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Takes the way back away, from whichever device it is.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn take_way_back(&self) -> Result<(), DepotError> {
        match self.ask(Method::Delete, wire::return_path(self.vault()), Vec::new()).await {
            Ok(_) | Err(DepotError::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Asks for the way back over a transport that shows the secret: an invitation, and the record that
/// the code opens.
///
/// # Errors
/// [`DepotError::Revoked`] when nothing lies there under it.
pub async fn come_back(transport: &impl Transport) -> Result<(String, Vec<u8>), DepotError> {
    let path = wire::come_back_path();
    let body = ask(transport, Request { method: Method::Post, path, body: Vec::new() }).await?;
    let (code, record) = body.split_at_checked(CODE_BYTES).ok_or(DepotError::Unreadable)?;
    let code = String::from_utf8(code.to_vec()).map_err(|_| DepotError::Unreadable)?;
    Ok((code, record.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back_and_damage_gives_none() {
        let way_back = WayBack::new([7; 32], vec![1, 2]);
        let bytes = way_back.encode();
        assert_eq!(WayBack::decode(&bytes), Some(way_back));
        for length in 0..bytes.len() {
            assert_eq!(WayBack::decode(&bytes[..length]), None);
        }
    }
}
