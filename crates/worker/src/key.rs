//! From a phrase to a key, by Argon2id. It chooses no costs; it only refuses senseless ones.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use crate::error::WorkerError;
use crate::phrase::normalise;

/// The most memory that is tried: more is no vault of ours.
const M_MAX_KIB: u32 = 256 * 1024;
const T_MAX: u32 = 10;
const P_MAX: u32 = 4;

/// Derives 32 bytes from a phrase with Argon2id, version 1.3; `m_kib`, `t` and `p` are its costs.
///
/// # Errors
/// Tells costs that make no sense from memory that cannot be had.
pub fn derive_key(
    phrase: &str,
    salt: &[u8],
    m_kib: u32,
    t: u32,
    p: u32,
) -> Result<Zeroizing<[u8; 32]>, WorkerError> {
    if m_kib > M_MAX_KIB || t > T_MAX || p > P_MAX {
        return Err(WorkerError::Parameters);
    }
    let params = Params::new(m_kib, t, p, Some(32)).map_err(|_| WorkerError::Parameters)?;
    // Asked for by itself, so that a phone without the room gives an answer and not a crash.
    let mut memory = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| WorkerError::Memory)?;
    memory.resize(params.block_count(), Block::default());
    let phrase = normalise(phrase);
    let mut key = Zeroizing::new([0; 32]);
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(phrase.as_bytes(), salt, key.as_mut_slice(), &mut memory);
    memory.zeroize();
    derived.map_err(|_| WorkerError::Parameters)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argon2id_gives_the_published_tag() {
        // RFC 9106, section 5.3.
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).expect("short"))
            .build()
            .expect("valid");
        let mut tag = [0; 32];
        Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params)
            .expect("a short secret")
            .hash_password_into(&[1; 32], &[2; 16], &mut tag)
            .expect("derives");
        let expected = [
            0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b,
            0x53, 0xc9, 0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9,
            0x6b, 0x01, 0xe6, 0x59,
        ];
        assert_eq!(tag, expected);
    }

    #[test]
    fn the_same_words_give_the_same_key_and_others_another() {
        let derive = |phrase| derive_key(phrase, &[1; 16], 64, 2, 1).expect("derives");
        assert_eq!(*derive("appel fiets café"), *derive("  Appel  FIETS cafe\u{301} "));
        assert_ne!(*derive("appel fiets café"), *derive("appel fiets cafe"));
    }

    #[test]
    fn senseless_costs_are_refused_before_memory_is_taken() {
        for (m_kib, t, p) in [(u32::MAX, 3, 1), (64, 0, 1), (64, 11, 1), (64, 3, 0), (64, 3, 5)] {
            let refused = derive_key("appel", &[1; 16], m_kib, t, p);
            assert_eq!(refused.err(), Some(WorkerError::Parameters), "{m_kib} {t} {p}");
        }
        assert_eq!(derive_key("appel", &[1; 3], 64, 3, 1).err(), Some(WorkerError::Parameters));
    }
}
