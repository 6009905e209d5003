//! What holds for any sequence of commands and entries, tried on many that a seed draws.

use chrono::NaiveDate;

use crate::domain::casus::command::Command;
use crate::domain::casus::course::{Course, TALK_STEP};
use crate::domain::casus::deadline::deadlines;
use crate::domain::casus::decide::{Context, Hypotheses, decide};
use crate::domain::casus::event::{
    CasusOpened, EntryFiled, Event, FollowUpRecorded, NoteCorrected, Resolution, StepMoved,
    StepProgress,
};
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::casus::state::State;
use crate::domain::casus::weighing::Run;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::logboek::note::{Note, NoteKind};
use crate::domain::moment::Moment;
use crate::domain::protocol::afwegingskader::{Answer, QuestionId};
use crate::domain::protocol::profile::profiles;

const CASUSSEN: [CasusId; 2] = [CasusId::new([7; 16]), CasusId::new([8; 16])];

/// Draws numbers that look like chance and are the same in every run (splitmix64).
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Draws a number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 1) as usize % limit.max(1)
    }

    /// Puts a list into any order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in (1..list.len()).rev() {
            list.swap(place, self.below(place + 1));
        }
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

fn id(number: usize) -> EntryId {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&(number as u64).to_be_bytes());
    EntryId::new(bytes)
}

fn moment(minute: usize) -> Moment {
    Moment { unix_ms: 1_790_000_000_000 + 60_000 * minute as i64, offset_minutes: 120 }
}

fn day(random: &mut Random) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1 + random.below(28) as u32).expect("a real day")
}

/// Fills in a form with whatever comes, right or wrong.
fn any_record(random: &mut Random) -> Record {
    let kind = random.one(&RecordKind::ALL);
    let mut record = Record::new(kind, day(random));
    for spec in kind.fields() {
        record = match (random.below(8), spec.choices.is_empty()) {
            (0, _) => record,
            (1, _) => record.choosing(spec.field, random.one(Choice::ALL)),
            (_, true) => record.with(spec.field, "x"),
            (_, false) => record.choosing(spec.field, random.one(spec.choices)),
        };
    }
    if random.below(2) == 0 {
        record = record.until(day(random));
    }
    if random.below(2) == 0 {
        record = record.about(id(random.below(40)));
    }
    record
}

fn any_weighing(random: &mut Random) -> Command {
    let mut run = Run::default();
    for question in QuestionId::ALL {
        if random.below(4) > 0 {
            run.answer(question, random.one(&Answer::ALL), day(random));
        }
    }
    let profile = &profiles()[random.below(profiles().len())];
    let weighing = run.record(profile, Role::Teacher, String::new(), String::new());
    Command::RecordWeighing { weighing, casus: Some(random.one(&CASUSSEN)) }
}

fn any_command(random: &mut Random) -> Command {
    let casus = random.one(&CASUSSEN);
    let progress = random.one(&[StepProgress::Open, StepProgress::Done, StepProgress::Skipped]);
    match random.below(12) {
        0 => Command::OpenCasus {
            casus,
            about: "M.".to_owned(),
            group: String::new(),
            profile_id: profiles()[random.below(profiles().len())].id.to_owned(),
            entries: Vec::new(),
        },
        1..=3 => Command::MoveStep {
            casus,
            step: random.below(8) as u8,
            progress,
            reason: "x".repeat(random.below(2)),
        },
        4 => any_weighing(random),
        5 => Command::CloseCasus {
            casus,
            reason: "x".repeat(random.below(2)),
            decided_by: String::new(),
        },
        _ => Command::KeepRecord { record: any_record(random), casus: Some(casus) },
    }
}

/// Events as another device may have written them, sense or nonsense.
fn any_event(random: &mut Random) -> Event {
    let entry = id(random.below(60));
    let casus = random.one(&CASUSSEN);
    match random.below(9) {
        0 => Event::NoteRecorded(Note::new(random.one(&NoteKind::ALL))),
        1 => Event::NoteCorrected(NoteCorrected { note: entry, text: "x".to_owned() }),
        2 => Event::FollowUpRecorded(FollowUpRecorded {
            note: entry,
            text: String::new(),
            resolution: Some(Resolution::Refuted),
        }),
        3 => Event::EntryFiled(EntryFiled { entry, about: "T.".to_owned(), casus: Some(casus) }),
        4 => Event::CasusOpened(CasusOpened {
            casus,
            about: "M.".to_owned(),
            group: String::new(),
            profile_id: "of_later".to_owned(),
        }),
        5 => Event::StepMoved(StepMoved {
            casus,
            step: random.below(256) as u8,
            progress: StepProgress::Done,
            reason: String::new(),
        }),
        6 => Event::Unknown { tag: "of_later".to_owned(), body: vec![0xf6] },
        _ => Event::RecordKept(any_record(random)),
    }
}

fn any_entry(random: &mut Random) -> Entry {
    let number = random.below(60);
    // The same id always names the same entry, as everywhere.
    let mut own = Random::new(number as u64);
    let event = any_event(&mut own);
    let has_casus = own.below(3) > 0;
    Entry {
        id: id(number),
        casus: has_casus.then(|| own.one(&CASUSSEN)),
        captured_at: moment(own.below(500)),
        recorded_at: moment(own.below(500)),
        lamport: own.below(30) as u64,
        author: own.one(&Role::ALL),
        event,
    }
}

#[test]
fn any_entries_in_any_order_give_one_state_and_never_a_failure() {
    let mut random = Random::new(1);
    for round in 0..300 {
        let entries: Vec<Entry> = (0..40).map(|_| any_entry(&mut random)).collect();
        let state = State::replay(entries.clone());
        for casus in state.casussen() {
            let profile = &profiles()[random.below(profiles().len())];
            let open = deadlines(&state, casus, profile, day(&mut random));
            assert!(open.is_sorted_by_key(|deadline| deadline.due), "round {round}");
        }
        let mut shuffled = [entries.clone(), entries].concat();
        random.shuffle(&mut shuffled);
        assert_eq!(State::replay(shuffled), state, "round {round}");
    }
}

/// Reads anew, from the entries alone, whether the floor forbids a talk with the parents: the last
/// word on each danger counts, and "safe" of Veilig Thuis answers all that came before.
fn is_forbidden(entries: &[Entry], casus: CasusId) -> bool {
    let mut is_staff = false;
    let mut reasons: Vec<&str> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.casus == Some(casus)) {
        let mut set = |name: &'static str, holds: bool| {
            reasons.retain(|other| *other != name);
            if holds {
                reasons.push(name);
            }
        };
        match &entry.event {
            Event::RecordKept(record) => match record.kind {
                RecordKind::Danger => set("danger", record.text(Field::Answer) != "no"),
                RecordKind::Situation => {
                    let is_raised = record.text(Field::Status) == "raised";
                    match record.text(Field::Situation) {
                        "staff" => is_staff = is_raised,
                        "honour" => set("honour", is_raised),
                        "fgm" => set("fgm", is_raised),
                        "stalking" => set("stalking", is_raised),
                        "forced_marriage" => set("forced_marriage", is_raised),
                        "trafficking" => set("trafficking", is_raised),
                        "parent_abuse" => set("parent_abuse", is_raised),
                        "disclosure" => set("disclosure", is_raised),
                        _ => {}
                    }
                }
                RecordKind::Consultation if record.text(Field::With) == "veilig_thuis" => {
                    match record.text(Field::ParentTalk) {
                        "safe" => reasons.clear(),
                        "not_safe" => set("advice", true),
                        _ => {}
                    }
                }
                _ => {}
            },
            Event::WeighingRecorded(weighing) => {
                for answer in &weighing.answers {
                    let name = match answer.question_id.as_str() {
                        "danger" => "danger",
                        "safety" => "safety",
                        _ => continue,
                    };
                    match answer.answer_id.as_str() {
                        "yes" | "doubt" => set(name, true),
                        "no" => set(name, false),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    is_staff || !reasons.is_empty()
}

#[test]
fn no_path_reaches_a_parent_talk_where_the_floor_forbids_it() {
    let mut random = Random::new(2);
    let (mut forbidden, mut allowed) = (0, 0);
    for _ in 0..400 {
        let (mut state, mut entries) = (State::default(), Vec::<Entry>::new());
        for minute in 0..60 {
            let command = any_command(&mut random);
            let talk_of = match &command {
                Command::MoveStep { casus, step: TALK_STEP, progress, .. }
                    if *progress != StepProgress::Skipped =>
                {
                    Some(*casus)
                }
                _ => None,
            };
            let context = Context {
                now: moment(minute),
                role: random.one(&Role::ALL),
                hypotheses: Hypotheses::Marked,
                step_count: 6,
            };
            let Ok(decisions) = decide(&state, command, &context) else {
                forbidden += usize::from(talk_of.is_some_and(|it| is_forbidden(&entries, it)));
                continue;
            };
            if let Some(casus) = talk_of {
                assert!(!is_forbidden(&entries, casus), "{entries:#?}");
                allowed += 1;
            }
            for decision in decisions {
                let number = entries.len() + 1;
                let entry = Entry {
                    id: id(number),
                    casus: decision.casus,
                    captured_at: decision.captured_at,
                    recorded_at: context.now,
                    lamport: number as u64,
                    author: context.role,
                    event: decision.event,
                };
                entries.push(entry.clone());
                state.evolve(entry);
            }
        }
        assert_eq!(State::replay(entries), state);
    }
    assert!(forbidden > 100 && allowed > 100, "{forbidden} forbidden, {allowed} allowed");
}

#[test]
fn a_talk_that_waits_always_says_why() {
    use crate::domain::casus::course::ParentTalk;
    let mut random = Random::new(3);
    for _ in 0..200 {
        let entries: Vec<Entry> = (0..30).map(|_| any_entry(&mut random)).collect();
        let state = State::replay(entries);
        for casus in CASUSSEN {
            let course = Course::of(&state, casus);
            let waits = course.parent_talk() == ParentTalk::AfterAdvice;
            assert_eq!(waits, !course.has(Choice::Staff) && !course.cautions().is_empty());
        }
    }
}
