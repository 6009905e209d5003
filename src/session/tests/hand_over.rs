//! Claims about a casus that goes from one vault to another, sealed with age as the Worker does.

use pluis_worker::age;

use super::*;
use crate::domain::casus::event::{HandedOver, Resolution};
use crate::domain::casus::extract::Inclusion;
use crate::domain::casus::hand_over::Choice;
use crate::domain::casus::hand_over::arrival::Tally;
use crate::domain::casus::hand_over::key::KeyCommand;
use crate::domain::casus::state::Content;
use crate::domain::id::CasusId;
use crate::domain::logboek::note::{Certainty, Source};
use crate::vault::{HandOverProblem, ReceivingKey};

pub(super) const CASUS: CasusId = CasusId::new([7; 16]);
const PAGE: &str = "<!doctype html><title>Uittreksel</title>";

pub(super) fn lead() -> Context {
    Context { role: Role::Aandachtsfunctionaris, ..context() }
}

#[track_caller]
fn run(bench: &Bench, command: Command) -> EntryId {
    block_on(bench.opened.execute(command, &context())).expect("writes").ids[0]
}

fn in_casus(note: Note) -> Command {
    let note = Note { about: "M.".to_owned(), ..note };
    Command::RecordNote { note, captured_at: NOW, casus: Some(CASUS) }
}

fn seen(text: &str) -> Note {
    Note { text: text.to_owned(), ..Note::new(NoteKind::Seen) }
}

pub(super) fn add(bench: &Bench, text: &str) -> EntryId {
    run(bench, in_casus(seen(text)))
}

/// A teacher with a casus of a fact, something told, a supposition, a work note and a decision.
pub(super) fn teacher() -> Bench {
    let bench = Bench::new();
    run(
        &bench,
        Command::OpenCasus {
            casus: CASUS,
            about: "M.".to_owned(),
            group: "5".to_owned(),
            profile_id: "kms".to_owned(),
            entries: vec![],
        },
    );
    let fact = add(&bench, "Zonder jas");
    run(&bench, Command::CorrectNote { note: fact, text: "Zonder winterjas".to_owned() });
    let told = Source::Told("klasgenoot".to_owned());
    let kind = NoteKind::OtherSays;
    run(&bench, in_casus(Note { kind, source: told, ..seen("Hij at niet") }));
    let guess = Note { certainty: Certainty::Hypothesis, ..seen("Slaapt slecht") };
    let guess = run(&bench, in_casus(guess));
    let (text, resolution) = ("Moeder zei het".to_owned(), Some(Resolution::Confirmed));
    run(&bench, Command::FollowUp { note: guess, text, resolution });
    let work_note = Note { about: String::new(), kind: NoteKind::WorkNote, ..seen("Navragen") };
    run(&bench, Command::RecordNote { note: work_note, captured_at: NOW, casus: Some(CASUS) });
    run(&bench, in_casus(Note { kind: NoteKind::Decision, ..seen("We bellen") }));
    bench
}

/// Packs what was chosen and seals it, as the teacher's app does.
#[track_caller]
pub(super) fn sent(from: &Bench, to: &Bench, choice: Choice) -> Vec<u8> {
    let recipient = to.opened.receiving_key().to_string();
    age::encrypt(&packed(from, to, choice), &recipient, &[9; 64]).expect("seals")
}

#[track_caller]
pub(super) fn packed(from: &Bench, to: &Bench, choice: Choice) -> Vec<u8> {
    let chosen = block_on(from.opened.choose_for_hand_over(CASUS, choice)).expect("chooses");
    let key = to.opened.receiving_key();
    let packed = from.opened.pack_hand_over(&chosen, PAGE, key, Role::Teacher, "", NOW);
    packed.expect("packs").bytes.to_vec()
}

#[track_caller]
fn opened(at: &Bench, file: &[u8]) -> Arrived {
    let bytes = age::decrypt(file, &at.opened.receiving_identity()).expect("opens");
    at.opened.unpack_hand_over(&bytes).expect("is as it was made")
}

#[track_caller]
fn taken_in(at: &Bench, file: &[u8]) -> Tally {
    block_on(at.opened.take_in(&opened(at, file), &lead())).expect("takes in")
}

/// What of the casus the rules see, but for the marks of what was received.
fn casus_texts(bench: &Bench) -> Vec<(EntryId, String, Vec<String>)> {
    let state = bench.opened.state();
    let items = state.items_of(CASUS).filter(|item| !matches!(item.content, Content::Received(_)));
    let texts = |item: &crate::domain::casus::state::Item| {
        let additions = item.additions.iter().map(|addition| addition.text.clone());
        (item.id, item.gist().unwrap_or_default().to_owned(), additions.collect())
    };
    items.map(texts).collect()
}

#[test]
fn a_casus_arrives_with_its_ids_authors_and_times_and_says_whence() {
    let (teacher, lead) = (teacher(), Bench::new());
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    let arrived = opened(&lead, &file);
    assert_eq!((arrived.from, arrived.made_at), (Role::Teacher, NOW));
    assert_eq!(arrived.page.as_slice(), PAGE.as_bytes());
    assert_eq!(lead.opened.state().items_of(CASUS).count(), 0);
    assert_eq!(taken_in(&lead, &file), Tally { fresh: 7, ..Tally::default() });
    let before = lead.opened.state().clone();
    let lead = lead.reopen();
    assert_eq!(*lead.opened.state(), before);
    let state = lead.opened.state();
    let casus = state.casus(CASUS).expect("a casus");
    assert_eq!((&*casus.about, &*casus.profile_id, casus.opened_at), ("M.", "kms", NOW));
    for item in state.items_of(CASUS) {
        let is_mark = matches!(item.content, Content::Received(_));
        let origin = (item.received_from, item.author);
        let expected = if is_mark {
            (None, Role::Aandachtsfunctionaris)
        } else {
            (Some(Role::Teacher), Role::Teacher)
        };
        assert_eq!(origin, expected);
    }
    let theirs = casus_texts(&teacher);
    let without_work_note: Vec<_> = theirs.into_iter().filter(|it| it.1 != "Navragen").collect();
    assert_eq!(casus_texts(&lead), without_work_note);
    assert_eq!(lead.verify_all(), []);
}

#[test]
fn a_second_longer_file_adds_one_note_and_the_leads_own_stay_apart() {
    let (teacher, lead) = (teacher(), Bench::new());
    taken_in(&lead, &sent(&teacher, &lead, Choice::EVERYTHING));
    let own = block_on(lead.opened.execute(in_casus(seen("Van de AF")), &self::lead()));
    let own = own.expect("writes").ids[0];
    let first = sent(&teacher, &lead, Choice::EVERYTHING);
    assert_eq!(taken_in(&lead, &first), Tally { known: 7, ..Tally::default() });
    let count = lead.opened.state().items_of(CASUS).count();
    let new = add(&teacher, "Weer zonder jas");
    let second = sent(&teacher, &lead, Choice::EVERYTHING);
    assert_eq!(taken_in(&lead, &second), Tally { fresh: 1, known: 7, ..Tally::default() });
    let state = lead.opened.state();
    assert_eq!(state.items_of(CASUS).count(), count + 2);
    assert_eq!(state.item(new).and_then(|item| item.received_from), Some(Role::Teacher));
    assert_eq!(state.item(own).and_then(|item| item.received_from), None);
}

#[test]
fn any_order_of_files_gives_the_same_casus() {
    let teacher = teacher();
    let facts = Choice {
        suppositions: Inclusion::LeftOut,
        sources: Inclusion::LeftOut,
        ..Choice::EVERYTHING
    };
    let receivers: Vec<Bench> = (0..3).map(|_| Bench::new()).collect();
    let files = |to: &Bench| [sent(&teacher, to, facts), sent(&teacher, to, Choice::EVERYTHING)];
    let early = receivers.iter().map(files).collect::<Vec<_>>();
    add(&teacher, "Weer zonder jas");
    let late = receivers.iter().map(files).collect::<Vec<_>>();
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]];
    for ((bench, order), (early, late)) in receivers.iter().zip(orders).zip(early.iter().zip(&late))
    {
        for place in order {
            taken_in(bench, if place < 2 { &early[place] } else { &late[place - 2] });
        }
    }
    let expected = casus_texts(&receivers[0]);
    assert_eq!(expected.len(), 6);
    for bench in receivers {
        assert_eq!(casus_texts(&bench), expected);
        let bench = bench.reopen();
        let state = bench.opened.state();
        let sources = state.items_of(CASUS).filter_map(|item| item.note()).map(|it| &it.source);
        let told = sources.filter(|source| **source == Source::Told("klasgenoot".to_owned()));
        assert_eq!((told.count(), casus_texts(&bench)), (1, expected.clone()));
    }
}

#[test]
fn what_stays_behind_is_not_in_the_file() {
    let (teacher, lead) = (teacher(), Bench::new());
    let holds = |choice: Choice, text: &str| {
        let bytes = packed(&teacher, &lead, choice);
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    };
    let left = Inclusion::LeftOut;
    let all = Choice::EVERYTHING;
    for (text, without) in [
        ("Zonder jas", Choice { facts: left, ..all }),
        ("Zonder winterjas", Choice { facts: left, ..all }),
        ("We bellen", Choice { talks: left, ..all }),
        ("Slaapt slecht", Choice { suppositions: left, ..all }),
        ("Moeder zei het", Choice { suppositions: left, ..all }),
        ("klasgenoot", Choice { sources: left, ..all }),
    ] {
        assert!(holds(all, text) && !holds(without, text), "{text}");
    }
    assert!(!holds(all, "Navragen"));
    let nothing =
        Choice { facts: left, talks: left, weighings: left, suppositions: left, sources: left };
    taken_in(&lead, &sent(&teacher, &lead, nothing));
    assert_eq!(lead.opened.state().items_of(CASUS).count(), 2);
}

#[test]
fn the_way_to_the_casus_does_not_name_another_child() {
    let (teacher, lead) = (teacher(), Bench::new());
    let note = Note { about: "K.".to_owned(), ..seen("Viel van de trap") };
    let entry = run(&teacher, Command::RecordNote { note, captured_at: NOW, casus: None });
    for about in ["Q.", "M."] {
        let casus = Some(CASUS).filter(|_| about == "M.");
        run(&teacher, Command::FileEntry { entry, about: about.to_owned(), casus });
    }
    let bytes = packed(&teacher, &lead, Choice::EVERYTHING);
    assert!(["K.", "Q."].iter().all(|name| !bytes.windows(2).any(|it| it == name.as_bytes())));
    taken_in(&lead, &sent(&teacher, &lead, Choice::EVERYTHING));
    let state = lead.opened.state();
    let item = state.item(entry).expect("the note");
    assert_eq!((&*item.about, item.casus), ("M.", Some(CASUS)));
}

#[test]
fn what_was_destroyed_here_does_not_come_back() {
    let (teacher, lead) = (teacher(), Bench::new());
    let note = add(&teacher, "Weg ermee");
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    taken_in(&lead, &file);
    block_on(lead.opened.destroy_item(note, Reason::Destroyed, NOW)).expect("destroys");
    let expected = Tally { known: 7, destroyed: 1, ..Tally::default() };
    assert_eq!(taken_in(&lead, &file), expected);
    assert!(lead.reopen().opened.state().item(note).is_none());
    let lead = Bench::new();
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    taken_in(&lead, &file);
    block_on(lead.opened.destroy_casus(CASUS, Reason::Destroyed, NOW)).expect("destroys");
    assert_eq!(taken_in(&lead, &file).fresh, 8, "a casus that is gone may come again");
}

#[test]
fn a_failed_commit_takes_nothing_in() {
    let (teacher, lead) = (teacher(), Bench::new());
    let arrived = opened(&lead, &sent(&teacher, &lead, Choice::EVERYTHING));
    lead.store.fail_next_commit(StoreError::Quota);
    let failed = block_on(lead.opened.take_in(&arrived, &self::lead()));
    assert_eq!(failed, Err(SessionError::Store(StoreError::Quota)));
    assert_eq!(lead.opened.state().items_of(CASUS).count(), 0);
    let lead = lead.reopen();
    assert_eq!(lead.opened.state().casus(CASUS), None);
    lead.store.lose_next_answer(StoreError::ConnectionLost);
    assert_eq!(block_on(lead.opened.take_in(&arrived, &self::lead())).map(|it| it.fresh), Ok(7));
    assert_eq!(lead.opened.state().items_of(CASUS).count(), 6);
}

#[test]
fn the_sender_counts_as_verified_only_after_the_words_were_compared() {
    let (teacher, lead) = (teacher(), Bench::new());
    let arrived = opened(&lead, &sent(&teacher, &lead, Choice::EVERYTHING));
    let key = teacher.opened.receiving_key().bytes();
    let function = "leerkracht groep 5".to_owned();
    let known =
        |at: &Bench| at.opened.state().verified_key(key).map(|known| known.function.clone());
    let verify = |key, replaces| {
        let command = KeyCommand::Verify { key, function: function.clone(), replaces };
        block_on(lead.opened.execute(Command::Key(command), &self::lead()))
    };
    assert_eq!(known(&lead), None);
    verify(key, None).expect("verifies");
    assert_eq!(known(&lead).as_ref(), Some(&function));
    // What was looked at before the words were compared is taken in as it stands now.
    block_on(lead.opened.take_in(&arrived, &self::lead())).expect("takes in");
    let received = |item: &crate::domain::casus::state::Item| match &item.content {
        Content::Received(event) => event.verified_as.clone(),
        _ => None,
    };
    assert_eq!(lead.opened.state().items_of(CASUS).find_map(received).as_ref(), Some(&function));
    let other = Bench::new().opened.receiving_key().bytes();
    let changed = Err(SessionError::Refused(Refusal::KeyChanged));
    assert_eq!(verify(other, None).map(|_| ()), changed);
    verify(other, Some(key)).expect("replaces");
    assert_eq!(known(&lead), None);
    verify(key, Some(other)).expect("replaces");
    run(&lead, Command::Key(KeyCommand::Forget { key }));
    let lead = lead.reopen();
    assert_eq!(known(&lead), None);
    assert_eq!(lead.opened.state().verified_keys(), []);
}

#[test]
fn handing_over_marks_the_casus_with_receiver_day_and_code() {
    let (teacher, lead) = (teacher(), Bench::new());
    let chosen = block_on(teacher.opened.choose_for_hand_over(CASUS, Choice::EVERYTHING));
    let (chosen, key) = (chosen.expect("chooses"), lead.opened.receiving_key());
    let packed = teacher.opened.pack_hand_over(&chosen, PAGE, key, Role::Teacher, "", NOW);
    let check_code = packed.expect("packs").check_code;
    let bytes = packed_again(&teacher, &chosen, key);
    assert_eq!(lead.opened.unpack_hand_over(&bytes).expect("opens").check_code, check_code);
    let hand_over = |ground: &str| Command::HandOver {
        casus: CASUS,
        receiver: "aandachtsfunctionaris".to_owned(),
        hand_over: HandedOver {
            ground: ground.to_owned(),
            check_code: check_code.clone(),
            entry_count: 7,
        },
    };
    let refused = block_on(teacher.opened.execute(hand_over(" "), &context()));
    assert_eq!(refused, Err(SessionError::Refused(Refusal::ReceiverMissing)));
    run(&teacher, hand_over("dossier van de school"));
    let teacher = teacher.reopen();
    let state = teacher.opened.state();
    let mark = state.casus(CASUS).and_then(|casus| casus.transferred.clone());
    assert_eq!(mark, Some((NOW, "aandachtsfunctionaris".to_owned())));
    let is_mark = |item: &&crate::domain::casus::state::Item| matches!(&item.content, Content::Transferred(event) if event.hand_over.is_some());
    assert_eq!(state.items_of(CASUS).filter(is_mark).count(), 1);
}

fn packed_again(from: &Bench, chosen: &Chosen, key: ReceivingKey) -> Vec<u8> {
    let packed = from.opened.pack_hand_over(chosen, PAGE, key, Role::Teacher, "", NOW);
    packed.expect("packs").bytes.to_vec()
}

#[test]
fn a_new_vault_key_brings_a_new_receiving_key_and_old_files_say_so() {
    let (teacher, lead) = (teacher(), Bench::new());
    let old = lead.opened.receiving_key();
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    let code = crate::vault::RecoveryCode::make().expect("randomness");
    let stretching = Stretching::make_standard().expect("randomness");
    let lead = block_on(lead.opened.rekey(stretching, &phrase(), &code, |_| ())).expect("rekeys");
    assert_ne!(lead.receiving_key(), old);
    let opened = age::decrypt(&file, &lead.receiving_identity());
    assert_eq!(opened.err(), Some(pluis_worker::WorkerError::NotForThisKey));
}

#[test]
fn a_file_that_is_passed_on_is_refused() {
    let (teacher, lead, third) = (teacher(), Bench::new(), Bench::new());
    let bytes = packed(&teacher, &lead, Choice::EVERYTHING);
    let refused = third.opened.unpack_hand_over(&bytes).err();
    assert_eq!(refused, Some(HandOverProblem::ForAnother));
}
