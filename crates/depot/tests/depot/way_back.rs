//! The way back for who lost every device: what stands there, who may leave it, where it leads.

use pluis_depot::database::Database;
use pluis_depot::keeping::secret::{derive_token_hash, to_hex};

use crate::device::{Device, Dice};
use crate::program::{Folder, Program};
use crate::wire::{Answer, Wire};

const RECORD: &[u8] = b"a way in that only the code on paper opens";
const CODE_CHARACTERS: usize = 26;

/// A secret as the app derives it from a recovery code, in hexadecimal digits.
pub fn secret(seed: u64) -> String {
    to_hex(&Dice(seed).bytes::<32>())
}

/// Leaves a record.
pub fn put(device: &Device, wire: &mut Wire, secret: &str, record: &[u8]) -> u16 {
    let body = [hash(secret).as_slice(), record].concat();
    device.ask(wire, "POST /return", "", &body).status
}

/// Comes back with a secret.
pub fn come_back(wire: &mut Wire, secret: &str) -> Answer {
    let token = format!("authorization: Bearer {secret}\r\n");
    wire.ask("POST /depot/v1/return", &token, b"").expect("an answer")
}

fn hash(secret: &str) -> [u8; 32] {
    derive_token_hash(secret).expect("a secret").0
}

/// Returns the code that somebody who came back was given, and the record.
fn given(answer: &Answer) -> (String, &[u8]) {
    assert_eq!(answer.status, 200);
    let (code, record) = answer.body.split_at(CODE_CHARACTERS);
    (String::from_utf8(code.to_vec()).expect("a code"), record)
}

fn told(device: &Device, wire: &mut Wire) -> Answer {
    device.ask(wire, "GET /return", "", b"")
}

/// A device leaves its way back, replaces it and takes it away; a new device comes in by it.
pub fn stands_and_leads_in(depot: &Program, device: &Device) {
    let mut wire = depot.wire();
    let (first, second) = (secret(900), secret(901));
    assert_eq!(told(device, &mut wire).status, 404);
    assert_eq!(put(device, &mut wire, &first, RECORD), 201);
    assert_eq!(told(device, &mut wire).body, hash(&first));
    assert_eq!(given(&come_back(&mut wire, &first)).1, RECORD);
    // The largest, and under another secret: the first opens nothing any more.
    let largest = vec![7; 4096];
    assert_eq!(put(device, &mut wire, &second, &largest), 201);
    assert_eq!(told(device, &mut wire).body, hash(&second));
    assert_eq!(come_back(&mut wire, &first).status, 403);
    let answer = come_back(&mut wire, &second);
    let (code, record) = given(&answer);
    assert_eq!(record, largest);

    let again = device.sibling(902);
    assert_eq!(again.redeem(&mut wire, &code), 201);
    assert_eq!(again.heads(&mut wire), device.heads(&mut wire));
    assert_eq!(again.pull(&mut wire, device.device), device.pull(&mut wire, device.device));
    assert_eq!(device.sibling(903).redeem(&mut wire, &code), 403);
    let answer = again.ask(&mut wire, "DELETE /return", "", b"");
    assert_eq!(answer.status, 200);
    assert!(answer.head.contains("\r\npluis-backup-days: 30\r\n"), "{}", answer.head);
    assert_eq!(again.ask(&mut wire, "DELETE /return", "", b"").status, 200);
    assert_eq!(told(device, &mut wire).status, 404);
    assert_eq!(come_back(&mut wire, &second).status, 403);
}

/// Neither a stranger, a sender nor a device of another vault has anything to do with it.
pub fn is_of_one_vault(depot: &Program) {
    let (owner, other, mut wire) = (depot.device(910), depot.device(911), depot.wire());
    let code = owner.ask(&mut wire, "POST /invitations/mailbox", "", b"").body;
    let sender = owner.sender(912);
    assert_eq!(sender.redeem(&mut wire, &String::from_utf8_lossy(&code)), 201);
    let (own, guessed) = (secret(913), secret(914));
    assert_eq!(put(&owner, &mut wire, &own, RECORD), 201);
    let stranger = Device { vault: owner.vault, ..other.clone() };
    for (asking, refusal) in [(&sender, 403), (&stranger, 401)] {
        assert_eq!(put(asking, &mut wire, &guessed, RECORD), refusal);
        assert_eq!(told(asking, &mut wire).status, refusal);
        assert_eq!(asking.ask(&mut wire, "DELETE /return", "", b"").status, refusal);
    }
    assert_eq!(put(&other, &mut wire, &own, b"instead"), 409);
    assert_eq!(told(&other, &mut wire).status, 404);
    assert_eq!(put(&other, &mut wire, &guessed, b"theirs"), 201);
    // What stood there stays where it could not be replaced.
    assert_eq!(put(&other, &mut wire, &own, b"instead"), 409);
    assert_eq!(told(&other, &mut wire).body, hash(&guessed));
    let answer = come_back(&mut wire, &own);
    let (code, record) = given(&answer);
    assert_eq!(record, RECORD);
    assert_eq!(other.sibling(915).redeem(&mut wire, &code), 403);
    for unknown in [secret(916), owner.token.clone(), to_hex(&hash(&own))] {
        let answer = come_back(&mut wire, &unknown);
        assert_eq!((answer.status, answer.body.len()), (403, 0));
    }
}

#[test]
fn a_new_device_comes_in_by_what_another_left() {
    let depot = Program::start(&[]);
    let mut device = depot.device(920);
    let envelope = device.make(0);
    assert_eq!(device.put(&mut depot.wire(), &envelope), 201);
    stands_and_leads_in(&depot, &device);
    is_of_one_vault(&depot);
    assert!(depot.operate(&["check"]).status.success());
}

#[test]
fn whoever_asks_again_has_one_open_invitation() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(930), depot.wire());
    let own = secret(931);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    let codes: Vec<String> = (0..5).map(|_| given(&come_back(&mut wire, &own)).0).collect();
    let (last, earlier) = codes.split_last().expect("codes");
    let again = device.sibling(932);
    for code in earlier {
        assert_eq!(again.redeem(&mut wire, code), 403);
    }
    assert_eq!(again.redeem(&mut wire, last), 201);
    // It lasts: the paper opens the vault another time, and until it is taken away.
    let (code, _) = given(&come_back(&mut wire, &own));
    assert_eq!(again.ask(&mut wire, "DELETE /return", "", b"").status, 200);
    assert_eq!(device.sibling(933).redeem(&mut wire, &code), 403);
}

#[test]
fn it_outlasts_being_killed_and_emptied_and_not_the_vault() {
    let folder = Folder::make("back");
    let depot = Program::on(&folder, &[]);
    let (mut device, mut wire) = (depot.device(940), depot.wire());
    let own = secret(941);
    let envelope = device.make(0);
    assert_eq!(device.put(&mut wire, &envelope), 201);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    depot.kill();
    let depot = Program::on(&folder, &[]);
    let mut wire = depot.wire();
    assert_eq!(given(&come_back(&mut wire, &own)).1, RECORD);
    assert_eq!(device.ask(&mut wire, "DELETE /envelopes", "", b"").status, 200);
    let answer = come_back(&mut wire, &own);
    let (code, record) = given(&answer);
    assert_eq!(record, RECORD);
    assert!(depot.holds(RECORD));
    assert_eq!(device.ask(&mut wire, "DELETE ", "", b"").status, 200);
    assert!(!depot.holds(RECORD));
    assert!(!depot.holds(&hash(&own)));
    assert_eq!(come_back(&mut wire, &own).status, 403);
    assert_eq!(device.sibling(942).redeem(&mut wire, &code), 403);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 410);
    assert_eq!(told(&device, &mut wire).status, 410);
    assert_eq!(device.ask(&mut wire, "DELETE /return", "", b"").status, 410);
    assert!(depot.operate(&["check"]).status.success());
}

#[test]
fn no_file_holds_a_secret_and_none_what_was_replaced() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(950), depot.wire());
    let own = secret(951);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    let answer = come_back(&mut wire, &own);
    let (code, _) = given(&answer);
    assert!(depot.holds(RECORD) && depot.holds(&hash(&own)));
    assert_eq!(put(&device, &mut wire, &own, b"another"), 201);
    assert!(!depot.holds(RECORD));
    let plain = Dice(951).bytes::<32>();
    for mark in [plain.as_slice(), own.as_bytes(), code.as_bytes()] {
        assert!(!depot.holds(mark));
    }
    // The log says what was asked, and of whom or with what it does not.
    let told = depot.told();
    assert!(told.contains(r#""verb":"POST","what":"return","status":200"#), "{told}");
    assert!(!told.contains(&to_hex(&hash(&own))) && !told.contains(&to_hex(&device.vault.0)));
}

#[test]
fn what_is_not_written_in_the_one_right_way_is_refused() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(960), depot.wire());
    for (length, status) in [(0, 400), (31, 400), (32, 400), (4129, 413), (70_000, 413)] {
        let answer = device.ask(&mut wire, "POST /return", "", &vec![1; length]);
        assert_eq!(answer.status, status, "{length} bytes");
    }
    assert_eq!(told(&device, &mut wire).status, 404);
    for length in [33, 4128] {
        assert_eq!(device.ask(&mut wire, "POST /return", "", &vec![1; length]).status, 201);
    }
    let own = secret(961);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    for odd in [String::new(), own.to_uppercase(), format!("{own}0"), own[2..].to_owned()] {
        assert_eq!(come_back(&mut wire, &odd).status, 401, "{odd}");
    }
    let bearer = format!("authorization: Bearer {own}\r\n");
    for verb in ["GET", "PUT", "DELETE"] {
        let line = format!("{verb} /depot/v1/return");
        assert_eq!(wire.ask(&line, &bearer, b"").expect("an answer").status, 405, "{verb}");
    }
}

#[test]
fn guesses_are_held_up_and_the_right_secret_is_not_used_up() {
    let depot = Program::start(&["--rate", "2"]);
    let (device, mut wire) = (depot.device(970), depot.wire());
    let own = secret(971);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    let statuses: Vec<u16> =
        (0..60).map(|seed| come_back(&mut wire, &secret(2000 + seed)).status).collect();
    assert!(statuses.contains(&403) && statuses.contains(&429));
    assert_eq!(told(&device, &mut wire).body, hash(&own));
}

#[test]
fn the_operator_takes_tokens_and_leaves_the_owners_paper_unless_told_otherwise() {
    let depot = Program::start(&[]);
    let (device, mut wire) = (depot.device(980), depot.wire());
    let own = secret(981);
    assert_eq!(put(&device, &mut wire, &own, RECORD), 201);
    let vault = to_hex(&device.vault.0);
    let revoke = |options: &[&str]| {
        let words = [&["revoke", "--vault", &vault], options].concat();
        String::from_utf8(depot.operate(&words).stdout).expect("text")
    };
    assert_eq!(revoke(&[]), "1 taken\n");
    assert_eq!(told(&device, &mut wire).status, 401);
    let again = device.sibling(982);
    let (code, _) = given(&come_back(&mut wire, &own));
    assert_eq!(again.redeem(&mut wire, &code), 201);
    let (code, _) = given(&come_back(&mut wire, &own));
    assert_eq!(revoke(&["--way-back"]), "2 taken\n");
    assert_eq!(come_back(&mut wire, &own).status, 403);
    assert_eq!(device.sibling(983).redeem(&mut wire, &code), 403);
    assert!(!depot.holds(RECORD));
}

#[test]
fn check_finds_a_way_back_into_a_closed_vault() {
    let folder = Folder::make("closed");
    let depot = Program::on(&folder, &[]);
    let (device, mut wire) = (depot.device(990), depot.wire());
    assert_eq!(device.ask(&mut wire, "DELETE ", "", b"").status, 200);
    assert!(depot.operate(&["check"]).status.success());
    let database = Database::in_folder(&folder.0).expect("a database");
    let vault = device.vault;
    let left = database.write(move |sql| {
        sql.change(
            "INSERT INTO way_back (hash, vault, record) VALUES ($1, $2, $1)",
            &[[6; 32].into(), vault.0.into()],
        )
    });
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    assert_eq!(runtime.block_on(left), Ok(1));
    database.close();
    let told = depot.operate(&["check"]);
    assert!(!told.status.success());
    let told = String::from_utf8(told.stdout).expect("text");
    assert!(told.contains(&format!("vault {}: a way back", to_hex(&vault.0))), "{told}");
}
