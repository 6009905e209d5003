//! A server for the references: a page without our policy, kept offline by a service worker as small
//! as one can be.
//!
//! It serves from memory and knows nothing of the app.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

const WORKER: &str = "
    addEventListener('install', (event) => event.waitUntil(caches.open('kept').then((cache) => cache.addAll(['/', '/keep.js']))));
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => event.respondWith(caches.match(event.request.mode === 'navigate' ? '/' : event.request).then((kept) => kept ?? fetch(event.request))));";

const KEEP: &str = "addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));";

/// The line that makes a page keep itself.
const KEEP_LINE: &str = "<script src=\"/keep.js\"></script>";

/// A reference at an address.
pub struct Plain {
    port: u16,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Plain {
    /// Serves an empty page.
    pub fn empty() -> Self {
        Self::serve(
            "<!doctype html><html lang=en><title>Empty</title><body><p>Nothing here.</body></html>",
        )
    }

    /// Serves this page.
    pub fn serve(page: &str) -> Self {
        let page = match page.rsplit_once("</body>") {
            Some((before, after)) => [before, KEEP_LINE, "</body>", after].concat(),
            None => [page, KEEP_LINE].concat(),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                answer(stream, &page);
            }
        });
        Self { port, is_over, thread: Some(thread) }
    }

    /// Returns the address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Takes the network away.
    pub fn stop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.stop();
    }
}

fn answer(mut stream: TcpStream, page: &str) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let (kind, body) = match request.split(' ').nth(1) {
        Some("/sw.js") => ("text/javascript", WORKER),
        Some("/keep.js") => ("text/javascript", KEEP),
        _ => ("text/html; charset=utf-8", page),
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}
