//! Whom to call: the numbers with what is known of them, and which number answers which question.
//!
//! The school's own people are only places here; the user fills them in and they stay on the phone.

use chrono::{Months, NaiveDate};

/// After this many months a number wants checking again.
const FRESH_MONTHS: u32 = 12;

/// Somebody who can be called.
#[derive(Debug)]
pub struct Contact {
    /// Names the contact in links and logs.
    pub id: &'static str,
    /// The organisation.
    pub name: &'static str,
    /// The number as people write it.
    pub number: &'static str,
    /// Whether and what a tap dials.
    pub dial: Dial,
    /// Where it stands on the screen.
    pub block: Block,
    /// What it is for.
    pub purpose: &'static str,
    /// When to call it.
    pub when: &'static str,
    /// When somebody answers.
    pub hours: &'static str,
    /// What a call costs.
    pub cost: &'static str,
    /// Whom it serves.
    pub audience: Audience,
    /// Who says that this is the number.
    pub source: &'static str,
    /// How sure that is.
    pub status: Status,
}

/// Whether a number can be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dial {
    /// These digits follow "tel:".
    Tel(&'static str),
    /// It is shown with this reason why not.
    Not(&'static str),
}

/// The blocks of the contact screen, in order; the school's own stands after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The two numbers that are one tap away everywhere.
    Emergency,
    /// The police without haste.
    Police,
    /// For a special question.
    Special,
    /// For children themselves.
    Children,
    /// Of the region of one profile.
    Regional(&'static str),
}

/// Whom a contact serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anybody.
    Everyone,
    /// People who work at a school.
    School,
    /// The child itself.
    Child,
}

/// How sure a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Laid down by law: it does not grow old.
    Fixed,
    /// Confirmed outside the protocols, on this date.
    Checked(CheckedOn),
    /// Confirmed outside the protocols, by a source without a date.
    Undated,
    /// Only in a protocol: shown behind a tap, never as an emergency.
    Unchecked,
}

/// When a number was confirmed, as precisely as the source tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedOn {
    /// In this year.
    Year(i32),
    /// In this month.
    Month(i32, u32),
    /// On this day.
    Day(i32, u32, u32),
}

/// A place for somebody of the school.
#[derive(Debug)]
pub struct Slot {
    /// Names the place in what the user stores.
    pub id: &'static str,
    /// The function.
    pub title: &'static str,
    /// What the place is for.
    pub hint: &'static str,
    /// Whether there may be several, each with groups.
    pub per_group: bool,
}

/// One question of "Welk nummer voor welke vraag?".
#[derive(Debug)]
pub struct Question {
    /// Names the question in links.
    pub id: &'static str,
    /// The question.
    pub ask: &'static str,
    /// One or two sentences of advice.
    pub advice: &'static str,
    /// Whom to call, in the order in which to try.
    pub call: &'static [Target],
    /// The card with more.
    pub card: Option<&'static str>,
}

/// Whom a question leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A contact, by id.
    Contact(&'static str),
    /// A place in the school block, by id.
    Slot(&'static str),
}

include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

impl Contact {
    /// Returns whether the number stands behind a tap, with the mark that nobody checked it.
    pub fn is_unchecked(&self) -> bool {
        self.status == Status::Unchecked
    }

    /// Returns the address of a call link.
    pub fn href(&self) -> Option<String> {
        match self.dial {
            Dial::Tel(digits) => Some(["tel:", digits].concat()),
            Dial::Not(_) => None,
        }
    }
}

impl CheckedOn {
    /// Returns the first day that this can mean.
    pub fn first_day(self) -> Option<NaiveDate> {
        let (year, month, day) = match self {
            Self::Year(year) => (year, 1, 1),
            Self::Month(year, month) => (year, month, 1),
            Self::Day(year, month, day) => (year, month, day),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

/// Returns the contact with this id.
pub fn by_id(id: &str) -> Option<&'static Contact> {
    CONTACTS.iter().find(|contact| contact.id == id)
}

/// Returns the contact that these digits call.
pub fn by_tel(tel: &str) -> Option<&'static Contact> {
    let dials = |contact: &&Contact| matches!(contact.dial, Dial::Tel(digits) if digits == tel);
    CONTACTS.iter().find(dials)
}

/// Returns the place in the school block with this id.
pub fn slot(id: &str) -> Option<&'static Slot> {
    SLOTS.iter().find(|slot| slot.id == id)
}

/// Returns the question with this id.
pub fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

/// Returns the contacts of a block, in the order of the screen.
pub fn in_block(block: Block) -> impl Iterator<Item = &'static Contact> {
    CONTACTS.iter().filter(move |contact| contact.block == block)
}

/// Returns the contacts of the profile's region.
pub fn regional(profile: &str) -> impl Iterator<Item = &'static Contact> {
    CONTACTS.iter().filter(move |contact| match contact.block {
        Block::Regional(of) => of == profile,
        _ => false,
    })
}

/// Returns whether the number was confirmed more than a year ago, or nobody knows when.
pub fn is_stale(contact: &Contact, today: NaiveDate) -> bool {
    match contact.status {
        Status::Fixed => false,
        Status::Checked(on) => on
            .first_day()
            .and_then(|day| day.checked_add_months(Months::new(FRESH_MONTHS)))
            .is_none_or(|until| today > until),
        Status::Undated | Status::Unchecked => true,
    }
}

/// Returns what to say beside a number that may no longer be right (CON-06).
pub fn warning(contact: &Contact, today: NaiveDate) -> Option<&'static str> {
    match contact.status {
        Status::Unchecked => Some(UNCHECKED),
        Status::Undated => Some(UNDATED),
        _ => is_stale(contact, today).then_some(STALE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn contact(id: &str) -> &'static Contact {
        by_id(id).expect("a contact")
    }

    #[test]
    fn the_emergency_numbers_come_first_and_dial() {
        let dialled: Vec<_> = in_block(Block::Emergency).map(|contact| contact.dial).collect();
        assert_eq!(dialled, [Dial::Tel("112"), Dial::Tel("08002000")]);
    }

    #[test]
    fn a_number_goes_stale_after_a_year_and_a_day() {
        let checked = contact("veilig-thuis");
        assert!(!is_stale(checked, day(2026, 10, 29)));
        assert!(is_stale(checked, day(2026, 10, 30)));
    }

    #[test]
    fn the_emergency_number_never_goes_stale_and_an_undated_one_always_is() {
        assert!(!is_stale(contact("noodnummer"), day(2099, 1, 1)));
        assert!(is_stale(contact("vertrouwensinspectie"), day(2000, 1, 1)));
    }

    #[test]
    fn each_doubt_about_a_number_has_its_own_warning() {
        let warning = |id| warning(contact(id), day(2026, 10, 29));
        assert_eq!(warning("noodnummer"), None);
        assert_eq!(warning("veilig-thuis"), None);
        assert_eq!(warning("politie"), Some(STALE));
        assert_eq!(warning("lec-egg"), Some(UNDATED));
        assert_eq!(warning("pharos"), Some(UNCHECKED));
    }

    #[test]
    fn digits_lead_back_to_who_was_called() {
        assert_eq!(by_tel("08002000").map(|contact| contact.id), Some("veilig-thuis"));
        assert!(by_tel("0612345678").is_none());
    }

    #[test]
    fn the_two_odd_numbers_are_shown_but_not_dialled() {
        let not_dialled = CONTACTS.iter().filter(|contact| contact.href().is_none());
        let ids: Vec<_> = not_dialled.map(|contact| contact.id).collect();
        assert_eq!(ids, ["haaglanden-neherkade", "gooi-veilig-thuis-hilversum"]);
    }

    #[test]
    fn the_numbers_of_the_assignment_are_there() {
        let numbers = [
            ("veilig-thuis", "tel:08002000"),
            ("politie", "tel:09008844"),
            ("kindertelefoon", "tel:08000432"),
            ("seksueel-geweld", "tel:08000188"),
            ("zelfmoordpreventie", "tel:113"),
            ("vertrouwensinspectie", "tel:09001113111"),
            ("slachtofferhulp", "tel:09000101"),
            ("lec-egg", "tel:0889648550"),
            ("pharos", "tel:0302349800"),
            ("letselduiding", "tel:0302758292"),
            ("hulplijn-seksueel-misbruik", "tel:09009999001"),
        ];
        for (id, href) in numbers {
            assert_eq!(contact(id).href().as_deref(), Some(href));
        }
    }

    #[test]
    fn unconfirmed_numbers_are_marked_and_regional_ones_belong_to_their_profile() {
        for id in ["pharos", "letselduiding", "hulplijn-seksueel-misbruik"] {
            assert!(contact(id).is_unchecked(), "{id}");
        }
        assert_eq!(regional("kc-balans").count(), 3);
        assert_eq!(regional("kms").count(), 8);
        assert_eq!(regional("landelijk").count(), 0);
        assert!(regional("kms").chain(regional("kc-balans")).all(Contact::is_unchecked));
    }

    #[test]
    fn unclear_injury_goes_to_the_school_first_and_then_to_veilig_thuis() {
        let targets = question("letsel").expect("a question").call;
        let expected = [
            Target::Slot("ib"),
            Target::Slot("directie"),
            Target::Contact("veilig-thuis"),
            Target::Contact("noodnummer"),
        ];
        assert_eq!(targets, expected);
    }

    #[test]
    fn doubt_calls_veilig_thuis_first() {
        let targets = question("twijfel").expect("a question").call;
        assert_eq!(targets.first(), Some(&Target::Contact("veilig-thuis")));
    }

    #[test]
    fn every_question_leads_to_somebody_who_exists() {
        for target in QUESTIONS.iter().flat_map(|question| question.call) {
            match *target {
                Target::Contact(id) => assert!(by_id(id).is_some(), "{id}"),
                Target::Slot(id) => assert!(slot(id).is_some(), "{id}"),
            }
        }
    }

    #[test]
    fn an_unconfirmed_number_is_never_an_emergency() {
        for contact in CONTACTS.iter().filter(|contact| contact.is_unchecked()) {
            assert_ne!(contact.block, Block::Emergency, "{}", contact.id);
        }
    }
}
