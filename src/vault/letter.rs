//! Letters: what a colleague leaves in a vault's mailbox at a depot, over as many envelopes as it
//! needs. What a letter says is the session's business.
//!
//! Each part is sealed by itself to the receiver's key (HPKE) and bound to its place in the
//! sender's chain. The whole is proven like a hand-over, by what both keys agree on, so that nobody
//! who merely may leave something can pose as a colleague.
//!
//! ```text
//! part: id of the letter 16, number 2, how many 2, piece      letter: sender 32, proof 32, content
//! ```
//!
//! Defends against: a depot that reads, changes, moves or swaps parts; another who leaves letters
//! in a colleague's name. Does not defend against: a depot that throws letters away, which the
//! receipt shows by staying out; one that counts letters and guesses their length to a size.

use pluis_envelope::{
    ChainHash, DeviceId, ENVELOPE_MAX_BYTES, Envelope, HEADER_BYTES, Header, Kind, TAG_BYTES,
    VaultId,
};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::hpke;
use super::key::{Key, derive_info, make_bytes};
use super::receiving::{Proof, ReceivingKey};
use super::sealed::{FRAME_MAX_BYTES, UnlockedVault, pad_beside, unpad};

const LETTER: &str = "letter";
const PROVEN: &[u8] = b"pluis-letter 1\n";
/// The key that HPKE encapsulates, before the ciphertext.
const ENCAPSULATED_BYTES: usize = 32;
const PART_HEAD_BYTES: usize = 16 + 2 + 2;
/// The longest piece: what fills the longest envelope.
const PIECE_MAX_BYTES: usize = ENVELOPE_MAX_BYTES
    - HEADER_BYTES
    - TAG_BYTES
    - ENCAPSULATED_BYTES
    - FRAME_MAX_BYTES
    - PART_HEAD_BYTES;
/// The most parts of a letter; a hand-over is far shorter.
const PARTS_MAX: usize = 160;

/// Where a letter is left: after what in whose chain of which vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterPlace {
    /// The receiver's vault.
    pub vault: VaultId,
    /// The sender's way in there.
    pub device: DeviceId,
    /// The place of its first part.
    pub seq: u64,
    /// What the first part points back to.
    pub previous: ChainHash,
}

/// Where one part lay, which a tombstone must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartPlace {
    /// Whose chain.
    pub device: DeviceId,
    /// Its place there.
    pub seq: u64,
    /// What it points back to.
    pub previous: ChainHash,
    /// What the next one points back to.
    pub hash: ChainHash,
}

/// A letter that was sealed to this vault, by the key that is proven to have sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The sender's key.
    pub sender: ReceivingKey,
    /// What it says.
    pub content: Zeroizing<Vec<u8>>,
}

/// What lay in a mailbox, from the first part to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where its parts lie.
    pub places: Vec<PartPlace>,
    /// The letter; nothing for what is left of one that was begun and not ended, or half erased.
    pub letter: Option<Result<Letter, VaultError>>,
}

/// A letter of which not all parts were seen yet.
struct Begun {
    id: [u8; 16],
    count: usize,
    places: Vec<PartPlace>,
    message: Zeroizing<Vec<u8>>,
}

/// One part, opened.
struct Part {
    id: [u8; 16],
    number: usize,
    count: usize,
    piece: Zeroizing<Vec<u8>>,
}

impl UnlockedVault {
    /// Seals a letter to a colleague's key, for the end of this sender's chain.
    ///
    /// # Errors
    /// [`VaultError::ContentTooLong`]; [`VaultError::CannotOpen`] for a key that agrees on nothing.
    pub fn seal_letter(
        &self,
        place: LetterPlace,
        receiver: &ReceivingKey,
        content: &[u8],
    ) -> Result<Vec<Envelope>, VaultError> {
        let proof = self.prove_to(receiver, &proven(content))?;
        let sender = self.receiving_key().bytes();
        let message = Zeroizing::new([&sender, &proof, content].concat());
        let pieces: Vec<&[u8]> = message.chunks(PIECE_MAX_BYTES).collect();
        let max_bytes = PARTS_MAX * PIECE_MAX_BYTES;
        if pieces.len() > PARTS_MAX {
            return Err(VaultError::ContentTooLong { bytes: content.len(), max_bytes });
        }
        let (id, count) = (make_bytes::<16>()?, short(pieces.len()));
        let (mut envelopes, mut at) = (Vec::with_capacity(pieces.len()), place);
        for (number, piece) in (0..).zip(pieces) {
            let head: [&[u8]; 3] = [&id, &short(number), &count];
            let part = Zeroizing::new([&head.concat(), piece].concat());
            let envelope = seal_part(at, receiver, &part)?;
            at = LetterPlace { seq: at.seq + 1, previous: envelope.derive_chain_hash(), ..at };
            envelopes.push(envelope);
        }
        Ok(envelopes)
    }

    /// Reads what lies in one sender's chain, in order. A last letter that is still being left is
    /// not among what is returned.
    pub fn read_letters(&self, chain: &[Envelope]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut begun: Option<Begun> = None;
        for envelope in chain {
            let place = place_of(envelope);
            if envelope.header().kind != Kind::Letter {
                found.extend(begun.take().map(Begun::given_up));
                continue;
            }
            match (self.open_part(envelope), &mut begun) {
                (Ok(part), Some(letter)) if letter.goes_on_with(&part) => letter.add(part, place),
                (Ok(part), _) if part.number == 0 => {
                    found.extend(begun.replace(Begun::with(part, place)).map(Begun::given_up));
                }
                (opened, _) => {
                    found.extend(begun.take().map(Begun::given_up));
                    let letter = opened.err().map(Err);
                    found.push(Found { places: vec![place], letter });
                }
            }
            if let Some(letter) = begun.take_if(|letter| letter.places.len() == letter.count) {
                let (places, message) = (letter.places, letter.message);
                found.push(Found { places, letter: Some(self.open_message(&message)) });
            }
        }
        found
    }

    fn open_part(&self, envelope: &Envelope) -> Result<Part, VaultError> {
        if envelope.header().vault != self.id() {
            return Err(VaultError::CannotOpen);
        }
        let sealed = envelope.sealed().split_first_chunk::<ENCAPSULATED_BYTES>();
        let (encapsulated, sealed) = sealed.ok_or(VaultError::CannotOpen)?;
        let (info, aad) = (derive_info(LETTER, self.id()), envelope.header_bytes());
        let secret = self.receiving_secret();
        let opened = unpad(hpke::open(&secret, encapsulated, &info, aad, sealed)?)?;
        Part::read(&opened).ok_or(VaultError::NewerVersion)
    }

    fn open_message(&self, message: &[u8]) -> Result<Letter, VaultError> {
        let parts = message.split_first_chunk::<32>().and_then(|(sender, rest)| {
            let (proof, content) = rest.split_first_chunk()?;
            Some((ReceivingKey::new(*sender), proof, content))
        });
        let (sender, proof, content): (_, &Proof, _) = parts.ok_or(VaultError::CannotOpen)?;
        if !self.is_proven(&sender, &proven(content), proof) {
            return Err(VaultError::CannotOpen);
        }
        Ok(Letter { sender, content: Zeroizing::new(content.to_vec()) })
    }
}

impl Part {
    fn read(opened: &[u8]) -> Option<Self> {
        let (id, rest) = opened.split_first_chunk()?;
        let (number, rest) = rest.split_first_chunk()?;
        let (count, piece) = rest.split_first_chunk()?;
        let (number, count) = (u16::from_be_bytes(*number), u16::from_be_bytes(*count));
        let (number, count) = (usize::from(number), usize::from(count));
        let piece = Zeroizing::new(piece.to_vec());
        (number < count && count <= PARTS_MAX).then_some(Self { id: *id, number, count, piece })
    }
}

impl Begun {
    fn with(part: Part, place: PartPlace) -> Self {
        Self { id: part.id, count: part.count, places: vec![place], message: part.piece }
    }

    fn goes_on_with(&self, part: &Part) -> bool {
        (part.id, part.count, part.number) == (self.id, self.count, self.places.len())
    }

    fn add(&mut self, part: Part, place: PartPlace) {
        // A new room and the old one wiped: growing would leave a copy behind.
        self.message = Zeroizing::new([self.message.as_slice(), &part.piece].concat());
        self.places.push(place);
    }

    fn given_up(self) -> Found {
        Found { places: self.places, letter: None }
    }
}

fn seal_part(
    place: LetterPlace,
    receiver: &ReceivingKey,
    part: &[u8],
) -> Result<Envelope, VaultError> {
    let ephemeral = Key::make()?;
    let encapsulated = hpke::derive_public(&ephemeral);
    let header = Header {
        kind: Kind::Letter,
        vault: place.vault,
        device: place.device,
        seq: place.seq,
        previous: place.previous,
        epoch: 0,
        nonce: [0; 24],
    };
    let mut text = pad_beside(part, ENCAPSULATED_BYTES)?;
    let (info, aad) =
        (derive_info(LETTER, place.vault), header.to_bytes(text.len() + ENCAPSULATED_BYTES));
    hpke::seal(&ephemeral, &encapsulated, &receiver.bytes(), &info, &aad, &mut text)?;
    let sealed = [encapsulated.as_slice(), &text].concat();
    Envelope::build(header, &sealed).map_err(|_| VaultError::CannotOpen)
}

fn place_of(envelope: &Envelope) -> PartPlace {
    let header = envelope.header();
    let hash = envelope.derive_chain_hash();
    PartPlace { device: header.device, seq: header.seq, previous: header.previous, hash }
}

/// What a proof is made over: no manifest of a hand-over begins like this.
fn proven(content: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([PROVEN, content].concat())
}

fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use pluis_envelope::SIZES;

    use super::*;

    fn vault(number: u8) -> UnlockedVault {
        let id = VaultId([number; 16]);
        UnlockedVault::new(Key::new([number; 32]), id, DeviceId([9; 16]), 1)
    }

    fn place(receiver: &UnlockedVault) -> LetterPlace {
        let device = DeviceId([7; 16]);
        LetterPlace { vault: receiver.id(), device, seq: 1, previous: [0; 32] }
    }

    fn letters(found: &[Found]) -> Vec<Option<Result<&[u8], VaultError>>> {
        found
            .iter()
            .map(|found| {
                found.letter.as_ref().map(|letter| {
                    letter.as_ref().map(|letter| letter.content.as_slice()).map_err(|it| *it)
                })
            })
            .collect()
    }

    #[test]
    fn letters_of_every_length_arrive_in_their_order() {
        let (sender, receiver) = (vault(1), vault(2));
        let contents = [0, 1, 400, 65_000, 65_536, 200_000].map(|bytes| vec![7_u8; bytes]);
        let mut chain: Vec<Envelope> = Vec::new();
        for content in &contents {
            let previous = chain.last().map_or([0; 32], Envelope::derive_chain_hash);
            let seq = chain.len() as u64 + 1;
            let place = LetterPlace { seq, previous, ..place(&receiver) };
            let sealed = sender.seal_letter(place, &receiver.receiving_key(), content);
            chain.extend(sealed.expect("seals"));
        }
        for (seq, envelope) in (1..).zip(&chain) {
            assert_eq!(envelope.header().seq, seq);
            assert!(SIZES.contains(&(envelope.sealed().len() - TAG_BYTES)));
        }
        let found = receiver.read_letters(&chain);
        let expected: Vec<_> = contents.iter().map(|content| Some(Ok(&content[..]))).collect();
        assert_eq!(letters(&found), expected);
        let senders = found.iter().flat_map(|found| found.letter.as_ref()?.as_ref().ok());
        assert!(senders.clone().count() == 6);
        assert!(senders.into_iter().all(|letter| letter.sender == sender.receiving_key()));
        let places: Vec<u64> = found.iter().flat_map(|it| &it.places).map(|it| it.seq).collect();
        assert_eq!(places, (1..=chain.len() as u64).collect::<Vec<_>>());
    }

    #[test]
    fn a_letter_opens_for_its_receiver_in_its_place_alone() {
        let (sender, receiver, third) = (vault(1), vault(2), vault(3));
        let key = receiver.receiving_key();
        let sealed = sender.seal_letter(place(&receiver), &key, b"Een feit").expect("seals");
        let refused = [Some(Err(VaultError::CannotOpen))];
        assert_eq!(letters(&third.read_letters(&sealed)), refused);
        for at in 0..sealed[0].bytes().len() {
            let mut bytes = sealed[0].bytes().to_vec();
            bytes[at] ^= 1;
            let Ok(changed) = Envelope::parse(&bytes) else { continue };
            assert_eq!(letters(&receiver.read_letters(&[changed])), refused, "{at}");
        }
    }

    #[test]
    fn who_may_leave_something_cannot_pose_as_another() {
        let (colleague, stranger, receiver) = (vault(1), vault(3), vault(2));
        let key = receiver.receiving_key();
        let proof = stranger.prove_to(&key, &proven(b"Een feit")).expect("agrees");
        let posed = [&colleague.receiving_key().bytes(), &proof, b"Een feit".as_slice()].concat();
        assert_eq!(receiver.open_message(&posed), Err(VaultError::CannotOpen));
        assert_eq!(receiver.open_message(&posed[..63]), Err(VaultError::CannotOpen));
    }

    #[test]
    fn a_letter_that_was_begun_twice_counts_once() {
        let (sender, receiver) = (vault(1), vault(2));
        let key = receiver.receiving_key();
        let long = vec![5; 150_000];
        let mut chain = sender.seal_letter(place(&receiver), &key, &long).expect("seals");
        chain.truncate(2);
        // Still under way: nothing to tell yet.
        assert_eq!(receiver.read_letters(&chain), []);
        let previous = chain[1].derive_chain_hash();
        let again = LetterPlace { seq: 3, previous, ..place(&receiver) };
        chain.extend(sender.seal_letter(again, &key, &long).expect("seals"));
        let found = receiver.read_letters(&chain);
        assert_eq!(letters(&found), [None, Some(Ok(&long[..]))]);
        assert_eq!(found[0].places.len(), 2);
        // Erasing came no further than the first part of the last one.
        assert_eq!(letters(&receiver.read_letters(&chain[3..])), [None, None]);
    }
}
