//! A device as the depot sees it: ids, a token, and a chain that it makes. It seals nothing.

use std::io;

use pluis_depot::keeping::secret::to_hex;
use pluis_envelope::{ChainHash, DeviceId, Envelope, Header, Kind, SIZES, TAG_BYTES, VaultId};

use crate::wire::{Answer, Wire};

/// Numbers that are the same in every run with the same seed (splitmix64).
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.roll() as u8)
    }
}

/// A device with its chain.
#[derive(Debug, Clone)]
pub struct Device {
    pub vault: VaultId,
    pub device: DeviceId,
    pub token: String,
    /// The last place that was made.
    pub seq: u64,
    /// What the next place points back to.
    pub previous: ChainHash,
    /// What it makes.
    pub kind: Kind,
    pub dice: Dice,
}

impl Device {
    /// Makes the first device of a vault.
    pub fn first(seed: u64) -> Self {
        let mut dice = Dice(seed);
        Self::of(VaultId(dice.bytes()), &mut dice)
    }

    /// Makes somebody else who leaves something for the same vault.
    pub fn sender(&self, seed: u64) -> Self {
        Self { kind: Kind::Letter, ..self.sibling(seed) }
    }

    /// Makes another device of the same vault.
    pub fn sibling(&self, seed: u64) -> Self {
        Self::of(self.vault, &mut Dice(seed))
    }

    fn of(vault: VaultId, dice: &mut Dice) -> Self {
        let (device, token) = (DeviceId(dice.bytes()), to_hex(&dice.bytes::<32>()));
        let kind = Kind::Event;
        Self { vault, device, token, seq: 0, previous: [0; 32], kind, dice: dice.clone() }
    }

    pub fn header(&self) -> Header {
        Header {
            kind: self.kind,
            vault: self.vault,
            device: self.device,
            seq: self.seq + 1,
            previous: self.previous,
            epoch: 1,
            nonce: [7; 24],
        }
    }

    /// Makes the next envelope of the chain, in one of the eight sizes.
    pub fn make(&mut self, size: usize) -> Envelope {
        let mut sealed = vec![0; SIZES[size] + TAG_BYTES];
        let dice = &mut self.dice;
        sealed.chunks_mut(8).for_each(|part| {
            part.copy_from_slice(&dice.roll().to_be_bytes()[..part.len()]);
        });
        let envelope = Envelope::build(self.header(), &sealed).expect("a permitted size");
        self.seq += 1;
        self.previous = envelope.derive_chain_hash();
        envelope
    }

    pub fn ask(&self, wire: &mut Wire, line: &str, headers: &str, body: &[u8]) -> Answer {
        self.try_to_ask(wire, line, headers, body).expect("an answer")
    }

    pub fn try_to_ask(
        &self,
        wire: &mut Wire,
        line: &str,
        headers: &str,
        body: &[u8],
    ) -> io::Result<Answer> {
        let (verb, path) = line.split_once(' ').expect("a verb and a path");
        let headers = format!("authorization: Bearer {}\r\n{headers}", self.token);
        wire.ask(&format!("{verb} /depot/v1/{}{path}", to_hex(&self.vault.0)), &headers, body)
    }

    pub fn put(&self, wire: &mut Wire, envelope: &Envelope) -> u16 {
        self.try_to_put(wire, envelope).expect("an answer")
    }

    pub fn try_to_put(&self, wire: &mut Wire, envelope: &Envelope) -> io::Result<u16> {
        let line = format!("PUT {}", place(envelope));
        let answer = self.try_to_ask(wire, &line, "if-none-match: *\r\n", envelope.bytes())?;
        Ok(answer.status)
    }

    pub fn erase(&self, wire: &mut Wire, tombstone: &Envelope) -> Answer {
        self.ask(wire, &format!("DELETE {}", place(tombstone)), "", tombstone.bytes())
    }

    pub fn redeem(&self, wire: &mut Wire, code: &str) -> u16 {
        let body = [self.vault.0.as_slice(), &self.device.0, code.as_bytes()].concat();
        let token = format!("authorization: Bearer {}\r\n", self.token);
        wire.ask("POST /depot/v1/redeem", &token, &body).expect("an answer").status
    }

    /// Returns the heads: device, place, hash, erasures.
    pub fn heads(&self, wire: &mut Wire) -> Vec<(DeviceId, u64, ChainHash, u64)> {
        self.heads_of(wire, "GET /heads")
    }

    /// Returns the heads that a request asks for.
    pub fn heads_of(&self, wire: &mut Wire, line: &str) -> Vec<(DeviceId, u64, ChainHash, u64)> {
        let answer = self.ask(wire, line, "", b"");
        assert_eq!(answer.status, 200);
        let (heads, rest) = answer.body.as_chunks::<64>();
        assert!(rest.is_empty());
        let number = |bytes: &[u8]| u64::from_be_bytes(bytes.try_into().expect("8 bytes"));
        let head = |head: &[u8; 64]| {
            let device = DeviceId(head[..16].try_into().expect("16 bytes"));
            let hash = head[24..56].try_into().expect("32 bytes");
            (device, number(&head[16..24]), hash, number(&head[56..]))
        };
        heads.iter().map(head).collect()
    }

    /// Lists a chain from its beginning to its end.
    pub fn pull(&self, wire: &mut Wire, device: DeviceId) -> Vec<Envelope> {
        let mut all: Vec<Envelope> = Vec::new();
        loop {
            let after = all.last().map_or(0, |envelope| envelope.header().seq);
            let line = format!("GET /{}?after={after}&max=200", to_hex(&device.0));
            let answer = self.ask(wire, &line, "", b"");
            assert_eq!(answer.status, 200);
            if answer.body.is_empty() {
                return all;
            }
            all.extend(split(&answer.body));
        }
    }
}

/// Makes the tombstone of an envelope.
pub fn tombstone(of: &Envelope) -> Envelope {
    let header = Header { kind: Kind::Tombstone, ..*of.header() };
    Envelope::build(header, &[0xdd; 512 + TAG_BYTES]).expect("a permitted size")
}

/// Cuts a listing into envelopes; each states its own length.
pub fn split(mut bytes: &[u8]) -> Vec<Envelope> {
    let mut all = Vec::new();
    while let Some(stated) = bytes.get(108..112) {
        let size = u32::from_be_bytes(stated.try_into().expect("4 bytes")) as usize;
        let (envelope, rest) = bytes.split_at(112 + size + TAG_BYTES);
        all.push(Envelope::parse(envelope).expect("an envelope"));
        bytes = rest;
    }
    assert!(bytes.is_empty());
    all
}

/// Returns the address of an envelope below its vault.
pub fn place(envelope: &Envelope) -> String {
    format!("/{}/{}", to_hex(&envelope.header().device.0), envelope.header().seq)
}
