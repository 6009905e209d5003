//! What to say on the telephone: chosen facts in order, without or with what identifies the child.
//!
//! Masking takes away what it knows; whoever reads the sheet still looks for what is left.

use super::state::{Content, Item, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::body_map::BodyMark;
use crate::domain::logboek::note::{Certainty, NoteKind, Source};
use crate::domain::logboek::writing_help::name_hint;
use crate::domain::moment::{MONTHS, Moment};

/// Stands where something identifying stood.
pub const MASK: &str = "…";
/// How many names one text can hold before masking gives up on it.
const NAMES_MAX: usize = 100;

/// Whether the sheet identifies the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// For advice: no name, group, place or exact date (STAP-13, DOS-14).
    Anonymous,
    /// For a melding: by name, with source and date (MEL-02).
    Named,
}

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// The entry that it comes from.
    pub id: EntryId,
    /// When; absent on an anonymous sheet.
    pub at: Option<Moment>,
    /// How many whole weeks ago.
    pub weeks_ago: u32,
    /// What was seen or said.
    pub text: String,
    /// The literal words; may be empty.
    pub words: String,
    /// Where on the body something was seen.
    pub marks: Vec<BodyMark>,
    /// The item of the signalenlijst; empty for a note.
    pub signaal_id: String,
    /// Where the knowledge comes from; who told it may be withheld.
    pub source: Source,
    /// Whether it is a supposition, which the sheet says.
    pub is_supposition: bool,
    /// Whether it is about a brother or sister, which the sheet says.
    pub is_about_sibling: bool,
}

/// Returns what may stand on a sheet, the oldest first: facts, statements and ticked signalen.
pub fn offered(state: &State, casus: CasusId) -> Vec<&Item> {
    let mut items: Vec<&Item> = state.items_of(casus).filter(|item| is_offered(item)).collect();
    items.reverse();
    items
}

/// Tells whether an item goes onto a sheet unless the user leaves it out: a fact does, a
/// supposition only when chosen (MEL-14).
pub fn is_fact(item: &Item) -> bool {
    item.note().is_none_or(|note| note.certainty == Certainty::Fact)
}

fn is_offered(item: &Item) -> bool {
    match &item.content {
        Content::Signaal(_) => true,
        Content::Note(note) => !matches!(
            note.kind,
            NoteKind::WorkNote | NoteKind::StepTaken | NoteKind::Decision | NoteKind::Contact
        ),
        _ => false,
    }
}

/// Builds the sheet of the chosen entries, the oldest first.
pub fn call_sheet(
    state: &State,
    casus: CasusId,
    chosen: &[EntryId],
    naming: Naming,
    now: Moment,
) -> Vec<SheetLine> {
    let about = state.casus(casus).map_or("", |casus| casus.about.as_str());
    let items = offered(state, casus).into_iter().filter(|item| chosen.contains(&item.id));
    items.map(|item| line(item, about, naming, now)).collect()
}

fn line(item: &Item, about: &str, naming: Naming, now: Moment) -> SheetLine {
    let own = |text: &str| match naming {
        Naming::Named => text.to_owned(),
        Naming::Anonymous => masked(text, about),
    };
    let days = (now.date() - item.captured_at.date()).num_days();
    let mut line = SheetLine {
        id: item.id,
        at: (naming == Naming::Named).then_some(item.captured_at),
        weeks_ago: u32::try_from(days / 7).unwrap_or_default(),
        text: String::new(),
        words: String::new(),
        marks: Vec::new(),
        signaal_id: String::new(),
        source: Source::Own,
        is_supposition: !is_fact(item),
        is_about_sibling: item.is_about_sibling(),
    };
    let source = match &item.content {
        Content::Note(note) => {
            line.text = own(item.newest_correction().unwrap_or(&note.text));
            line.words = own(&note.words);
            line.marks = note.marks().iter().map(|mark| mark.with_texts(own)).collect();
            &note.source
        }
        Content::Signaal(signaal) => {
            line.text = own(&signaal.fact);
            line.signaal_id.clone_from(&signaal.signaal_id);
            &signaal.source
        }
        _ => &Source::Own,
    };
    if let Source::Told(relation) = source {
        line.source = Source::Told(own(relation));
    }
    line
}

/// Takes away the child's initials, names, the group, and days of the calendar.
pub fn masked(text: &str, about: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for place in 0..words.len() {
        let before = place.checked_sub(1).and_then(|place| words.get(place)).cloned();
        let Some(word) = words.get_mut(place) else { continue };
        let gives_away = is_about(word, about)
            || is_day(word)
            || before.is_some_and(|before| is_pair(&before, word));
        if gives_away {
            let tail: String = word
                .chars()
                .rev()
                .take_while(|it| matches!(it, ',' | ';' | ':' | '?' | '!'))
                .collect();
            *word = [MASK, &tail].concat();
        }
    }
    let mut text = words.join(" ");
    for _ in 0..NAMES_MAX {
        let Some(name) = name_hint(&text).map(str::to_owned) else { break };
        text = text.replace(&name, MASK);
    }
    text
}

fn bare(word: &str) -> &str {
    word.trim_matches(|it: char| !it.is_alphanumeric())
}

fn is_about(word: &str, about: &str) -> bool {
    let about = bare(about);
    !about.is_empty() && bare(word) == about
}

/// A day in figures, or a year.
fn is_day(word: &str) -> bool {
    let word = bare(word);
    let is_figures = word.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '/' | '.'));
    let separators = word.chars().filter(|it| matches!(it, '-' | '/')).count();
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    !word.is_empty() && is_figures && (separators > 0 || is_year)
}

/// The number of a group, or the month after a day.
fn is_pair(before: &str, word: &str) -> bool {
    let (before, word) = (bare(before), bare(word));
    let starts_with_digit = |text: &str| text.starts_with(|it: char| it.is_ascii_digit());
    let is_month = MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word));
    (before.eq_ignore_ascii_case("groep") && starts_with_digit(word))
        || (is_month && starts_with_digit(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{CasusOpened, Event};
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::logboek::body_map::{BodyMap, Side, Spot};
    use crate::domain::logboek::note::Note;

    const WEEK_MS: i64 = 7 * 24 * 3_600_000;

    fn moment(weeks: i64) -> Moment {
        Moment { unix_ms: 1_790_000_000_000 + weeks * WEEK_MS, offset_minutes: 120 }
    }

    fn state(notes: Vec<Note>) -> State {
        let opened = Event::CasusOpened(CasusOpened {
            casus: CASUS,
            about: "M.".to_owned(),
            group: "5".to_owned(),
            profile_id: "kms".to_owned(),
        });
        let events = [opened].into_iter().chain(notes.into_iter().map(Event::NoteRecorded));
        replay((1..).map(moment).zip(events))
    }

    fn note(kind: NoteKind, text: &str) -> Note {
        Note { text: text.to_owned(), ..Note::new(kind) }
    }

    #[test]
    fn an_anonymous_sheet_holds_no_name_group_or_day() {
        let cases = [
            ("M. sliep in groep 5 op tafel", "… sliep in groep … op tafel"),
            ("Geboren op 3-11-2016, zegt ze", "Geboren op …, zegt ze"),
            ("Het was 3 november 2025", "Het was 3 … …"),
            ("Hij vertelde dat Kevin huilde", "Hij vertelde dat … huilde"),
            ("Vier blauwe plekken, 2 cm", "Vier blauwe plekken, 2 cm"),
        ];
        for (text, expected) in cases {
            assert_eq!(masked(text, "M."), expected);
        }
    }

    #[test]
    fn the_sheet_for_advice_says_weeks_and_the_one_for_a_melding_says_when_and_from_whom() {
        let told = Source::Told("klasgenoot".to_owned());
        let state = state(vec![
            note(NoteKind::Seen, "M. at niets"),
            Note { source: told, ..note(NoteKind::OtherSays, "Hij slaapt niet") },
        ]);
        let chosen: Vec<EntryId> = offered(&state, CASUS).iter().map(|item| item.id).collect();
        let anonymous = call_sheet(&state, CASUS, &chosen, Naming::Anonymous, moment(5));
        assert_eq!((anonymous[0].text.as_str(), anonymous[0].at), ("… at niets", None));
        assert_eq!(anonymous[0].weeks_ago, 3);
        let named = call_sheet(&state, CASUS, &chosen, Naming::Named, moment(5));
        assert_eq!((named[0].text.as_str(), named[0].at), ("M. at niets", Some(moment(2))));
        assert_eq!(named[1].source, Source::Told("klasgenoot".to_owned()));
    }

    #[test]
    fn marks_on_the_body_go_along_and_are_masked_for_advice() {
        let spot = Spot { side: Side::Back, x: 760, y: 340 };
        let mark = BodyMark { said: "Dat deed M. zelf".to_owned(), ..BodyMark::new(spot) };
        let marked = Note { body_map: BodyMap::of(vec![mark]), ..note(NoteKind::Seen, "Gezien") };
        let state = state(vec![marked]);
        let chosen: Vec<EntryId> = offered(&state, CASUS).iter().map(|item| item.id).collect();
        let said = |naming| {
            let line = call_sheet(&state, CASUS, &chosen, naming, moment(5)).remove(0);
            (line.marks[0].spot, line.marks[0].said.clone())
        };
        assert_eq!(said(Naming::Named), (spot, "Dat deed M. zelf".to_owned()));
        assert_eq!(said(Naming::Anonymous), (spot, "Dat deed … zelf".to_owned()));
    }

    #[test]
    fn only_what_was_chosen_goes_along_and_work_notes_never_do() {
        let state = state(vec![
            note(NoteKind::Seen, "Sliep"),
            note(NoteKind::WorkNote, "Navragen"),
            Note { certainty: Certainty::Hypothesis, ..note(NoteKind::Seen, "Is bang") },
            note(NoteKind::Heard, "Riep hard"),
        ]);
        let offered = offered(&state, CASUS);
        let facts: Vec<EntryId> =
            offered.iter().filter(|item| is_fact(item)).map(|item| item.id).collect();
        assert_eq!((offered.len(), facts.len()), (3, 2));
        let texts = |chosen: &[EntryId]| {
            let lines = call_sheet(&state, CASUS, chosen, Naming::Named, moment(9));
            lines.into_iter().map(|line| (line.text, line.is_supposition)).collect::<Vec<_>>()
        };
        assert_eq!(texts(&facts), [("Sliep".to_owned(), false), ("Riep hard".to_owned(), false)]);
        assert_eq!(texts(&[offered[1].id]), [("Is bang".to_owned(), true)]);
    }
}
