//! Reading a backup file, part by part, and opening everything in it. It brings nothing back.

use pluis_envelope::{ENVELOPE_MAX_BYTES, Envelope, Header, Kind};
use sha2::{Digest, Sha256};

use super::{
    ACCOUNT, Account, BACKUP_MAX_BYTES, BackupProblem, CAPTURED, CHECK_BYTES, DRAFT, ENTRY, MARK,
    PLACE, VERSION,
};
use crate::vault::error::VaultError;
use crate::vault::recovery::RecoveryCode;
use crate::vault::sealed::{Place, UnlockedVault};
use crate::vault::slot::LockedVault;

/// Room for a way in with many years of changes.
const WAY_IN_MAX_BYTES: usize = 64 * 1024;
/// The type and the length.
const RECORD_HEAD_BYTES: usize = 1 + 4;
const RECORD_MAX_BYTES: usize = ENVELOPE_MAX_BYTES + 256;

/// A backup that was read to its end and opened; everything in it can be read.
#[derive(Debug)]
pub struct OpenedBackup {
    pub(crate) vault: UnlockedVault,
    pub(crate) way_in: Vec<u8>,
    pub(crate) entries: Vec<Envelope>,
    pub(crate) drafts: Vec<(String, Envelope)>,
    pub(crate) captured: Vec<(String, Envelope)>,
    made_ms: i64,
    left_out: u64,
}

impl OpenedBackup {
    /// Returns when it was made, in milliseconds since 1970.
    pub const fn made_ms(&self) -> i64 {
        self.made_ms
    }

    /// Returns how many records of the log are in it.
    pub const fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// Returns how many records could not be read any more when it was made.
    pub const fn left_out(&self) -> u64 {
        self.left_out
    }
}

/// A file that is being read, part by part, with the recovery code that should open it.
pub struct BackupReader {
    code: RecoveryCode,
    /// What came in and was not read yet.
    pending: Vec<u8>,
    hash: Sha256,
    bytes: u64,
    opened: Option<OpenedBackup>,
    is_ended: bool,
}

impl BackupReader {
    /// Begins to read a file of this length.
    ///
    /// # Errors
    /// [`BackupProblem::TooLarge`] for a file that is not even tried.
    pub fn begin(code: RecoveryCode, file_bytes: u64) -> Result<Self, BackupProblem> {
        if file_bytes > BACKUP_MAX_BYTES {
            return Err(BackupProblem::TooLarge(file_bytes));
        }
        let (pending, hash) = (Vec::new(), Sha256::new());
        Ok(Self { code, pending, hash, bytes: 0, opened: None, is_ended: false })
    }

    /// Takes the next part of the file, and opens what is complete.
    ///
    /// # Errors
    /// Says what is wrong with the file as soon as it shows.
    pub fn feed(&mut self, part: &[u8]) -> Result<(), BackupProblem> {
        self.pending.extend_from_slice(part);
        let pending = std::mem::take(&mut self.pending);
        let mut rest = pending.as_slice();
        while let Some(after) = self.read_one(rest)? {
            rest = after;
        }
        self.pending = rest.to_vec();
        Ok(())
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// [`BackupProblem::CutOff`] when the file has not come to its own end.
    pub fn finish(self) -> Result<OpenedBackup, BackupProblem> {
        let is_other = self.pending.is_empty() || !begins_as_backup(&self.pending);
        match self.opened {
            Some(backup) if self.is_ended => Ok(backup),
            None if is_other => Err(BackupProblem::NotABackup),
            _ => Err(BackupProblem::CutOff),
        }
    }

    /// Reads the head or one record; returns what comes after it, or nothing when it is not whole.
    fn read_one<'part>(&mut self, part: &'part [u8]) -> Result<Option<&'part [u8]>, BackupProblem> {
        if self.is_ended {
            return if part.is_empty() { Ok(None) } else { Err(BackupProblem::Damaged) };
        }
        let length = match &mut self.opened {
            None => {
                let Some((backup, length)) = read_head(&self.code, part)? else { return Ok(None) };
                self.opened = Some(backup);
                length
            }
            Some(backup) => {
                let Some((kind, record)) = whole_record(part)? else { return Ok(None) };
                match kind {
                    ENTRY => backup.take_entry(record)?,
                    DRAFT => backup.take_draft(record)?,
                    CAPTURED => backup.take_captured(record)?,
                    ACCOUNT => backup.take_account(record, &self.hash, self.bytes)?,
                    _ => return Err(BackupProblem::Damaged),
                }
                self.is_ended = kind == ACCOUNT;
                RECORD_HEAD_BYTES + record.len()
            }
        };
        let (whole, after) = part.split_at_checked(length).ok_or(BackupProblem::Damaged)?;
        self.hash.update(whole);
        self.bytes += length as u64;
        Ok(Some(after))
    }
}

impl OpenedBackup {
    /// Takes a record of a chain, once it has shown that it opens.
    fn take_entry(&mut self, record: &[u8]) -> Result<(), BackupProblem> {
        let opened = self.vault.open_bytes(record);
        let (envelope, _) = opened.map_err(|_| BackupProblem::Damaged)?;
        if !matches!(envelope.header().kind, Kind::Event | Kind::Tombstone) {
            return Err(BackupProblem::Damaged);
        }
        self.entries.push(envelope);
        Ok(())
    }

    fn take_draft(&mut self, record: &[u8]) -> Result<(), BackupProblem> {
        let (name, envelope) = read_named(record)?;
        let opened = self.vault.open_draft(&name, envelope.bytes());
        opened.map_err(|_| BackupProblem::Damaged)?;
        self.drafts.push((name, envelope));
        Ok(())
    }

    fn take_captured(&mut self, record: &[u8]) -> Result<(), BackupProblem> {
        let (name, envelope) = read_named(record)?;
        let opened = self.vault.open_captured(envelope.bytes());
        opened.map_err(|_| BackupProblem::Damaged)?;
        self.captured.push((name, envelope));
        Ok(())
    }

    /// Holds what came before against the account of it.
    fn take_account(
        &mut self,
        record: &[u8],
        hash: &Sha256,
        bytes: u64,
    ) -> Result<(), BackupProblem> {
        let opened = self.vault.open_bytes(record);
        let (envelope, content) = opened.map_err(|_| BackupProblem::Damaged)?;
        let Header { kind, seq, previous, .. } = *envelope.header();
        let account: Account = minicbor::decode(&content).map_err(|_| BackupProblem::Damaged)?;
        let found: [u8; 32] = hash.clone().finalize().into();
        let is_whole = Place { kind, seq, previous } == PLACE
            && account.hash == found
            && account.bytes == bytes
            && account.entries == self.entries.len() as u64;
        self.made_ms = account.made_ms;
        self.left_out = account.left_out;
        if is_whole { Ok(()) } else { Err(BackupProblem::Damaged) }
    }
}

/// Returns whether the first bytes, perhaps too few, are those of a backup.
fn begins_as_backup(bytes: &[u8]) -> bool {
    bytes.iter().zip(MARK).all(|(found, mark)| *found == mark)
}

/// Reads mark, version and way in, once they are there, and opens the way in.
fn read_head(
    code: &RecoveryCode,
    part: &[u8],
) -> Result<Option<(OpenedBackup, usize)>, BackupProblem> {
    let Some((mark, rest)) = part.split_first_chunk() else { return Ok(None) };
    if *mark != MARK {
        return Err(BackupProblem::NotABackup);
    }
    let Some((version, rest)) = rest.split_first() else { return Ok(None) };
    if *version > VERSION {
        return Err(BackupProblem::NewerVersion);
    }
    let Some((length, rest)) = rest.split_first_chunk() else { return Ok(None) };
    let length = to_length(*length, WAY_IN_MAX_BYTES)?;
    let Some((way_in, rest)) = rest.split_at_checked(length) else { return Ok(None) };
    let Some((check, after)) = rest.split_first_chunk::<CHECK_BYTES>() else { return Ok(None) };
    let head_bytes = part.len() - after.len();
    let checked = part.get(..head_bytes - CHECK_BYTES).unwrap_or_default();
    if *version != VERSION || !Sha256::digest(checked).starts_with(check) {
        return Err(BackupProblem::Damaged);
    }
    let locked = LockedVault::parse(way_in).map_err(way_in_problem)?;
    let vault = locked.open_with_recovery(code).map_err(way_in_problem)?;
    let backup = OpenedBackup {
        vault,
        way_in: way_in.to_vec(),
        entries: Vec::new(),
        drafts: Vec::new(),
        captured: Vec::new(),
        made_ms: 0,
        left_out: 0,
    };
    Ok(Some((backup, head_bytes)))
}

const fn way_in_problem(error: VaultError) -> BackupProblem {
    match error {
        VaultError::CannotOpen => BackupProblem::WrongCode,
        VaultError::NewerVersion => BackupProblem::NewerVersion,
        _ => BackupProblem::Damaged,
    }
}

/// Returns the type and the content of the first record, once it is whole.
fn whole_record(part: &[u8]) -> Result<Option<(u8, &[u8])>, BackupProblem> {
    let Some((kind, rest)) = part.split_first() else { return Ok(None) };
    let Some((length, rest)) = rest.split_first_chunk() else { return Ok(None) };
    let length = to_length(*length, RECORD_MAX_BYTES)?;
    Ok(rest.get(..length).map(|record| (*kind, record)))
}

/// Reads a name and the envelope behind it.
fn read_named(record: &[u8]) -> Result<(String, Envelope), BackupProblem> {
    let (length, rest) = record.split_first().ok_or(BackupProblem::Damaged)?;
    let split = rest.split_at_checked(usize::from(*length));
    let (name, envelope) = split.ok_or(BackupProblem::Damaged)?;
    let name = str::from_utf8(name).map_err(|_| BackupProblem::Damaged)?;
    let envelope = Envelope::parse(envelope).map_err(|_| BackupProblem::Damaged)?;
    Ok((name.to_owned(), envelope))
}

fn to_length(bytes: [u8; 4], max: usize) -> Result<usize, BackupProblem> {
    let length = usize::try_from(u32::from_be_bytes(bytes)).ok().filter(|length| *length <= max);
    length.ok_or(BackupProblem::Damaged)
}
