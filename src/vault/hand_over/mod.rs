//! The inside of a hand-over: what an age file to a colleague's key holds.
//!
//! It is a plain zip file, so that the ordinary `age` program and any file manager lay everything
//! bare when Pluis is not at hand: a manifest, a page to read, the entries for another Pluis, and
//! the proof of who made it. What page and entries say is the session's business.
//!
//! Defends against: a file that was changed, cut, or put together of others, because the manifest
//! holds the sum of each part and the proof is over the manifest; a sender who is another than the
//! key says; a file that its receiver passes on as if it were made for somebody else, because the
//! proof is bound to both keys.
//!
//! Does not defend against: a sender who invents what is noted; a receiver who makes such a file
//! for themselves (see [`super::receiving`] for why there is no signature).

mod manifest;
#[cfg(test)]
mod tests;
mod zip;

use zeroize::Zeroizing;

use super::receiving::Proof;
use super::sealed::UnlockedVault;

pub use manifest::Cover;

const MANIFEST: &str = "manifest.txt";
const PAGE: &str = "overdracht.html";
const ENTRIES: &str = "notities.cbor";
const PROOF: &str = "bewijs.bin";

/// The most bytes that a hand-over may have, sealed or open; a whole logboek is far smaller.
pub const HAND_OVER_MAX_BYTES: u64 = 8 << 20;
/// The most that is packed: what can be made can always be opened.
const PACKED_MAX_BYTES: usize = 4 << 20;

/// Why a hand-over is not taken in; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandOverProblem {
    /// It is no hand-over of Pluis.
    #[error("not a hand-over")]
    NotAHandOver,
    /// A newer version of the app made it.
    #[error("a newer version is needed")]
    NewerVersion,
    /// It is not as it was made.
    #[error("the hand-over is damaged")]
    Damaged,
    /// It was made for another key than this vault's.
    #[error("made for another key")]
    ForAnother,
    /// The sender's key did not make it.
    #[error("the sender is not proven")]
    NotProven,
    /// It is larger than any hand-over can be.
    #[error("{0} bytes are too many for a hand-over")]
    TooLarge(u64),
}

/// A hand-over that is ready to be sealed with age.
pub struct Packed {
    /// The plaintext for age.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What the receiver reads back to the sender.
    pub check_code: String,
}

/// A hand-over that was opened and is as its sender made it.
pub struct Unpacked {
    /// What it says of itself.
    pub cover: Cover,
    /// The page to read, in HTML.
    pub page: Zeroizing<Vec<u8>>,
    /// The entries, in the session's form.
    pub entries: Zeroizing<Vec<u8>>,
    /// What is read back to the sender.
    pub check_code: String,
}

impl UnlockedVault {
    /// Packs page and entries under a cover whose sender is this vault.
    ///
    /// # Errors
    /// [`HandOverProblem::TooLarge`], and [`HandOverProblem::NotProven`] for a receiver's key that
    /// agrees on nothing.
    pub fn pack(
        &self,
        cover: &Cover,
        page: &[u8],
        entries: &[u8],
    ) -> Result<Packed, HandOverProblem> {
        let parts = [(PAGE, page), (ENTRIES, entries)];
        let (manifest, check_code) = manifest::write(cover, &parts);
        let proof = self.prove_to(&cover.receiver, manifest.as_bytes());
        let proof = proof.map_err(|_| HandOverProblem::NotProven)?;
        let bytes = Zeroizing::new(assemble(&manifest, parts, &proof));
        if bytes.len() > PACKED_MAX_BYTES {
            return Err(HandOverProblem::TooLarge(bytes.len() as u64));
        }
        Ok(Packed { bytes, check_code })
    }

    /// Reads what age opened, and believes it only when every part is as its sender made it for
    /// this vault.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn unpack(&self, bytes: &[u8]) -> Result<Unpacked, HandOverProblem> {
        if bytes.len() as u64 > HAND_OVER_MAX_BYTES {
            return Err(HandOverProblem::TooLarge(bytes.len() as u64));
        }
        let parts = zip::read(bytes);
        let find = |wanted| {
            let part = parts.iter().find(|(name, _)| *name == wanted);
            part.map(|(_, bytes)| *bytes)
        };
        let manifest = find(MANIFEST).ok_or(HandOverProblem::NotAHandOver)?;
        let manifest = str::from_utf8(manifest).map_err(|_| HandOverProblem::Damaged)?;
        let cover = manifest::read(manifest)?;
        let missing = HandOverProblem::Damaged;
        let (page, entries) = (find(PAGE).ok_or(missing)?, find(ENTRIES).ok_or(missing)?);
        let proof: &Proof = find(PROOF).and_then(|proof| proof.try_into().ok()).ok_or(missing)?;
        let parts = [(PAGE, page), (ENTRIES, entries)];
        let (written, check_code) = manifest::write(&cover, &parts);
        if written != manifest || assemble(manifest, parts, proof) != bytes {
            return Err(HandOverProblem::Damaged);
        }
        if cover.receiver != self.receiving_key() {
            return Err(HandOverProblem::ForAnother);
        }
        if !self.is_proven(&cover.sender, manifest.as_bytes(), proof) {
            return Err(HandOverProblem::NotProven);
        }
        let owned = |part: &[u8]| Zeroizing::new(part.to_vec());
        Ok(Unpacked { page: owned(page), entries: owned(entries), cover, check_code })
    }
}

fn assemble(manifest: &str, [page, entries]: [zip::Part<'_>; 2], proof: &Proof) -> Vec<u8> {
    zip::write(&[(MANIFEST, manifest.as_bytes()), page, entries, (PROOF, proof)])
}
