//! Coming in at a depot: an invitation makes a token good for a vault, and another device gets an
//! invitation from one that is in.
//!
//! It draws no token and shows no link; the vault's key is in neither.

use pluis_envelope::{DeviceId, VaultId};

use super::depot::{Depot, DepotError, ask};
use super::transport::{Method, Request, Transport};
use super::wire;

/// The length of a row about a device.
const ROW_BYTES: usize = 16 + 1 + 4;
/// What marks the row of a device, and of somebody who may only leave something for the vault.
const OF_DEVICE: u8 = 1;
const OF_SENDER: u8 = 2;
/// Begins the part of a link that stays in the browser.
const MARK: &str = "#depot=";
/// Divides the parts of a link; no part has it.
pub(super) const DIVIDER: char = '~';

/// Who has a token for a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// Whose token.
    pub device: DeviceId,
    /// The day on which it was last used, counted from 1970.
    pub day: u32,
}

/// Makes the token that a transport shows good for a vault, by an invitation; doing it twice does
/// no harm.
///
/// # Errors
/// [`DepotError::Revoked`] for an invitation that is not, or no longer, good.
pub async fn redeem(
    transport: &impl Transport,
    vault: VaultId,
    device: DeviceId,
    code: &str,
) -> Result<(), DepotError> {
    let body = [&vault.0[..], &device.0, code.as_bytes()].concat();
    let request = Request { method: Method::Post, path: wire::redeem_path(), body };
    ask(transport, request).await.map(drop)
}

impl<T: Transport> Depot<T> {
    /// Asks for an invitation for one more device.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn invite(&self) -> Result<String, DepotError> {
        self.invite_to("device").await
    }

    /// Asks for an invitation by which colleagues may leave letters.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn invite_senders(&self) -> Result<String, DepotError> {
        self.invite_to("mailbox").await
    }

    async fn invite_to(&self, what: &str) -> Result<String, DepotError> {
        let path = wire::invitation_path(self.vault(), what);
        let body = self.ask(Method::Post, path, Vec::new()).await?;
        String::from_utf8(body).map_err(|_| DepotError::Unreadable)
    }

    /// Asks which devices have a token.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn devices(&self) -> Result<Vec<Access>, DepotError> {
        self.tokens(OF_DEVICE).await
    }

    /// Asks which others have a token, by which they may leave letters.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn senders(&self) -> Result<Vec<Access>, DepotError> {
        self.tokens(OF_SENDER).await
    }

    async fn tokens(&self, wanted: u8) -> Result<Vec<Access>, DepotError> {
        let body = self.ask(Method::Get, wire::devices_path(self.vault()), Vec::new()).await?;
        let (rows, rest) = body.as_chunks::<ROW_BYTES>();
        if !rest.is_empty() {
            return Err(DepotError::Unreadable);
        }
        let access = |row: &[u8; ROW_BYTES]| {
            let (device, rest) = row.split_first_chunk()?;
            let (scope, day) = rest.split_first()?;
            let day = u32::from_be_bytes(day.try_into().ok()?);
            Some((*scope == wanted).then_some(Access { device: DeviceId(*device), day }))
        };
        let rows: Option<Vec<_>> = rows.iter().map(access).collect();
        rows.map(|rows| rows.into_iter().flatten().collect()).ok_or(DepotError::Unreadable)
    }

    /// Takes the token of a device, or of somebody who may leave letters.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn revoke(&self, device: DeviceId) -> Result<(), DepotError> {
        let path = wire::device_path(self.vault(), device);
        self.ask(Method::Delete, path, Vec::new()).await.map(drop)
    }
}

/// What one device gives another to join: where, an invitation, and the vault's way in by its
/// recovery code. Without that code nobody can read anything with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The depot.
    pub address: String,
    /// The invitation.
    pub code: String,
    /// The record that the recovery code opens; empty when the link is for a depot alone.
    pub record: Vec<u8>,
}

impl Link {
    /// Writes the link to a page of the app. The part after the hash stays in the browser.
    pub fn text(&self, page: &str) -> String {
        let divider = DIVIDER.to_string();
        let record = wire::hex(&self.record);
        [page, MARK, &self.address, &divider, &self.code, &divider, &record].concat()
    }

    /// Reads a link, or what stands after its hash.
    pub fn parse(text: &str) -> Option<Self> {
        let (_, rest) = text.trim().split_once(MARK.trim_start_matches('#'))?;
        let mut parts = rest.split(DIVIDER);
        let address = parts.next().filter(|address| is_address(address))?;
        let code = parts.next().filter(|code| !code.is_empty())?;
        let record = wire::from_hex(parts.next().unwrap_or_default())?;
        Some(Self { address: address.to_owned(), code: code.to_owned(), record })
    }
}

/// Returns whether this can be the address of a depot: over TLS, but for one on this machine.
pub fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| {
        let rest = text.strip_prefix("http://")?;
        let host = rest.split(':').next()?;
        matches!(host, "127.0.0.1" | "localhost").then_some(rest)
    });
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back() {
        for record in [vec![], vec![0, 1, 0xff]] {
            let link = Link {
                address: "https://pluis.example".to_owned(),
                code: "abcd-efgh".to_owned(),
                record,
            };
            assert_eq!(Link::parse(&link.text("https://pluis.example/koppelen")), Some(link));
        }
    }

    #[test]
    fn a_link_that_is_cut_off_or_leads_elsewhere_is_none() {
        for text in [
            "",
            "https://pluis.example/koppelen",
            "https://pluis.example/koppelen#depot=",
            "https://pluis.example/koppelen#depot=https://pluis.example",
            "https://pluis.example/koppelen#depot=https://pluis.example~",
            "https://pluis.example/koppelen#depot=javascript:alert(1)~code~",
            "https://pluis.example/koppelen#depot=https://pluis.example~code~0",
            "https://pluis.example/koppelen#depot=https://pluis.example~code~xy",
        ] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_tls_or_this_machine_is_an_address() {
        for good in ["https://a.example", "https://a.example:8443", "http://127.0.0.1:8090"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["http://a.example", "https://", "a.example", "https://a.example/pad", "ftp://a"]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
