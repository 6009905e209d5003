//! Strangers: malformed requests, slow senders, floods.

use std::io::{BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use pluis_depot::keeping::secret::to_hex;

use crate::device::{Device, Dice, place};
use crate::program::Program;
use crate::wire;

#[test]
fn ten_thousand_malformed_requests_leave_it_standing() {
    let depot = Program::start(&["--rate", "100000"]);
    let mut device = depot.device(1);
    let kept = device.make(0);
    assert_eq!(device.put(&mut depot.wire(), &kept), 201);
    let next = device.make(0);
    let mut dice = Dice(2);
    let mut stream = None;
    let mut accepted = 0;
    for _ in 0..10_000 {
        let request = malformed(&mut dice, &device, &next);
        let mut open = stream.take().unwrap_or_else(|| connect(&depot.address));
        // Half of a request would only wait for its rest: that is the slow senders' test.
        let sent = open.get_mut().write_all(&request);
        let sent = sent.and_then(|()| open.get_mut().write_all(b"\r\n\r\n"));
        let answer = sent.and_then(|()| wire::read(&mut open, false));
        if let Ok(answer) = answer {
            accepted += u32::from(answer.status == 201);
            let goes_on = answer.status < 400 && !answer.head.contains("\r\nconnection: close");
            stream = goes_on.then_some(open);
        }
    }
    assert_eq!(accepted, 0);
    assert_eq!(device.pull(&mut depot.wire(), device.device), [kept]);
    assert_eq!(device.put(&mut depot.wire(), &next), 201);
    assert!(!depot.told().contains("panicked"));
    assert!(depot.stop());
}

/// A request with something wrong in its line, its headers or its body.
fn malformed(dice: &mut Dice, device: &Device, next: &pluis_envelope::Envelope) -> Vec<u8> {
    let verbs = ["GET", "PUT", "DELETE", "POST", "PATCH", "OPTIONS", "get", "P\u{fc}T", ""];
    let vault = to_hex(&device.vault.0);
    let paths = [
        format!("/depot/v1/{vault}{}", place(next)),
        format!("/depot/v1/{vault}/heads"),
        format!("/depot/v1/{}/heads", "g".repeat(32)),
        format!("/depot/v1/{vault}/{vault}/18446744073709551616"),
        format!("/depot/v1/{vault}/{vault}/01"),
        format!("/depot/v1/{vault}/%00/1"),
        // What may stand there is free, so only in a vault that is not this device's.
        format!("/depot/v1/{}/return", "0".repeat(32)),
        format!("/depot/v1/{}/return", "g".repeat(32)),
        "/depot/v1/return".to_owned(),
        "/depot/v1/redeem".to_owned(),
        "/../../etc/passwd".to_owned(),
        "//".repeat(300),
        "http://[::".to_owned(),
        String::new(),
    ];
    let (verb, path) = (verbs[dice.below(verbs.len())], &paths[dice.below(paths.len())]);
    let mut body = next.bytes().to_vec();
    // At least one bit of the header is wrong, so that nothing may be stored.
    let place = dice.below(80);
    body[place] ^= 1 << dice.below(8);
    body.truncate(if dice.below(2) == 0 { body.len() } else { dice.below(body.len()) });
    let length = match dice.below(4) {
        0 => "-1".to_owned(),
        1 => format!("{}, 7", body.len()),
        _ => body.len().to_string(),
    };
    // Empty lines before a request are allowed, and only waited after.
    let odd = (0..dice.below(40)).map(|_| dice.roll() as u8);
    let odd: Vec<u8> = std::iter::once(b'x').chain(odd).collect();
    let mut request = match dice.below(8) {
        0 => return odd,
        1 => format!("{verb} {path} HTTP/9.9\r\nhost: x\r\n").into_bytes(),
        _ => format!("{verb} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n").into_bytes(),
    };
    if dice.below(3) > 0 {
        request.extend(format!("authorization: Bearer {}\r\n", device.token).into_bytes());
    }
    if dice.below(4) == 0 {
        request.extend(b"x-odd: ");
        request.extend(&odd);
        request.extend(b"\r\n");
    }
    if dice.below(20) == 0 {
        request.extend(format!("x-long: {}\r\n", "a".repeat(20_000)).into_bytes());
    }
    request.extend(b"if-none-match: *\r\n");
    let chunked = "transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n".to_owned();
    let framing =
        if dice.below(6) == 0 { chunked } else { format!("content-length: {length}\r\n\r\n") };
    request.extend(framing.into_bytes());
    request.extend(body);
    request
}

#[test]
fn slow_senders_are_cut_off_and_hold_nobody_up() {
    let depot = Program::start(&["--connections", "300"]);
    let device = depot.device(3);
    let token = &device.token;
    let vault = to_hex(&device.vault.0);
    let starts = [
        String::new(),
        "PUT /depot/v1/".to_owned(),
        format!("GET /depot/v1/{vault}/heads HTTP/1.1\r\nhost: x\r\nauthorization: Bea"),
        format!(
            "PUT /depot/v1/{vault}/{vault}/1 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\
             if-none-match: *\r\ncontent-length: 640\r\n\r\nPLE1"
        ),
    ];
    let start = Instant::now();
    let slow: Vec<TcpStream> = (0..200)
        .map(|number| {
            let mut stream = connect(&depot.address).into_inner();
            stream.write_all(starts[number % 4].as_bytes()).expect("an open connection");
            stream
        })
        .collect();
    // While all of them are open, others are served as if they were not there.
    let asked = Instant::now();
    assert!(device.heads(&mut depot.wire()).is_empty());
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
    for mut stream in slow {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(!rest.starts_with(b"HTTP/1.1 2"));
    }
    assert!(start.elapsed() < Duration::from_secs(35), "{:?}", start.elapsed());
}

#[test]
fn a_reader_that_takes_nothing_is_cut_off() {
    // With room for one connection, whoever comes next has to wait for its end.
    let depot = Program::start(&["--connections", "1"]);
    let mut device = depot.device(6);
    let mut wire = depot.wire();
    for _ in 0..15 {
        let envelope = device.make(7);
        assert_eq!(device.put(&mut wire, &envelope), 201);
    }
    drop(wire);
    let (vault, chain) = (to_hex(&device.vault.0), to_hex(&device.device.0));
    let request = format!(
        "GET /depot/v1/{vault}/{chain}?after=0 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\n\r\n",
        device.token
    );
    // More answers than all the buffers between here and there hold.
    let many = 60;
    let mut greedy = connect(&depot.address);
    greedy.get_mut().write_all(request.repeat(many).as_bytes()).expect("an open connection");
    assert_eq!(device.heads(&mut depot.wire()).len(), 1);
    let mut taken = Vec::new();
    let _ = greedy.read_to_end(&mut taken);
    let all = many * device.pull(&mut depot.wire(), device.device).len() * 65_664;
    assert!(taken.len() < all, "{} of {all}", taken.len());
}

#[test]
fn a_flood_of_one_device_does_not_hold_up_another() {
    let depot = Program::start(&["--rate", "2"]);
    let (loud, quiet) = (depot.device(4), depot.device(5));
    let mut wire = depot.wire();
    quiet.heads(&mut wire);
    let refused = (0..200)
        .map(|_| loud.ask(&mut wire, "GET /heads", "", b""))
        .find(|answer| answer.status == 429)
        .expect("a limit");
    assert!(refused.head.contains("\r\nretry-after: "), "{}", refused.head);
    quiet.heads(&mut wire);
}

fn connect(address: &str) -> BufReader<TcpStream> {
    let stream = TcpStream::connect(address).expect("a listening depot");
    stream.set_read_timeout(Some(Duration::from_secs(40))).expect("a socket");
    BufReader::new(stream)
}
