//! The chains of a vault's devices: dense, each envelope pointing back, never overwritten.
//!
//! It checks what a header shows. Whether an envelope opens, only the vault's owner can tell.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Header, Kind, VaultId};

use super::access::Scope;
use crate::database::{Failure, Row, Sql, Value};

/// What the chain's head says where a tombstone hides the hash that the next one must point to.
const UNKNOWN: ChainHash = [0; 32];
/// The most envelopes of one listing.
pub const LIST_MAX: i64 = 200;
/// The most bytes of one listing, but for its first envelope.
const LIST_BYTES: i64 = 1 << 20;

/// How adding went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is stored, and durable once the transaction is.
    Stored,
    /// The same bytes were there already.
    Same,
    /// Other bytes stand there, or the chain it follows on is another: a fork.
    Fork,
    /// Envelopes before it are missing.
    Gap,
    /// It was erased here; a tombstone stands in its place.
    Erased,
    /// The vault holds as much as it may.
    OverQuota,
}

/// Adds an envelope to the end of its chain.
///
/// # Errors
/// Fails as the database does.
pub fn add(
    sql: &mut dyn Sql,
    envelope: &Envelope,
    scope: Scope,
    quota: i64,
) -> Result<Added, Failure> {
    let header = envelope.header();
    let Ok(seq) = i64::try_from(header.seq) else { return Ok(Added::Gap) };
    let head = head(sql, header)?;
    if seq <= head.seq {
        return compare(sql, envelope, seq);
    }
    if seq > head.seq + 1 {
        return Ok(Added::Gap);
    }
    let is_hidden = head.seq > 0 && head.hash == UNKNOWN;
    if header.previous != head.hash && !is_hidden {
        return Ok(Added::Fork);
    }
    // What others leave here fills half of the room at most, so that the owner can go on.
    let quota = if scope == Scope::Mailbox { quota / 2 } else { quota };
    let is_tombstone = header.kind == Kind::Tombstone;
    if !take_room(sql, header.vault, length(envelope), quota)? {
        return Ok(Added::OverQuota);
    }
    let erased = head.erased + i64::from(is_tombstone);
    let hash = if is_tombstone { UNKNOWN } else { envelope.derive_chain_hash() };
    let next = Head { seq, hash, erased };
    if head.seq == 0 {
        begin(sql, header, scope, &next)?;
    } else {
        move_head(sql, header, &head, &next)?;
    }
    sql.change(
        "INSERT INTO envelope (vault, device, seq, erased, body) VALUES ($1, $2, $3, $4, $5)",
        &[
            header.vault.0.into(),
            header.device.0.into(),
            seq.into(),
            is_tombstone.then_some(erased).into(),
            envelope.bytes().into(),
        ],
    )?;
    Ok(Added::Stored)
}

/// The end of a chain; all zeros before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    seq: i64,
    hash: ChainHash,
    erased: i64,
}

fn head(sql: &mut dyn Sql, header: &Header) -> Result<Head, Failure> {
    let rows = sql.rows(
        "SELECT seq, hash, erased FROM chain WHERE vault = $1 AND device = $2",
        &[header.vault.0.into(), header.device.0.into()],
    )?;
    rows.first().map_or(Ok(Head { seq: 0, hash: UNKNOWN, erased: 0 }), |row| {
        Ok(Head { seq: row.number(0)?, hash: row.array(1)?, erased: row.number(2)? })
    })
}

/// Begins a chain, if nobody else did in the meantime.
fn begin(sql: &mut dyn Sql, header: &Header, scope: Scope, to: &Head) -> Result<(), Failure> {
    let begun = sql.change(
        "INSERT INTO chain (vault, device, seq, hash, erased, scope)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (vault, device) DO NOTHING",
        &[
            header.vault.0.into(),
            header.device.0.into(),
            to.seq.into(),
            to.hash.into(),
            to.erased.into(),
            i64::from(scope as u8).into(),
        ],
    )?;
    if begun == 1 { Ok(()) } else { Err(Failure::Raced) }
}

/// Moves the head on, if nobody else did in the meantime.
fn move_head(sql: &mut dyn Sql, header: &Header, from: &Head, to: &Head) -> Result<(), Failure> {
    let moved = sql.change(
        "UPDATE chain SET seq = $3, hash = $4, erased = $5
         WHERE vault = $1 AND device = $2 AND seq = $6 AND erased = $7",
        &[
            header.vault.0.into(),
            header.device.0.into(),
            to.seq.into(),
            to.hash.into(),
            to.erased.into(),
            from.seq.into(),
            from.erased.into(),
        ],
    )?;
    if moved == 1 { Ok(()) } else { Err(Failure::Raced) }
}

/// Takes room in a vault; a vault that was erased in the meantime has none.
fn take_room(sql: &mut dyn Sql, vault: VaultId, bytes: i64, quota: i64) -> Result<bool, Failure> {
    let taken = sql.change(
        "UPDATE vault SET bytes = bytes + $2
         WHERE vault = $1 AND closed IS NULL AND bytes + $2 <= $3",
        &[vault.0.into(), bytes.into(), quota.into()],
    )?;
    Ok(taken == 1)
}

fn compare(sql: &mut dyn Sql, envelope: &Envelope, seq: i64) -> Result<Added, Failure> {
    let row = stored(sql, envelope.header(), seq)?.ok_or(Failure::Damaged)?;
    match (row.bytes(1)? == envelope.bytes(), row.number_if_any(0)?) {
        (true, _) => confirm(sql, envelope.header()).map(|()| Added::Same),
        (false, Some(_)) => Ok(Added::Erased),
        (false, None) => Ok(Added::Fork),
    }
}

/// Makes what is found there as durable as what is newly written.
///
/// After a crash a row may be seen that neither the disk nor the standby has for sure. A commit that
/// writes waits for both, and for everything before it; one that only read would wait for nothing.
fn confirm(sql: &mut dyn Sql, header: &Header) -> Result<(), Failure> {
    sql.change(
        "UPDATE chain SET seq = seq WHERE vault = $1 AND device = $2",
        &[header.vault.0.into(), header.device.0.into()],
    )
    .map(|_| ())
}

fn stored(sql: &mut dyn Sql, header: &Header, seq: i64) -> Result<Option<Row>, Failure> {
    let rows = sql.rows(
        "SELECT erased, body FROM envelope WHERE vault = $1 AND device = $2 AND seq = $3",
        &[header.vault.0.into(), header.device.0.into(), seq.into()],
    )?;
    Ok(rows.into_iter().next())
}

/// How erasing went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// The tombstone stands there, now or already.
    Done,
    /// Another tombstone stands there: it was erased before.
    Before,
    /// Nothing stands there.
    Missing,
    /// The tombstone points back to something else: a fork.
    Fork,
}

/// Puts a tombstone over an envelope; the chain still verifies by the hash it keeps inside.
///
/// # Errors
/// Fails as the database does.
pub fn erase(sql: &mut dyn Sql, tombstone: &Envelope) -> Result<Erased, Failure> {
    let header = tombstone.header();
    let Ok(seq) = i64::try_from(header.seq) else { return Ok(Erased::Missing) };
    let Some(row) = stored(sql, header, seq)? else { return Ok(Erased::Missing) };
    let body = row.bytes(1)?;
    if body == tombstone.bytes() {
        return confirm(sql, header).map(|()| Erased::Done);
    }
    if row.number_if_any(0)?.is_some() {
        return Ok(Erased::Before);
    }
    let before = Envelope::parse(body).map_err(|_| Failure::Damaged)?;
    if before.header().previous != header.previous {
        return Ok(Erased::Fork);
    }
    let head = head(sql, header)?;
    let erased = head.erased + 1;
    // Erasing needs no room, so that a full vault can be emptied.
    take_room(sql, header.vault, length(tombstone) - length(&before), i64::MAX)?;
    move_head(sql, header, &head, &Head { erased, ..head })?;
    let changed = sql.change(
        "UPDATE envelope SET erased = $4, body = $5
         WHERE vault = $1 AND device = $2 AND seq = $3 AND erased IS NULL",
        &[
            header.vault.0.into(),
            header.device.0.into(),
            seq.into(),
            erased.into(),
            tombstone.bytes().into(),
        ],
    )?;
    if changed == 1 { Ok(Erased::Done) } else { Err(Failure::Raced) }
}

/// Where a chain ends, as a depot tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadTold {
    /// Whose chain.
    pub device: DeviceId,
    /// Its last place.
    pub seq: u64,
    /// The hash by which the next must point back; zeros when a tombstone hides it.
    pub hash: ChainHash,
    /// How many of its places were erased.
    pub erased: u64,
}

/// Which chains of a vault are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// All of its devices, or all of those who left something for it.
    All(Scope),
    /// One of either.
    One(DeviceId),
}

/// Lists the ends of a vault's chains.
///
/// # Errors
/// Fails as the database does.
pub fn heads(sql: &mut dyn Sql, vault: VaultId, whose: Whose) -> Result<Vec<HeadTold>, Failure> {
    let rows = match whose {
        Whose::All(scope) => sql.rows(
            "SELECT device, seq, hash, erased FROM chain WHERE vault = $1 AND scope = $2
             ORDER BY device",
            &[vault.0.into(), i64::from(scope as u8).into()],
        ),
        Whose::One(device) => sql.rows(
            "SELECT device, seq, hash, erased FROM chain WHERE vault = $1 AND device = $2",
            &[vault.0.into(), device.0.into()],
        ),
    }?;
    let told = |row: &Row| {
        Ok(HeadTold {
            device: DeviceId(row.array(0)?),
            seq: row.number(1)?.unsigned_abs(),
            hash: row.array(2)?,
            erased: row.number(3)?.unsigned_abs(),
        })
    };
    rows.iter().map(told).collect()
}

/// After what a listing starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// After a place in the chain: envelopes and tombstones, by place.
    Seq(i64),
    /// After so many erasures: tombstones only, in the order of erasing.
    Erasure(i64),
}

/// Returns envelopes of a chain, one after the other: each states its own length.
///
/// # Errors
/// Fails as the database does.
pub fn list(
    sql: &mut dyn Sql,
    vault: VaultId,
    device: DeviceId,
    after: After,
    max: i64,
) -> Result<Vec<u8>, Failure> {
    let (lengths, bodies, after) = match after {
        After::Seq(seq) => (
            "SELECT seq, CAST(octet_length(body) AS BIGINT) FROM envelope
             WHERE vault = $1 AND device = $2 AND seq > $3 ORDER BY seq LIMIT $4",
            "SELECT body FROM envelope WHERE vault = $1 AND device = $2 AND seq > $3 AND seq <= $4
             ORDER BY seq",
            seq,
        ),
        After::Erasure(erased) => (
            "SELECT erased, CAST(octet_length(body) AS BIGINT) FROM envelope
             WHERE vault = $1 AND device = $2 AND erased > $3 ORDER BY erased LIMIT $4",
            "SELECT body FROM envelope
             WHERE vault = $1 AND device = $2 AND erased > $3 AND erased <= $4 ORDER BY erased",
            erased,
        ),
    };
    let chain: [Value; 3] = [vault.0.into(), device.0.into(), after.into()];
    let max = max.clamp(1, LIST_MAX);
    // Lengths first, so that no more is loaded than goes out.
    let rows = sql.rows(lengths, &[chain.as_slice(), &[max.into()]].concat())?;
    let (mut last, mut bytes) = (None, 0);
    for row in rows {
        bytes += row.number(1)?;
        if last.is_some() && bytes > LIST_BYTES {
            break;
        }
        last = Some(row.number(0)?);
    }
    let Some(last) = last else { return Ok(Vec::new()) };
    let rows = sql.rows(bodies, &[chain.as_slice(), &[last.into()]].concat())?;
    let mut all = Vec::new();
    for row in &rows {
        all.extend_from_slice(row.bytes(0)?);
    }
    Ok(all)
}

fn length(envelope: &Envelope) -> i64 {
    i64::try_from(envelope.bytes().len()).unwrap_or(i64::MAX)
}
