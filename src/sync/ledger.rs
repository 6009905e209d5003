//! What one depot is known to hold, as this device remembers it between rounds.
//!
//! It is only a memory: a lost or old ledger makes a round longer and nothing wrong. It is what
//! makes a depot that has gone back stand out.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decoder, Encoder, decode, encode};
use pluis_envelope::{ChainHash, DeviceId};

use super::depot::{Erased, Held};
use super::finding::{Finding, Trouble};

const VERSION: u8 = 1;
/// Older findings make place for newer ones.
const FINDINGS_MAX: usize = 20;
/// More erasures than this are not remembered: they are asked for anew, which does no harm.
const ERASED_MAX: usize = 1_000;

/// What a depot is known to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    pub(super) heads: BTreeMap<DeviceId, Held>,
    pub(super) erased: BTreeSet<(DeviceId, u64)>,
    backup_days: Option<u32>,
    /// The hash of the way back that the depot has from this device.
    pub(super) way_back: Option<[u8; 32]>,
    findings: Vec<Finding>,
}

impl Ledger {
    /// Returns whether the depot has confirmed that it holds this place of a chain.
    pub fn holds(&self, device: DeviceId, seq: u64) -> bool {
        self.heads.get(&device).is_some_and(|held| held.last >= seq)
    }

    /// Returns after how many days no backup of the depot has what was erased there, as it last
    /// said; nothing where it never did.
    pub const fn backup_days(&self) -> Option<u32> {
        self.backup_days
    }

    /// Returns what was noticed and not yet put aside, oldest first.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Puts what was noticed aside: the user has read it.
    pub fn put_findings_aside(&mut self) {
        self.findings.clear();
    }

    /// Takes over what another ledger of the same depot has noticed.
    pub fn take_findings(&mut self, other: &Self) {
        other.findings.iter().for_each(|finding| self.note(*finding));
    }

    /// Notes that the depot has a chain up to here.
    pub(super) fn note_head(&mut self, device: DeviceId, last: u64, hash: ChainHash) {
        let erased = self.heads.get(&device).map_or(0, |held| held.erased);
        self.heads.insert(device, Held { last, hash, erased });
    }

    /// Notes what the depot says about its backups.
    pub(super) fn note_backup_days(&mut self, erased: Erased) {
        self.backup_days = erased.backup_days.or(self.backup_days);
    }

    /// Keeps a finding, once.
    pub(super) fn note(&mut self, finding: Finding) {
        if self.findings.contains(&finding) {
            return;
        }
        if self.findings.len() >= FINDINGS_MAX {
            self.findings.remove(0);
        }
        self.findings.push(finding);
    }

    /// Forgets that a way back lies at the depot.
    pub const fn forget_way_back(&mut self) {
        self.way_back = None;
    }

    /// Forgets what the depot holds, which is nothing after everything there was erased.
    pub(super) fn forget_contents(&mut self) {
        self.heads.clear();
        self.erased.clear();
    }

    /// Writes the stored form.
    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    pub fn encode(&self) -> Vec<u8> {
        let mut encoder = Encoder::new(Vec::new());
        self.write(&mut encoder).expect("writing to memory does not fail");
        encoder.into_writer()
    }

    fn write(
        &self,
        encoder: &mut Encoder<Vec<u8>>,
    ) -> Result<(), encode::Error<std::convert::Infallible>> {
        encoder.array(6)?.u8(VERSION)?;
        encoder.array(self.heads.len() as u64 * 4)?;
        for (device, held) in &self.heads {
            encoder.bytes(&device.0)?.u64(held.last)?.bytes(&held.hash)?.u64(held.erased)?;
        }
        let erased = if self.erased.len() > ERASED_MAX { &BTreeSet::new() } else { &self.erased };
        encoder.array(erased.len() as u64 * 2)?;
        for (device, seq) in erased {
            encoder.bytes(&device.0)?.u64(*seq)?;
        }
        encoder.array(self.findings.len() as u64 * 3)?;
        for finding in &self.findings {
            encoder.encode(finding.trouble)?.bytes(&finding.device.0)?.u64(finding.seq)?;
        }
        encoder.encode(self.backup_days)?;
        encoder.bytes(self.way_back.as_ref().map_or(&[][..], |hash| hash))?;
        Ok(())
    }

    /// Reads the stored form; an empty ledger when it is not one of this version.
    pub fn decode(bytes: &[u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Result<Self, decode::Error> {
        let mut decoder = Decoder::new(bytes);
        // The first ones ended here, without backups and ways back.
        let parts = decoder.array()?;
        if !matches!(parts, Some(4 | 6)) || decoder.u8()? != VERSION {
            return Err(decode::Error::message("not a ledger of this version"));
        }
        let mut ledger = Self::default();
        for _ in 0..decoder.array()?.unwrap_or_default() / 4 {
            let device = DeviceId(read_array(&mut decoder)?);
            let (last, hash) = (decoder.u64()?, read_array(&mut decoder)?);
            let held = Held { last, hash, erased: decoder.u64()? };
            ledger.heads.insert(device, held);
        }
        for _ in 0..decoder.array()?.unwrap_or_default() / 2 {
            ledger.erased.insert((DeviceId(read_array(&mut decoder)?), decoder.u64()?));
        }
        for _ in 0..decoder.array()?.unwrap_or_default() / 3 {
            let trouble: Trouble = decoder.decode()?;
            let device = DeviceId(read_array(&mut decoder)?);
            ledger.findings.push(Finding { trouble, device, seq: decoder.u64()? });
        }
        if parts == Some(6) {
            ledger.backup_days = decoder.decode()?;
            ledger.way_back = decoder.bytes()?.try_into().ok();
        }
        Ok(ledger)
    }
}

fn read_array<const N: usize>(decoder: &mut Decoder<'_>) -> Result<[u8; N], decode::Error> {
    decoder.bytes()?.try_into().map_err(|_| decode::Error::message("not of this length"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger() -> Ledger {
        let device = DeviceId([3; 16]);
        let mut ledger = Ledger::default();
        ledger.heads.insert(device, Held { last: 70_000, hash: [7; 32], erased: 3 });
        ledger.erased.extend([(device, 4), (device, 9)]);
        ledger.note(Finding { trouble: Trouble::Forked, device, seq: 12 });
        ledger.note_backup_days(Erased { backup_days: Some(30) });
        ledger.way_back = Some([8; 32]);
        ledger
    }

    #[test]
    fn a_ledger_reads_back() {
        assert_eq!(Ledger::decode(&ledger().encode()), ledger());
    }

    #[test]
    fn a_ledger_of_before_backups_and_ways_back_reads() {
        let mut ledger = ledger();
        (ledger.backup_days, ledger.way_back) = (None, None);
        let mut bytes = ledger.encode();
        bytes.truncate(bytes.len() - 2);
        bytes[0] = 0x84;
        assert_eq!(Ledger::decode(&bytes), ledger);
    }

    #[test]
    fn damage_gives_an_empty_ledger_and_no_failure() {
        let bytes = ledger().encode();
        for length in 0..bytes.len() {
            assert_eq!(Ledger::decode(&bytes[..length]), Ledger::default());
        }
    }

    #[test]
    fn findings_are_kept_once_and_bounded() {
        let mut ledger = ledger();
        for seq in [12, 12, 13] {
            let device = DeviceId([3; 16]);
            ledger.note(Finding { trouble: Trouble::Forked, device, seq });
        }
        assert_eq!(ledger.findings().len(), 2);
        for seq in 0..100 {
            let device = DeviceId([3; 16]);
            ledger.note(Finding { trouble: Trouble::Spoiled, device, seq });
        }
        assert_eq!(ledger.findings().len(), FINDINGS_MAX);
    }

    #[test]
    fn too_many_erasures_are_asked_for_anew() {
        let mut ledger = ledger();
        ledger.erased.extend((0..2_000).map(|seq| (DeviceId([3; 16]), seq)));
        let read = Ledger::decode(&ledger.encode());
        assert!(read.erased.is_empty() && read.heads == ledger.heads);
    }
}
