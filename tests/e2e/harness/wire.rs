//! The wire between a browser and the app's server: it passes everything on and remembers it.
//!
//! It changes nothing and understands nothing of what passes.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use super::Site;

/// A wire that listens.
pub struct Wire {
    port: u16,
    passed: Arc<Mutex<Vec<u8>>>,
}

impl Wire {
    /// Lays a wire to the server.
    pub fn start(site: &Site) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let passed = Arc::new(Mutex::new(Vec::new()));
        let (target, kept) = (site.port(), Arc::clone(&passed));
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect((Ipv4Addr::LOCALHOST, target)) else {
                    continue;
                };
                for (from, to) in [(&browser, &server), (&server, &browser)] {
                    let ends = (from.try_clone(), to.try_clone());
                    let (Ok(from), Ok(to)) = ends else { continue };
                    let kept = Arc::clone(&kept);
                    thread::spawn(move || pass(from, to, &kept));
                }
            }
        });
        Self { port, passed }
    }

    /// Returns the address of this end, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Returns everything that passed, in both directions.
    pub fn end(self) -> Vec<u8> {
        self.passed.lock().map(|mut passed| std::mem::take(&mut *passed)).unwrap_or_default()
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, kept: &Mutex<Vec<u8>>) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        let bytes = &buffer[..length];
        if let Ok(mut kept) = kept.lock() {
            kept.extend_from_slice(bytes);
        }
        if to.write_all(bytes).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
