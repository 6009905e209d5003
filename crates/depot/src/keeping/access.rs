//! Who may come in: invitations that are redeemed, tokens that are bound to one vault, removing them.
//!
//! It defends against a token of one vault on another and against guessing. It does not know people.

use pluis_envelope::{DeviceId, VaultId};
use subtle::ConstantTimeEq;

use super::day;
use super::secret::SecretHash;
use crate::database::{Failure, Sql, Value};

/// The most devices of a vault.
const DEVICES_MAX: i64 = 16;
/// The most others who may leave something for a vault.
const SENDERS_MAX: i64 = 250;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What a token opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Scope {
    /// A device of the vault: everything in it.
    Device = 1,
    /// Somebody else, who may add to one chain of their own: a mailbox. Nothing can be read by it.
    Mailbox = 2,
}

impl Scope {
    const fn of(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Device),
            2 => Some(Self::Mailbox),
            _ => None,
        }
    }

    const fn most(self) -> i64 {
        match self {
            Self::Device => DEVICES_MAX,
            Self::Mailbox => SENDERS_MAX,
        }
    }
}

/// Who asks: a token on a vault.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// The vault in the address.
    pub vault: VaultId,
    /// The token's hash.
    pub token: SecretHash,
    /// When it asks.
    pub at: i64,
}

/// What a caller may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// The token opens this vault.
    Open(Scope, DeviceId),
    /// The token does not open this vault, or not any more.
    Denied,
    /// The vault was erased as a whole.
    Closed,
}

/// Looks what a token opens.
///
/// # Errors
/// Fails as the database does.
pub fn admit(sql: &mut dyn Sql, caller: &Caller) -> Result<Admission, Failure> {
    Ok(look_up(sql, caller)?.0)
}

/// Looks what a token opens, and notes the day on which it was last seen.
///
/// # Errors
/// Fails as the database does.
pub fn admit_and_note(sql: &mut dyn Sql, caller: &Caller) -> Result<Admission, Failure> {
    let (admission, seen) = look_up(sql, caller)?;
    if matches!(admission, Admission::Open(..)) && seen != day(caller.at) {
        sql.change(
            "UPDATE token SET day = $3 WHERE vault = $1 AND hash = $2",
            &[caller.vault.0.into(), caller.token.0.into(), day(caller.at).into()],
        )?;
    }
    Ok(admission)
}

/// Looks what a token opens, and the day on which it was last seen.
///
/// # Errors
/// Fails as the database does.
pub fn look_up(sql: &mut dyn Sql, caller: &Caller) -> Result<(Admission, i64), Failure> {
    let rows = sql.rows(
        "SELECT t.hash, t.device, t.scope, t.day, v.closed
         FROM token t JOIN vault v ON v.vault = t.vault WHERE t.vault = $1 AND t.hash = $2",
        &[caller.vault.0.into(), caller.token.0.into()],
    )?;
    let Some(row) = rows.first() else { return Ok((Admission::Denied, 0)) };
    // The index compares hashes as it likes; this is what lets in.
    if !bool::from(row.bytes(0)?.ct_eq(&caller.token.0)) {
        return Ok((Admission::Denied, 0));
    }
    let scope = Scope::of(row.number(2)?).ok_or(Failure::Damaged)?;
    let admission = match row.number_if_any(4)? {
        Some(_) => Admission::Closed,
        None => Admission::Open(scope, DeviceId(row.array(1)?)),
    };
    Ok((admission, row.number(3)?))
}

/// An invitation as it is stored.
#[derive(Debug, Clone, Copy)]
pub struct Invitation {
    /// The hash of its code.
    pub code: SecretHash,
    /// The vault that it opens; none opens a new one.
    pub vault: Option<VaultId>,
    /// What its token will open.
    pub scope: Scope,
    /// How many tokens it gives.
    pub uses: i64,
    /// When it ends.
    pub expires: i64,
}

impl Invitation {
    /// The operator's: for a new vault, or for one that is known.
    #[must_use]
    pub const fn by_operator(code: SecretHash, vault: Option<VaultId>, days: i64, at: i64) -> Self {
        Self { code, vault, scope: Scope::Device, uses: 1, expires: at + days * DAY }
    }

    /// A device's, for another device of the same vault: read from screen to screen.
    #[must_use]
    pub const fn for_device(code: SecretHash, vault: VaultId, at: i64) -> Self {
        Self { code, vault: Some(vault), scope: Scope::Device, uses: 1, expires: at + HOUR }
    }

    /// A device's, for those who will hand over to it: one code for a team.
    #[must_use]
    pub const fn for_mailbox(code: SecretHash, vault: VaultId, at: i64) -> Self {
        let (uses, expires) = (SENDERS_MAX, at + 30 * DAY);
        Self { code, vault: Some(vault), scope: Scope::Mailbox, uses, expires }
    }
}

/// Stores an invitation, and drops those that ended.
///
/// # Errors
/// Fails as the database does.
pub fn invite(sql: &mut dyn Sql, invitation: &Invitation, at: i64) -> Result<(), Failure> {
    sql.change("DELETE FROM invitation WHERE expires < $1 OR uses < 1", &[at.into()])?;
    let Invitation { code, vault, scope, uses, expires } = *invitation;
    sql.change(
        "INSERT INTO invitation (hash, vault, scope, uses, expires) VALUES ($1, $2, $3, $4, $5)",
        &[
            code.0.into(),
            vault.map(|vault| vault.0).into(),
            i64::from(scope as u8).into(),
            uses.into(),
            expires.into(),
        ],
    )?;
    Ok(())
}

/// How redeeming went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redeemed {
    /// The token opens the vault from now on.
    New,
    /// It already did: a repeated request uses nothing up.
    Again,
    /// No such invitation, or it ended, or it was used.
    Refused,
    /// An invitation for a new vault does not open one that is there.
    Known,
    /// The vault was erased as a whole.
    Closed,
    /// The vault has as many devices or senders as it may.
    Full,
}

/// Binds a token to a vault, for a code.
///
/// # Errors
/// Fails as the database does.
pub fn redeem(
    sql: &mut dyn Sql,
    caller: &Caller,
    device: DeviceId,
    code: SecretHash,
) -> Result<Redeemed, Failure> {
    match admit(sql, caller)? {
        Admission::Open(_, bound) if bound == device => return Ok(Redeemed::Again),
        Admission::Open(..) => return Ok(Redeemed::Refused),
        Admission::Closed => return Ok(Redeemed::Closed),
        Admission::Denied => {}
    }
    let rows = sql.rows(
        "SELECT vault, scope, uses FROM invitation WHERE hash = $1 AND expires >= $2 AND uses > 0",
        &[code.0.into(), caller.at.into()],
    )?;
    let Some(row) = rows.first() else { return Ok(Redeemed::Refused) };
    let bound_to = row.bytes(0).ok();
    let scope = Scope::of(row.number(1)?).ok_or(Failure::Damaged)?;
    if bound_to.is_some_and(|vault| vault != caller.vault.0) {
        return Ok(Redeemed::Refused);
    }
    let rows = sql.rows("SELECT closed FROM vault WHERE vault = $1", &[caller.vault.0.into()])?;
    match (rows.first(), bound_to) {
        (Some(row), _) if row.number_if_any(0)?.is_some() => return Ok(Redeemed::Closed),
        (Some(_), None) => return Ok(Redeemed::Known),
        (None, Some(_)) => return Ok(Redeemed::Refused),
        (Some(_), Some(_)) | (None, None) => {}
    }
    if count(sql, caller.vault, scope)? >= scope.most() {
        return Ok(Redeemed::Full);
    }
    if bound_to.is_none() {
        make_vault(sql, caller.vault)?;
    }
    bind(sql, caller, device, scope, code)?;
    Ok(Redeemed::New)
}

/// Makes a vault; of two that make the same one at the same time, one finds it known.
fn make_vault(sql: &mut dyn Sql, vault: VaultId) -> Result<(), Failure> {
    let made = sql.change(
        "INSERT INTO vault (vault, bytes) VALUES ($1, 0) ON CONFLICT (vault) DO NOTHING",
        &[vault.0.into()],
    )?;
    if made == 1 { Ok(()) } else { Err(Failure::Raced) }
}

fn bind(
    sql: &mut dyn Sql,
    caller: &Caller,
    device: DeviceId,
    scope: Scope,
    code: SecretHash,
) -> Result<(), Failure> {
    let used = sql.change(
        "UPDATE invitation SET uses = uses - 1 WHERE hash = $1 AND uses > 0",
        &[code.0.into()],
    )?;
    if used != 1 {
        return Err(Failure::Raced);
    }
    sql.change(
        "INSERT INTO token (vault, hash, device, scope, day) VALUES ($1, $2, $3, $4, $5)",
        &[
            caller.vault.0.into(),
            caller.token.0.into(),
            device.0.into(),
            i64::from(scope as u8).into(),
            day(caller.at).into(),
        ],
    )?;
    Ok(())
}

fn count(sql: &mut dyn Sql, vault: VaultId, scope: Scope) -> Result<i64, Failure> {
    let rows = sql.rows(
        "SELECT count(*) FROM token WHERE vault = $1 AND scope = $2",
        &[vault.0.into(), i64::from(scope as u8).into()],
    )?;
    rows.first().map_or(Ok(0), |row| row.number(0))
}

/// A device that has a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The device.
    pub device: DeviceId,
    /// What its token opens, as its number.
    pub scope: u8,
    /// The day on which it was last seen.
    pub day: i64,
}

/// Lists who has a token of a vault.
///
/// # Errors
/// Fails as the database does.
pub fn list(sql: &mut dyn Sql, vault: VaultId) -> Result<Vec<Seen>, Failure> {
    let rows = sql.rows(
        "SELECT device, scope, day FROM token WHERE vault = $1 ORDER BY device",
        &[vault.0.into()],
    )?;
    rows.iter()
        .map(|row| {
            let scope = u8::try_from(row.number(1)?).map_err(|_| Failure::Damaged)?;
            Ok(Seen { device: DeviceId(row.array(0)?), scope, day: row.number(2)? })
        })
        .collect()
}

/// Takes the tokens of one device, or of all; returns how many there were.
///
/// # Errors
/// Fails as the database does.
pub fn revoke(sql: &mut dyn Sql, vault: VaultId, device: Option<DeviceId>) -> Result<u64, Failure> {
    let vault: Value = vault.0.into();
    match device {
        Some(device) => sql.change(
            "DELETE FROM token WHERE vault = $1 AND device = $2",
            &[vault, device.0.into()],
        ),
        None => sql.change("DELETE FROM token WHERE vault = $1", &[vault]),
    }
}
