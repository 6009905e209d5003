//! Reads any bytes as an entry of the log: what is read can be replayed, and reads back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis::domain::casus::state::State;
use pluis::domain::logboek::entry::Entry;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entry) = Entry::decode(bytes) {
        assert_eq!(Entry::decode(&entry.encode()).as_ref(), Ok(&entry));
        State::replay(vec![entry.clone(), entry]);
    }
});
