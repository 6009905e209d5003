//! The second WebAssembly module, loaded only when needed: it makes a key out of a phrase, slowly,
//! and draws a phrase. It keeps nothing, stores nothing, and does not know what the key is for.
//!
//! It runs in a Worker (`/derive.js`) that answers one message and is then ended by the page:
//! WebAssembly memory never shrinks, and ending the Worker drops what is left in it.
//!
//! | request | answer |
//! |---|---|
//! | `{kind: "derive", phrase: Uint8Array, salt: Uint8Array, mKib, t, p}` | `{key: Uint8Array}` of 32 bytes |
//! | `{kind: "phrase", random: Uint8Array}` | `{words: string}` |
//!
//! Either may be answered by `{error: "memory"}` (the phone cannot spare what was asked, a
//! smaller `mKib` may do) or `{error: "parameters"}`. The phrase is UTF-8 as it was typed; 64
//! random bytes are enough for a phrase. Answers are posted once, and requests are not queued.

mod error;
mod key;
mod phrase;

#[cfg(target_arch = "wasm32")]
mod exports;

pub use error::WorkerError;
pub use key::derive_key;
pub use phrase::{make_phrase, normalise};
