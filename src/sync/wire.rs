//! The paths and bodies that a depot understands; numbers in bodies are big-endian.
//!
//! ```text
//! PUT, DELETE  /depot/v1/{vault}/{device}/{seq}               body: one envelope
//! GET          /depot/v1/{vault}/heads                        device 16, seq 8, hash 32, erased 8
//! GET          /depot/v1/{vault}/{device}?after=N&max=M       envelopes, one after the other
//! GET          /depot/v1/{vault}/{device}?erased_after=N      tombstones, in the order of erasing
//! DELETE       /depot/v1/{vault}                              closes the vault there
//! DELETE       /depot/v1/{vault}/envelopes                    empties it; body: its heads
//! POST         /depot/v1/redeem                               vault 16, device 16, code
//! POST         /depot/v1/{vault}/invitations/device           answers a code
//! POST         /depot/v1/{vault}/invitations/mailbox          answers a code
//! GET          /depot/v1/{vault}/mailbox                      as heads, of those who left letters
//! GET          /depot/v1/{vault}/devices                      device 16, scope 1, day 4
//! DELETE       /depot/v1/{vault}/devices/{device}             takes its token
//! POST         /depot/v1/{vault}/return                       hash 32, record
//! GET, DELETE  /depot/v1/{vault}/return                       whether one lies there; takes it away
//! POST         /depot/v1/return                               answers a code of 26, record
//! ```
//!
//! Ids are written in small hexadecimal letters. It checks lengths only.

use std::collections::BTreeMap;

use pluis_envelope::{DeviceId, HEADER_BYTES, SIZES, TAG_BYTES, VaultId};

use super::depot::Held;

const ROOT: &str = "/depot/v1/";
const HEAD_BYTES: usize = 16 + 8 + 32 + 8;
/// Where the header states the length of the ciphertext.
const SIZE_AT: usize = HEADER_BYTES - 4;

/// Writes bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit =
        |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Reads bytes from hexadecimal.
pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

pub(super) fn vault_path(vault: VaultId) -> String {
    [ROOT, &hex(&vault.0)].concat()
}

pub(super) fn heads_path(vault: VaultId) -> String {
    [&vault_path(vault), "/heads"].concat()
}

pub(super) fn place_path(vault: VaultId, device: DeviceId, seq: u64) -> String {
    [&vault_path(vault), "/", &hex(&device.0), "/", &seq.to_string()].concat()
}

pub(super) fn list_path(vault: VaultId, device: DeviceId, after: u64, max: usize) -> String {
    let (after, max) = (after.to_string(), max.to_string());
    [&vault_path(vault), "/", &hex(&device.0), "?after=", &after, "&max=", &max].concat()
}

pub(super) fn erased_path(vault: VaultId, device: DeviceId, after: u64) -> String {
    [&vault_path(vault), "/", &hex(&device.0), "?erased_after=", &after.to_string()].concat()
}

pub(super) fn redeem_path() -> String {
    [ROOT, "redeem"].concat()
}

pub(super) fn invitation_path(vault: VaultId, to: &str) -> String {
    [&vault_path(vault), "/invitations/", to].concat()
}

pub(super) fn mailbox_path(vault: VaultId) -> String {
    [&vault_path(vault), "/mailbox"].concat()
}

pub(super) fn devices_path(vault: VaultId) -> String {
    [&vault_path(vault), "/devices"].concat()
}

pub(super) fn device_path(vault: VaultId, device: DeviceId) -> String {
    [&devices_path(vault), "/", &hex(&device.0)].concat()
}

pub(super) fn return_path(vault: VaultId) -> String {
    [&vault_path(vault), "/return"].concat()
}

pub(super) fn come_back_path() -> String {
    [ROOT, "return"].concat()
}

pub(super) fn envelopes_path(vault: VaultId) -> String {
    [&vault_path(vault), "/envelopes"].concat()
}

/// Reads the rows of heads; nothing when a row is cut off or a device stands there twice.
pub(super) fn read_heads(body: &[u8]) -> Option<BTreeMap<DeviceId, Held>> {
    let (rows, rest) = body.as_chunks::<HEAD_BYTES>();
    if !rest.is_empty() {
        return None;
    }
    let mut heads = BTreeMap::new();
    for row in rows {
        let (device, row) = row.split_first_chunk()?;
        let (last, row) = row.split_first_chunk()?;
        let (hash, erased) = row.split_first_chunk()?;
        let held = Held {
            last: u64::from_be_bytes(*last),
            hash: *hash,
            erased: u64::from_be_bytes(erased.try_into().ok()?),
        };
        if held.last == 0 || heads.insert(DeviceId(*device), held).is_some() {
            return None;
        }
    }
    Some(heads)
}

/// Writes the rows of heads.
pub(super) fn write_heads(heads: &BTreeMap<DeviceId, Held>) -> Vec<u8> {
    let mut body = Vec::with_capacity(heads.len() * HEAD_BYTES);
    for (device, held) in heads {
        body.extend(device.0);
        body.extend(held.last.to_be_bytes());
        body.extend(held.hash);
        body.extend(held.erased.to_be_bytes());
    }
    body
}

/// Cuts a body into records by the length that each header states; a last one that is cut off is
/// left out, and so is all that follows a length that no envelope has.
pub(super) fn split_records(mut body: &[u8]) -> Vec<Vec<u8>> {
    let mut records = Vec::new();
    while let Some((record, rest)) = record_bytes(body).and_then(|n| body.split_at_checked(n)) {
        records.push(record.to_vec());
        body = rest;
    }
    records
}

/// Returns whether an envelope can have this length.
pub(super) fn is_record_length(bytes: usize) -> bool {
    SIZES.iter().any(|size| HEADER_BYTES + size + TAG_BYTES == bytes)
}

fn record_bytes(body: &[u8]) -> Option<usize> {
    let size = body.get(SIZE_AT..HEADER_BYTES)?.try_into().ok().map(u32::from_be_bytes)?;
    let size = usize::try_from(size).ok().filter(|size| SIZES.contains(size))?;
    Some(HEADER_BYTES + size + TAG_BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_pinned() {
        let (vault, device) = (VaultId([0xab; 16]), DeviceId([1; 16]));
        let v = "/depot/v1/abababababababababababababababab";
        let d = "01010101010101010101010101010101";
        assert_eq!(vault_path(vault), v);
        assert_eq!(heads_path(vault), format!("{v}/heads"));
        assert_eq!(place_path(vault, device, 7), format!("{v}/{d}/7"));
        assert_eq!(list_path(vault, device, 7, 200), format!("{v}/{d}?after=7&max=200"));
        assert_eq!(erased_path(vault, device, 3), format!("{v}/{d}?erased_after=3"));
        assert_eq!(envelopes_path(vault), format!("{v}/envelopes"));
    }

    #[test]
    fn bytes_read_back_and_nothing_else_does() {
        assert_eq!(from_hex(&hex(&[0x5e, 0, 0xff])), Some(vec![0x5e, 0, 0xff]));
        for text in ["5", "5eg0", "ü0"] {
            assert_eq!(from_hex(text), None, "{text}");
        }
    }

    #[test]
    fn heads_that_are_cut_off_or_doubled_are_refused() {
        let row = [[1; 16].as_slice(), &7u64.to_be_bytes(), &[9; 32], &2u64.to_be_bytes()].concat();
        let held = Held { last: 7, hash: [9; 32], erased: 2 };
        assert_eq!(read_heads(&row), Some(BTreeMap::from([(DeviceId([1; 16]), held)])));
        assert_eq!(read_heads(&row).map(|heads| write_heads(&heads)), Some(row.clone()));
        assert_eq!(read_heads(&[]), Some(BTreeMap::new()));
        assert_eq!(read_heads(&row[..63]), None);
        assert_eq!(read_heads(&[row.as_slice(), &row].concat()), None);
    }
}
