//! Reads any bytes as the ways in to a vault: costs out of bounds are never accepted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis::vault::{LockedVault, StretchedKey};

fuzz_target!(|bytes: &[u8]| {
    let Ok(locked) = LockedVault::parse(bytes) else { return };
    if let Some(stretching) = locked.stretching() {
        assert!(stretching.m_kib <= 256 * 1024 && stretching.t <= 10 && stretching.p <= 4);
    }
    let _ = locked.open(&StretchedKey::new([1; 32]));
});
