//! Opens any bytes as an age file: nothing but a file for this key may come out, and no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pluis_worker::age::{decrypt, make_identity};

fuzz_target!(|bytes: &[u8]| {
    let identity = make_identity(&[1; 32]).expect("an identity");
    let _ = decrypt(bytes, &identity);
});
