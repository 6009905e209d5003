//! Vaults as wholes: erasing one, the operator's overview, and checking that all is as it must be.
//!
//! The overview shows ids, counts and days; there is nothing else to show.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, VaultId};

use super::access::Scope;
use super::secret::to_hex;
use crate::database::{Failure, Sql};

/// Erases everything of a vault but that it was there, and for whom.
///
/// # Errors
/// Fails as the database does.
pub fn close(sql: &mut dyn Sql, vault: VaultId, day: i64) -> Result<(), Failure> {
    sql.change(
        "UPDATE vault SET closed = $2, bytes = 0 WHERE vault = $1 AND closed IS NULL",
        &[vault.0.into(), day.into()],
    )?;
    for erase in [
        "DELETE FROM envelope WHERE vault = $1",
        "DELETE FROM chain WHERE vault = $1",
        "DELETE FROM invitation WHERE vault = $1",
        "DELETE FROM way_back WHERE vault = $1",
    ] {
        sql.change(erase, &[vault.0.into()])?;
    }
    Ok(())
}

/// Lets nobody else change a vault until this transaction ends: who adds takes room in this row.
/// One that was closed in the meantime has to be looked at again.
///
/// # Errors
/// Fails as the database does.
pub fn hold(sql: &mut dyn Sql, vault: VaultId) -> Result<(), Failure> {
    let held = sql.change(
        "UPDATE vault SET bytes = bytes WHERE vault = $1 AND closed IS NULL",
        &[vault.0.into()],
    )?;
    if held == 1 { Ok(()) } else { Err(Failure::Raced) }
}

/// Removes every envelope of a vault's devices; it stays open to be filled again: the way out for
/// an owner whose device and depot hold different branches of a chain, as nothing is overwritten.
/// What others left for the vault stays: no device could bring it back.
///
/// # Errors
/// Fails as the database does.
pub fn empty(sql: &mut dyn Sql, vault: VaultId) -> Result<(), Failure> {
    for change in [
        "DELETE FROM envelope WHERE vault = $1 AND device IN
            (SELECT device FROM chain WHERE vault = $1 AND scope = $2)",
        "DELETE FROM chain WHERE vault = $1 AND scope = $2",
    ] {
        sql.change(change, &[vault.0.into(), i64::from(Scope::Device as u8).into()])?;
    }
    sql.change(
        "UPDATE vault SET bytes = (SELECT CAST(COALESCE(sum(octet_length(body)), 0) AS BIGINT)
            FROM envelope WHERE vault = $1) WHERE vault = $1 AND closed IS NULL",
        &[vault.0.into()],
    )
    .map(drop)
}

/// A vault as the operator sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overview {
    /// The vault.
    pub vault: VaultId,
    /// How many tokens open it.
    pub tokens: i64,
    /// How many envelopes it holds, tombstones included.
    pub envelopes: i64,
    /// How many bytes they are.
    pub bytes: i64,
    /// The day on which a token was last used.
    pub seen: Option<i64>,
    /// The day on which it was erased as a whole.
    pub closed: Option<i64>,
}

/// Lists all vaults.
///
/// # Errors
/// Fails as the database does.
pub fn overview(sql: &mut dyn Sql) -> Result<Vec<Overview>, Failure> {
    let rows = sql.rows(
        "SELECT v.vault, v.bytes, v.closed,
            (SELECT count(*) FROM token t WHERE t.vault = v.vault),
            (SELECT max(t.day) FROM token t WHERE t.vault = v.vault),
            (SELECT CAST(sum(c.seq) AS BIGINT) FROM chain c WHERE c.vault = v.vault)
         FROM vault v ORDER BY v.vault",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Overview {
                vault: VaultId(row.array(0)?),
                bytes: row.number(1)?,
                closed: row.number_if_any(2)?,
                tokens: row.number(3)?,
                seen: row.number_if_any(4)?,
                envelopes: row.number_if_any(5)?.unwrap_or(0),
            })
        })
        .collect()
}

/// Lists the devices of a vault that have a chain.
///
/// # Errors
/// Fails as the database does.
pub fn chains(sql: &mut dyn Sql, vault: VaultId) -> Result<Vec<DeviceId>, Failure> {
    let rows = sql.rows("SELECT device FROM chain WHERE vault = $1", &[vault.0.into()])?;
    rows.iter().map(|row| Ok(DeviceId(row.array(0)?))).collect()
}

/// What a check of a chain has seen so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The last place.
    pub seq: i64,
    /// How many bytes.
    pub bytes: i64,
    /// What is wrong, one line each.
    pub findings: Vec<String>,
    /// The hash that the next one must point back to, where it is known.
    previous: Option<ChainHash>,
}

/// Checks the next part of a chain; nothing moved on means that the chain ended.
///
/// # Errors
/// Fails as the database does.
pub fn check_part(
    sql: &mut dyn Sql,
    vault: VaultId,
    device: DeviceId,
    mut checked: Checked,
) -> Result<Checked, Failure> {
    let rows = sql.rows(
        "SELECT seq, erased, body FROM envelope
         WHERE vault = $1 AND device = $2 AND seq > $3 ORDER BY seq LIMIT 200",
        &[vault.0.into(), device.0.into(), checked.seq.into()],
    )?;
    for row in rows {
        let (seq, body) = (row.number(0)?, row.bytes(2)?);
        if let Some(problem) = check_one(&checked, vault, device, seq, row.number_if_any(1)?, body)
        {
            let (vault, device) = (to_hex(&vault.0), to_hex(&device.0));
            checked.findings.push(format!("vault {vault} device {device} seq {seq}: {problem}"));
        }
        checked.bytes += i64::try_from(body.len()).unwrap_or(i64::MAX);
        checked.previous = Envelope::parse(body)
            .ok()
            .filter(|envelope| envelope.header().kind != Kind::Tombstone)
            .map(|envelope| envelope.derive_chain_hash());
        checked.seq = seq;
    }
    Ok(checked)
}

fn check_one(
    checked: &Checked,
    vault: VaultId,
    device: DeviceId,
    seq: i64,
    erased: Option<i64>,
    body: &[u8],
) -> Option<&'static str> {
    let Ok(envelope) = Envelope::parse(body) else { return Some("not an envelope") };
    let header = envelope.header();
    let is_first = checked.seq == 0;
    let expected = if is_first { Some([0; 32]) } else { checked.previous };
    if (header.vault, header.device) != (vault, device) || i64::try_from(header.seq) != Ok(seq) {
        Some("the header says another place")
    } else if seq != checked.seq + 1 {
        Some("places before it are missing")
    } else if expected.is_some_and(|hash| hash != header.previous) {
        Some("does not point back to the one before")
    } else if erased.is_some() != (header.kind == Kind::Tombstone) {
        Some("a tombstone that is not marked, or the other way round")
    } else {
        None
    }
}

/// Compares what a check of a chain saw with the end that is stored.
///
/// # Errors
/// Fails as the database does.
pub fn is_end(
    sql: &mut dyn Sql,
    vault: VaultId,
    device: DeviceId,
    checked: &Checked,
) -> Result<bool, Failure> {
    let rows = sql.rows(
        "SELECT seq, hash FROM chain WHERE vault = $1 AND device = $2",
        &[vault.0.into(), device.0.into()],
    )?;
    let Some(row) = rows.first() else { return Ok(false) };
    let is_same = checked.previous.is_none_or(|hash| row.bytes(1) == Ok(hash.as_slice()));
    Ok(row.number(0)? == checked.seq && is_same)
}
