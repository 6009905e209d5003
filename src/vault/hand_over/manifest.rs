//! The first part of a hand-over: lines that say what the others are. `sha256sum` reads the lines
//! of the sums, people the rest.
//!
//! It knows names and numbers, and no word of what was noted.

use pluis_envelope::derive_hash;

use super::HandOverProblem;
use crate::vault::key::hex;
use crate::vault::receiving::ReceivingKey;
use crate::vault::recovery::ALPHABET;

/// The first word of every manifest, before its version.
const MARK: &str = "pluis-hand-over ";
const VERSION: &str = "1";
const CHECK: &str = "check ";
/// Twelve characters carry 60 bits: enough that no other file is made to have the same.
const CODE_CHARACTERS: usize = 12;
const GROUP_CHARACTERS: usize = 4;

/// What a hand-over says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// When it was made.
    pub made_ms: i64,
    /// Minutes east of Greenwich at that place.
    pub offset_minutes: i16,
    /// In which function the sender works, in its stored form.
    pub from: String,
    /// The sender's receiving key, with which the proof is made.
    pub sender: ReceivingKey,
    /// The key that it is made for.
    pub receiver: ReceivingKey,
    /// The casus, by its id.
    pub casus: String,
    /// The child's name in full, when the sender gave it for this file alone; may be empty.
    pub child: String,
    /// The profile that the casus follows.
    pub profile_id: String,
    /// The version of that profile on the sender's device.
    pub profile_version: String,
    /// How many entries go along.
    pub entry_count: u32,
}

/// Writes the manifest over the other parts, and returns it with its check code.
pub(super) fn write(cover: &Cover, parts: &[super::zip::Part<'_>]) -> (String, String) {
    let mut text = String::from(MARK);
    let (receiver, sender) = (cover.receiver.to_string(), cover.sender.to_string());
    let lines = [
        ("", VERSION),
        ("made-ms ", &cover.made_ms.to_string()),
        ("offset-minutes ", &cover.offset_minutes.to_string()),
        ("from ", &cover.from),
        ("sender ", &sender),
        ("receiver ", &receiver),
        ("casus ", &cover.casus),
        ("child ", &cover.child),
        ("profile ", &cover.profile_id),
        ("profile-version ", &cover.profile_version),
        ("entries ", &cover.entry_count.to_string()),
    ];
    for (name, value) in lines {
        text.push_str(name);
        // A line break in a value would make a line of its own.
        text.extend(value.chars().filter(|letter| !letter.is_control()));
        text.push('\n');
    }
    for (name, bytes) in parts {
        text.push_str(&[&hex(&derive_hash(bytes)), "  ", name, "\n"].concat());
    }
    let code = check_code(&text);
    text.push_str(&[CHECK, &code, "\n"].concat());
    (text, code)
}

/// Reads what the manifest says; whether that is so is found by writing it again.
pub(super) fn read(text: &str) -> Result<Cover, HandOverProblem> {
    let mut lines = text.lines();
    let version = lines.next().and_then(|line| line.strip_prefix(MARK));
    match version.ok_or(HandOverProblem::NotAHandOver)?.parse::<u32>() {
        Ok(1) => {}
        Ok(2..) => return Err(HandOverProblem::NewerVersion),
        _ => return Err(HandOverProblem::Damaged),
    }
    read_cover(&mut lines).ok_or(HandOverProblem::Damaged)
}

fn read_cover<'text>(lines: &mut impl Iterator<Item = &'text str>) -> Option<Cover> {
    let mut value = |name: &str| lines.next()?.strip_prefix(name);
    Some(Cover {
        made_ms: value("made-ms ")?.parse().ok()?,
        offset_minutes: value("offset-minutes ")?.parse().ok()?,
        from: value("from ")?.to_owned(),
        sender: ReceivingKey::parse(value("sender ")?)?,
        receiver: ReceivingKey::parse(value("receiver ")?)?,
        casus: value("casus ")?.to_owned(),
        child: value("child ")?.to_owned(),
        profile_id: value("profile ")?.to_owned(),
        profile_version: value("profile-version ")?.to_owned(),
        entry_count: value("entries ")?.parse().ok()?,
    })
}

/// Derives the letters and digits by which two people find that they hold the same file.
fn check_code(text: &str) -> String {
    let hash = derive_hash(text.as_bytes());
    let bits = hash.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let symbols = (1..=CODE_CHARACTERS).map(|place| (bits >> (64 - 5 * place) & 31) as usize);
    let mut code = String::with_capacity(CODE_CHARACTERS + 2);
    for (place, symbol) in symbols.enumerate() {
        if place > 0 && place % GROUP_CHARACTERS == 0 {
            code.push('-');
        }
        code.extend(ALPHABET.get(symbol).map(|letter| char::from(*letter)));
    }
    code
}
