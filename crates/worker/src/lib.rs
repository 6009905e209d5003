//! The second WebAssembly module, loaded only when needed: it makes a key out of a phrase, slowly,
//! draws a phrase, finds the words of a key, and seals and opens age files. It keeps nothing, stores nothing, and does not
//! know what the keys and the files are for.
//!
//! It runs in a Worker (`/derive.js`) that answers one message and is then ended by the page:
//! WebAssembly memory never shrinks, and ending the Worker drops what is left in it.
//!
//! | request | answer |
//! |---|---|
//! | `{kind: "derive", phrase: Uint8Array, salt: Uint8Array, mKib, t, p}` | `{key: Uint8Array}` of 32 bytes |
//! | `{kind: "phrase", random: Uint8Array}` | `{words: string}` |
//! | `{kind: "fingerprint", recipient: string}` | `{words: string}` |
//! | `{kind: "encrypt", plaintext: Uint8Array, recipient: string, random: Uint8Array}` of 64 bytes | `{file: Uint8Array}` |
//! | `{kind: "decrypt", file: Uint8Array, identity: string}` | `{plaintext: Uint8Array}` |
//!
//! Any may be answered by `{error: "memory"}` (the phone cannot spare what was asked, a smaller
//! `mKib` may do) or `{error: "parameters"}`, opening a file also by `"not-age"`,
//! `"not-for-this-key"` or `"damaged"`. The phrase is UTF-8 as it was typed; 64 random bytes are
//! enough for a phrase. Answers are posted once, and requests are not queued.

pub mod age;
mod error;
mod fingerprint;
mod key;
mod phrase;

#[cfg(target_arch = "wasm32")]
mod exports;

pub use error::WorkerError;
pub use fingerprint::fingerprint;
pub use key::derive_key;
pub use phrase::{make_phrase, normalise};
