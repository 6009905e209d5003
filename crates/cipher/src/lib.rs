//! XChaCha20-Poly1305 and ChaCha20-Poly1305 (RFC 8439), in place and with the tag apart.
//!
//! The ciphers are generic code: called from the app, which is compiled for size, they were five
//! times as slow. Behind plain functions of a crate of their own they are compiled for speed. It
//! draws no nonce and keeps no key.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, XChaCha20Poly1305};

/// A key of either cipher.
pub type Key = [u8; 32];
/// A nonce that is long enough to be drawn at random.
pub type LongNonce = [u8; 24];
/// A nonce that must never come twice under one key.
pub type Nonce = [u8; 12];
/// What proves that nothing was changed.
pub type Tag = [u8; 16];

/// The tag does not belong to these bytes, or there are more than 256 GiB of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the seal does not hold")]
pub struct Broken;

macro_rules! cipher {
    ($(#[$seal:meta])* $seal_name:ident, $(#[$open:meta])* $open_name:ident, $cipher:ty, $nonce:ty) => {
        $(#[$seal])*
        ///
        /// # Errors
        /// Fails only for more bytes than the cipher can seal under one nonce.
        #[inline(never)]
        pub fn $seal_name(key: &Key, nonce: &$nonce, aad: &[u8], text: &mut [u8]) -> Result<Tag, Broken> {
            <$cipher>::new(key.into())
                .encrypt_in_place_detached(nonce.into(), aad, text)
                .map(Into::into)
                .map_err(|_| Broken)
        }

        $(#[$open])*
        ///
        /// # Errors
        /// [`Broken`] when anything was changed; the bytes are as they were.
        #[inline(never)]
        pub fn $open_name(key: &Key, nonce: &$nonce, aad: &[u8], sealed: &mut [u8], tag: &Tag) -> Result<(), Broken> {
            <$cipher>::new(key.into())
                .decrypt_in_place_detached(nonce.into(), aad, sealed, tag.into())
                .map_err(|_| Broken)
        }
    };
}

cipher! {
    /// Seals a text in place under a nonce drawn for it, with XChaCha20-Poly1305.
    seal_long,
    /// Opens in place what [`seal_long`] sealed.
    open_long,
    XChaCha20Poly1305, LongNonce
}

cipher! {
    /// Seals a text in place under a nonce that never comes twice, with ChaCha20-Poly1305.
    seal,
    /// Opens in place what [`seal`] sealed.
    open,
    ChaCha20Poly1305, Nonce
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    const AAD: [u8; 12] = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];

    fn key() -> Key {
        std::array::from_fn(|place| 0x80 + place as u8)
    }

    /// RFC 8439, section 2.8.2.
    #[test]
    fn the_published_text_gets_its_published_seal() {
        let nonce = [7, 0, 0, 0, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47];
        let mut text = TEXT.to_vec();
        let tag = seal(&key(), &nonce, &AAD, &mut text).expect("short");
        assert_eq!(text[..8], [0xd3, 0x1a, 0x8d, 0x34, 0x64, 0x8e, 0x60, 0xdb]);
        assert_eq!(
            tag,
            [
                0x1a, 0xe1, 0x0b, 0x59, 0x4f, 0x09, 0xe2, 0x6a, 0x7e, 0x90, 0x2e, 0xcb, 0xd0, 0x60,
                0x06, 0x91
            ]
        );
        open(&key(), &nonce, &AAD, &mut text, &tag).expect("its own seal");
        assert_eq!(text, TEXT);
    }

    /// draft-irtf-cfrg-xchacha, appendix A.3.1.
    #[test]
    fn the_published_text_gets_its_published_long_seal() {
        let nonce = std::array::from_fn(|place| 0x40 + place as u8);
        let mut text = TEXT.to_vec();
        let tag = seal_long(&key(), &nonce, &AAD, &mut text).expect("short");
        assert_eq!(text[..8], [0xbd, 0x6d, 0x17, 0x9d, 0x3e, 0x83, 0xd4, 0x3b]);
        assert_eq!(
            tag,
            [
                0xc0, 0x87, 0x59, 0x24, 0xc1, 0xc7, 0x98, 0x79, 0x47, 0xde, 0xaf, 0xd8, 0x78, 0x0a,
                0xcf, 0x49
            ]
        );
        open_long(&key(), &nonce, &AAD, &mut text, &tag).expect("its own seal");
        assert_eq!(text, TEXT);
    }

    #[test]
    fn a_changed_text_label_or_tag_does_not_open_and_stays_as_it_was() {
        let mut sealed = TEXT.to_vec();
        let tag = seal_long(&key(), &[1; 24], &AAD, &mut sealed).expect("short");
        let mut changed = sealed.clone();
        changed[9] ^= 1;
        let before = changed.clone();
        assert_eq!(open_long(&key(), &[1; 24], &AAD, &mut changed, &tag), Err(Broken));
        assert_eq!(changed, before);
        assert_eq!(open_long(&key(), &[1; 24], &[], &mut sealed, &tag), Err(Broken));
        assert_eq!(open_long(&key(), &[1; 24], &AAD, &mut sealed, &[0; 16]), Err(Broken));
    }
}
