//! Reads any bytes as what a letter says and as what is remembered of letters: what is read is
//! written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis::session::{MailboxMemory, Message};

fuzz_target!(|bytes: &[u8]| {
    if let Some(message) = Message::decode(bytes) {
        assert_eq!(Message::decode(&message.encode()), Some(message));
    }
    let memory = MailboxMemory::decode(bytes);
    assert_eq!(MailboxMemory::decode(&memory.encode()), memory);
});
