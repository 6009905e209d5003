//! Writing a backup file, part by part. It chooses nothing of what goes into it.

use pluis_envelope::Envelope;
use sha2::{Digest, Sha256};

use super::{ACCOUNT, Account, CAPTURED, CHECK_BYTES, DRAFT, ENTRY, MARK, PLACE, VERSION};
use crate::vault::error::VaultError;
use crate::vault::sealed::UnlockedVault;
use crate::vault::slot::SlotRecord;

/// A file that is being written, part by part.
pub struct BackupWriter {
    hash: Sha256,
    bytes: u64,
    entries: u64,
    left_out: u64,
    part: Vec<u8>,
}

impl BackupWriter {
    /// Begins a file behind this way in, which must be one for the recovery code alone.
    pub fn begin(way_in: SlotRecord) -> Self {
        let way_in = way_in.into_bytes();
        let mut head = [&MARK[..], &[VERSION], &length_of(&way_in), &way_in].concat();
        let check: [u8; 32] = Sha256::digest(&head).into();
        head.extend(check.iter().take(CHECK_BYTES));
        let mut writer =
            Self { hash: Sha256::new(), bytes: 0, entries: 0, left_out: 0, part: Vec::new() };
        writer.push(&head);
        writer
    }

    /// Adds a record of a device's chain.
    pub fn add_entry(&mut self, envelope: &Envelope) {
        self.entries += 1;
        self.push_record(ENTRY, &[envelope.bytes()]);
    }

    /// Adds a text that is still being written; a name that is too long leaves it out.
    pub fn add_draft(&mut self, name: &str, envelope: &Envelope) {
        self.push_named(DRAFT, name, envelope);
    }

    /// Adds a note that was sealed while the vault was locked, under its name.
    pub fn add_captured(&mut self, name: &str, envelope: &Envelope) {
        self.push_named(CAPTURED, name, envelope);
    }

    /// Counts a record that cannot be read, and so cannot be kept safe either.
    pub const fn leave_out(&mut self) {
        self.left_out += 1;
    }

    /// Gives out what was written since the last time.
    pub fn take_part(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.part)
    }

    /// Ends the file; `made_ms` is the time in milliseconds since 1970.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn finish(mut self, vault: &UnlockedVault, made_ms: i64) -> Result<Vec<u8>, VaultError> {
        let (entries, left_out, bytes) = (self.entries, self.left_out, self.bytes);
        let hash = self.hash.clone().finalize().into();
        let account = Account { version: VERSION, made_ms, entries, left_out, bytes, hash };
        let content = minicbor::to_vec(&account).unwrap_or_default();
        self.push_record(ACCOUNT, &[vault.seal(PLACE, &content)?.bytes()]);
        Ok(self.part)
    }

    fn push_named(&mut self, kind: u8, name: &str, envelope: &Envelope) {
        if let Ok(length) = u8::try_from(name.len()) {
            self.push_record(kind, &[&[length], name.as_bytes(), envelope.bytes()]);
        }
    }

    fn push_record(&mut self, kind: u8, parts: &[&[u8]]) {
        let record = parts.concat();
        self.push(&[kind]);
        self.push(&length_of(&record));
        self.push(&record);
    }

    fn push(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        self.part.extend_from_slice(bytes);
    }
}

fn length_of(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes()
}
