//! Brotli as a good web server does it, at its strongest.
//!
//! It only compresses; which files, the build decides.

use std::io::Write;

use brotli::CompressorWriter;

use crate::trouble::{Outcome, Trouble};

const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;
const BUFFER_LEN: usize = 64 * 1024;

/// Compresses bytes with brotli 11.
///
/// # Errors
/// Fails only when memory does.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut small = Vec::new();
    let mut writer = CompressorWriter::new(&mut small, BUFFER_LEN, QUALITY, WINDOW_BITS);
    writer
        .write_all(bytes)
        .and_then(|()| writer.flush())
        .map_err(|problem| Trouble::new(format!("cannot compress: {problem}")))?;
    drop(writer);
    Ok(small)
}
