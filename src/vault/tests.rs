//! Claims about a vault as a whole: what opens it, and what no longer opens.

use pluis_envelope::{Envelope, HEADER_BYTES, Header, Kind, SIZES, TAG_BYTES, VaultId};

use super::*;

fn stretched(byte: u8) -> StretchedKey {
    StretchedKey::new([byte; 32])
}

fn standard() -> Stretching {
    Stretching::make_standard().expect("randomness")
}

fn made() -> (UnlockedVault, Vec<u8>) {
    let (vault, record) = make_vault(standard(), &stretched(1)).expect("a vault");
    (vault, record.into_bytes())
}

fn event(seq: u64) -> Place {
    Place { kind: Kind::Event, seq, previous: [seq as u8; 32] }
}

#[test]
fn the_phrase_opens_what_it_sealed() {
    let (vault, record) = made();
    let envelope = vault.seal(event(1), b"geheim").expect("seals");
    let locked = LockedVault::parse(&record).expect("parses");
    let opened = locked.open(&stretched(1)).expect("opens");
    assert_eq!(opened.device(), vault.device());
    assert_eq!(opened.open(&envelope).expect("opens").as_slice(), b"geheim");
}

#[test]
fn another_phrase_opens_nothing() {
    let (_, record) = made();
    let locked = LockedVault::parse(&record).expect("parses");
    assert_eq!(locked.open(&stretched(2)).err(), Some(VaultError::CannotOpen));
}

#[test]
fn the_recovery_code_opens_what_the_phrase_sealed() {
    let (vault, record) = made();
    let envelope = vault.seal(event(1), b"geheim").expect("seals");
    let code = RecoveryCode::make().expect("randomness");
    let locked = LockedVault::parse(&record).expect("parses");
    assert_eq!(locked.open_with_recovery(&code).err(), Some(VaultError::NoSuchWayIn));
    let record = vault.set_recovery(&record, &code).expect("adds").into_bytes();
    let locked = LockedVault::parse(&record).expect("parses");
    let opened = locked.open_with_recovery(&code).expect("opens");
    assert_eq!(opened.device(), vault.device());
    assert_eq!(opened.open(&envelope).expect("opens").as_slice(), b"geheim");
    assert!(locked.open(&stretched(1)).is_ok());
    let other = RecoveryCode::make().expect("randomness");
    assert_eq!(locked.open_with_recovery(&other).err(), Some(VaultError::CannotOpen));
}

#[test]
fn a_new_recovery_code_or_phrase_ends_the_one_before() {
    let (vault, record) = made();
    let codes = [0; 2].map(|_| RecoveryCode::make().expect("randomness"));
    let record = vault.set_recovery(&record, &codes[0]).expect("adds").into_bytes();
    let record = vault.set_recovery(&record, &codes[1]).expect("replaces").into_bytes();
    let record = vault.set_phrase(&record, standard(), &stretched(2)).expect("replaces");
    let locked = LockedVault::parse(&record.into_bytes()).expect("parses");
    assert_eq!(locked.open_with_recovery(&codes[0]).err(), Some(VaultError::CannotOpen));
    assert!(locked.open_with_recovery(&codes[1]).is_ok());
    assert_eq!(locked.open(&stretched(1)).err(), Some(VaultError::CannotOpen));
    assert!(locked.open(&stretched(2)).is_ok());
}

#[test]
fn a_backup_opens_with_the_recovery_code_alone() {
    let (vault, record) = made();
    assert_eq!(vault.recovery_record(&record).err(), Some(VaultError::NoSuchWayIn));
    let code = RecoveryCode::make().expect("randomness");
    let record = vault.set_recovery(&record, &code).expect("adds").into_bytes();
    let copy = vault.recovery_record(&record).expect("takes").into_bytes();
    let locked = LockedVault::parse(&copy).expect("parses");
    assert_eq!(locked.stretching(), None);
    assert_eq!(locked.open(&stretched(1)).err(), Some(VaultError::NoSuchWayIn));
    let opened = locked.open_with_recovery(&code).expect("opens");
    let record = opened.set_phrase(&copy, standard(), &stretched(3)).expect("adds").into_bytes();
    assert!(LockedVault::parse(&record).is_ok_and(|locked| locked.open(&stretched(3)).is_ok()));
}

#[test]
fn the_ways_in_of_another_vault_are_not_changed() {
    let ((vault, _), (_, foreign)) = (made(), made());
    let code = RecoveryCode::make().expect("randomness");
    assert_eq!(vault.set_recovery(&foreign, &code).err(), Some(VaultError::CannotOpen));
}

#[test]
fn a_changed_byte_in_the_slots_keeps_the_vault_shut() {
    let (vault, record) = made();
    let code = RecoveryCode::make().expect("randomness");
    let record = vault.set_recovery(&record, &code).expect("adds").into_bytes();
    for place in 0..record.len() {
        for change in [1, 0x80, 0xff] {
            let mut bytes = record.clone();
            bytes[place] ^= change;
            let opened = LockedVault::parse(&bytes).and_then(|locked| locked.open(&stretched(1)));
            assert!(opened.is_err(), "byte {place} ^ {change}");
            let opened =
                LockedVault::parse(&bytes).and_then(|locked| locked.open_with_recovery(&code));
            assert!(opened.is_err(), "byte {place} ^ {change}");
        }
    }
    for length in 0..record.len() {
        assert!(LockedVault::parse(&record[..length]).is_err(), "{length}");
    }
}

#[test]
fn costs_out_of_bounds_are_refused_before_they_are_paid() {
    let tried = |m_kib, t, p| {
        let stretching = Stretching { salt: [0; 16], m_kib, t, p };
        make_vault(stretching, &stretched(1)).map(|_| ()).err()
    };
    assert_eq!(tried(19 * 1024, 2, 1), None);
    assert_eq!(tried(256 * 1024, 10, 4), None);
    let out_of_bounds = [
        (19 * 1024 - 1, 3, 1),
        (256 * 1024 + 1, 3, 1),
        (u32::MAX, 3, 1),
        (65_536, 1, 1),
        (65_536, 11, 1),
        (65_536, 3, 0),
        (65_536, 3, 5),
    ];
    for (m_kib, t, p) in out_of_bounds {
        assert_eq!(tried(m_kib, t, p), Some(VaultError::ParametersRefused), "{m_kib} {t} {p}");
    }
}

#[test]
fn content_of_every_length_comes_back_whole() {
    let (vault, _) = made();
    let lengths = [0, 1, 23, 24, 255, 256, 507, 508, 1019, 1020, 65_528, CONTENT_MAX_BYTES];
    for length in lengths {
        // Content that ends in zeros shows whether the filling is told apart from it.
        let mut content = vec![7; length];
        if let Some(last) = content.last_mut() {
            *last = 0;
        }
        let envelope = vault.seal(event(1), &content).expect("seals");
        assert_eq!(vault.open(&envelope).expect("opens").as_slice(), content, "{length}");
        assert!(SIZES.contains(&(envelope.sealed().len() - TAG_BYTES)));
    }
    assert_eq!(vault.seal(event(1), &[7; 507]).expect("seals").sealed().len(), 512 + TAG_BYTES);
    assert_eq!(vault.seal(event(1), &[7; 508]).expect("seals").sealed().len(), 1024 + TAG_BYTES);
}

#[test]
fn content_that_is_too_long_says_by_how_much() {
    let (vault, _) = made();
    let max_bytes = CONTENT_MAX_BYTES;
    assert_eq!(
        vault.seal(event(1), &vec![7; max_bytes + 9]),
        Err(VaultError::ContentTooLong { bytes: max_bytes + 9, max_bytes })
    );
}

#[test]
fn a_flipped_byte_does_not_open() {
    let (vault, _) = made();
    for seq in 1..=200 {
        let bytes = vault.seal(event(seq), b"geheim").expect("seals").into_bytes();
        // Each envelope has an eighth of its bytes flipped in turn; together they cover every byte.
        for place in (seq as usize % 8..bytes.len()).step_by(8) {
            let mut bytes = bytes.clone();
            bytes[place] ^= 1 << (seq / 8 % 8);
            assert!(vault.open_bytes(&bytes).is_err(), "byte {place}");
        }
    }
}

#[test]
fn a_swapped_header_does_not_open() {
    let (vault, _) = made();
    let one = vault.seal(event(1), b"geheim").expect("seals");
    let two = vault.seal(event(2), b"geheim").expect("seals");
    let (one_header, two_header) = (*one.header(), *two.header());
    let swapped = [
        Header { kind: Kind::Tombstone, ..one_header },
        Header { vault: VaultId([0; 16]), ..one_header },
        Header { device: pluis_envelope::DeviceId([0; 16]), ..one_header },
        Header { seq: two_header.seq, ..one_header },
        Header { previous: two_header.previous, ..one_header },
        Header { epoch: 2, ..one_header },
        Header { nonce: two_header.nonce, ..one_header },
        two_header,
    ];
    for header in swapped {
        let envelope = Envelope::build(header, one.sealed()).expect("well-formed");
        assert_eq!(vault.open(&envelope).err(), Some(VaultError::CannotOpen), "{header:?}");
    }
}

#[test]
fn another_vault_opens_nothing() {
    let (vault, _) = made();
    let (other, _) = made();
    let envelope = vault.seal(event(1), b"geheim").expect("seals");
    assert_eq!(other.open(&envelope).err(), Some(VaultError::CannotOpen));
    let header = Header { vault: id_of(&other), ..*envelope.header() };
    let moved = Envelope::build(header, envelope.sealed()).expect("well-formed");
    assert_eq!(other.open(&moved).err(), Some(VaultError::CannotOpen));
}

fn id_of(vault: &UnlockedVault) -> VaultId {
    vault.seal(event(1), b"").expect("seals").header().vault
}

#[test]
fn what_a_newer_version_wrote_says_so() {
    let (vault, _) = made();
    let mut bytes = vault.seal(event(1), b"geheim").expect("seals").into_bytes();
    bytes[4] = 2;
    assert_eq!(vault.open_bytes(&bytes).err(), Some(VaultError::NewerVersion));
}

#[test]
fn the_same_content_is_never_sealed_alike() {
    let (vault, _) = made();
    let one = vault.seal(event(1), b"geheim").expect("seals");
    let two = vault.seal(event(1), b"geheim").expect("seals");
    assert_ne!(one.header().nonce, two.header().nonce);
    assert_ne!(one.bytes()[HEADER_BYTES..], two.bytes()[HEADER_BYTES..]);
}

#[test]
fn a_draft_opens_under_its_own_name_only() {
    let (vault, _) = made();
    let draft = vault.seal_draft("notitie", "half af 🙂".as_bytes()).expect("seals").into_bytes();
    let opened = vault.open_draft("notitie", &draft).expect("opens");
    assert_eq!(opened.as_slice(), "half af 🙂".as_bytes());
    assert_eq!(vault.open_draft("signaal", &draft).err(), Some(VaultError::CannotOpen));
    let entry = vault.seal(event(0), b"half").expect("seals").into_bytes();
    assert_eq!(vault.open_draft("notitie", &entry).err(), Some(VaultError::CannotOpen));
}

#[test]
fn a_vault_of_the_first_format_opens() {
    let slots = include_bytes!("testdata/1-slots.bin");
    let envelope = include_bytes!("testdata/1-envelope.bin");
    let draft = include_bytes!("testdata/1-draft.bin");
    let locked = LockedVault::parse(slots).expect("parses");
    let expected = Stretching { salt: *b"0123456789abcdef", m_kib: 65_536, t: 3, p: 1 };
    assert_eq!(locked.stretching(), Some(&expected));
    let vault = locked.open(&stretched(7)).expect("opens");
    let (envelope, content) = vault.open_bytes(envelope).expect("opens");
    assert_eq!((envelope.header().kind, envelope.header().seq), (Kind::Event, 5));
    assert_eq!(content.as_slice(), "één notitie 🙂".as_bytes());
    assert_eq!(vault.open_draft("notitie", draft).expect("opens").as_slice(), b"half af");
}

#[test]
fn a_vault_with_every_way_in_opens() {
    let locked = LockedVault::parse(include_bytes!("testdata/2-slots.bin")).expect("parses");
    let code = RecoveryCode::parse("07EN-W3AH-RZ6D-MV29-GQY5-CKT1-8F71").expect("reads");
    let secret = PasskeySecret::new(&[9; 32]).expect("32 bytes");
    let passkey =
        Passkey { credential: vec![8; 16], name: "mijn telefoon".to_owned(), salt: [6; 32] };
    assert_eq!(locked.passkeys().collect::<Vec<_>>(), [&passkey]);
    let opened = [
        locked.open(&stretched(7)),
        locked.open_with_recovery(&code),
        locked.open_with_passkey(&passkey.credential, &secret),
    ];
    for vault in opened.map(|vault| vault.expect("opens")) {
        let keyring = include_bytes!("testdata/2-keyring.bin");
        assert_eq!(vault.check_keyring(Some(keyring)), Ok(KeyringCheck::Whole));
        let captured = vault.open_captured(include_bytes!("testdata/2-captured.bin"));
        assert_eq!(captured.expect("opens").as_slice(), "één notitie 🙂".as_bytes());
    }
}
