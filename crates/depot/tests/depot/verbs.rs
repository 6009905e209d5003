//! The verbs one by one: what is stored, what is refused, what is erased.

use pluis_depot::keeping::secret::to_hex;
use pluis_envelope::{ENVELOPE_MAX_BYTES, Envelope, Header, Kind, SIZES, TAG_BYTES, VaultId};

use crate::device::{Device, place, split, tombstone};
use crate::program::Program;

const ONCE: &str = "if-none-match: *\r\n";

#[test]
fn envelope_is_stored_once_and_never_overwritten() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(1), depot.wire());
    let before = device.clone();
    let first = device.make(0);
    assert_eq!(device.put(&mut wire, &first), 201);
    assert_eq!(device.put(&mut wire, &first), 200);
    let mut other = before;
    other.dice.0 = 99;
    assert_eq!(device.put(&mut wire, &other.make(0)), 409);
    assert_eq!(device.pull(&mut wire, device.device), [first]);
}

#[test]
fn a_chain_has_no_gap_and_points_back() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(2), depot.wire());
    let (first, second, third) = (device.make(0), device.make(1), device.make(2));
    assert_eq!(device.put(&mut wire, &second), 412);
    assert_eq!(device.put(&mut wire, &first), 201);
    assert_eq!(device.put(&mut wire, &third), 412);
    let astray = Header { previous: [9; 32], ..*second.header() };
    let astray = Envelope::build(astray, second.sealed()).expect("a permitted size");
    assert_eq!(device.put(&mut wire, &astray), 409);
    assert_eq!(device.put(&mut wire, &second), 201);
    let far = Header { seq: u64::MAX, ..*third.header() };
    let far = Envelope::build(far, third.sealed()).expect("a permitted size");
    assert_eq!(device.put(&mut wire, &far), 412);
}

#[test]
fn what_is_not_an_envelope_of_this_place_is_refused() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(3), depot.wire());
    let good = device.make(0);
    let line = format!("PUT {}", place(&good));
    let mut put = |headers: &str, body: &[u8]| device.ask(&mut wire, &line, headers, body).status;
    assert_eq!(put("", good.bytes()), 428);
    assert_eq!(put("if-none-match: \"x\"\r\n", good.bytes()), 428);
    assert_eq!(put(ONCE, b""), 400);
    assert_eq!(put(ONCE, &good.bytes()[1..]), 400);
    assert_eq!(put(ONCE, &vec![0; ENVELOPE_MAX_BYTES]), 400);
    assert_eq!(put(ONCE, &vec![0; ENVELOPE_MAX_BYTES + 1]), 413);
    for length in [1, 511, 513, 1536, 65_535] {
        let mut odd = good.header_bytes()[..108].to_vec();
        odd.extend((length as u32).to_be_bytes());
        odd.extend(vec![1; length + TAG_BYTES]);
        assert_eq!(put(ONCE, &odd), 400, "a size that is none of the eight: {length}");
    }
    let header = *good.header();
    for odd in [
        Header { kind: Kind::Draft, ..header },
        Header { kind: Kind::Index, ..header },
        Header { vault: VaultId([1; 16]), ..header },
        Header { device: pluis_envelope::DeviceId([1; 16]), ..header },
        Header { seq: 2, ..header },
        Header { seq: 0, ..header },
    ] {
        let odd = Envelope::build(odd, good.sealed()).expect("a permitted size");
        assert_eq!(put(ONCE, odd.bytes()), 400, "{:?}", odd.header());
    }
    assert_eq!(put(ONCE, good.bytes()), 201);
}

#[test]
fn every_size_and_every_kind_that_travels_comes_back_the_same() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(4), depot.wire());
    let mut made: Vec<Envelope> = (0..SIZES.len()).map(|size| device.make(size)).collect();
    for kind in [Kind::Keyring, Kind::Checkpoint] {
        let header = Header { kind, ..device.header() };
        let envelope = Envelope::build(header, &[3; 512 + TAG_BYTES]).expect("a permitted size");
        (device.seq, device.previous) = (device.seq + 1, envelope.derive_chain_hash());
        made.push(envelope);
    }
    for envelope in &made {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    assert_eq!(device.pull(&mut wire, device.device), made);
}

#[test]
fn heads_tell_where_each_chain_ends() {
    let depot = Program::start(&[]);
    let (mut phone, mut wire) = (depot.device(5), depot.wire());
    let code = phone.ask(&mut wire, "POST /invitations/device", "", b"").body;
    let mut tablet = phone.sibling(6);
    assert_eq!(tablet.redeem(&mut wire, &String::from_utf8_lossy(&code)), 201);
    assert!(phone.heads(&mut wire).is_empty());
    for _ in 0..3 {
        let envelope = phone.make(0);
        assert_eq!(phone.put(&mut wire, &envelope), 201);
    }
    // Whoever of the vault is there heals a depot, also with what another device wrote.
    let envelope = tablet.make(0);
    assert_eq!(phone.put(&mut wire, &envelope), 201);
    let mut expected =
        vec![(phone.device, 3, phone.previous, 0), (tablet.device, 1, tablet.previous, 0)];
    expected.sort_by_key(|head| head.0);
    assert_eq!(phone.heads(&mut wire), expected);
    assert_eq!(tablet.heads(&mut wire), expected);
}

#[test]
fn a_listing_stays_short_and_goes_on() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(7), depot.wire());
    let made: Vec<Envelope> = (0..40).map(|_| device.make(7)).collect();
    for envelope in &made {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    let chain = to_hex(&device.device.0);
    let ask =
        |wire: &mut _, query: &str| device.ask(wire, &format!("GET /{chain}{query}"), "", b"");
    let answer = ask(&mut wire, "?after=0&max=200");
    assert!(answer.body.len() <= 1 << 20, "{}", answer.body.len());
    assert_eq!(device.pull(&mut wire, device.device), made);
    assert_eq!(split(&ask(&mut wire, "?max=2&after=5").body), made[5..7]);
    assert_eq!(ask(&mut wire, "?after=40").body, b"");
    assert_eq!(ask(&mut wire, "?after=-1").status, 400);
    assert_eq!(ask(&mut wire, "?after=1&max=x").status, 400);
}

#[test]
fn erasing_leaves_a_tombstone_and_no_trace_in_the_files() {
    let depot = Program::start(&["--backup-days", "12"]);
    let (mut device, mut wire) = (depot.device(8), depot.wire());
    let mark = b"bytes that nobody should find any more";
    let secret = Envelope::build(device.header(), &marked(mark)).expect("a permitted size");
    (device.seq, device.previous) = (1, secret.derive_chain_hash());
    let after = device.make(0);
    for envelope in [&secret, &after] {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    assert!(depot.holds(mark));
    let stone = tombstone(&secret);
    assert_eq!(device.erase(&mut wire, &after).status, 400);
    let answer = device.erase(&mut wire, &stone);
    assert_eq!(answer.status, 200);
    assert!(answer.head.contains("\r\npluis-backup-days: 12\r\n"), "{}", answer.head);
    assert!(!depot.holds(mark));
    assert_eq!(device.erase(&mut wire, &stone).status, 200);
    assert_eq!(device.put(&mut wire, &secret), 410);
    let other = Envelope::build(*stone.header(), &[1; 528]).expect("a permitted size");
    assert_eq!(device.erase(&mut wire, &other).status, 410);
    // The chain goes on, and a device that has seen the place before learns of the erasure.
    let third = device.make(0);
    assert_eq!(device.put(&mut wire, &third), 201);
    assert_eq!(device.heads(&mut wire), [(device.device, 3, device.previous, 1)]);
    let line = format!("GET /{}?erased_after=0", to_hex(&device.device.0));
    let listed = split(&device.ask(&mut wire, &line, "", b"").body);
    assert_eq!(listed, std::slice::from_ref(&stone));
    assert_eq!(device.pull(&mut wire, device.device), [stone, after, third]);
    assert_eq!(depot.operate(&["check"]).status.code(), Some(0));
}

#[test]
fn a_tombstone_belongs_to_what_stands_there() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(9), depot.wire());
    let first = device.make(0);
    assert_eq!(device.erase(&mut wire, &tombstone(&first)).status, 404);
    assert_eq!(device.put(&mut wire, &first), 201);
    let astray = Header { previous: [1; 32], ..*tombstone(&first).header() };
    let astray = Envelope::build(astray, &[0; 528]).expect("a permitted size");
    assert_eq!(device.erase(&mut wire, &astray).status, 409);
    assert_eq!(device.pull(&mut wire, device.device), [first]);
}

#[test]
fn a_chain_with_tombstones_fills_an_empty_depot() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(10), depot.wire());
    let made: Vec<Envelope> = (0..6).map(|_| device.make(0)).collect();
    for (number, envelope) in made.iter().enumerate() {
        let pushed = if number % 2 == 1 { tombstone(envelope) } else { envelope.clone() };
        assert_eq!(device.put(&mut wire, &pushed), 201);
        assert_eq!(device.put(&mut wire, &pushed), 200);
        if number % 2 == 1 {
            assert_eq!(device.put(&mut wire, envelope), 410);
        }
    }
    assert_eq!(device.heads(&mut wire), [(device.device, 6, [0; 32], 3)]);
    let next = device.make(0);
    assert_eq!(device.put(&mut wire, &next), 201);
    assert_eq!(device.heads(&mut wire), [(device.device, 7, device.previous, 3)]);
    assert_eq!(depot.operate(&["check"]).status.code(), Some(0));
}

#[test]
fn an_erased_vault_is_gone_and_its_devices_are_told() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(11), depot.wire());
    let neighbour = depot.device(12);
    let mark = b"all of this has to go";
    let envelope = Envelope::build(device.header(), &marked(mark)).expect("a permitted size");
    assert_eq!(device.put(&mut wire, &envelope), 201);
    assert!(depot.holds(mark));
    let answer = device.ask(&mut wire, "DELETE ", "", b"");
    assert_eq!(answer.status, 200);
    assert!(answer.head.contains("\r\npluis-backup-days: 30\r\n"));
    assert!(!depot.holds(mark));
    assert_eq!(device.ask(&mut wire, "DELETE ", "", b"").status, 200);
    assert_eq!(device.ask(&mut wire, "GET /heads", "", b"").status, 410);
    let next = device.make(0);
    assert_eq!(device.put(&mut wire, &next), 410);
    assert!(neighbour.heads(&mut wire).is_empty());
    let again = Device { token: neighbour.token.clone(), ..device.clone() };
    assert_eq!(again.redeem(&mut wire, &depot.invitation(&[])), 410);
}

#[test]
fn an_emptied_vault_is_filled_again_by_its_owner() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(13), depot.wire());
    let mut neighbour = depot.device(14);
    let kept = neighbour.make(0);
    assert_eq!(neighbour.put(&mut wire, &kept), 201);
    let before = device.clone();
    let envelope = device.make(0);
    assert_eq!(device.put(&mut wire, &envelope), 201);
    assert_eq!(neighbour.ask(&mut wire, "DELETE /envelopes", "", b"").status, 200);
    assert_eq!(device.heads(&mut wire).len(), 1);
    assert_eq!(device.ask(&mut wire, "DELETE /envelopes", "", b"").status, 200);
    assert!(device.heads(&mut wire).is_empty());
    let mut device = before;
    device.dice.roll();
    let other = device.make(0);
    assert_eq!(device.put(&mut wire, &other), 201);
    assert_eq!(device.pull(&mut wire, device.device), [other]);
    assert_eq!(depot.operate(&["check"]).status.code(), Some(0));
}

#[test]
fn a_vault_is_not_emptied_of_what_the_device_that_asks_has_not_seen() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(13), depot.wire());
    let envelope = device.make(0);
    assert_eq!(device.put(&mut wire, &envelope), 201);
    let seen = device.ask(&mut wire, "GET /heads", "", b"").body;
    let next = device.make(0);
    assert_eq!(device.put(&mut wire, &next), 201);
    assert_eq!(device.ask(&mut wire, "DELETE /envelopes", "", &seen).status, 412);
    assert_eq!(device.pull(&mut wire, device.device), [envelope, next]);
    let seen = device.ask(&mut wire, "GET /heads", "", b"").body;
    assert_eq!(device.ask(&mut wire, "DELETE /envelopes", "", &seen).status, 200);
    assert!(device.heads(&mut wire).is_empty());
}

#[test]
fn a_full_vault_says_so_and_erasing_makes_room() {
    let depot = Program::start(&["--quota-mib", "1"]);
    let (mut device, mut wire) = (depot.device(13), depot.wire());
    let neighbour = depot.device(14);
    let mut made = Vec::new();
    let refused = loop {
        let envelope = device.make(7);
        match device.put(&mut wire, &envelope) {
            201 => made.push(envelope),
            status => break (envelope, status),
        }
    };
    assert_eq!((made.len(), refused.1), (15, 507));
    assert_eq!(neighbour.clone().put(&mut wire, &neighbour.clone().make(7)), 201);
    assert_eq!(device.erase(&mut wire, &tombstone(&made[3])).status, 200);
    assert_eq!(device.put(&mut wire, &refused.0), 201);
}

fn marked(mark: &[u8]) -> Vec<u8> {
    let mut sealed = vec![0x5a; 4096 + TAG_BYTES];
    sealed[1000..1000 + mark.len()].copy_from_slice(mark);
    sealed
}
