//! The tables, in SQL that both databases take. SQLite reads `BYTEA` as any type, which keeps bytes.
//!
//! The vault's id leads every key, so that it can be the partition key of a distributed engine, and
//! no query crosses vaults but for the operator's. The code of an invitation and the secret of a way
//! back come without a vault: each is looked up by its own hash, which is the key.

use super::{Failure, Row, Sql};
use crate::trouble::Trouble;

/// The version of the tables that this program makes and reads.
pub const VERSION: i64 = 3;

const TABLES: [&str; 8] = [
    "CREATE TABLE IF NOT EXISTS depot (version BIGINT PRIMARY KEY)",
    // closed: the day on which the vault was erased as a whole.
    "CREATE TABLE IF NOT EXISTS vault (
        vault BYTEA PRIMARY KEY, bytes BIGINT NOT NULL, closed BIGINT)",
    // hash: by which the next envelope points back; zeros when a tombstone hides it. scope: whose
    // chain it is, a device's or a sender's.
    "CREATE TABLE IF NOT EXISTS chain (
        vault BYTEA NOT NULL, device BYTEA NOT NULL, seq BIGINT NOT NULL, hash BYTEA NOT NULL,
        erased BIGINT NOT NULL, scope BIGINT NOT NULL DEFAULT 1, PRIMARY KEY (vault, device))",
    // erased: the how-manieth erasure of its chain made this a tombstone.
    "CREATE TABLE IF NOT EXISTS envelope (
        vault BYTEA NOT NULL, device BYTEA NOT NULL, seq BIGINT NOT NULL, erased BIGINT,
        body BYTEA NOT NULL, PRIMARY KEY (vault, device, seq))",
    "CREATE INDEX IF NOT EXISTS envelope_erased ON envelope (vault, device, erased)
        WHERE erased IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS token (
        vault BYTEA NOT NULL, hash BYTEA NOT NULL, device BYTEA NOT NULL, scope BIGINT NOT NULL,
        day BIGINT NOT NULL, PRIMARY KEY (vault, hash))",
    "CREATE TABLE IF NOT EXISTS invitation (
        hash BYTEA PRIMARY KEY, vault BYTEA, scope BIGINT NOT NULL, uses BIGINT NOT NULL,
        expires BIGINT NOT NULL)",
    // A way back. code: the hash of the invitation that was given last to whoever came by it.
    "CREATE TABLE IF NOT EXISTS way_back (
        hash BYTEA PRIMARY KEY, vault BYTEA NOT NULL UNIQUE, record BYTEA NOT NULL, code BYTEA)",
];

/// What the second version added to the first, in which no sender left anything yet.
const SECOND: [&str; 2] = [
    "ALTER TABLE chain ADD COLUMN scope BIGINT NOT NULL DEFAULT 1",
    "UPDATE depot SET version = 2 WHERE version = 1",
];

/// What the third added to the second: a table, which was missing and has been made.
const THIRD: [&str; 1] = ["UPDATE depot SET version = 3 WHERE version = 2"];

/// Makes what is missing, brings an earlier version up to this one, and returns the version of what
/// is there.
pub fn prepare(sql: &mut dyn Sql) -> Result<i64, Failure> {
    for table in TABLES {
        sql.change(table, &[])?;
    }
    sql.change(
        "INSERT INTO depot (version) SELECT CAST($1 AS BIGINT) WHERE NOT EXISTS (SELECT 1 FROM depot)",
        &[VERSION.into()],
    )?;
    for (before, changes) in [(1, SECOND.as_slice()), (2, &THIRD)] {
        if version(sql)? == before {
            for change in changes {
                sql.change(change, &[])?;
            }
        }
    }
    version(sql)
}

fn version(sql: &mut dyn Sql) -> Result<i64, Failure> {
    let rows = sql.rows("SELECT max(version) FROM depot", &[])?;
    rows.first().map_or(Err(Failure::Damaged), |row: &Row| row.number(0))
}

/// Says that the tables were made by a newer program.
pub fn newer(version: i64) -> Trouble {
    Trouble::new(
        "database",
        &format!("its tables have version {version}, and this program knows {VERSION}"),
        "start the newer program, or restore a backup made before it",
    )
}
