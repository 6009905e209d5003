//! Who comes in: invitations, tokens, mailboxes, and nobody else.

use pluis_depot::database::Database;
use pluis_depot::keeping::access::{self, Caller, Invitation, Redeemed};
use pluis_depot::keeping::secret::{derive_code_hash, derive_token_hash, make_code, to_hex};
use pluis_envelope::{DeviceId, Kind, VaultId};

use crate::device::{Device, Dice, place, tombstone};
use crate::program::{Folder, Program};

#[test]
fn an_invitation_lets_in_once() {
    let depot = Program::start(&[]);
    let (mut wire, code) = (depot.wire(), depot.invitation(&[]));
    let (first, second) = (Device::first(1), Device::first(2));
    assert_eq!(first.redeem(&mut wire, "0000000000000000000000000w"), 403);
    assert_eq!(first.redeem(&mut wire, "no code"), 400);
    assert_eq!(first.redeem(&mut wire, &code), 201);
    // The answer was lost: the same device asks again, and nothing more is used up.
    assert_eq!(first.redeem(&mut wire, &code), 200);
    assert_eq!(second.redeem(&mut wire, &code), 403);
    let thief = Device { token: second.token, ..first.clone() };
    assert_eq!(thief.redeem(&mut wire, &code), 403);
    assert!(first.heads(&mut wire).is_empty());
}

#[test]
fn the_operators_invitation_opens_no_vault_that_is_there() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(3), depot.wire());
    let stranger = device.sibling(4);
    assert_eq!(stranger.redeem(&mut wire, &depot.invitation(&[])), 409);
    let vault = to_hex(&device.vault.0);
    let code = depot.invitation(&["--vault", &vault]);
    assert_eq!(Device::first(5).redeem(&mut wire, &code), 403);
    assert_eq!(stranger.redeem(&mut wire, &code), 201);
}

#[test]
fn an_invitation_ends_with_its_days() {
    let folder = Folder::make("days");
    let database = Database::in_folder(&folder.0).expect("a database");
    let code = make_code().expect("randomness");
    let hash = derive_code_hash(code.as_bytes()).expect("a code");
    let token = derive_token_hash(&"ab".repeat(32)).expect("a token");
    let day = |day: i64| day * 86_400;
    let redeem = move |at: i64| {
        let caller = Caller { vault: VaultId([1; 16]), token, at };
        let database = database.clone();
        async move {
            let invitation = Invitation::by_operator(hash, None, 14, day(100));
            let _ = database.write(move |sql| access::invite(sql, &invitation, day(100))).await;
            database.write(move |sql| access::redeem(sql, &caller, DeviceId([2; 16]), hash)).await
        }
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    assert_eq!(runtime.block_on(redeem(day(115))), Ok(Redeemed::Refused));
    assert_eq!(runtime.block_on(redeem(day(114))), Ok(Redeemed::New));
}

#[test]
fn a_token_of_one_vault_opens_no_other_in_1000_tries() {
    let depot = Program::start(&["--rate", "1000"]);
    let mut wire = depot.wire();
    let (mut mine, mut theirs) = (depot.device(6), depot.device(7));
    let envelope = theirs.make(0);
    assert_eq!(theirs.put(&mut wire, &envelope), 201);
    let next = theirs.make(0);
    assert_eq!(mine.put(&mut wire, &mine.clone().make(0)), 201);
    mine.vault = theirs.vault;
    let chain = to_hex(&theirs.device.0);
    let stone = tombstone(&envelope);
    let mut dice = Dice(8);
    let mut tries = 0;
    for number in 0..1000 {
        // Its own token, a guessed one, and one that differs in a single digit.
        let mut asking = mine.clone();
        match number % 3 {
            0 => {}
            1 => asking.token = to_hex(&dice.bytes::<32>()),
            _ => {
                let digit = dice.below(64);
                let other = if theirs.token.as_bytes()[digit] == b'0' { "1" } else { "0" };
                asking.token = theirs.token.clone();
                asking.token.replace_range(digit..=digit, other);
            }
        }
        let (line, body): (String, &[u8]) = match dice.below(8) {
            0 => ("GET /heads".into(), b""),
            1 => (format!("GET /{chain}?after=0"), b""),
            2 => (format!("PUT {}", place(&next)), next.bytes()),
            3 => (format!("DELETE {}", place(&envelope)), stone.bytes()),
            4 => ("DELETE ".into(), b""),
            5 => ("POST /invitations/device".into(), b""),
            6 => ("GET /devices".into(), b""),
            _ => (format!("DELETE /devices/{chain}"), b""),
        };
        let answer = asking.ask(&mut wire, &line, "if-none-match: *\r\n", body);
        assert_eq!((answer.status, answer.body.len()), (401, 0), "{line}");
        tries += 1;
    }
    assert_eq!(tries, 1000);
    assert_eq!(theirs.pull(&mut wire, theirs.device), [envelope]);
    assert_eq!(theirs.put(&mut wire, &next), 201);
}

#[test]
fn a_token_counts_in_its_header_only() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(9), depot.wire());
    let vault = to_hex(&device.vault.0);
    let token = device.token.clone();
    let upper = token.to_uppercase();
    for (query, header) in [
        (format!("?token={token}"), String::new()),
        (format!("?access_token={token}"), String::new()),
        (String::new(), format!("authorization: Basic {token}\r\n")),
        (String::new(), format!("authorization: Bearer {upper}\r\n")),
        (String::new(), format!("authorization: Bearer {token} \u{1}\r\n")),
        (String::new(), format!("cookie: token={token}\r\n")),
    ] {
        let line = format!("GET /depot/v1/{vault}/heads{query}");
        let status = wire.ask(&line, &header, b"").map_or(400, |answer| answer.status);
        assert!(matches!(status, 400 | 401), "{header}{query}: {status}");
    }
}

#[test]
fn a_removed_device_is_out_at_once() {
    let depot = Program::start(&[]);
    let (phone, mut wire) = (depot.device(10), depot.wire());
    let code = phone.ask(&mut wire, "POST /invitations/device", "", b"").body;
    let code = String::from_utf8(code).expect("text");
    let tablet = phone.sibling(11);
    assert_eq!(tablet.redeem(&mut wire, &code), 201);
    let listed = phone.ask(&mut wire, "GET /devices", "", b"").body;
    assert_eq!(listed.len(), 2 * 21);
    let line = format!("DELETE /devices/{}", to_hex(&tablet.device.0));
    assert_eq!(phone.ask(&mut wire, &line, "", b"").status, 200);
    assert_eq!(tablet.ask(&mut wire, "GET /heads", "", b"").status, 401);
    assert_eq!(tablet.redeem(&mut wire, &code), 403);
    assert!(phone.heads(&mut wire).is_empty());
}

#[test]
fn a_mailbox_takes_and_gives_nothing_back() {
    let depot = Program::start(&[]);
    let (mut owner, mut wire) = (depot.device(12), depot.wire());
    let envelope = owner.make(0);
    assert_eq!(owner.put(&mut wire, &envelope), 201);
    let code = owner.ask(&mut wire, "POST /invitations/mailbox", "", b"").body;
    let code = String::from_utf8(code).expect("text");
    let (mut anna, mut bram) = (owner.sender(13), owner.sender(14));
    // One code serves a team; each gets a token and a chain of their own.
    assert_eq!(anna.redeem(&mut wire, &code), 201);
    assert_eq!(bram.redeem(&mut wire, &code), 201);
    let (letter, other) = (anna.make(1), bram.make(1));
    assert_eq!(anna.put(&mut wire, &letter), 201);
    assert_eq!(bram.put(&mut wire, &other), 201);
    assert_eq!(anna.heads(&mut wire), [(anna.device, 1, anna.previous, 0)]);
    let chain = to_hex(&anna.device.0);
    for (line, body) in [
        (format!("GET /{chain}?after=0"), b"".as_slice()),
        (format!("GET /{}?after=0", to_hex(&owner.device.0)), b""),
        (format!("PUT {}", place(&bram.make(0))), bram.clone().make(0).bytes()),
        (format!("DELETE {}", place(&letter)), tombstone(&letter).bytes()),
        ("DELETE ".into(), b""),
        ("GET /devices".into(), b""),
        ("POST /invitations/mailbox".into(), b""),
        (format!("DELETE /devices/{chain}"), b""),
    ] {
        let status = anna.ask(&mut wire, &line, "if-none-match: *\r\n", body).status;
        assert!(matches!(status, 400 | 403), "{line}: {status}");
    }
    let next = owner.make(0);
    assert_eq!(anna.put(&mut wire, &next), 403);
    // A note in a sender's chain, or a letter in a device's, would be taken for what it is not.
    let note = Device { kind: Kind::Event, ..anna.clone() }.make(0);
    assert_eq!(anna.put(&mut wire, &note), 403);
    let own_letter = Device { kind: Kind::Letter, ..owner.clone() }.make(0);
    assert_eq!(owner.put(&mut wire, &own_letter), 403);
    assert_eq!(owner.pull(&mut wire, anna.device), std::slice::from_ref(&letter));
    assert_eq!(owner.erase(&mut wire, &tombstone(&letter)).status, 200);
    assert_eq!(anna.heads(&mut wire), [(anna.device, 1, anna.previous, 1)]);
}

#[test]
fn what_others_left_stands_apart_and_stays_when_the_devices_fill_their_vault_again() {
    let depot = Program::start(&[]);
    let (mut owner, mut wire) = (depot.device(16), depot.wire());
    let code = owner.ask(&mut wire, "POST /invitations/mailbox", "", b"").body;
    let mut sender = owner.sender(17);
    assert_eq!(sender.redeem(&mut wire, &String::from_utf8_lossy(&code)), 201);
    let (note, letter) = (owner.make(0), sender.make(2));
    assert_eq!(owner.put(&mut wire, &note), 201);
    assert_eq!(sender.put(&mut wire, &letter), 201);
    assert_eq!(owner.heads(&mut wire), [(owner.device, 1, owner.previous, 0)]);
    let left = [(sender.device, 1, sender.previous, 0)];
    assert_eq!(owner.heads_of(&mut wire, "GET /mailbox"), left);
    assert_eq!(sender.heads_of(&mut wire, "GET /mailbox"), left);

    assert_eq!(owner.ask(&mut wire, "DELETE /envelopes", "", b"").status, 200);
    assert!(owner.heads(&mut wire).is_empty());
    assert_eq!(owner.heads_of(&mut wire, "GET /mailbox"), left);
    assert_eq!(owner.pull(&mut wire, sender.device), [letter]);
    assert_eq!(owner.put(&mut wire, &note), 201);
    assert!(depot.operate(&["check"]).status.success(), "the sum of bytes is not right");
    assert_eq!(owner.ask(&mut wire, "DELETE ", "", b"").status, 200);
    assert_eq!(owner.ask(&mut wire, "GET /mailbox", "", b"").status, 410);
}

#[test]
fn the_log_names_nobody_and_nothing() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(15), depot.wire());
    let envelope = device.make(0);
    assert_eq!(device.put(&mut wire, &envelope), 201);
    device.heads(&mut wire);
    let _ = wire.ask("GET /casus/a-name-in-an-address", "user-agent: a-browser\r\n", b"");
    let told = depot.told();
    assert!(told.contains(r#""verb":"PUT","what":"envelope","status":201"#), "{told}");
    let ids = [device.vault.0, device.device.0].map(|id| to_hex(&id));
    for secret in
        [ids[0].as_str(), &ids[1], &device.token, "a-name", "a-browser", "127.0.0.1", "/depot"]
    {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}
