//! One request and its answer, as a way to a depot carries them.
//!
//! It knows no address and no token: whoever implements [`Transport`] does, and adds them.

use std::future::Future;

/// What is asked of a depot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Puts something in a place that must be free.
    Put,
    /// Asks for something to be done.
    Post,
    /// Erases.
    Delete,
}

/// A request, without the address of the depot and without the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What is asked.
    pub method: Method,
    /// The path below the depot's address, beginning with a slash.
    pub path: String,
    /// What goes along; empty when nothing does.
    pub body: Vec<u8>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// For how many seconds the depot wants to be left alone, where it says so.
    pub retry_after: Option<u32>,
    /// After how many days no backup of the depot has what was erased, where it says so.
    pub backup_days: Option<u32>,
    /// What came along, perhaps cut off.
    pub body: Vec<u8>,
}

/// No answer came: the network is gone, or the depot was silent for too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no answer")]
pub struct NoAnswer;

/// A way to one depot.
///
/// A request without an answer may have been carried out all the same.
pub trait Transport {
    /// Sends a request and waits for its answer, for a limited time.
    fn send(&self, request: Request) -> impl Future<Output = Result<Response, NoAnswer>>;
}
