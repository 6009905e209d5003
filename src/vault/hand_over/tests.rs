//! Claims about the inside of a hand-over, between vaults whose keys are known.

use pluis_envelope::{DeviceId, VaultId};

use super::*;
use crate::vault::key::Key;

const ENTRIES_OF_TEST: &[u8] = &[0x82, 0x01, 0x80];
const PAGE_OF_TEST: &[u8] = b"<!doctype html><title>Uittreksel</title>";
/// What the first version wrote; it must be opened for ever.
const FROZEN: &[u8] = include_bytes!("../testdata/1-hand-over.zip");

fn vault(number: u8) -> UnlockedVault {
    let id = VaultId([number; 16]);
    UnlockedVault::new(Key::new([number; 32]), id, DeviceId([9; 16]), 1)
}

fn cover(from: &UnlockedVault, to: &UnlockedVault) -> Cover {
    Cover {
        made_ms: 1_790_000_000_000,
        offset_minutes: 120,
        from: "teacher".to_owned(),
        sender: from.receiving_key(),
        receiver: to.receiving_key(),
        casus: "07".repeat(16),
        child: "Één kind".to_owned(),
        profile_id: "kms".to_owned(),
        profile_version: "2026".to_owned(),
        entry_count: 0,
    }
}

fn packed() -> Packed {
    let (from, to) = (vault(1), vault(2));
    from.pack(&cover(&from, &to), PAGE_OF_TEST, ENTRIES_OF_TEST).expect("packs")
}

fn problem(bytes: &[u8]) -> Option<HandOverProblem> {
    vault(2).unpack(bytes).err()
}

#[test]
fn what_was_packed_is_unpacked_by_its_receiver_alone() {
    let packed = packed();
    let unpacked = vault(2).unpack(&packed.bytes).expect("is whole");
    assert_eq!(unpacked.cover, cover(&vault(1), &vault(2)));
    assert_eq!(unpacked.page.as_slice(), PAGE_OF_TEST);
    assert_eq!(unpacked.entries.as_slice(), ENTRIES_OF_TEST);
    assert_eq!(unpacked.check_code, packed.check_code);
    assert_eq!(vault(3).unpack(&packed.bytes).err(), Some(HandOverProblem::ForAnother));
    assert_eq!(vault(1).unpack(&packed.bytes).err(), Some(HandOverProblem::ForAnother));
}

#[test]
fn the_form_of_the_first_version_does_not_change() {
    assert_eq!(packed().bytes.as_slice(), FROZEN);
    let manifest = zip::read(FROZEN)[0];
    let text = str::from_utf8(manifest.1).expect("a text");
    assert_eq!(manifest.0, "manifest.txt");
    assert!(text.starts_with("pluis-hand-over 1\nmade-ms 1790000000000\noffset-minutes 120\n"));
    assert_eq!(text.lines().last(), Some(&*["check ", &packed().check_code].concat()));
    assert_eq!(packed().check_code.len(), 14);
}

#[test]
fn every_changed_byte_and_every_cut_is_noticed() {
    let file = packed().bytes;
    for place in 0..file.len() {
        let mut changed = file.to_vec();
        changed[place] ^= 1;
        assert!(problem(&changed).is_some(), "byte {place}");
        assert!(problem(&file[..place]).is_some(), "cut at {place}");
    }
    assert_eq!(problem(&[file.as_slice(), b"x"].concat()), Some(HandOverProblem::Damaged));
}

#[test]
fn whoever_poses_as_another_is_not_believed() {
    let (victim, forger, receiver) = (vault(1), vault(3), vault(2));
    let cover = cover(&victim, &receiver);
    let parts = [(PAGE, PAGE_OF_TEST), (ENTRIES, ENTRIES_OF_TEST)];
    let (manifest, _) = manifest::write(&cover, &parts);
    let proof = forger.prove_to(&cover.receiver, manifest.as_bytes()).expect("agrees");
    let forged = assemble(&manifest, parts, &proof);
    assert_eq!(problem(&forged), Some(HandOverProblem::NotProven));
}

#[test]
fn a_value_cannot_make_a_line_of_its_own() {
    let (from, to) = (vault(1), vault(2));
    let child = "Een\nentries 9\r".to_owned();
    let cover = Cover { child, ..cover(&from, &to) };
    let packed = from.pack(&cover, PAGE_OF_TEST, ENTRIES_OF_TEST).expect("packs");
    let unpacked = to.unpack(&packed.bytes).expect("is whole");
    assert_eq!((&*unpacked.cover.child, unpacked.cover.entry_count), ("Eenentries 9", 0));
}

#[test]
fn what_is_too_large_is_not_made() {
    let (from, to) = (vault(1), vault(2));
    let page = vec![b'x'; PACKED_MAX_BYTES];
    let refused = from.pack(&cover(&from, &to), &page, ENTRIES_OF_TEST).err();
    assert!(matches!(refused, Some(HandOverProblem::TooLarge(_))));
}
