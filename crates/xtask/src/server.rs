//! Serves the built app on this machine, with the headers that a real server must send.
//!
//! It is for development and for the journeys: it listens on the loopback address alone, speaks
//! plain HTTP and reads files anew for every request.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, HeaderValue, VARY,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use pluis_site::{accepts_brotli, find, security};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

/// A server at work; dropping it stops it and closes every open connection.
#[derive(Debug)]
#[must_use = "dropping it stops the server"]
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Serves a folder, on a free port unless one is given.
///
/// # Errors
/// Fails when the port is in use, with [`io::ErrorKind::AddrInUse`].
pub fn serve(dist: &Path, port: Option<u16>) -> io::Result<Running> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = Builder::new_current_thread().enable_io().build()?;
    let (stop, stopped) = oneshot::channel();
    let dist = Arc::new(dist.to_path_buf());
    let thread = std::thread::spawn(move || work(&runtime, listener, dist, stopped));
    Ok(Running { address, stop: Some(stop), thread: Some(thread) })
}

impl Running {
    /// Returns the address to open, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the port, to serve there again later.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Waits until the process is ended from outside.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(
    runtime: &Runtime,
    listener: TcpListener,
    dist: Arc<PathBuf>,
    stopped: oneshot::Receiver<()>,
) {
    runtime.spawn(async move {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
        while let Ok((stream, _)) = listener.accept().await {
            let dist = Arc::clone(&dist);
            let answer = service_fn(move |request: Request<Incoming>| {
                let response = respond(&dist, &request);
                async move { Ok::<_, Infallible>(response) }
            });
            // A browser that hangs up early is no trouble of ours.
            tokio::spawn(async move {
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
            });
        }
    });
    let _ = runtime.block_on(stopped);
}

fn respond<B>(dist: &Path, request: &Request<B>) -> Response<Full<Bytes>> {
    let mut response = if matches!(*request.method(), Method::GET | Method::HEAD) {
        answer_path(dist, request.uri().path(), is_brotli_welcome(request.headers()))
    } else {
        plain(StatusCode::METHOD_NOT_ALLOWED)
    };
    for (name, value) in security() {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

fn answer_path(dist: &Path, path: &str, brotli: bool) -> Response<Full<Bytes>> {
    let Some(found) = find(dist, path, brotli) else { return plain(StatusCode::NOT_FOUND) };
    let mut response = Response::new(Full::new(Bytes::from(found.content)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(found.kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(found.cache));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if found.is_brotli {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn plain(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(status.to_string())));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn is_brotli_welcome(headers: &HeaderMap) -> bool {
    let value = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    value.is_some_and(accepts_brotli)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;
    use crate::files;

    /// Serves a few files and returns the whole answer to a request.
    fn ask(folder: &str, request_line: &str, extra: &str) -> String {
        let dist = std::env::temp_dir().join(format!("pluis-{}-{folder}", std::process::id()));
        for (name, content) in [
            ("index.html", "<p>app"),
            ("pluis_bg.wasm", "wasm"),
            ("pluis_bg.wasm.br", "small"),
            ("sw.js", "worker"),
            ("manifest.webmanifest", "{}"),
        ] {
            files::write(&dist.join(name), content).expect("a writable folder");
        }
        let running = serve(&dist, None).expect("a free port");
        let mut stream = TcpStream::connect(running.address).expect("a listening server");
        let request =
            format!("{request_line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{extra}\r\n");
        stream.write_all(request.as_bytes()).expect("an open connection");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer in text");
        drop(running);
        files::remove_folder(&dist).expect("a removable folder");
        answer.to_ascii_lowercase()
    }

    #[test]
    fn every_answer_carries_the_security_headers() {
        for (place, path) in ["/", "/nowhere.js", "/sw.js"].into_iter().enumerate() {
            let answer = ask(&format!("headers{place}"), &format!("GET {path}"), "");
            for (name, value) in security() {
                let line = format!("{name}: {value}\r\n").to_ascii_lowercase();
                assert!(answer.contains(&line), "{path} lacks {line}");
            }
        }
    }

    #[test]
    fn unknown_route_shows_the_app() {
        let answer = ask("route", "GET /casus/7/stap/2?x=1.5", "");
        assert!(answer.starts_with("http/1.1 200"), "{answer}");
        assert!(answer.contains("content-type: text/html") && answer.ends_with("<p>app"));
    }

    #[test]
    fn unknown_file_is_not_found() {
        assert!(ask("file", "GET /nowhere.js", "").starts_with("http/1.1 404"));
    }

    #[test]
    fn path_out_of_the_folder_is_not_found() {
        assert!(ask("out", "GET /../secret.txt", "").starts_with("http/1.1 404"));
        assert!(ask("dot", "GET /%2e%2e/secret.txt", "").starts_with("http/1.1 404"));
    }

    #[test]
    fn compressed_file_goes_to_who_accepts_it() {
        let answer = ask("br", "GET /pluis_bg.wasm", "Accept-Encoding: gzip, br;q=1\r\n");
        assert!(answer.contains("content-encoding: br") && answer.ends_with("small"), "{answer}");
        assert!(answer.contains("content-type: application/wasm"));
        let answer = ask("raw", "GET /pluis_bg.wasm", "");
        assert!(!answer.contains("content-encoding") && answer.ends_with("wasm"), "{answer}");
    }

    #[test]
    fn nothing_is_used_from_a_cache_unasked() {
        assert!(ask("sw", "GET /sw.js", "").contains("cache-control: no-store"));
        let answer = ask("cache", "GET /manifest.webmanifest", "");
        assert!(answer.contains("cache-control: no-cache"));
        assert!(answer.contains("content-type: application/manifest+json"));
    }

    #[test]
    fn only_reading_is_allowed() {
        assert!(ask("post", "POST /", "Content-Length: 0\r\n").starts_with("http/1.1 405"));
    }

    #[test]
    fn dropping_closes_open_connections_and_frees_the_port() {
        let running = serve(&std::env::temp_dir(), None).expect("a free port");
        let port = running.port();
        let mut open = TcpStream::connect(running.address).expect("a listening server");
        open.write_all(b"GET /x.js HTTP/1.1\r\nHost: x\r\n\r\n").expect("an open connection");
        let mut first = [0; 12];
        open.read_exact(&mut first).expect("an answer");
        drop(running);
        let mut rest = Vec::new();
        let _ = open.read_to_end(&mut rest);
        assert!(serve(&std::env::temp_dir(), Some(port)).is_ok());
    }

    #[test]
    fn port_in_use_is_told() {
        let running = serve(&std::env::temp_dir(), None).expect("a free port");
        let second = serve(&std::env::temp_dir(), Some(running.port()));
        assert_eq!(
            second.map(|_| ()).map_err(|problem| problem.kind()),
            Err(io::ErrorKind::AddrInUse)
        );
    }
}
