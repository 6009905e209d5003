//! The operator's commands on a depot that serves.

use std::fs;
use std::process::Output;

use pluis_depot::database::Database;
use pluis_depot::keeping::secret::to_hex;

use crate::program::{Folder, Program, operate};
use crate::way_back;

#[test]
fn the_overview_shows_counts_and_a_revoked_vault_is_shut() {
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(1), depot.wire());
    let envelope = device.make(0);
    assert_eq!(device.put(&mut wire, &envelope), 201);
    let vault = to_hex(&device.vault.0);
    let listed = text(&depot.operate(&["vaults"]));
    let row = listed.lines().find(|line| line.starts_with(&vault)).expect("a row");
    let cells: Vec<&str> = row.split_whitespace().skip(1).take(3).collect();
    assert_eq!(cells, ["1", "1", "640"]);
    assert_eq!(text(&depot.operate(&["revoke", "--vault", &vault])), "1 taken\n");
    assert_eq!(device.ask(&mut wire, "GET /heads", "", b"").status, 401);
    assert_eq!(device.redeem(&mut wire, &depot.invitation(&["--vault", &vault])), 201);
    assert_eq!(device.pull(&mut wire, device.device), [envelope]);
}

#[test]
fn a_backup_made_while_serving_restores_and_the_devices_heal_it() {
    let folder = Folder::make("restored");
    let depot = Program::start(&[]);
    let (mut device, mut wire) = (depot.device(2), depot.wire());
    let made: Vec<_> = (0..5).map(|_| device.make(1)).collect();
    for envelope in &made[..3] {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    let copies = folder.0.join("copies");
    let to = copies.to_string_lossy().into_owned();
    let told = depot.operate(&["backup", "--to", &to]);
    assert!(told.status.success(), "{told:?}");
    for envelope in &made[3..] {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    depot.kill();
    let copy = fs::read_dir(&copies).expect("a folder").flatten().next().expect("a copy");
    fs::copy(copy.path(), folder.0.join("depot.sqlite")).expect("a restored file");
    let depot = Program::on(&folder, &[]);
    let mut wire = depot.wire();
    assert_eq!(device.pull(&mut wire, device.device), made[..3]);
    for envelope in &made[3..] {
        assert_eq!(device.put(&mut wire, envelope), 201);
    }
    assert_eq!(device.pull(&mut wire, device.device), made);
}

#[test]
fn check_finds_a_changed_byte() {
    let folder = Folder::make("check");
    let depot = Program::on(&folder, &[]);
    let (mut device, mut wire) = (depot.device(3), depot.wire());
    let mark = [0x77; 64];
    for _ in 0..3 {
        let envelope = device.make(2);
        assert_eq!(device.put(&mut wire, &envelope), 201);
    }
    let marked = pluis_envelope::Envelope::build(device.header(), &[0x77; 1024 + 16]);
    let marked = marked.expect("a permitted size");
    assert_eq!(device.put(&mut wire, &marked), 201);
    (device.seq, device.previous) = (device.seq + 1, marked.derive_chain_hash());
    assert_eq!(device.put(&mut wire, &device.clone().make(0)), 201);
    assert!(depot.operate(&["check"]).status.success());
    assert!(depot.stop());
    let file = folder.0.join("depot.sqlite");
    let mut content = fs::read(&file).expect("a file");
    let place = content.windows(64).position(|part| part == mark).expect("the envelope");
    content[place + 10] ^= 1;
    fs::write(&file, content).expect("a file");
    let place = ["--data".to_owned(), folder.0.to_string_lossy().into_owned()];
    let told = operate(&place, &["check"]);
    assert!(!told.status.success());
    assert!(text(&told).contains("seq 5: does not point back"), "{}", text(&told));
}

#[test]
fn a_wrong_setting_is_told_with_its_remedy() {
    let place = ["--data".to_owned(), "/proc/depot".to_owned()];
    let told = operate(&place, &["serve"]);
    assert_eq!(told.status.code(), Some(1));
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("--data: /proc/depot") && told.contains("name a folder"), "{told}");
    let depot = Program::start(&[]);
    let folder = Folder::make("second");
    let place = ["--data".to_owned(), folder.0.to_string_lossy().into_owned()];
    let told = operate(&place, &["serve", "--listen", &depot.address]);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("--listen: ") && told.contains("choose another port"), "{told}");
    for words in [["vaults"], ["check"], ["invite"]] {
        let place = ["--data".to_owned(), folder.0.join("nowhere").to_string_lossy().into_owned()];
        let told = operate(&place, &words);
        let told = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(told.contains("is not there"), "{told}");
    }
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// As the second version had it: nobody had a way back.
const BACK_TO_SECOND: [&str; 2] = ["DROP TABLE way_back", "UPDATE depot SET version = 2"];
/// As the first version had it: no chain said whose it is.
const BACK_TO_FIRST: [&str; 3] =
    ["DROP TABLE way_back", "ALTER TABLE chain DROP COLUMN scope", "UPDATE depot SET version = 1"];

#[test]
fn what_an_earlier_version_stored_is_read_by_this_one() {
    for earlier in [BACK_TO_FIRST.as_slice(), &BACK_TO_SECOND] {
        let folder = Folder::make("earlier");
        let depot = Program::on(&folder, &[]);
        let (mut device, mut wire) = (depot.device(9), depot.wire());
        let made = device.make(0);
        assert_eq!(device.put(&mut wire, &made), 201);
        drop(wire);
        depot.kill();
        change(&folder, earlier);
        let depot = Program::on(&folder, &[]);
        let mut wire = depot.wire();
        assert_eq!(device.heads(&mut wire), [(device.device, 1, device.previous, 0)]);
        let next = device.make(0);
        assert_eq!(device.put(&mut wire, &next), 201);
        assert_eq!(device.pull(&mut wire, device.device), [made, next]);
        way_back::stands_and_leads_in(&depot, &device);
    }
}

#[test]
fn what_a_later_version_stored_is_left_alone() {
    let folder = Folder::make("later");
    assert!(Program::on(&folder, &[]).stop());
    change(&folder, &["UPDATE depot SET version = 4"]);
    let place = ["--data".to_owned(), folder.0.to_string_lossy().into_owned()];
    let told = operate(&place, &["serve"]);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("version 4") && told.contains("start the newer program"), "{told}");
}

/// Changes the tables of a depot that does not serve.
fn change(folder: &Folder, statements: &'static [&'static str]) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let database = Database::in_folder(&folder.0).expect("a database");
    for statement in statements {
        runtime.block_on(database.write(|sql| sql.change(statement, &[]))).expect("a change");
    }
    database.close();
}
