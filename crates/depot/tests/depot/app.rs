//! The depot as the app's own server, and as a second place for an app from elsewhere.

use std::fs;

use pluis_depot::keeping::secret::to_hex;

use crate::program::{Folder, Program};

fn app() -> Folder {
    let folder = Folder::make("app");
    for (name, content) in [
        ("index.html", "<p>app"),
        ("sw.js", "worker"),
        ("pluis_bg.wasm", "wasm"),
        ("pluis_bg.wasm.br", "small"),
    ] {
        fs::write(folder.0.join(name), content).expect("a file");
    }
    folder
}

#[test]
fn the_app_comes_from_the_same_origin() {
    let app = app();
    let depot = Program::start(&["--app", &app.0.to_string_lossy()]);
    let mut wire = depot.wire();
    let mut get = |path: &str, headers: &str| {
        let answer = wire.ask(&format!("GET {path}"), headers, b"").expect("an answer");
        (answer.status, answer.head, String::from_utf8(answer.body).expect("text"))
    };
    let (status, head, body) = get("/casus/7/stap/2?x=1.5", "");
    assert_eq!((status, body.as_str()), (200, "<p>app"));
    assert!(head.contains("content-type: text/html") && head.contains("cache-control: no-cache"));
    let (_, head, body) = get("/pluis_bg.wasm", "accept-encoding: gzip, br\r\n");
    assert_eq!(body, "small");
    assert!(head.contains("content-encoding: br") && head.contains("application/wasm"));
    assert_eq!(get("/pluis_bg.wasm", "").2, "wasm");
    assert!(get("/sw.js", "").1.contains("cache-control: no-store"));
    for path in ["/nowhere.js", "/../log", "/%2e%2e/log", "/depot/v2/x", "/depot/v1/redeem/x/y/z/q"]
    {
        assert_eq!(get(path, "").0, 404, "{path}");
    }
    assert_eq!(get("/healthz", "").2, "ok");
    assert_eq!(wire.ask("POST /", "", b"").expect("an answer").status, 405);
}

#[test]
fn every_answer_carries_the_security_headers() {
    let app = app();
    let depot = Program::start(&["--app", &app.0.to_string_lossy()]);
    let (device, mut wire) = (depot.device(1), depot.wire());
    let vault = to_hex(&device.vault.0);
    for line in [
        "GET /".to_owned(),
        "GET /nowhere.js".to_owned(),
        "GET /healthz".to_owned(),
        "DELETE /healthz".to_owned(),
        format!("GET /depot/v1/{vault}/heads"),
        format!("PUT /depot/v1/{vault}/{vault}/1"),
    ] {
        let answer = wire.ask(&line, "", b"").expect("an answer");
        for (name, value) in pluis_site::security() {
            let expected = format!("\r\n{name}: {value}\r\n").to_ascii_lowercase();
            assert!(answer.head.contains(&expected), "{line} lacks {name}");
        }
        let is_of_depot = line.contains("/depot/");
        assert!(!is_of_depot || answer.head.contains("\r\ncache-control: no-store\r\n"), "{line}");
    }
}

#[test]
fn only_a_named_origin_may_use_the_depot_from_elsewhere() {
    let depot = Program::start(&["--origin", "https://pluis.example"]);
    let (device, mut wire) = (depot.device(2), depot.wire());
    let line = format!("OPTIONS /depot/v1/{}/heads", to_hex(&device.vault.0));
    let asked = "origin: https://pluis.example\r\naccess-control-request-method: GET\r\n";
    let answer = wire.ask(&line, asked, b"").expect("an answer");
    assert_eq!(answer.status, 204);
    assert!(answer.head.contains("\r\naccess-control-allow-origin: https://pluis.example\r\n"));
    assert!(answer.head.contains("authorization"), "{}", answer.head);
    let answer = device.ask(&mut wire, "GET /heads", "origin: https://pluis.example\r\n", b"");
    assert!(answer.head.contains("\r\naccess-control-allow-origin: https://pluis.example\r\n"));
    for origin in ["https://other.example", "https://pluis.example.evil", "null"] {
        let answer = device.ask(&mut wire, "GET /heads", &format!("origin: {origin}\r\n"), b"");
        assert!(!answer.head.contains("access-control"), "{}", answer.head);
    }
}
