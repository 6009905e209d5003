//! Claims about forms that are half filled in.

use super::*;
use crate::domain::casus::record::FilledField;
use crate::domain::id::CasusId;
use crate::domain::logboek::draft::{FormDraft, FormPlace};

const CASUS: CasusId = CasusId::new([7; 16]);

fn talk() -> FormPlace {
    FormPlace::of_casus("talk", CASUS)
}

fn half(place: FormPlace, text: &str) -> FormDraft {
    let filled = FilledField { field_id: "goal".to_owned(), text: text.to_owned() };
    FormDraft { place, fields: vec![filled] }
}

fn open_casus() -> Command {
    Command::OpenCasus {
        casus: CASUS,
        about: "T.".to_owned(),
        group: "5".to_owned(),
        profile_id: "landelijk".to_owned(),
        entries: Vec::new(),
    }
}

fn closing() -> Command {
    Command::CloseCasus {
        casus: CASUS,
        reason: "De zorg is weg.".to_owned(),
        decided_by: "AF".to_owned(),
    }
}

impl Bench {
    fn keep(&self, draft: &FormDraft) {
        block_on(self.opened.save_form(draft)).expect("saves");
    }

    fn kept(&self, place: &FormPlace) -> Option<FormDraft> {
        block_on(self.opened.load_form(place)).expect("loads")
    }
}

#[test]
fn a_half_filled_form_survives_locking_beside_others_and_a_note() {
    let bench = Bench::new();
    let other = FormPlace::of_casus("closing", CASUS);
    bench.keep(&half(talk(), "half"));
    bench.keep(&half(other.clone(), "another"));
    bench.keep(&half(talk(), "half a report"));
    block_on(bench.opened.save_draft("notitie", b"half a note")).expect("saves");
    let bench = bench.reopen();
    assert_eq!(bench.kept(&talk()), Some(half(talk(), "half a report")));
    assert_eq!(bench.kept(&other), Some(half(other.clone(), "another")));
    assert_eq!(bench.kept(&FormPlace::of_casus("talk", CasusId::new([8; 16]))), None);
    block_on(bench.opened.delete_form(&other)).expect("deletes");
    assert_eq!((bench.kept(&other), bench.kept(&talk()).is_some()), (None, true));
}

#[test]
fn saving_a_form_removes_what_was_kept_of_it_and_a_refusal_does_not() {
    let bench = Bench::new();
    let place = FormPlace::of_casus("closing", CASUS);
    bench.keep(&half(place.clone(), "De zorg"));
    let refused = block_on(bench.opened.execute_form(&place, closing(), &context()));
    assert_eq!(refused.err(), Some(SessionError::Refused(Refusal::CasusUnknown)));
    assert!(bench.kept(&place).is_some());
    block_on(bench.opened.execute(open_casus(), &context())).expect("opens a casus");
    bench.store.fail_next_commit(StoreError::Quota);
    assert!(block_on(bench.opened.execute_form(&place, closing(), &context())).is_err());
    assert!(bench.kept(&place).is_some());
    block_on(bench.opened.execute_form(&place, closing(), &context())).expect("closes");
    assert_eq!(bench.kept(&place), None);
    assert_eq!(bench.reopen().kept(&place), None);
}

#[test]
fn a_store_never_holds_what_was_filled_in_nor_which_form_it_is() {
    let bench = Bench::new();
    bench.keep(&half(talk(), "CANARY"));
    let names = block_on(bench.store.drafts()).expect("loads");
    let name = &names[0].name;
    assert!(name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}");
    assert!(!name.contains(&CASUS.to_string()));
    assert!(!bench.store.all_bytes().windows(6).any(|window| window == b"CANARY"));
}

#[test]
fn the_longest_forms_are_kept_beside_each_other() {
    let bench = Bench::new();
    let long = "x".repeat(60_000);
    let places = ["one", "two", "three"].map(|form| FormPlace::of_casus(form, CASUS));
    places.iter().for_each(|place| bench.keep(&half(place.clone(), &long)));
    assert!(places.iter().all(|place| bench.kept(place).is_some()));
}

#[test]
fn a_destroyed_casus_takes_its_half_filled_forms_along() {
    let bench = Bench::new();
    block_on(bench.opened.execute(open_casus(), &context())).expect("opens a casus");
    let note = bench.write("stays").ids[0];
    let addition = FormPlace::of_entry("correct", note);
    bench.keep(&half(talk(), "half"));
    bench.keep(&half(addition.clone(), "stays"));
    block_on(bench.opened.save_draft("notitie", b"half a note")).expect("saves");
    block_on(bench.opened.drop_orphaned_forms()).expect("nothing to drop");
    assert!(bench.kept(&talk()).is_some());
    let entries = bench.opened.state().entries_of_casus(CASUS);
    block_on(bench.opened.destroy_entries(&entries, Reason::Destroyed, NOW)).expect("destroys");
    block_on(bench.opened.drop_orphaned_forms()).expect("drops");
    assert_eq!(bench.kept(&talk()), None);
    assert!(bench.kept(&addition).is_some());
    assert!(block_on(bench.opened.load_draft("notitie")).expect("loads").is_some());
}
