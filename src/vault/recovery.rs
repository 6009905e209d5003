//! The recovery code: 130 random bits as letters and digits on paper, that open the vault by
//! themselves. It is never stored, and it knows nothing about how a slot is kept.
//!
//! 26 characters of Crockford's base 32 carry the bits; two more make the whole a word of a
//! Reed-Solomon code over GF(32). Any one or two wrong characters, and so any two that changed
//! places, are told from a wrong code before a key is derived.

use hkdf::Hkdf;
use pluis_envelope::VaultId;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::error::VaultError;
use super::key::{Key, RECOVERY, RETURN, derive_info, make_bytes};

/// Crockford's base 32: no I, L, O or U.
pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_CHARACTERS: usize = 26;
const CHECK_CHARACTERS: usize = 2;
/// How many characters a recovery code has.
pub const CODE_CHARACTERS: usize = SECRET_CHARACTERS + CHECK_CHARACTERS;
/// How many characters stand together on paper.
const GROUP_CHARACTERS: usize = 4;

/// A recovery code. Dropping it wipes it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode {
    // INVARIANT: each is below 32.
    secret: [u8; SECRET_CHARACTERS],
}

impl RecoveryCode {
    /// Draws a code at random.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make() -> Result<Self, VaultError> {
        let mut secret: [u8; SECRET_CHARACTERS] = make_bytes()?;
        // 32 divides 256, so every character stays equally likely.
        secret.iter_mut().for_each(|symbol| *symbol &= 31);
        Ok(Self { secret })
    }

    /// Reads a code as somebody typed it: capitals, spaces and hyphens do not matter, O is 0, and
    /// I and L are 1.
    ///
    /// # Errors
    /// [`VaultError::CodeLength`] when characters are missing or too many;
    /// [`VaultError::CodeMistyped`] when one is wrong.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let mut symbols = Zeroizing::new([0; CODE_CHARACTERS]);
        let mut characters = 0;
        for character in typed.chars().filter(|character| character.is_alphanumeric()) {
            let symbol = symbol_of(character).ok_or(VaultError::CodeMistyped)?;
            if let Some(place) = symbols.get_mut(characters) {
                *place = symbol;
            }
            characters += 1;
        }
        if characters != CODE_CHARACTERS {
            return Err(VaultError::CodeLength { characters });
        }
        if syndrome(1, symbols.as_slice()) != 0 || syndrome(2, symbols.as_slice()) != 0 {
            return Err(VaultError::CodeMistyped);
        }
        let secret = symbols.first_chunk().ok_or(VaultError::CodeMistyped)?;
        Ok(Self { secret: *secret })
    }

    /// Returns the code as it stands on paper: seven groups of four.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(2 * CODE_CHARACTERS));
        let check = check_characters(&self.secret);
        for (place, symbol) in self.secret.iter().chain(&check).enumerate() {
            if place > 0 && place % GROUP_CHARACTERS == 0 {
                text.push('-');
            }
            text.extend(ALPHABET.get(usize::from(*symbol)).map(|letter| char::from(*letter)));
        }
        text
    }

    /// Derives the key that wraps the key of one vault.
    pub(super) fn derive_key(&self, vault: VaultId) -> Key {
        Key::new(*self.derive(&derive_info(RECOVERY, vault)))
    }

    /// Derives the secret by which a depot finds the way back that was left there. It opens nothing.
    pub fn derive_return(&self) -> Zeroizing<[u8; 32]> {
        self.derive(RETURN)
    }

    /// Derives what a depot has of that secret: its SHA-256.
    pub fn derive_return_hash(&self) -> [u8; 32] {
        Sha256::digest(self.derive_return()).into()
    }

    #[expect(clippy::expect_used, reason = "nobody asks for more than 32 bytes")]
    fn derive(&self, info: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut out = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.secret)
            .expand(info, out.as_mut_slice())
            .expect("32 bytes are few enough");
        out
    }
}

/// Redacts: a code never reaches a log.
impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RecoveryCode(..)")
    }
}

fn symbol_of(character: char) -> Option<u8> {
    let letter = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// Multiplies by the generator of GF(32), whose polynomial is x^5 + x^2 + 1.
const fn double(symbol: u8) -> u8 {
    let doubled = symbol << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

fn multiply(symbol: u8, by: u8) -> u8 {
    let mut power = symbol;
    let mut product = 0;
    for bit in 0..5 {
        if by >> bit & 1 == 1 {
            product ^= power;
        }
        power = double(power);
    }
    product
}

/// Evaluates the word as a polynomial at the generator to this power; zero for a whole word.
fn syndrome(power: u8, symbols: &[u8]) -> u8 {
    let point = (0..power).fold(1, |point, _| double(point));
    symbols.iter().fold(0, |value, symbol| multiply(value, point) ^ symbol)
}

/// Returns the two characters that make the word whole: the remainder after dividing by
/// (x + 2)(x + 4) = x^2 + 6x + 8.
fn check_characters(secret: &[u8; SECRET_CHARACTERS]) -> [u8; CHECK_CHARACTERS] {
    secret.iter().fold([0, 0], |[high, low], symbol| {
        let carry = high ^ symbol;
        [low ^ multiply(carry, 6), multiply(carry, 8)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> RecoveryCode {
        RecoveryCode { secret: std::array::from_fn(|place| (place * 7 % 32) as u8) }
    }

    fn made() -> Zeroizing<String> {
        RecoveryCode::make().expect("randomness").text()
    }

    #[test]
    fn the_written_form_and_the_key_are_pinned() {
        assert_eq!(*code().text(), "07EN-W3AH-RZ6D-MV29-GQY5-CKT1-8F71");
        let key = code().derive_key(VaultId([0xa7; 16]));
        assert_eq!(key.bytes()[..4], [0x20, 0x30, 0x22, 0xbb]);
        assert_eq!(code().derive_return()[..4], [0x97, 0xb6, 0xbf, 0xda]);
        assert_eq!(code().derive_return_hash()[..4], [0x91, 0xfb, 0xc4, 0x8f]);
    }

    #[test]
    fn a_code_reads_back_however_it_was_typed() {
        for _ in 0..100 {
            let code = RecoveryCode::make().expect("randomness");
            let text = code.text();
            let spaced = text.replace('-', " \u{2013} ").to_lowercase();
            let letters = text.replace('0', "o").replace('1', "l");
            for typed in [text.as_str(), &spaced, &letters, &letters.replace('l', "I")] {
                assert_eq!(RecoveryCode::parse(typed).as_ref(), Ok(&code), "{typed}");
            }
        }
    }

    #[test]
    fn one_wrong_character_is_always_told() {
        let text = made();
        for (place, right) in text.char_indices().filter(|(_, character)| *character != '-') {
            for wrong in ALPHABET.iter().map(|letter| char::from(*letter)) {
                let mut typed = text.to_string();
                typed.replace_range(place..=place, wrong.encode_utf8(&mut [0; 4]));
                assert_eq!(RecoveryCode::parse(&typed).is_ok(), wrong == right, "{typed}");
            }
        }
    }

    #[test]
    fn two_characters_that_changed_places_are_always_told() {
        let letters: Vec<char> = made().chars().filter(|letter| *letter != '-').collect();
        for one in 0..letters.len() {
            for other in 0..one {
                let mut typed = letters.clone();
                typed.swap(one, other);
                let typed: String = typed.into_iter().collect();
                let is_same = letters[one] == letters[other];
                assert_eq!(RecoveryCode::parse(&typed).is_ok(), is_same, "{typed}");
            }
        }
    }

    #[test]
    fn two_wrong_characters_are_always_told() {
        let whole: Vec<u8> = made().chars().filter_map(symbol_of).collect();
        for (one, other) in [(0, 1), (0, 27), (3, 20), (25, 26), (26, 27)] {
            for errors in 1..32 * 32_u32 {
                let mut symbols = whole.clone();
                symbols[one] ^= (errors % 32) as u8;
                symbols[other] ^= (errors / 32) as u8;
                assert!(syndrome(1, &symbols) != 0 || syndrome(2, &symbols) != 0);
            }
        }
    }

    #[test]
    fn missing_and_foreign_characters_are_told_apart() {
        let text = made();
        let length = |typed: &str| RecoveryCode::parse(typed).err();
        assert_eq!(length(""), Some(VaultError::CodeLength { characters: 0 }));
        assert_eq!(length(&text[..30]), Some(VaultError::CodeLength { characters: 24 }));
        let longer = format!("{}7", *text);
        assert_eq!(length(&longer), Some(VaultError::CodeLength { characters: 29 }));
        assert_eq!(length(&text.replace('-', "U")), Some(VaultError::CodeMistyped));
        assert_eq!(length("één"), Some(VaultError::CodeMistyped));
    }

    #[test]
    fn every_character_of_a_drawn_code_can_be_any() {
        let codes: Vec<_> = (0..1000).flat_map(|_| RecoveryCode::make()).collect();
        for place in 0..SECRET_CHARACTERS {
            let mut seen = [false; 32];
            codes.iter().for_each(|code| seen[usize::from(code.secret[place])] = true);
            assert!(seen.iter().all(|seen| *seen), "{place}");
        }
    }

    #[test]
    fn a_code_does_not_print_itself() {
        assert_eq!(format!("{:?}", code()), "RecoveryCode(..)");
    }
}
