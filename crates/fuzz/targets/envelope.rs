//! Reads any bytes as an envelope and as a tombstone: what is read is written as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis_envelope::{Envelope, Tombstone};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(envelope) = Envelope::parse(bytes) {
        assert_eq!(envelope.bytes(), bytes);
        assert_eq!(Envelope::build(*envelope.header(), envelope.sealed()), Ok(envelope.clone()));
    }
    if let Ok(tombstone) = Tombstone::decode(bytes) {
        assert_eq!(tombstone.encode(), bytes);
    }
});
