//! The explanation cards: terms, norms, privacy and special situations, each with whom to call.
//!
//! A card explains and points; it decides nothing.

/// One card.
#[derive(Debug)]
pub struct Term {
    /// The last part of its address.
    pub id: &'static str,
    /// What the screen shows on top.
    pub title: &'static str,
    /// Where it stands among the cards.
    pub category: Category,
    /// The explanation in one paragraph, which a popover shows.
    pub text: &'static str,
    /// Further paragraphs.
    pub more: &'static [&'static str],
    /// Which documents say so.
    pub source: &'static str,
    /// Contacts to call, by id, in order.
    pub contacts: &'static [&'static str],
    /// Places in the school block, by id, in order; they come before the contacts.
    pub slots: &'static [&'static str],
    /// Related cards, by id.
    pub see: &'static [&'static str],
}

/// The groups of cards, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// What a word or an abbreviation means.
    Term,
    /// What must happen when.
    Norm,
    /// What may be written and shared.
    Privacy,
    /// What is different in a special situation.
    Situation,
}

include!(concat!(env!("OUT_DIR"), "/terms.rs"));

/// Returns the card with this id.
pub fn by_id(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id == id)
}

/// Returns the cards of a group.
pub fn in_category(category: Category) -> impl Iterator<Item = &'static Term> {
    TERMS.iter().filter(move |term| term.category == category)
}

impl Term {
    /// Returns whether the card holds this text, given in lower case; every card holds the empty one.
    pub fn mentions(&self, wanted: &str) -> bool {
        let holds = |text: &&str| text.to_lowercase().contains(wanted);
        [self.title, self.text].iter().chain(self.more).any(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::contacts;

    #[test]
    fn every_term_of_the_assignment_has_a_card() {
        let ids = [
            "kindermishandeling",
            "huiselijk-geweld",
            "acuut",
            "structureel",
            "onthulling",
            "meldnorm-a",
            "meldnorm-b",
            "meldnorm-c",
            "veilig-thuis",
            "advies",
            "af",
            "ib",
            "smw",
            "mdo",
            "zat",
            "swv",
            "ot",
            "cjg",
            "vir",
            "rvdk",
            "gi",
            "bevoegd-gezag",
            "meldcode",
            "afwegingskader",
            "casus",
            "werkaantekening",
            "meldrecht",
            "ontvangers",
            "inzage",
            "schoolsysteem",
            "anoniem",
            "grens-van-je-rol",
            "over-pluis",
            "collega",
            "eergeweld",
            "onduidelijk-letsel",
            "vgv",
            "extra-voorzichtig",
            "crisis",
            "haast",
            "gesprek-overslaan",
            "melden-zonder-ouders",
        ];
        for id in ids {
            assert!(by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_search_finds_cards_by_any_of_their_words() {
        let found = |wanted: &str| TERMS.iter().filter(|term| term.mentions(wanted)).count();
        assert_eq!(found(""), TERMS.len());
        assert_eq!(found("xyzzy"), 0);
        assert!(by_id("eergeweld").is_some_and(|term| term.mentions("eergerelateerd")));
    }

    #[test]
    fn every_card_leads_to_contacts_and_cards_that_exist() {
        for term in TERMS {
            assert!(term.contacts.iter().all(|id| contacts::by_id(id).is_some()), "{}", term.id);
            assert!(term.slots.iter().all(|id| contacts::slot(id).is_some()), "{}", term.id);
            assert!(term.see.iter().all(|id| by_id(id).is_some()), "{}", term.id);
        }
    }

    #[test]
    fn unclear_injury_shows_the_school_before_veilig_thuis() {
        let card = by_id("onduidelijk-letsel").expect("a card");
        assert_eq!(card.slots, ["ib", "directie"]);
        assert_eq!(card.contacts, ["veilig-thuis", "noodnummer"]);
    }

    #[test]
    fn vgv_shows_danger_report_and_knowledge_in_that_order() {
        let card = by_id("vgv").expect("a card");
        assert_eq!(card.contacts, ["noodnummer", "veilig-thuis", "pharos"]);
    }

    #[test]
    fn without_consent_there_are_four_receivers() {
        let text = by_id("ontvangers").expect("a card").text;
        for receiver in ["Veilig Thuis", "Raad", "politie", "gecertificeerde instelling"] {
            assert!(text.contains(receiver), "{receiver}");
        }
    }
}
