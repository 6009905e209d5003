//! Makes the profile that screens and engine follow from a school's own one and its base.
//!
//! The weighing comes whole from the base; what the floor says stands beside a school's own words.

use chrono::Datelike;

use crate::domain::moment::MONTHS;
use crate::domain::phone;
use crate::domain::protocol::contacts::{Audience, Block, Contact, Dial, Status};
use crate::domain::protocol::fill::filled;
use crate::domain::protocol::floor;
use crate::domain::protocol::profile::{Line, Profile, Step, Term, template_by_id};

use super::{OwnContact, OwnTerm, Place, Rule, SchoolProfile, StepText};

/// Who says that a number of a school is right.
const SOURCE: &str = "van je school, niet gecontroleerd";
/// What a number of a school is for, before the school's own words.
const PURPOSE: &str = "Nummer van je school of je regio";
/// When somebody answers a number of a school.
const HOURS: &str = "Bereikbaar: vraag je school";
/// What a number of a school costs.
const COST: &str = "kosten: gewoon tarief";

/// Makes the profile; nothing when this version does not know its base.
///
/// It stays until the app ends, as the profiles that ship do: everything that shows a protocol
/// refers to it for as long. That is some tens of kilobytes for each one that a user keeps or
/// looks at.
pub fn derive(own: &SchoolProfile) -> Option<&'static Profile> {
    let template = template_by_id(own.base)?;
    let mut names = template.names;
    for (place, text) in &own.texts {
        if let Place::Name(name) = place {
            *names.of_mut(*name) = keep(text.clone());
        }
    }
    let base = filled(template, names);
    let mut rules = base.rules;
    own.rules.iter().for_each(|(rule, word)| Rule::put(*rule, word, &mut rules));
    if let Some(grounds) = &own.skip_grounds {
        rules.skip_grounds = Vec::leak(grounds.clone());
    }
    let id = keep(own.id());
    Some(Box::leak(Box::new(Profile {
        id,
        name: keep(own.name.clone()),
        source: keep(format!("{}, naar protocol {} ({})", own.name, base.name, base.source)),
        version: keep(long_day(own)),
        weighs: own.weighs.clone().map_or(base.weighs, |roles| Vec::leak(roles)),
        steps: Vec::leak(base.steps.iter().map(|step| step_of(own, step)).collect()),
        lines: Vec::leak(base.lines.iter().map(|line| line_of(own, line)).collect()),
        rules,
        terms: Vec::leak(base.terms.iter().filter_map(|term| term_of(own, term)).collect()),
        contacts: Vec::leak(
            (1..).zip(&own.contacts).map(|(n, it)| contact_of(id, n, it)).collect(),
        ),
        ..base
    })))
}

fn keep(text: String) -> &'static str {
    String::leak(text)
}

/// Puts what holds everywhere behind a school's own words, unless they say it already.
fn with_floor(text: &str, beside: &str) -> &'static str {
    if text.contains(beside) {
        return keep(text.to_owned());
    }
    let dot = if text.ends_with(['.', '!', '?']) { " " } else { ". " };
    keep([text, dot, beside].concat())
}

fn step_of(own: &SchoolProfile, base: &Step) -> Step {
    let mut step = *base;
    for text in StepText::ALL {
        if let Some(words) = own.texts.get(&Place::Step(step.number, text)) {
            *text.of_mut(&mut step) = with_floor(words, floor::beside_step(step.number, text));
        }
    }
    step
}

fn line_of(own: &SchoolProfile, base: &Line) -> Line {
    match own.texts.get(&Place::Line(base.topic)) {
        Some(words) => Line { text: with_floor(words, floor::beside_line(base.topic)), ..*base },
        None => *base,
    }
}

fn term_of(own: &SchoolProfile, base: &Term) -> Option<Term> {
    match own.terms.get(&base.id) {
        None => Some(*base),
        Some(OwnTerm::Off) => None,
        Some(OwnTerm::Agreed(amount, unit)) => {
            Some(Term { amount: *amount, unit: *unit, suggested: false, ..*base })
        }
    }
}

fn contact_of(profile: &'static str, number: usize, own: &OwnContact) -> Contact {
    let dial = match phone::dialled(&own.number) {
        Some(digits) => Dial::Tel(keep(digits)),
        None => Dial::Not(SOURCE),
    };
    Contact {
        id: keep(format!("{profile}/{number}")),
        name: keep(own.name.clone()),
        number: keep(own.number.clone()),
        dial,
        block: Block::Regional(profile),
        purpose: PURPOSE,
        when: keep(own.when.clone()),
        hours: HOURS,
        cost: COST,
        audience: Audience::School,
        source: SOURCE,
        status: Status::Unchecked,
    }
}

fn long_day(own: &SchoolProfile) -> String {
    let day = own.version;
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}
