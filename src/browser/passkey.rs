//! Passkeys: asks the device for one, and for the secret that it makes of a salt (the `prf`
//! extension of WebAuthn).
//!
//! It does not store anything and does not know what the secret opens. The user is always
//! verified, by finger, face or code of the device; an answer that does not say so is no answer.
//! web-sys has no names for the extension, so everything is called by name.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use zeroize::Zeroizing;

use super::outcome::{exception_name, promised};
use super::page::window;

/// Why a passkey was not made or gave no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyError {
    /// The browser or the passkey cannot make secrets.
    #[error("passkeys cannot make secrets here")]
    Unsupported,
    /// The user declined, took too long, or was not verified.
    #[error("the passkey was not given")]
    NotGiven,
    /// The device failed for a reason that it does not tell.
    #[error("the passkey failed")]
    Failed,
}

/// A passkey to ask for, and what it makes its secret from.
pub struct Wanted<'a> {
    /// What the authenticator calls it.
    pub credential: &'a [u8],
    /// What the secret is made from.
    pub salt: &'a [u8],
}

/// What a passkey gave.
pub struct Given {
    /// Which passkey was used.
    pub credential: Vec<u8>,
    /// Its secret, of whatever length.
    pub secret: Zeroizing<Vec<u8>>,
}

/// The bit of the authenticator's answer that says that the user was verified.
const USER_VERIFIED: u8 = 4;
/// Where the flags stand in the authenticator's answer, after the hash of the address.
const FLAGS_AT: u32 = 32;
/// ECDSA and RSA with SHA-256, which all authenticators know between them.
const ALGORITHMS: [i32; 2] = [-7, -257];

/// Returns whether the browser knows passkeys at all.
pub fn is_available() -> bool {
    credentials().is_some()
}

/// Asks the device for a new passkey, and returns what it is called; none of `known` is given.
///
/// # Errors
/// [`PasskeyError::Unsupported`] when the new one makes no secrets; it is of no use then.
pub async fn make(known: &[&[u8]]) -> Result<Vec<u8>, PasskeyError> {
    let answer = ask("create", &creation(known).map_err(|_| PasskeyError::Failed)?).await?;
    let extensions = extensions(&answer)?;
    let is_enabled = field(&field(&extensions, "prf"), "enabled").is_truthy();
    if !is_enabled {
        return Err(PasskeyError::Unsupported);
    }
    Ok(bytes(&field(&answer, "rawId")))
}

/// Asks for one of these passkeys, and for what it makes of its salt.
///
/// # Errors
/// [`PasskeyError::Unsupported`] when it makes no secret; [`PasskeyError::NotGiven`] also when
/// the user was not verified.
pub async fn open(wanted: &[Wanted<'_>]) -> Result<Given, PasskeyError> {
    let answer = ask("get", &request(wanted).map_err(|_| PasskeyError::Failed)?).await?;
    let data = field(&field(&answer, "response"), "authenticatorData");
    let flags = Uint8Array::new(&data).get_index(FLAGS_AT);
    if flags & USER_VERIFIED == 0 {
        return Err(PasskeyError::NotGiven);
    }
    let results = field(&field(&extensions(&answer)?, "prf"), "results");
    let secret = field(&results, "first");
    if secret.is_undefined() {
        return Err(PasskeyError::Unsupported);
    }
    let credential = bytes(&field(&answer, "rawId"));
    Ok(Given { credential, secret: Zeroizing::new(bytes(&secret)) })
}

fn credentials() -> Option<Object> {
    let credentials = field(&window().navigator(), "credentials");
    // The container may be there without the kind of credentials that is meant.
    let kind = field(&window(), "PublicKeyCredential");
    (!kind.is_undefined()).then(|| credentials.dyn_into().ok()).flatten()
}

async fn ask(method: &str, public_key: &Object) -> Result<JsValue, PasskeyError> {
    let credentials = credentials().ok_or(PasskeyError::Unsupported)?;
    let ask: Function =
        field(&credentials, method).dyn_into().map_err(|_| PasskeyError::Unsupported)?;
    let options = object(&[("publicKey", public_key.into())]).map_err(|_| PasskeyError::Failed)?;
    let promise = ask.call1(&credentials, &options).map(JsCast::unchecked_into::<Promise>);
    let answer =
        promised(promise).await.map_err(|exception| match exception_name(&exception).as_str() {
            "NotAllowedError" | "AbortError" => PasskeyError::NotGiven,
            "NotSupportedError" | "SecurityError" => PasskeyError::Unsupported,
            _ => PasskeyError::Failed,
        })?;
    if answer.is_null() { Err(PasskeyError::NotGiven) } else { Ok(answer) }
}

fn extensions(answer: &JsValue) -> Result<JsValue, PasskeyError> {
    let ask: Function = field(answer, "getClientExtensionResults")
        .dyn_into()
        .map_err(|_| PasskeyError::Unsupported)?;
    ask.call0(answer).map_err(|_| PasskeyError::Failed)
}

fn creation(known: &[&[u8]]) -> Result<Object, JsValue> {
    let name = JsValue::from_str("Pluis");
    let user = object(&[
        ("id", random(16)?.into()),
        ("name", name.clone()),
        ("displayName", name.clone()),
    ])?;
    let kinds = ALGORITHMS
        .map(|number| object(&[("type", "public-key".into()), ("alg", number.into())]))
        .into_iter()
        .collect::<Result<Array, _>>()?;
    let selection =
        object(&[("userVerification", "required".into()), ("residentKey", "preferred".into())])?;
    object(&[
        ("rp", object(&[("name", name)])?.into()),
        ("user", user.into()),
        ("challenge", random(32)?.into()),
        ("pubKeyCredParams", kinds.into()),
        ("authenticatorSelection", selection.into()),
        ("excludeCredentials", descriptors(known.iter().copied())?.into()),
        ("extensions", object(&[("prf", Object::new().into())])?.into()),
    ])
}

fn request(wanted: &[Wanted<'_>]) -> Result<Object, JsValue> {
    let salts = Object::new();
    for Wanted { credential, salt } in wanted {
        let salt = object(&[("first", Uint8Array::from(*salt).into())])?;
        Reflect::set(&salts, &base64_url(credential).into(), &salt)?;
    }
    let prf = object(&[("evalByCredential", salts.into())])?;
    let known = descriptors(wanted.iter().map(|wanted| wanted.credential))?;
    object(&[
        // Nobody checks the signature: what opens the vault is the secret.
        ("challenge", random(32)?.into()),
        ("allowCredentials", known.into()),
        ("userVerification", "required".into()),
        ("extensions", object(&[("prf", prf.into())])?.into()),
    ])
}

fn descriptors<'a>(credentials: impl Iterator<Item = &'a [u8]>) -> Result<Array, JsValue> {
    credentials
        .map(|id| object(&[("type", "public-key".into()), ("id", Uint8Array::from(id).into())]))
        .collect()
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object)
}

/// Returns a field of an answer; undefined when there is none, also of undefined itself.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

fn random(count: usize) -> Result<Uint8Array, JsValue> {
    let mut bytes = vec![0; count];
    getrandom::fill(&mut bytes).map_err(|_| JsValue::UNDEFINED)?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// Returns the form in which the extension names a passkey.
fn base64_url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let whole = (0..3).fold(0_u32, |whole, place| {
            whole << 8 | u32::from(chunk.get(place).copied().unwrap_or_default())
        });
        for place in 0..=chunk.len() {
            let letter = whole >> (18 - 6 * place) & 63;
            text.extend(LETTERS.get(letter as usize).map(|letter| char::from(*letter)));
        }
    }
    text
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn names_of_passkeys_are_written_as_the_extension_wants() {
        // RFC 4648, section 10, without its filling, and the two letters of the safe form.
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff], "-_8"),
        ] {
            assert_eq!(base64_url(bytes), text);
        }
    }

    #[wasm_bindgen_test]
    fn a_missing_field_of_an_answer_is_undefined() {
        assert!(field(&field(&JsValue::UNDEFINED, "prf"), "results").is_undefined());
        assert!(field(&Object::new(), "prf").is_undefined());
    }
}
