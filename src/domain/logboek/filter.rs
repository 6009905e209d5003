//! Which items of the log somebody wants to see, and on which days they stand.
//!
//! It knows no screen: how an item looks is decided elsewhere.

use chrono::{Datelike, Duration, NaiveDate};

use super::note::NoteKind;
use crate::domain::casus::state::{Content, Item};
use crate::domain::id::EntryId;
use crate::domain::protocol::signalenlijst;

/// The month in which a Dutch school year begins.
const SCHOOL_YEAR_MONTH: u32 = 8;

/// What kind of item to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// Notes of one kind.
    Note(NoteKind),
    /// Ticked items of the signalenlijst.
    Signaal,
    /// Weighings.
    Weighing,
    /// What happened to a casus: opened, moved, shared, closed.
    Process,
}

impl ItemKind {
    /// Returns the kind of an item.
    pub fn of(item: &Item) -> Self {
        match &item.content {
            Content::Note(note) => Self::Note(note.kind),
            Content::Signaal(_) => Self::Signaal,
            Content::Weighing(_) => Self::Weighing,
            Content::Opened(_)
            | Content::Step(_)
            | Content::Closed(_)
            | Content::Shared(_)
            | Content::Transferred(_)
            | Content::Received(_)
            | Content::Confirmed(_)
            | Content::Record(_) => Self::Process,
        }
    }
}

/// Whose items to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whose {
    /// Everybody's.
    #[default]
    Everybody,
    /// Those that wait to be put with a child.
    Loose,
    /// Those of the child with these initials.
    Child(String),
}

/// From and until which day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day; absent for no limit.
    pub from: Option<NaiveDate>,
    /// The last day; absent for no limit.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Returns the week of `today`, from its Monday.
    pub fn week(today: NaiveDate) -> Self {
        let days = today.weekday().num_days_from_monday();
        Self::since(today - Duration::days(days.into()))
    }

    /// Returns the month of `today`.
    pub fn month(today: NaiveDate) -> Self {
        Self { from: today.with_day(1), until: None }
    }

    /// Returns the school year of `today`.
    pub fn school_year(today: NaiveDate) -> Self {
        let is_before = today.month() < SCHOOL_YEAR_MONTH;
        let year = if is_before { today.year() - 1 } else { today.year() };
        Self { from: NaiveDate::from_ymd_opt(year, SCHOOL_YEAR_MONTH, 1), until: None }
    }

    /// Returns whether the day lies in it.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }

    const fn since(from: NaiveDate) -> Self {
        Self { from: Some(from), until: None }
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The words that must all occur, in lower case.
    words: Vec<String>,
    /// Whose items.
    pub whose: Whose,
    /// What kind; absent for every kind.
    pub kind: Option<ItemKind>,
    /// In which period.
    pub period: Period,
    /// With which item of the signalenlijst; empty for any.
    pub signaal_id: String,
    /// Open suppositions alone.
    pub open_only: bool,
}

impl Filter {
    /// Starts a filter that looks for these words, in any order, whatever their case.
    pub fn searching(text: &str) -> Self {
        let words = text.split_whitespace().map(str::to_lowercase).collect();
        Self { words, ..Self::default() }
    }

    /// Returns whether everything passes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns whether the item is one that somebody wants to see; the cheapest tests come first.
    pub fn lets_through(&self, item: &Item) -> bool {
        (!self.open_only || item.is_open_hypothesis())
            && self.kind.is_none_or(|kind| kind == ItemKind::of(item))
            && self.is_whose(item)
            && self.period.contains(item.captured_at.date())
            && (self.signaal_id.is_empty() || has_signaal(item, &self.signaal_id))
            && self.words.iter().all(|word| any_text(item, &|text| holds(text, word)))
    }

    fn is_whose(&self, item: &Item) -> bool {
        match &self.whose {
            Whose::Everybody => true,
            Whose::Loose => item.is_loose(),
            Whose::Child(about) => item.about == *about,
        }
    }
}

/// A line of the listed log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The day on which the items below it happened.
    Day(NaiveDate),
    /// An item.
    Item(EntryId),
}

/// Lists the items that pass, in the order in which they come, each day under its own heading.
pub fn list<'a>(items: impl Iterator<Item = &'a Item>, filter: &Filter) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last_day = None;
    for item in items.filter(|item| filter.lets_through(item)) {
        let day = item.captured_at.date();
        if last_day.replace(day) != Some(day) {
            rows.push(Row::Day(day));
        }
        rows.push(Row::Item(item.id));
    }
    rows
}

/// Returns how many of the rows are items.
pub fn item_count(rows: &[Row]) -> usize {
    rows.iter().filter(|row| matches!(row, Row::Item(_))).count()
}

/// Returns the items of the signalenlijst that the log mentions, each once, the most recent first.
pub fn signaal_ids<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    let mut add = |id: &'a str| {
        if !ids.contains(&id) {
            ids.push(id);
        }
    };
    for item in items {
        match &item.content {
            Content::Note(note) => note.signaal_ids.iter().for_each(|id| add(id)),
            Content::Signaal(event) => add(&event.signaal_id),
            _ => {}
        }
    }
    ids
}

fn has_signaal(item: &Item, id: &str) -> bool {
    match &item.content {
        Content::Note(note) => note.signaal_ids.iter().any(|own| own == id),
        Content::Signaal(event) => event.signaal_id == id,
        _ => false,
    }
}

/// Returns whether one of the texts of the item passes the test.
fn any_text(item: &Item, passes: &dyn Fn(&str) -> bool) -> bool {
    let own = match &item.content {
        Content::Note(note) => {
            note.texts().any(passes) || note.signaal_ids.iter().any(|id| signaal_passes(id, passes))
        }
        Content::Signaal(event) => {
            passes(&event.fact)
                || passes(&event.other_explanation)
                || signaal_passes(&event.signaal_id, passes)
        }
        Content::Weighing(event) => event.answers.iter().any(|answer| passes(&answer.reason)),
        Content::Opened(event) => passes(&event.group),
        Content::Step(event) => passes(&event.reason),
        Content::Closed(event) => passes(&event.reason) || passes(&event.decided_by),
        Content::Shared(event) => passes(&event.receiver) || passes(&event.ground),
        Content::Transferred(event) => passes(&event.system),
        Content::Received(event) => passes(&event.check_code),
        Content::Confirmed(event) => passes(&event.receiver) || passes(&event.check_code),
        Content::Record(record) => record.texts().any(passes),
    };
    own || passes(&item.about) || item.additions.iter().any(|addition| passes(&addition.text))
}

fn signaal_passes(id: &str, passes: &dyn Fn(&str) -> bool) -> bool {
    signalenlijst::by_id(id).is_some_and(|signaal| passes(signaal.text))
}

/// Returns whether the text holds the word, which is in lower case.
///
/// Most texts and words are plain ASCII: those are compared in place, since a long log is searched
/// again at every key.
fn holds(text: &str, word: &str) -> bool {
    if !text.is_ascii() && !word.is_ascii() {
        return text.to_lowercase().contains(word);
    }
    text.as_bytes()
        .windows(word.len().max(1))
        .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{Event, FollowUpRecorded, Resolution, SignaalRecorded};
    use crate::domain::casus::state::State;
    use crate::domain::logboek::entry::{Entry, Role};
    use crate::domain::logboek::note::{Certainty, Note, Source};
    use crate::domain::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn entry(number: u8, on: &str, event: Event) -> Entry {
        let at = Moment::from_local(day(on).and_hms_opt(10, 42, 0).expect("a time"), 60);
        Entry {
            id: EntryId::new([number; 16]),
            casus: None,
            captured_at: at,
            recorded_at: at,
            lamport: number.into(),
            author: Role::Teacher,
            event,
        }
    }

    fn note(text: &str, about: &str) -> Note {
        let mut note = Note::new(NoteKind::Seen);
        note.text = text.to_owned();
        note.about = about.to_owned();
        note
    }

    fn log() -> State {
        let mut guess = note("Misschien slaapt hij slecht", "M.");
        guess.certainty = Certainty::Hypothesis;
        let mut heard = note("Vertelt over Zoë", "S.");
        heard.kind = NoteKind::Heard;
        heard.signaal_ids = vec!["LIC-08".to_owned()];
        let signaal = SignaalRecorded {
            signaal_id: "SOC-02".to_owned(),
            about: String::new(),
            on: day("2026-11-20"),
            source: Source::Own,
            fact: "Zat alleen".to_owned(),
            other_explanation: String::new(),
        };
        State::replay(vec![
            entry(1, "2026-07-31", Event::NoteRecorded(note("Stond bij het HEK", "M."))),
            entry(2, "2026-11-16", Event::NoteRecorded(guess)),
            entry(3, "2026-11-18", Event::NoteRecorded(heard)),
            entry(4, "2026-11-20", Event::NoteRecorded(note("At snel", ""))),
            entry(5, "2026-11-20", Event::SignaalRecorded(signaal)),
        ])
    }

    #[track_caller]
    fn check(filter: Filter, expected: &[u8]) {
        let state = log();
        let found: Vec<u8> = list(state.newest_first(), &filter)
            .iter()
            .filter_map(|row| match row {
                Row::Item(id) => Some(id.bytes()[0]),
                Row::Day(_) => None,
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_empty_filter_lets_everything_through_newest_first() {
        assert!(Filter::searching("  ").is_empty());
        check(Filter::default(), &[5, 4, 3, 2, 1]);
    }

    #[test]
    fn every_word_must_occur_whatever_its_case() {
        check(Filter::searching("hek STOND"), &[1]);
        check(Filter::searching("hek alleen"), &[]);
        check(Filter::searching("ZOË"), &[3]);
        check(Filter::searching("zo"), &[3]);
        check(Filter::searching("trekt terug"), &[5]);
        check(Filter::searching("moe"), &[3]);
    }

    #[test]
    fn words_are_found_in_what_was_added_later() {
        let mut state = log();
        let added = FollowUpRecorded {
            note: EntryId::new([1; 16]),
            text: "De juf zag het ook".to_owned(),
            resolution: None,
        };
        state.evolve(entry(6, "2026-11-21", Event::FollowUpRecorded(added)));
        assert_eq!(item_count(&list(state.newest_first(), &Filter::searching("juf"))), 1);
    }

    #[test]
    fn items_are_told_apart_by_child_kind_and_signaal() {
        let of = |whose| Filter { whose, ..Filter::default() };
        check(of(Whose::Child("M.".to_owned())), &[2, 1]);
        check(of(Whose::Loose), &[5, 4]);
        check(Filter { kind: Some(ItemKind::Signaal), ..Filter::default() }, &[5]);
        check(Filter { kind: Some(ItemKind::Note(NoteKind::Heard)), ..Filter::default() }, &[3]);
        check(Filter { signaal_id: "LIC-08".to_owned(), ..Filter::default() }, &[3]);
        assert_eq!(signaal_ids(log().newest_first()), ["SOC-02", "LIC-08"]);
    }

    #[test]
    fn a_supposition_is_listed_as_open_until_it_is_resolved() {
        let open = Filter { open_only: true, ..Filter::default() };
        check(open.clone(), &[2]);
        let mut state = log();
        let ended = FollowUpRecorded {
            note: EntryId::new([2; 16]),
            text: String::new(),
            resolution: Some(Resolution::Refuted),
        };
        state.evolve(entry(6, "2026-11-21", Event::FollowUpRecorded(ended)));
        assert!(list(state.newest_first(), &open).is_empty());
    }

    #[test]
    fn periods_begin_on_monday_on_the_first_and_in_august() {
        let today = day("2026-11-20");
        let during = |period| Filter { period, ..Filter::default() };
        check(during(Period::week(today)), &[5, 4, 3, 2]);
        check(during(Period::month(today)), &[5, 4, 3, 2]);
        check(during(Period::school_year(today)), &[5, 4, 3, 2]);
        check(during(Period::school_year(day("2026-07-31"))), &[5, 4, 3, 2, 1]);
        let from = Some(day("2026-07-31"));
        check(during(Period { from, until: Some(day("2026-11-16")) }), &[2, 1]);
    }

    #[test]
    fn each_day_stands_once_above_its_items() {
        let rows = list(log().newest_first(), &Filter::default());
        let days: Vec<Row> =
            rows.iter().copied().filter(|row| matches!(row, Row::Day(_))).collect();
        let expected = ["2026-11-20", "2026-11-18", "2026-11-16", "2026-07-31"];
        assert_eq!(days, expected.map(|text| Row::Day(day(text))));
        assert_eq!(rows.first(), Some(&Row::Day(day("2026-11-20"))));
    }
}
