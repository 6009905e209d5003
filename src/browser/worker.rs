//! Slow and bulky work in a throw-away Worker: deriving a key from a phrase, drawing a phrase,
//! finding the words of a key, sealing and opening age files.
//!
//! It knows the messages only; the work is done by the `crates/worker` module behind `/derive.js`.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use zeroize::{Zeroize, Zeroizing};

use super::clock::after;
use super::outcome::either;

const SCRIPT: &str = "/derive.js";

/// A Worker that has not answered by then never will; the slowest phone needs a tenth of it.
const PATIENCE_MS: u32 = 60_000;

/// Randomness for a phrase: far more than four words can use, so that no draw needs a second one.
const PHRASE_RANDOM_LEN: usize = 64;

/// What one age file uses: its key, the key of its share, and its nonce.
const ENCRYPT_RANDOM_LEN: usize = 64;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The Worker or its module did not load, or it fell silent.
    #[error("worker is not available")]
    Unavailable,
    /// The phone cannot spare the memory that was asked for.
    #[error("not enough memory")]
    Memory,
    /// The parameters lie outside what may be asked.
    #[error("parameters are out of bounds")]
    Parameters,
    /// The file is no age file that this version reads.
    #[error("not an age file")]
    NotAge,
    /// The file is sealed for another key.
    #[error("sealed for another key")]
    NotForThisKey,
    /// The file was changed or cut off.
    #[error("age file is damaged")]
    Damaged,
}

/// Derives a key from a phrase with Argon2id; smaller parameters are the caller's to try.
///
/// # Errors
/// Fails with [`WorkerError::Memory`] when the phone cannot spare `m_kib`.
pub async fn derive_key(
    phrase: &[u8],
    salt: &[u8],
    m_kib: u32,
    t: u32,
    p: u32,
) -> Result<[u8; 32], WorkerError> {
    let secret = Uint8Array::from(phrase);
    let request = request("derive");
    set(&request, "phrase", &secret);
    set(&request, "salt", &Uint8Array::from(salt));
    set(&request, "mKib", &m_kib.into());
    set(&request, "t", &t.into());
    set(&request, "p", &p.into());
    let answer = ask(SCRIPT, &request, &secret, "key").await?;
    let answer: Uint8Array = answer.dyn_into().map_err(|_| WorkerError::Unavailable)?;
    if answer.length() != 32 {
        return Err(WorkerError::Unavailable);
    }
    let mut key = [0; 32];
    answer.copy_to(&mut key);
    answer.fill(0, 0, 32);
    Ok(key)
}

/// Draws a phrase of four Dutch words.
///
/// # Errors
/// Fails when the Worker does not load or the browser gives no randomness.
pub async fn make_phrase() -> Result<String, WorkerError> {
    let mut random = [0; PHRASE_RANDOM_LEN];
    let secret = draw(&mut random)?;
    let request = request("phrase");
    set(&request, "random", &secret);
    let answer = ask(SCRIPT, &request, &secret, "words").await?;
    answer.as_string().ok_or(WorkerError::Unavailable)
}

/// Returns the six words that stand for an age recipient.
///
/// # Errors
/// [`WorkerError::Parameters`] for what is no recipient.
pub async fn fingerprint(recipient: &str) -> Result<String, WorkerError> {
    let request = request("fingerprint");
    set(&request, "recipient", &recipient.into());
    let answer = ask(SCRIPT, &request, &Uint8Array::new_with_length(0), "words").await?;
    answer.as_string().ok_or(WorkerError::Unavailable)
}

/// Seals an age file for one recipient.
///
/// # Errors
/// [`WorkerError::Parameters`] for what is no recipient.
pub async fn encrypt(plaintext: &[u8], recipient: &str) -> Result<Vec<u8>, WorkerError> {
    let mut random = [0; ENCRYPT_RANDOM_LEN];
    let random = draw(&mut random)?;
    let secret = Uint8Array::from(plaintext);
    let request = request("encrypt");
    set(&request, "plaintext", &secret);
    set(&request, "recipient", &recipient.into());
    set(&request, "random", &random);
    let answer = ask(SCRIPT, &request, &secret, "file").await;
    random.fill(0, 0, random.length());
    bytes(answer?)
}

/// Opens an age file with an identity.
///
/// # Errors
/// Tells what is no age file, what is for another key and what was damaged apart.
pub async fn decrypt(file: &[u8], identity: &str) -> Result<Zeroizing<Vec<u8>>, WorkerError> {
    let sealed = Uint8Array::from(file);
    let request = request("decrypt");
    set(&request, "file", &sealed);
    set(&request, "identity", &identity.into());
    bytes(ask(SCRIPT, &request, &sealed, "plaintext").await?).map(Zeroizing::new)
}

/// Fills `random` for the Worker, and leaves no copy here.
fn draw(random: &mut [u8]) -> Result<Uint8Array, WorkerError> {
    getrandom::fill(random).map_err(|_| WorkerError::Unavailable)?;
    let drawn = Uint8Array::from(&*random);
    random.zeroize();
    Ok(drawn)
}

fn bytes(answer: JsValue) -> Result<Vec<u8>, WorkerError> {
    let answer: Uint8Array = answer.dyn_into().map_err(|_| WorkerError::Unavailable)?;
    Ok(answer.to_vec())
}

fn request(kind: &str) -> Object {
    let request = Object::new();
    set(&request, "kind", &JsValue::from_str(kind));
    request
}

fn set(request: &Object, name: &str, value: &JsValue) {
    // Setting a field of a fresh object cannot fail.
    let _ = Reflect::set(request, &JsValue::from_str(name), value);
}

/// Ends the Worker, and with it the memory in which it worked.
struct Ended(Worker);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// Sends one request to a fresh Worker and returns the field `wanted` of its answer.
async fn ask(
    script: &str,
    request: &Object,
    secret: &Uint8Array,
    wanted: &str,
) -> Result<JsValue, WorkerError> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script, &options)
        .map(Ended)
        .map_err(|_| WorkerError::Unavailable)?;
    let mut patience = None;
    let answer = either(&mut |answered, failed| {
        worker.0.set_onmessage(Some(&answered));
        worker.0.set_onmessageerror(Some(&failed));
        worker.0.set_onerror(Some(&failed));
        patience = Some(after(PATIENCE_MS, move || {
            let _ = failed.call0(&JsValue::UNDEFINED);
        }));
    });
    let sent = worker.0.post_message(request);
    // The Worker has a copy of its own by now.
    secret.fill(0, 0, secret.length());
    sent.map_err(|_| WorkerError::Unavailable)?;
    let answer = answer.await.map_err(|_| WorkerError::Unavailable)?;
    drop(patience);
    let answer = answer.unchecked_into::<MessageEvent>().data();
    field(&answer, wanted).ok_or_else(|| {
        match field(&answer, "error").and_then(|e| e.as_string()) {
            Some(error) if error == "memory" => WorkerError::Memory,
            Some(error) if error == "parameters" => WorkerError::Parameters,
            Some(error) if error == "not-age" => WorkerError::NotAge,
            Some(error) if error == "not-for-this-key" => WorkerError::NotForThisKey,
            Some(error) if error == "damaged" => WorkerError::Damaged,
            _ => WorkerError::Unavailable,
        }
    })
}

fn field(answer: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(answer, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined()).then_some(value)
}

#[cfg(test)]
mod browser_tests {
    use js_sys::Array;
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::{Blob, BlobPropertyBag, Url};

    use super::*;

    #[wasm_bindgen_test]
    async fn a_worker_that_does_not_load_is_reported() {
        // The test page serves no worker.
        assert_eq!(derive_key(b"a b c d", &[0; 16], 19, 2, 1).await, Err(WorkerError::Unavailable));
        assert_eq!(make_phrase().await, Err(WorkerError::Unavailable));
    }

    /// Asks a worker that answers with `answer`, in which `request` is what it was sent.
    async fn ask_one_that_answers(answer: &str) -> Result<JsValue, WorkerError> {
        let script = format!("onmessage = ({{ data: request }}) => postMessage({answer});");
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of1(&script.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).expect("a file");
        let url = Url::create_object_url_with_blob(&blob).expect("an address");
        let secret = Uint8Array::from(b"secret".as_slice());
        let request = request("derive");
        set(&request, "phrase", &secret);
        let answer = ask(&url, &request, &secret, "key").await;
        assert_eq!(secret.to_vec(), [0; 6], "the page keeps no copy of the secret");
        answer
    }

    #[wasm_bindgen_test]
    async fn the_worker_gets_the_request_and_its_answer_comes_back() {
        let answer = ask_one_that_answers("{ key: request.phrase }").await.expect("answers");
        assert_eq!(Uint8Array::from(answer).to_vec(), b"secret");
    }

    #[wasm_bindgen_test]
    async fn what_the_worker_reports_is_told_apart() {
        for (answer, error) in [
            ("{ error: 'memory' }", WorkerError::Memory),
            ("{ error: 'parameters' }", WorkerError::Parameters),
            ("{ error: 'not-age' }", WorkerError::NotAge),
            ("{ error: 'not-for-this-key' }", WorkerError::NotForThisKey),
            ("{ error: 'damaged' }", WorkerError::Damaged),
            ("{ error: 'anything else' }", WorkerError::Unavailable),
            ("{}", WorkerError::Unavailable),
            ("undefined", WorkerError::Unavailable),
            ("nothingOfThisName", WorkerError::Unavailable),
        ] {
            assert_eq!(ask_one_that_answers(answer).await, Err(error), "{answer}");
        }
    }
}
