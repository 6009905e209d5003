//! Age files against the rest of the world: the published test vectors, and the ordinary `age`
//! program both ways. Both come from outside the tree; `cargo xtask test` sets them up.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use base64ct::{Base64, Encoding};
use pluis_worker::WorkerError;
use pluis_worker::age::{ENCRYPT_RANDOM_BYTES, decrypt, derive_recipient, encrypt, make_identity};
use sha2::{Digest, Sha256};

/// Vectors for other kinds of keys than ours.
const OTHER_KEYS: [&str; 2] = ["scrypt", "hybrid"];

/// One published file with what must come of it.
struct Vector {
    expected: String,
    payload: Option<String>,
    identities: Vec<String>,
    file: Vec<u8>,
}

/// Reads the vectors out of the package `cctv-age`, which carries each as base64 in a script.
fn vectors() -> BTreeMap<String, Vector> {
    let path = env::var("PLUIS_AGE_VECTORS").unwrap_or_default();
    let script = fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("no vectors at “{path}”: name index.js of cctv-age in PLUIS_AGE_VECTORS")
    });
    let lines = script.lines().filter_map(|line| line.strip_prefix("var "));
    lines
        .filter_map(|line| line.split_once("_default = __toBinary(\""))
        .map(|(name, rest)| (name.to_owned(), vector(rest.split('"').next().unwrap_or_default())))
        .collect()
}

fn vector(base64: &str) -> Vector {
    let bytes = Base64::decode_vec(base64).expect("base64");
    let end = bytes.windows(2).position(|pair| pair == b"\n\n").expect("a head");
    let head = str::from_utf8(&bytes[..end]).expect("a head of text");
    let all = |key: &str| -> Vec<String> {
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(name, _)| *name == key).map(|(_, value)| value.to_owned()).collect()
    };
    let mut file = bytes[end + 2..].to_vec();
    if all("compressed") == ["zlib"] {
        file = miniz_oxide::inflate::decompress_to_vec_zlib(&file).expect("compressed");
    }
    Vector {
        expected: all("expect").remove(0),
        payload: all("payload").pop(),
        identities: all("identity"),
        file,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says what came of a vector in the words of the vectors.
fn outcome(vector: &Vector) -> Vec<String> {
    let word = |identity: &String| match decrypt(&vector.file, identity) {
        Ok(plaintext) => {
            assert_eq!(Some(hex(&Sha256::digest(&*plaintext))), vector.payload);
            "success"
        }
        Err(WorkerError::NotAge) => "header failure, armor failure",
        Err(WorkerError::NotForThisKey) => "no match",
        Err(WorkerError::Damaged) => "HMAC failure, payload failure",
        Err(WorkerError::Memory | WorkerError::Parameters | WorkerError::NoCode) => "parameters",
    };
    vector.identities.iter().map(|identity| word(identity).to_owned()).collect()
}

#[test]
fn published_files_come_to_what_was_published() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, mut vector) in vectors() {
        let is_other = OTHER_KEYS.iter().any(|kind| name.contains(kind));
        if is_other && name != "scrypt_and_x25519" && name != "hybrid_x25519_arg" {
            continue;
        }
        count += 1;
        vector.identities.retain(|identity| !identity.contains("-PQ-"));
        if vector.identities.is_empty() {
            // What is no file at all needs no key of its own.
            vector.identities.push(make_identity(&[1; 32]).expect("an identity").to_string());
        }
        let found = outcome(&vector);
        // With two keys one opens it, and for the other it is not.
        if !found.iter().any(|words| words.split(", ").any(|word| word == vector.expected)) {
            wrong.push(format!("{name}: {} and not {found:?}", vector.expected));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(count >= 100, "only {count} vectors");
}

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("pluis-{}-{name}", process::id()));
    fs::create_dir_all(&folder).expect("a writable folder");
    folder
}

/// Runs the ordinary program and returns what it says.
fn age(program: &str, arguments: &[&str], folder: &Path, input: &[u8]) -> Vec<u8> {
    let file = folder.join("input");
    fs::write(&file, input).expect("written");
    let answer = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(fs::File::open(&file).expect("written before"))
        .output()
        .unwrap_or_else(|_| panic!("{program} is missing: install it, e.g. apt-get install age"));
    assert!(answer.status.success(), "{program} {arguments:?}");
    answer.stdout
}

/// As long as a photo, with a chunk that is not full at the end.
fn long_text() -> Vec<u8> {
    "Zij zei: “ik wil niet naar huis”. 🙂\n".repeat(9_000).into_bytes()
}

#[test]
fn the_age_program_opens_what_is_sealed_here() {
    let folder = folder("age-out");
    let identity = make_identity(&[9; 32]).expect("an identity");
    fs::write(folder.join("key.txt"), identity.as_bytes()).expect("written");
    let recipient = derive_recipient(&identity).expect("a recipient");
    let told = age("age-keygen", &["-y", "key.txt"], &folder, b"");
    assert_eq!(String::from_utf8_lossy(&told).trim(), recipient);
    for plaintext in [Vec::new(), b"een feit".to_vec(), vec![0; 65_536], long_text()] {
        let file = encrypt(&plaintext, &recipient, &[3; ENCRYPT_RANDOM_BYTES]).expect("seals");
        assert_eq!(age("age", &["--decrypt", "-i", "key.txt"], &folder, &file), plaintext);
    }
    fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn what_the_age_program_sealed_opens_here() {
    let folder = folder("age-in");
    let made = age("age-keygen", &[], &folder, b"");
    let made = String::from_utf8(made).expect("text");
    let identity = made.lines().find(|line| line.starts_with("AGE-SECRET-KEY-1")).expect("a key");
    let recipient = derive_recipient(identity).expect("a recipient");
    assert!(made.contains(&recipient));
    for plaintext in [Vec::new(), b"een feit".to_vec(), vec![0; 65_536], long_text()] {
        for form in [vec![], vec!["--armor"]] {
            let arguments = [&["--encrypt", "-r", &recipient], form.as_slice()].concat();
            let file = age("age", &arguments, &folder, &plaintext);
            let opened = decrypt(&file, identity).expect("opens");
            assert_eq!(opened.as_slice(), plaintext, "{arguments:?}");
        }
    }
    fs::remove_dir_all(folder).expect("removed");
}
