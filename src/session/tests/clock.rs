//! Claims about a phone whose clock jumps: what was written keeps its order and its days.

use chrono::NaiveDate;

use super::*;

const TWO_YEARS_MS: i64 = 2 * 365 * 24 * 3_600_000;

fn at(unix_ms: i64, offset_minutes: i16) -> Context {
    Context { now: Moment { unix_ms, offset_minutes }, ..context() }
}

#[test]
fn what_is_added_after_the_clock_went_back_still_comes_after() {
    let bench = Bench::new();
    let note_id = bench.write("as first written").ids[0];
    let add = |text: &str, context: &Context| {
        let command = Command::FollowUp { note: note_id, text: text.to_owned(), resolution: None };
        block_on(bench.opened.execute(command, context)).expect("writes");
    };
    add("two years back", &at(NOW.unix_ms - TWO_YEARS_MS, 60));
    add("two years ahead", &at(NOW.unix_ms + TWO_YEARS_MS, 120));
    add("right again", &context());
    let additions = |bench: &Bench| {
        let state = bench.opened.state();
        let item = state.item(note_id).expect("the note");
        item.additions.iter().map(|addition| addition.text.clone()).collect::<Vec<_>>()
    };
    let expected = ["two years back", "two years ahead", "right again"];
    assert_eq!(additions(&bench), expected);
    let before = bench.opened.state().clone();
    let bench = bench.reopen();
    assert_eq!(additions(&bench), expected);
    assert_eq!(*bench.opened.state(), before);
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn notes_of_a_wrong_clock_are_kept_beside_the_others() {
    let bench = Bench::new();
    for (text, jump_ms) in [("back", -TWO_YEARS_MS), ("ahead", TWO_YEARS_MS), ("now", 0)] {
        block_on(bench.opened.execute(note(text), &at(NOW.unix_ms + jump_ms, 60))).expect("writes");
    }
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["ahead", "back", "now"]);
}

#[test]
fn the_hour_that_comes_twice_keeps_the_order_and_the_times_on_the_clock() {
    // 25 October 2026: at three o'clock summer time it is two o'clock again.
    let first_ms = 1_792_888_200_000;
    let bench = Bench::new();
    for (text, unix_ms, offset_minutes) in
        [("02:30 summer", first_ms, 120), ("02:10 winter", first_ms + 40 * 60_000, 60)]
    {
        let captured_at = Moment { unix_ms, offset_minutes };
        let note = Note { text: text.to_owned(), ..Note::new(NoteKind::Seen) };
        let command = Command::RecordNote { note, captured_at, casus: None };
        block_on(bench.opened.execute(command, &at(unix_ms, offset_minutes))).expect("writes");
    }
    let bench = bench.reopen();
    let state = bench.opened.state();
    let lines = state.newest_first().filter_map(|item| {
        let time = item.captured_at.time().format("%H:%M").to_string();
        Some((item.note()?.text.clone(), time))
    });
    let expected = [("02:10 winter", "02:10"), ("02:30 summer", "02:30")];
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines, expected.map(|(text, time)| (text.to_owned(), time.to_owned())));
}

#[test]
fn a_day_to_come_back_to_stays_that_day_whatever_the_zone() {
    let day = NaiveDate::from_ymd_opt(2026, 10, 25).expect("a real day");
    let bench = Bench::new();
    for offset_minutes in [-600, 0, 60, 120, 840] {
        let note = Note {
            text: "look again".to_owned(),
            follow_up_on: Some(day),
            ..Note::new(NoteKind::Seen)
        };
        let command = Command::RecordNote { note, captured_at: NOW, casus: None };
        block_on(bench.opened.execute(command, &at(NOW.unix_ms, offset_minutes))).expect("writes");
    }
    let bench = bench.reopen();
    let state = bench.opened.state();
    let mut days = state.newest_first().filter_map(|item| item.note()?.follow_up_on);
    assert!(days.all(|found| found == day));
}
