//! Claims about single bytes and fields that were changed beneath the app, all over a record.
//!
//! With `PLUIS_FULL` in the environment every byte of every record is tried, not one in a few.

use super::*;

/// How many envelopes are tried.
const COUNT: u64 = 200;

/// Where each field of the header lies, and what it is.
const FIELDS: [(&str, std::ops::Range<usize>); 11] = [
    ("mark", 0..4),
    ("suite", 4..5),
    ("kind", 5..6),
    ("flags", 6..8),
    ("vault", 8..24),
    ("device", 24..40),
    ("seq", 40..48),
    ("previous", 48..80),
    ("epoch", 80..84),
    ("nonce", 84..108),
    ("length", 108..112),
];

fn envelopes(bench: &Bench) -> Vec<Vec<u8>> {
    (1..=COUNT).map(|seq| bench.bytes_at(seq)).collect()
}

fn opens(bench: &Bench, bytes: &[u8]) -> bool {
    bench.opened.vault.open_bytes(bytes).is_ok()
}

#[test]
fn a_changed_byte_anywhere_is_refused() {
    let bench = Bench::new();
    bench.write_many(COUNT as usize);
    let stride = if std::env::var_os("PLUIS_FULL").is_some() { 1 } else { 41 };
    let (mut tried, mut place) = (0, 0);
    for mut bytes in envelopes(&bench) {
        // The places move on from record to record, so that together they cover it.
        place %= stride;
        while place < bytes.len() {
            let bit = 1 << (tried % 8);
            bytes[place] ^= bit;
            assert!(!opens(&bench, &bytes), "bit {bit} of byte {place}");
            bytes[place] ^= bit;
            tried += 1;
            place += stride;
        }
        assert!(opens(&bench, &bytes));
    }
    println!("proof: {COUNT} envelopes, {tried} bytes changed, {tried} refused, 0 panics");
}

#[test]
fn a_header_field_from_another_record_is_refused() {
    let bench = Bench::new();
    bench.write_many(COUNT as usize);
    let records = envelopes(&bench);
    let mut tried = 0;
    for pair in records.windows(2) {
        for (name, field) in FIELDS {
            let mut bytes = pair[0].clone();
            bytes[field.clone()].copy_from_slice(&pair[1][field.clone()]);
            if bytes == pair[0] {
                // What all records share is turned round instead.
                bytes[field].iter_mut().for_each(|byte| *byte = !*byte);
            }
            assert!(!opens(&bench, &bytes), "{name}");
            tried += 1;
        }
    }
    println!("proof: {tried} header fields exchanged, {tried} refused, 0 panics");
}

#[test]
fn records_beside_changed_ones_are_all_readable() {
    let bench = Bench::new();
    bench.write_many(60);
    let device = bench.device();
    for seq in (1..=60).step_by(3) {
        let mut bytes = bench.bytes_at(seq);
        let place = seq as usize * 10 % bytes.len();
        bytes[place] ^= 1;
        bench.store.damage_envelope(device, seq, Some(bytes));
    }
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 40);
    assert_eq!(bench.opened.damaged().len(), 20);
}
