//! Claims about files that are no backup, or no whole one, and about a frozen one.

use super::backup::{code, read, read_in_parts, restored, saved, with_code};
use super::*;
use crate::vault::{BackupProblem, BackupReader};

#[test]
fn what_is_no_backup_says_so() {
    let refused = |file: &[u8]| read(file).err();
    let not_one = Some(BackupProblem::NotABackup);
    assert_eq!(refused(b""), not_one);
    assert_eq!(refused(b"PK"), not_one);
    assert_eq!(refused("Lieve juf".repeat(500).as_bytes()), not_one);
    assert_eq!(refused(b"PLUIS"), Some(BackupProblem::CutOff));
    assert_eq!(refused(b"PLUISRK\x02 and more"), Some(BackupProblem::NewerVersion));
    let too_large = BackupReader::begin(code(), u64::MAX).err();
    assert_eq!(too_large, Some(BackupProblem::TooLarge(u64::MAX)));
}

#[test]
fn a_file_cut_off_anywhere_says_so() {
    let bench = with_code(Bench::new());
    bench.write_many(2);
    let file = saved(&bench);
    for length in 1..file.len() {
        assert_eq!(read(&file[..length]).err(), Some(BackupProblem::CutOff), "{length}");
    }
}

/// Marsaglia's xorshift: every run of this test tries the same files.
pub(super) struct Seeded(pub(super) u64);

impl Seeded {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    /// Flips, cuts, swaps, inserts, takes out, repeats or writes junk.
    pub(super) fn mutate(&mut self, file: &[u8], other: &[u8]) -> Vec<u8> {
        let mut bytes = file.to_vec();
        let place = self.below(bytes.len());
        let most = [8, 2000][self.below(2)];
        let length = 1 + self.below(most);
        let end = (place + length).min(bytes.len());
        match self.below(8) {
            0 => bytes[place] ^= 1 << self.below(8),
            1 => bytes.truncate(place),
            2 => drop(bytes.drain(place..end)),
            3 => {
                let copy = bytes[place..end].to_vec();
                let at = self.below(bytes.len());
                bytes.splice(at..at, copy);
            }
            4 => bytes[place..end].fill_with(|| self.below(256) as u8),
            5 => bytes.extend((0..length).map(|_| self.below(256) as u8)),
            // Parts of another backup of the same vault, in the same place or another.
            6 => {
                let from = self.below(other.len());
                let to = (from + length).min(other.len());
                bytes.splice(place..end, other[from..to].iter().copied());
            }
            _ => {
                let at = self.below(other.len());
                bytes = [&bytes[..at.min(bytes.len())], &other[at..]].concat();
            }
        }
        bytes
    }
}

#[test]
fn ten_thousand_mutated_files_are_refused_and_change_nothing() {
    let bench = with_code(Bench::new());
    bench.write_many(2);
    let other = saved(&bench);
    bench.write("three");
    let file = saved(&bench);
    let before = bench.store.all_bytes();
    let mut seeded = Seeded(0x1234_5678_9abc_def1);
    let mut told = std::collections::BTreeMap::<String, usize>::new();
    let mut count = 0;
    while count < 10_000 {
        let mutated = seeded.mutate(&file, &other);
        if mutated == file || mutated == other {
            continue;
        }
        let problem = read_in_parts(&mutated, 1 + seeded.below(9000)).err();
        let problem = problem.unwrap_or_else(|| panic!("file {count} was believed"));
        *told.entry(problem.to_string()).or_default() += 1;
        count += 1;
    }
    assert!(told.len() >= 3, "{told:?}");
    assert_eq!(bench.store.all_bytes(), before);
}

#[test]
fn a_backup_of_the_first_format_comes_back() {
    let file = include_bytes!("../testdata/1-backup.bin");
    let (bench, came) = restored(file, Rc::default()).expect("restores");
    assert_eq!(came, Restored { added: 3, ..Restored::default() });
    assert_eq!(bench.texts(), ["een feit", "één notitie 🙂"]);
    assert_eq!(bench.verify_all(), []);
    let draft = block_on(bench.opened.load_draft("notitie")).expect("loads").expect("a draft");
    assert_eq!(draft.as_slice(), b"half af");
}
