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
    /// Websites of others, opened after a tap only.
    pub links: &'static [Link],
}

/// A website of somebody else.
#[derive(Debug)]
pub struct Link {
    /// What it is.
    pub name: &'static str,
    /// Its address.
    pub url: &'static str,
}

impl Link {
    /// Returns the name of the place that sees the visit.
    pub fn host(&self) -> &'static str {
        let rest = self.url.trim_start_matches("https://");
        rest.split('/').next().unwrap_or(rest)
    }
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

    /// Returns everything that a card says.
    fn whole(id: &str) -> String {
        let card = by_id(id).unwrap_or_else(|| panic!("no card {id}"));
        [card.text].iter().chain(card.more).copied().collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_complaints_committee_has_seven_points_and_doubt_means_report() {
        let card = by_id("lkc").expect("a card");
        assert_eq!(card.more.len(), 7);
        assert!(whole("lkc").contains("moet zij melden"));
        assert!(whole("zorgvuldig-melden").contains("geen grond voor een klacht"));
    }

    #[test]
    fn six_forms_are_named_with_rounded_shares() {
        let text = whole("vormen");
        for form in ["verwaarlozing", "seksueel misbruik", "getuige"] {
            assert!(text.contains(form), "{form}");
        }
        assert!(!text.contains('%') && text.contains("tellen niet precies op"));
    }

    #[test]
    fn every_task_card_says_what_its_holder_does() {
        assert!(whole("af-taken").contains("klankbord"));
        assert!(whole("ib-taken").contains("verdeelt de taken"));
        assert!(whole("directie-taken").contains("bewaakt tijd en voortgang"));
        assert!(whole("vertrouwenspersoon").contains("over iemand van school"));
        assert!(whole("casemanager").contains("wat jullie verwachten"));
    }

    #[test]
    fn the_index_holds_no_content_and_is_a_right() {
        let text = whole("vir");
        assert!(text.contains("tot 23 jaar") && text.contains("nooit wat er aan de hand is"));
        assert!(text.contains("recht, geen plicht") && text.contains("doet niet de leerkracht"));
        assert!(text.contains("meer gebieden") && text.contains("aparte keuze"));
    }

    #[test]
    fn privacy_says_first_what_may_be_done_and_how_to_send_it() {
        assert!(whole("wat-mag-wel").contains("Daar is geen toestemming voor nodig"));
        let mail = whole("werkmail");
        assert!(mail.contains("werkmail") && mail.contains("lopende en gesloten"));
    }

    #[test]
    fn after_a_melding_child_teacher_and_feedback_are_looked_after() {
        let after = whole("na-de-melding");
        assert!(after.contains("vrijwillig") && after.contains("bestuur"));
        assert!(after.contains("veiligheid, een vaste volwassene en aandacht"));
        let care = whole("nazorg");
        assert!(care.contains("vier maanden") && care.contains("bij wie je terechtkunt"));
        assert!(care.contains("de school regelt steun"));
    }

    #[test]
    fn help_is_arranged_and_the_class_supports() {
        let text = whole("hulp-op-school");
        assert!(text.contains("wordt geen hulpverlener") && text.contains("plan in de klas"));
        assert!(text.contains("echt hebben gekregen") && text.contains("tips uit voor thuis"));
    }

    #[test]
    fn known_obstacles_each_have_a_way_on() {
        let card = by_id("drempels").expect("a card");
        assert_eq!(card.more.len(), 5);
        assert!(whole("drempels").contains("Pluis telt de werkdagen"));
    }

    #[test]
    fn a_hard_talk_has_cards_for_sharing_feeling_asking_and_effects() {
        assert!(whole("zorg-delen").contains("ochtend in de klas"));
        assert!(whole("emoties").contains("als het rustiger is"));
        assert!(whole("doorvragen").contains("eigen woorden"));
        assert!(whole("effecten-gesprek").contains("verraad door hun kind"));
    }

    #[test]
    fn the_words_of_a_protocol_are_as_wide_as_it_uses_them() {
        let text = whole("woorden-in-het-protocol");
        assert!(text.contains("Ouders: ook verzorgers") && text.contains("Professional:"));
    }

    #[test]
    fn it_is_told_why_it_matters_and_what_the_law_asks() {
        let why = whole("waarom-het-ertoe-doet");
        assert!(why.contains("één kind") && why.contains("bijna de helft"));
        assert!(why.contains("tien soorten") && why.contains("maakt verschil"));
        let law = whole("wet");
        for part in ["2013", "2019", "verdeelt wie wat doet", "norm van het beroep", "verouderd"] {
            assert!(law.contains(part), "{part}");
        }
    }

    #[test]
    fn the_tasks_of_a_year_are_all_there_with_their_holders() {
        let numbered = |id: &str| by_id(id).expect("a card").more.len();
        assert_eq!((numbered("directie-beleid"), numbered("centrale-contactpersoon")), (11, 8));
        let list = by_id("af-jaarlijst").expect("a card").more;
        let held = |text: &&str| text.matches('(').count();
        assert_eq!(list.iter().map(held).collect::<Vec<_>>(), [4, 8, 4, 5, 1, 2, 1]);
        for holder in ["(AF)", "(AF en SMW)", "(AF en directie)", "(directie)"] {
            assert!(list.iter().any(|text| text.contains(holder)), "{holder}");
        }
        let social_work = whole("smw-taken");
        assert!(social_work.contains("stap 4 en 5") && social_work.contains("verwijsindex"));
    }

    #[test]
    fn parents_hear_of_the_code_and_are_kept_in_touch() {
        let text = whole("uitleg-voor-ouders");
        assert!(text.contains("vijf stappen: de meldcode") && text.contains("0800-2000"));
        let touch = whole("ouders-erbij-houden");
        assert!(touch.contains("kans groter dat ze hulp aannemen") && touch.contains("Kom na"));
    }

    #[test]
    fn help_goes_by_the_centre_or_by_the_director() {
        let centre = whole("hulp-via-cjg");
        assert!(
            centre.contains("casemanager vertelt de ouders") && centre.contains("eerdere stappen")
        );
        let director = whole("hulp-via-directeur");
        assert!(director.contains("neemt de directeur het initiatief"));
        assert!(
            director.contains("voert hem niet zelf uit") && director.contains("Veilig Thuis kan")
        );
    }

    #[test]
    fn the_first_step_can_look_further_and_at_parent_and_child() {
        let further = whole("verder-kijken");
        assert!(
            further.contains("in je klas komen kijken") && further.contains("jeugdverpleegkundige")
        );
        assert_eq!(by_id("contact-ouder-kind").expect("a card").more.len(), 5);
    }

    #[test]
    fn eight_programmes_for_children_and_courses_for_staff_are_named() {
        let text = whole("voorlichting-kinderen");
        for name in [
            "Zippy",
            "Klokhuis",
            "Leefstijl",
            "Sociale Talenten",
            "Taakspel",
            "Safe You Safe Me",
            "Marietje Kessels",
            "Rots en Water",
        ] {
            assert!(text.contains(name), "{name}");
        }
        assert!(text.contains("vragen vaker hulp"));
        let courses = whole("bijblijven");
        assert!(courses.contains("Augeo") && courses.contains("LVAK"));
    }

    #[test]
    fn the_mark_of_quality_is_walked_through_in_questions() {
        let points = by_id("keurmerk").expect("a card").more;
        assert_eq!(points.iter().filter(|point| point.ends_with('?')).count(), 7);
    }

    #[test]
    fn links_lead_out_by_name_of_their_place() {
        let links = TERMS.iter().flat_map(|term| term.links);
        let hosts: Vec<_> = links.map(Link::host).collect();
        assert_eq!(hosts, ["www.augeo.nl", "www.meldcode.nl", "www.afwegingskadermeldcode.nl"]);
    }

    #[test]
    fn without_consent_there_are_four_receivers() {
        let text = by_id("ontvangers").expect("a card").text;
        for receiver in ["Veilig Thuis", "Raad", "politie", "gecertificeerde instelling"] {
            assert!(text.contains(receiver), "{receiver}");
        }
    }
}
