//! What stands in the fields while an own protocol is being changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::Profile;
use crate::domain::protocol::own::{
    OwnContact, OwnTerm, Place, Rule, SchoolProfile, UNITS, places,
};
use crate::domain::protocol::profile::{SkipGround, TermId};
use crate::ui::state::profile_by_id;
use crate::ui::text::dates;

/// The word of a term that is as the base has it.
pub(super) const AS_BASE: &str = "base";
/// The word of a term that is not used.
pub(super) const OFF: &str = "off";

/// The fields; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) base: &'static Profile,
    pub(super) name: RwSignal<String>,
    pub(super) maker: RwSignal<String>,
    pub(super) review: RwSignal<String>,
    pub(super) weighs: RwSignal<Vec<Role>>,
    pub(super) skip_grounds: RwSignal<Vec<SkipGround>>,
    pub(super) contacts: RwSignal<Vec<ContactFields>>,
    token: StoredValue<String>,
    texts: StoredValue<Vec<(Place, RwSignal<String>)>>,
    rules: StoredValue<Vec<(Rule, RwSignal<String>)>>,
    terms: StoredValue<Vec<TermFields>>,
}

/// The fields of a term.
#[derive(Clone, Copy)]
pub(super) struct TermFields {
    pub(super) id: TermId,
    /// The word of a unit, [`AS_BASE`] or [`OFF`].
    pub(super) unit: RwSignal<String>,
    pub(super) amount: RwSignal<String>,
}

/// The fields of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct ContactFields {
    pub(super) name: RwSignal<String>,
    pub(super) number: RwSignal<String>,
    pub(super) when: RwSignal<String>,
}

impl ContactFields {
    pub(super) fn of(contact: OwnContact) -> Self {
        Self {
            name: RwSignal::new(contact.name),
            number: RwSignal::new(contact.number),
            when: RwSignal::new(contact.when),
        }
    }
}

impl Form {
    /// Fills the fields: with what the school has of its own, else with what the base says.
    pub(super) fn of(own: SchoolProfile) -> Self {
        let base = profile_by_id(own.base);
        let text = |place: Place| {
            let text = own.texts.get(&place).map_or(place.text_in(base), String::as_str);
            (place, RwSignal::new(text.to_owned()))
        };
        let rule = |rule: Rule| {
            let word = own.rules.get(&rule).copied().unwrap_or(rule.word_in(base));
            (rule, RwSignal::new(word.to_owned()))
        };
        let term = |id: TermId| term_fields(id, own.terms.get(&id).copied());
        Self {
            base,
            name: RwSignal::new(own.name),
            maker: RwSignal::new(own.maker),
            review: RwSignal::new(own.review.map(dates::machine_day).unwrap_or_default()),
            weighs: RwSignal::new(own.weighs.unwrap_or_else(|| base.weighs.to_vec())),
            skip_grounds: RwSignal::new(
                own.skip_grounds.unwrap_or_else(|| base.rules.skip_grounds.to_vec()),
            ),
            contacts: RwSignal::new(own.contacts.into_iter().map(ContactFields::of).collect()),
            token: StoredValue::new(own.token),
            texts: StoredValue::new(places(base).into_iter().map(text).collect()),
            rules: StoredValue::new(Rule::ALL.map(rule).to_vec()),
            terms: StoredValue::new(TermId::ALL.map(term).to_vec()),
        }
    }

    /// Returns the text field of a place.
    pub(super) fn text(self, place: Place) -> Option<RwSignal<String>> {
        self.texts.with_value(|texts| {
            texts.iter().find(|(known, _)| *known == place).map(|(_, field)| *field)
        })
    }

    /// Returns every place that has a field.
    pub(super) fn places(self) -> Vec<Place> {
        self.texts.with_value(|texts| texts.iter().map(|(place, _)| *place).collect())
    }

    /// Returns every rule with its field.
    pub(super) fn rules(self) -> Vec<(Rule, RwSignal<String>)> {
        self.rules.get_value()
    }

    /// Returns every term with its fields.
    pub(super) fn terms(self) -> Vec<TermFields> {
        self.terms.get_value()
    }

    /// Reads the fields. What is the same as in the base is left out when the file is read back.
    pub(super) fn read(self, today: NaiveDate) -> SchoolProfile {
        let trimmed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let mut own = SchoolProfile::new(self.base.document, self.token.get_value(), today);
        own.name = trimmed(self.name);
        own.maker = trimmed(self.maker);
        own.review = dates::read_machine_day(&self.review.get_untracked());
        own.texts = self
            .texts
            .with_value(|texts| texts.iter().map(|(at, field)| (*at, trimmed(*field))).collect());
        own.weighs = Some(self.weighs.get_untracked());
        own.skip_grounds = Some(self.skip_grounds.get_untracked());
        own.rules = self
            .rules()
            .into_iter()
            .filter_map(|(rule, field)| {
                let chosen = field.get_untracked();
                Some((rule, *rule.words().iter().find(|word| **word == chosen)?))
            })
            .collect();
        own.terms =
            self.terms().into_iter().filter_map(|term| Some((term.id, read_term(term)?))).collect();
        own.contacts = self.contacts.with_untracked(|contacts| {
            let contact = |fields: &ContactFields| OwnContact {
                name: trimmed(fields.name),
                number: trimmed(fields.number),
                when: trimmed(fields.when),
            };
            contacts.iter().map(contact).collect()
        });
        own
    }
}

fn term_fields(id: TermId, own: Option<OwnTerm>) -> TermFields {
    let (unit, amount) = match own {
        None => (AS_BASE, String::new()),
        Some(OwnTerm::Off) => (OFF, String::new()),
        Some(OwnTerm::Agreed(amount, unit)) => {
            let word = UNITS.iter().find(|(known, _)| *known == unit).map_or("", |(_, word)| word);
            (word, amount.to_string())
        }
    };
    TermFields { id, unit: RwSignal::new(unit.to_owned()), amount: RwSignal::new(amount) }
}

fn read_term(term: TermFields) -> Option<OwnTerm> {
    let word = term.unit.get_untracked();
    if word == OFF {
        return Some(OwnTerm::Off);
    }
    let (unit, _) = UNITS.iter().find(|(_, known)| *known == word)?;
    // No number is out of range as well, and is told so.
    let amount = term.amount.with_untracked(|amount| amount.trim().parse().unwrap_or(0));
    Some(OwnTerm::Agreed(amount, *unit))
}
