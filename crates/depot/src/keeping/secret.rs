//! Tokens and the codes of invitations: drawn, shown once, kept as SHA-256 only.
//!
//! It stores nothing.

use pluis_envelope::derive_hash;

/// Crockford's base 32: no letter that reads as a digit.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 26 letters of five bits hold 130 random bits.
pub const CODE_CHARACTERS: usize = 26;

/// The SHA-256 of a token or code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretHash(pub [u8; 32]);

/// Draws the code of an invitation.
///
/// # Errors
/// Fails when the system gives no randomness.
pub fn make_code() -> Result<String, getrandom::Error> {
    let mut bytes = [0; CODE_CHARACTERS];
    getrandom::fill(&mut bytes)?;
    // 256 is a multiple of 32, so every letter is as likely.
    let letters = bytes.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
    Ok(letters.map(|letter| char::from(*letter)).collect())
}

/// Returns the hash of a code as somebody typed or scanned it: case, hyphens and spaces are free.
#[must_use]
pub fn derive_code_hash(typed: &[u8]) -> Option<SecretHash> {
    let letters: Vec<u8> = typed
        .iter()
        .filter(|byte| !matches!(byte, b'-' | b' '))
        .map(u8::to_ascii_lowercase)
        .collect();
    let is_code = letters.len() == CODE_CHARACTERS && letters.iter().all(|c| LETTERS.contains(c));
    is_code.then(|| SecretHash(derive_hash(&letters)))
}

/// Returns the hash of a token: 64 lower-case hexadecimal digits.
#[must_use]
pub fn derive_token_hash(token: &str) -> Option<SecretHash> {
    parse_hex::<32>(token).map(|bytes| SecretHash(derive_hash(&bytes)))
}

/// Reads lower-case hexadecimal digits; there is one way to write each id.
#[must_use]
pub fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        for digit in pair {
            let value = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => return None,
            };
            *byte = *byte << 4 | value;
        }
    }
    Some(bytes)
}

/// Writes lower-case hexadecimal digits.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_the_same_however_it_is_typed() {
        let code = make_code().expect("randomness");
        let (front, back) = code.split_at(13);
        let typed = format!(" {}-{}", front.to_uppercase(), back);
        assert!(derive_code_hash(code.as_bytes()).is_some());
        assert_eq!(derive_code_hash(code.as_bytes()), derive_code_hash(typed.as_bytes()));
        assert_eq!(derive_code_hash(&code.as_bytes()[1..]), None);
        assert_eq!(derive_code_hash(&[b'u'; CODE_CHARACTERS]), None);
    }

    #[test]
    fn an_id_is_written_in_one_way_only() {
        assert_eq!(parse_hex::<2>("0aff"), Some([10, 255]));
        assert_eq!(to_hex(&[10, 255]), "0aff");
        for odd in ["0AFF", "0af", "0aff0", "0ag0", "0a f", "+aff", "é0a"] {
            assert_eq!(parse_hex::<2>(odd), None, "{odd}");
        }
    }
}
