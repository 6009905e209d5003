//! The signalenlijst: 83 items in five groups, examples of unsafety apart, and prompts between them.
//!
//! It adds nothing up: a tick is no proof, a number is no score.

/// One item that can be ticked.
#[derive(Debug)]
pub struct Signaal {
    /// Names the item in notes; never renamed.
    pub id: &'static str,
    /// What the screen shows.
    pub text: &'static str,
    /// Whether the item asks for care when it is shown.
    pub mark: Mark,
}

/// How an item differs from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It does not.
    None,
    /// A circumstance of the family, not behaviour: shown neutrally, never highlighted.
    Circumstance,
    /// About adults or older people: may come last for a primary school.
    Adults,
}

/// A group of items.
#[derive(Debug)]
pub struct Group {
    /// The start of the ids of its items.
    pub id: &'static str,
    /// What the screen shows.
    pub title: &'static str,
    /// The heading in the source.
    pub source: &'static str,
    /// What to keep in mind with this group.
    pub note: Option<&'static str>,
    /// Its items, in the order of the source.
    pub items: &'static [Signaal],
}

/// A list of examples without an end; it leads to a call or to the weighing, never to a count.
#[derive(Debug)]
pub struct Examples {
    /// "acute", "structural", "disclosure" or "caution".
    pub id: &'static str,
    /// What the screen shows.
    pub title: &'static str,
    /// What the term means.
    pub definition: &'static str,
    /// The examples.
    pub items: &'static [Signaal],
}

/// A hint from signals to examples or to a card; it ticks nothing.
#[derive(Debug)]
pub struct Prompt {
    /// The signals that bring it up.
    pub signals: &'static [&'static str],
    /// The examples to look at as well.
    pub see: &'static [&'static str],
    /// Why, in a few words.
    pub why: &'static str,
    /// The card with special help.
    pub card: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/signalenlijst.rs"));

/// Returns the item or example with this id.
pub fn by_id(id: &str) -> Option<&'static Signaal> {
    let groups = GROUPS.iter().flat_map(|group| group.items);
    groups.chain(EXAMPLES.iter().flat_map(|list| list.items)).find(|item| item.id == id)
}

/// Returns the list of examples with this id.
pub fn examples(id: &str) -> Option<&'static Examples> {
    EXAMPLES.iter().find(|list| list.id == id)
}

/// Returns the hint that goes with a ticked signal.
pub fn prompt_for(id: &str) -> Option<&'static Prompt> {
    PROMPTS.iter().find(|prompt| prompt.signals.contains(&id))
}

/// Returns whether an item holds every word of the query, in any order, capitals and accents aside.
pub fn matches(item: &Signaal, query: &str) -> bool {
    let text = folded(item.text);
    folded(query).split_whitespace().all(|word| text.contains(word))
}

fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<&'static str> {
        let items = GROUPS.iter().flat_map(|group| group.items);
        items.filter(|item| matches(item, query)).map(|item| item.id).collect()
    }

    #[test]
    fn the_list_has_83_items_in_five_groups() {
        let counts: Vec<_> = GROUPS.iter().map(|group| group.items.len()).collect();
        assert_eq!(counts, [20, 22, 16, 13, 12]);
        assert_eq!(counts.iter().sum::<usize>(), 83);
    }

    #[test]
    fn the_examples_stand_apart_from_the_signals() {
        let counts: Vec<_> = EXAMPLES.iter().map(|list| (list.id, list.items.len())).collect();
        let expected = [("acute", 20), ("structural", 10), ("disclosure", 3), ("caution", 5)];
        assert_eq!(counts, expected);
    }

    #[test]
    fn search_finds_words_in_any_order_without_accents() {
        assert_eq!(found("HYGIENE voeding"), ["LIC-04"]);
        assert_eq!(found("ontbijt"), ["OND-14"]);
        assert_eq!(found("eenhoorn"), Vec::<&str>::new());
        assert_eq!(found("  ").len(), 83);
    }

    #[test]
    fn a_signal_without_clear_cause_hints_at_acute_unsafety_and_at_its_card() {
        let prompt = prompt_for("LIC-01").expect("a prompt");
        assert_eq!(prompt.see, ["ACU-01", "ACU-02"]);
        assert_eq!(prompt.card, Some("onduidelijk-letsel"));
        assert!(prompt_for("LIC-08").is_none());
    }

    #[test]
    fn a_parent_with_a_child_hints_at_looking_at_both_together() {
        for id in ["OUD-01", "OUD-02", "OUD-03"] {
            assert_eq!(prompt_for(id).and_then(|prompt| prompt.card), Some("contact-ouder-kind"));
        }
    }

    #[test]
    fn every_hint_leads_to_an_example() {
        for id in PROMPTS.iter().flat_map(|prompt| prompt.see) {
            assert!(by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn the_circumstances_of_a_family_are_marked() {
        assert_eq!(by_id("GEZ-11").map(|item| item.mark), Some(Mark::Circumstance));
    }
}
