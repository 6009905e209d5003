//! Reads any bytes as a backup, in two parts: what is believed must be the frozen one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis::vault::{BackupReader, RecoveryCode};

const CODE: &str = include_str!("../../../src/session/testdata/1-backup-code.txt");
const FROZEN: &[u8] = include_bytes!("../../../src/session/testdata/1-backup.bin");

fuzz_target!(|bytes: &[u8]| {
    let code = RecoveryCode::parse(CODE.trim()).expect("a code");
    let mut reader = BackupReader::begin(code, bytes.len() as u64).expect("short enough");
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let is_read = reader.feed(first).is_ok() && reader.feed(second).is_ok();
    assert!(!is_read || reader.finish().is_err() || bytes == FROZEN);
});
