//! A way back for who lost every device: a lasting invitation, with a record that the recovery code
//! opens, under the hash of a secret which only that code gives.
//!
//! It defends against guessing, as tokens do. Whoever comes back gets an ordinary invitation, so that
//! all else is the part of [`access`]. It cannot read a record.

use pluis_envelope::VaultId;
use subtle::ConstantTimeEq;

use super::access::{self, Invitation};
use super::secret::SecretHash;
use super::vaults;
use crate::database::{Failure, Row, Sql};

/// The most bytes of a record.
pub const RECORD_MAX: usize = 4096;

/// Lets a way back stand in place of the vault's earlier one; tells whether it could: not where
/// another vault stands under the same hash.
///
/// # Errors
/// Fails as the database does.
pub fn put(
    sql: &mut dyn Sql,
    vault: VaultId,
    secret: SecretHash,
    record: &[u8],
) -> Result<bool, Failure> {
    vaults::hold(sql, vault)?;
    if look_up(sql, secret)?.is_some_and(|other| other != vault) {
        return Ok(false);
    }
    remove(sql, vault)?;
    sql.change(
        "INSERT INTO way_back (vault, hash, record) VALUES ($1, $2, $3)",
        &[vault.0.into(), secret.0.into(), record.into()],
    )?;
    Ok(true)
}

/// Returns the hash under which a vault's way back stands.
///
/// # Errors
/// Fails as the database does.
pub fn find(sql: &mut dyn Sql, vault: VaultId) -> Result<Option<SecretHash>, Failure> {
    let rows = sql.rows("SELECT hash FROM way_back WHERE vault = $1", &[vault.0.into()])?;
    rows.first().map(|row| row.array(0).map(SecretHash)).transpose()
}

/// Removes a vault's way back, and the invitation that it gave last; returns how many there were.
///
/// # Errors
/// Fails as the database does.
pub fn remove(sql: &mut dyn Sql, vault: VaultId) -> Result<u64, Failure> {
    let removed =
        sql.rows("DELETE FROM way_back WHERE vault = $1 RETURNING code", &[vault.0.into()])?;
    for row in &removed {
        withdraw(sql, row, 0)?;
    }
    Ok(removed.len() as u64)
}

/// Invites whoever knows the secret to its vault, and returns the record; nothing for anybody else.
///
/// # Errors
/// Fails as the database does.
pub fn come_back(
    sql: &mut dyn Sql,
    secret: SecretHash,
    code: SecretHash,
    at: i64,
) -> Result<Option<Vec<u8>>, Failure> {
    let Some(vault) = look_up(sql, secret)? else { return Ok(None) };
    // Of two who ask at once, the second sees and withdraws what the first was given.
    vaults::hold(sql, vault)?;
    let rows = sql.rows(
        "SELECT record, code FROM way_back WHERE vault = $1 AND hash = $2",
        &[vault.0.into(), secret.0.into()],
    )?;
    let row = rows.first().ok_or(Failure::Raced)?;
    withdraw(sql, row, 1)?;
    access::invite(sql, &Invitation::for_device(code, vault, at), at)?;
    let noted = sql.change(
        "UPDATE way_back SET code = $3 WHERE vault = $1 AND hash = $2",
        &[vault.0.into(), secret.0.into(), code.0.into()],
    )?;
    if noted == 1 { Ok(Some(row.bytes(0)?.to_vec())) } else { Err(Failure::Raced) }
}

/// Returns the vault of a secret; like an invitation it is looked up before any vault is known.
fn look_up(sql: &mut dyn Sql, secret: SecretHash) -> Result<Option<VaultId>, Failure> {
    let rows = sql.rows("SELECT hash, vault FROM way_back WHERE hash = $1", &[secret.0.into()])?;
    let Some(row) = rows.first() else { return Ok(None) };
    // The index compares hashes as it likes; this is what lets in.
    let is_it = bool::from(row.bytes(0)?.ct_eq(&secret.0));
    is_it.then(|| row.array(1).map(VaultId)).transpose()
}

/// Takes back the invitation that a row names: however often somebody asks, one is open.
fn withdraw(sql: &mut dyn Sql, row: &Row, column: usize) -> Result<(), Failure> {
    if let Ok(code) = row.bytes(column) {
        sql.change("DELETE FROM invitation WHERE hash = $1", &[code.into()])?;
    }
    Ok(())
}
