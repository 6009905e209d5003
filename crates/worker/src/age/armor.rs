//! The ASCII form of an age file, as mail programs carry it. It is read strictly and never written.

use base64ct::{Base64, Encoding};

use crate::error::WorkerError;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// Returns whether this is meant as the ASCII form.
pub(super) fn is_armored(file: &[u8]) -> bool {
    file.trim_ascii_start().starts_with(b"-----BEGIN")
}

/// Takes the binary form out of the ASCII form.
pub(super) fn decode(file: &[u8]) -> Result<Vec<u8>, WorkerError> {
    let text = str::from_utf8(file.trim_ascii()).map_err(|_| WorkerError::NotAge)?;
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    if lines.next() != Some(BEGIN) || lines.next_back() != Some(END) {
        return Err(WorkerError::NotAge);
    }
    let mut binary = Vec::with_capacity(file.len() / 4 * 3);
    let mut has_ended = false;
    for line in lines {
        if has_ended || line.is_empty() || line.len() > COLUMNS {
            return Err(WorkerError::NotAge);
        }
        let part = Base64::decode_vec(line).map_err(|_| WorkerError::NotAge)?;
        has_ended = line.len() < COLUMNS || part.len() < COLUMNS / 4 * 3;
        binary.extend_from_slice(&part);
    }
    Ok(binary)
}
