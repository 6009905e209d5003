//! The same rules on PostgreSQL, with several depots, and with a primary that dies.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use pluis_depot::keeping::secret::to_hex;
use pluis_envelope::Envelope;

use crate::device::{Device, tombstone};
use crate::program::{Folder, Program, command, operate};
use crate::server::Server;
use crate::way_back;
use crate::wire::Wire;

fn depot(folder: &Folder, name: &str, address: &str) -> Program {
    let place = ["--database".to_owned(), address.to_owned()];
    let options = ["--rate", "100000", "--quota-mib", "1"];
    Program::run(command(), place, &folder.0.join(name), &options)
}

#[test]
fn the_same_rules_hold_on_postgresql() {
    let (server, folder) = (Server::start(), Folder::make("rules"));
    let depot = depot(&folder, "log", &Server::address(&[&server]));
    let (mut device, mut wire) = (depot.device(1), depot.wire());
    let before = device.clone();
    let made: Vec<Envelope> = (0..5).map(|size| device.make(size)).collect();
    assert_eq!(device.put(&mut wire, &made[1]), 412);
    for envelope in &made {
        assert_eq!(device.put(&mut wire, envelope), 201);
        assert_eq!(device.put(&mut wire, envelope), 200);
    }
    let mut fork = before;
    fork.dice.0 = 77;
    assert_eq!(device.put(&mut wire, &fork.make(0)), 409);
    let stone = tombstone(&made[2]);
    assert_eq!(device.erase(&mut wire, &stone).status, 200);
    assert_eq!(device.erase(&mut wire, &stone).status, 200);
    assert_eq!(device.put(&mut wire, &made[2]), 410);
    assert_eq!(device.heads(&mut wire), [(device.device, 5, device.previous, 1)]);
    let mut kept = made.clone();
    kept[2] = stone;
    assert_eq!(device.pull(&mut wire, device.device), kept);
}

#[test]
fn doors_and_operators_commands_hold_on_postgresql() {
    let (server, folder) = (Server::start(), Folder::make("doors"));
    partition(&server);
    let depot = depot(&folder, "log", &Server::address(&[&server]));
    let (mut device, mut wire) = (depot.device(2), depot.wire());
    let code = device.ask(&mut wire, "POST /invitations/mailbox", "", b"").body;
    let mut sender = device.sender(3);
    assert_eq!(sender.redeem(&mut wire, &String::from_utf8_lossy(&code)), 201);
    let letter = sender.make(0);
    assert_eq!(sender.put(&mut wire, &letter), 201);
    assert_eq!(device.pull(&mut wire, sender.device), [letter]);
    let statuses = (0..20).map(|_| {
        let envelope = device.make(7);
        device.put(&mut wire, &envelope)
    });
    // What comes after the refused one has a gap before it.
    assert_eq!(statuses.filter(|status| *status == 507).count(), 1);
    let stranger = Device { token: depot.device(4).token, ..device.clone() };
    assert_eq!(stranger.ask(&mut wire, "GET /heads", "", b"").status, 401);
    assert!(depot.operate(&["check"]).status.success());
    let vault = to_hex(&device.vault.0);
    let told = String::from_utf8(depot.operate(&["vaults"]).stdout).expect("text");
    assert!(told.contains(&vault), "{told}");
    assert!(depot.operate(&["revoke", "--vault", &vault]).status.success());
    assert_eq!(device.ask(&mut wire, "DELETE ", "", b"").status, 401);
    let code = depot.invitation(&["--vault", &vault]);
    assert_eq!(device.redeem(&mut wire, &code), 201);
    assert_eq!(device.ask(&mut wire, "DELETE ", "", b"").status, 200);
    assert_eq!(device.ask(&mut wire, "GET /heads", "", b"").status, 410);
    assert_eq!(server.ask("SELECT count(*) FROM envelope"), 0);
}

#[test]
fn the_way_back_holds_on_postgresql() {
    let (server, folder) = (Server::start(), Folder::make("back"));
    let address = Server::address(&[&server]);
    let first = depot(&folder, "log", &address);
    let mut device = first.device(60);
    let envelope = device.make(0);
    assert_eq!(device.put(&mut first.wire(), &envelope), 201);
    drop(first);
    // As the second version left it.
    server.ask("DROP TABLE way_back");
    server.ask("UPDATE depot SET version = 2");
    let depots = ["a", "b"].map(|name| depot(&folder, name, &address));
    assert_eq!(server.ask("SELECT version FROM depot"), 3);
    assert_eq!(device.pull(&mut depots[0].wire(), device.device), [envelope]);
    way_back::stands_and_leads_in(&depots[0], &device);
    way_back::is_of_one_vault(&depots[0]);
    // Both at the same moment, again and again: one invitation is open in the end.
    let secret = way_back::secret(61);
    assert_eq!(way_back::put(&device, &mut depots[0].wire(), &secret, b"record"), 201);
    thread::scope(|scope| {
        for depot in &depots {
            scope.spawn(|| {
                let mut wire = depot.wire();
                for _ in 0..20 {
                    assert_eq!(way_back::come_back(&mut wire, &secret).status, 200);
                }
            });
        }
    });
    let count = |table: &str| {
        let vault = to_hex(&device.vault.0);
        server.ask(&format!("SELECT count(*) FROM {table} AND vault = decode('{vault}', 'hex')"))
    };
    assert_eq!(count("invitation WHERE uses > 0"), 1);
    assert!(depots[0].operate(&["check"]).status.success());
    assert_eq!(device.ask(&mut depots[0].wire(), "DELETE ", "", b"").status, 200);
    assert_eq!((count("way_back WHERE true"), count("invitation WHERE true")), (0, 0));
}

#[test]
fn depots_on_one_database_agree() {
    let (server, folder) = (Server::start(), Folder::make("two"));
    let address = Server::address(&[&server]);
    let depots = ["a", "b", "c"].map(|name| depot(&folder, name, &address));
    let mut device = depots[0].device(4);
    for number in 0..30 {
        let envelope = device.make(0);
        // All at the same moment: one stores it, the others find it there.
        let mut statuses = thread::scope(|scope| {
            let push = |depot: &Program| {
                let (device, envelope, mut wire) = (&device, &envelope, depot.wire());
                scope.spawn(move || device.put(&mut wire, envelope))
            };
            depots.each_ref().map(push).map(|thread| thread.join().expect("an answer"))
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 201], "envelope {number}");
    }
    for depot in &depots {
        assert_eq!(device.heads(&mut depot.wire()), [(device.device, 30, device.previous, 0)]);
    }
}

#[test]
fn a_server_that_acknowledges_too_early_is_refused() {
    let server = Server::start();
    server.ask("ALTER SYSTEM SET synchronous_commit = off");
    server.ask("SELECT pg_reload_conf()");
    while server.ask(
        "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_commit' AND setting = 'on'",
    ) > 0
    {}
    let told = refused(Server::address(&[&server]));
    assert!(told.contains("--database: synchronous_commit is off"), "{told}");
    assert!(told.contains("set synchronous_commit = on in postgresql.conf"), "{told}");
    let told = refused(format!("{}?sslmode=require", Server::address(&[&server])));
    assert!(told.contains("does not support TLS") && told.contains("set ssl = on"), "{told}");
    let port = server.port;
    drop(server);
    let told = refused(format!("postgres://depot@127.0.0.1:{port}/postgres"));
    assert!(told.contains("start the server"), "{told}");
    let told = refused("mysql://x".to_owned());
    assert!(told.contains("write postgres://"), "{told}");
}

/// Returns why a depot does not start on this database.
pub fn refused(address: String) -> String {
    let told = operate(&["--database".to_owned(), address], &["serve"]);
    assert_eq!(told.status.code(), Some(1));
    String::from_utf8_lossy(&told.stderr).into_owned()
}

/// Makes the largest table beforehand, in parts by vault, as docs/scale.md shows; the depot takes it.
fn partition(server: &Server) {
    server.ask(
        "CREATE TABLE envelope (vault BYTEA NOT NULL, device BYTEA NOT NULL, seq BIGINT NOT NULL,
            erased BIGINT, body BYTEA NOT NULL, PRIMARY KEY (vault, device, seq))
         PARTITION BY HASH (vault)",
    );
    for part in 0..4 {
        server.ask(&format!(
            "CREATE TABLE envelope_{part} PARTITION OF envelope
             FOR VALUES WITH (MODULUS 4, REMAINDER {part})"
        ));
    }
}

/// Writes until so many were acknowledged, through whatever happens to the database.
fn work(device: &mut Device, depot: &str, count: &AtomicU32, end: &AtomicU32) -> Vec<Envelope> {
    let mut wire = Wire::to(depot);
    let mut acknowledged = Vec::new();
    while count.load(Ordering::Relaxed) < end.load(Ordering::Relaxed) {
        let envelope = device.make(0);
        loop {
            match device.put(&mut wire, &envelope) {
                200 | 201 => break,
                503 => thread::yield_now(),
                status => panic!("put: {status}"),
            }
        }
        acknowledged.push(envelope);
        count.fetch_add(1, Ordering::Relaxed);
    }
    acknowledged
}

#[test]
fn a_dead_primary_takes_nothing_acknowledged_with_it() {
    let (primary, folder) = (Server::start(), Folder::make("failover"));
    let standby = primary.follow();
    let address = Server::address(&[&primary, &standby]);
    let depots = ["a", "b"].map(|name| depot(&folder, name, &address));
    let mut devices: Vec<Device> =
        (0..4).map(|number| depots[number % 2].device(50 + number as u64)).collect();
    let (count, end) = (AtomicU32::new(0), AtomicU32::new(u32::MAX));
    let acknowledged: Vec<Vec<Envelope>> = thread::scope(|scope| {
        let workers: Vec<_> = devices
            .iter_mut()
            .enumerate()
            .map(|(number, device)| {
                let (address, count, end) = (&depots[number % 2].address, &count, &end);
                scope.spawn(move || work(device, address, count, end))
            })
            .collect();
        while count.load(Ordering::Relaxed) < 100 {
            thread::yield_now();
        }
        primary.kill();
        standby.promote();
        end.store(count.load(Ordering::Relaxed) + 100, Ordering::Relaxed);
        workers.into_iter().map(|worker| worker.join().expect("a worker")).collect()
    });
    for (number, (device, kept)) in devices.iter().zip(&acknowledged).enumerate() {
        // Read through the other depot than it was written through.
        let mut wire = depots[(number + 1) % 2].wire();
        assert_eq!(&device.pull(&mut wire, device.device), kept);
    }
    assert!(depots[0].operate(&["check"]).status.success());
}
