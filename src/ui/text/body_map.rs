//! The words of the body map: its regions, and what there is to say about a mark.

use crate::domain::logboek::body_map::{BodyMark, Half, Part, Region, Side};

/// Unfolds the map under "Meer".
pub const TITLE: &str = "Waar op het lichaam?";
/// How to use it, and whose left it is.
pub const LEAD: &str =
    "Tik aan waar je iets zag. L is links voor het kind, R is rechts voor het kind.";
/// What the map is not for.
pub const CARE: &str = "Schrijf op wat je ziet, niet wat je denkt. Maak geen foto. Kleed een kind niet uit en onderzoek het niet.";
/// Leads to the card about injuries.
pub const UNCLEAR: &str = "Weet je niet hoe het letsel komt?";
/// The name of that link.
pub const READ_CARD: &str = "Lees wat je dan doet";
/// Where that link leads.
pub const CARD: &str = "/uitleg/onduidelijk-letsel";
/// The equal alternative to pointing.
pub const CHOOSE: &str = "Of kies de plek uit de lijst";
/// The line of the list that is no place.
pub const NO_CHOICE: &str = "Kies een plek";
/// Puts the chosen place on the map.
pub const ADD: &str = "Zet op de kaart";
/// Said when nothing was chosen from the list.
pub const CHOOSE_FIRST: &str = "Kies eerst een plek in de lijst.";
/// The child's right on the drawing.
pub const RIGHT: &str = "R";
/// The child's left on the drawing.
pub const LEFT: &str = "L";
/// How large.
pub const SIZE: &str = "Grootte";
/// Which colour.
pub const COLOR: &str = "Kleur";
/// Which shape.
pub const SHAPE: &str = "Vorm";
/// What the child says about it.
pub const SAID: &str = "Wat zegt het kind erover?";
/// How to write that down.
pub const SAID_REMARK: &str = "Precies zoals het kind het zegt. Vraag niet door.";
/// Takes a mark away.
pub const REMOVE: &str = "Haal weg";

/// Returns the name of a side.
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::Front => "Voorkant",
        Side::Back => "Achterkant",
    }
}

/// Returns a region in words, such as "linkerbovenarm" or "borst, midden".
pub fn region(region: Region) -> String {
    let part = part(region.part);
    match (region.half, is_of_trunk(region.part)) {
        (Half::Whole, _) => part.to_owned(),
        (Half::Middle, _) => [part, ", midden"].concat(),
        (Half::Left, true) => [part, ", links"].concat(),
        (Half::Right, true) => [part, ", rechts"].concat(),
        (Half::Left, false) => ["linker", part].concat(),
        (Half::Right, false) => ["rechter", part].concat(),
    }
}

const fn is_of_trunk(part: Part) -> bool {
    matches!(
        part,
        Part::Chest
            | Part::Belly
            | Part::LowerBelly
            | Part::UpperBack
            | Part::LowerBack
            | Part::Waist
    )
}

const fn part(part: Part) -> &'static str {
    match part {
        Part::Forehead => "voorhoofd",
        Part::Eye => "oog",
        Part::Ear => "oor",
        Part::Cheek => "wang",
        Part::Nose => "neus",
        Part::Mouth => "mond",
        Part::Chin => "kin",
        Part::BackOfHead => "achterhoofd",
        Part::Throat => "hals",
        Part::Nape => "nek",
        Part::Shoulder => "schouder",
        Part::Chest => "borst",
        Part::Belly => "buik",
        Part::LowerBelly => "onderbuik",
        Part::UpperBack => "bovenrug",
        Part::LowerBack => "onderrug",
        Part::Waist => "zij",
        Part::Hip => "heup",
        Part::Buttock => "bil",
        Part::UpperArm => "bovenarm",
        Part::Elbow => "elleboog",
        Part::Forearm => "onderarm",
        Part::Wrist => "pols",
        Part::Hand => "hand",
        Part::Thigh => "bovenbeen",
        Part::Knee => "knie",
        Part::KneeHollow => "knieholte",
        Part::Shin => "scheenbeen",
        Part::Calf => "kuit",
        Part::Ankle => "enkel",
        Part::Foot => "voet",
        Part::Heel => "hiel",
    }
}

/// Returns where a mark is, such as "Plek 1: linkerbovenarm (voorkant)".
pub fn place(number: usize, region_of: Region) -> String {
    let side = side(region_of.side).to_lowercase();
    ["Plek ", &number.to_string(), ": ", &region(region_of), " (", &side, ")"].concat()
}

/// Returns a mark as one sentence, with what was seen.
pub fn told(number: usize, mark: &BodyMark) -> String {
    let mut text = place(number, mark.spot.region());
    let seen = [&mark.size, &mark.color, &mark.shape].map(|text| text.trim());
    let seen: Vec<&str> = seen.into_iter().filter(|text| !text.is_empty()).collect();
    if !seen.is_empty() {
        let mut seen = seen.join(", ");
        if let Some(first) = seen.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text.push_str(". ");
        text.push_str(&seen);
    }
    text.push('.');
    let said = mark.said.trim();
    if !said.is_empty() {
        text.push_str([" Het kind zegt: “", said, "”"].concat().as_str());
    }
    text
}

/// Returns all marks, each as one sentence, in the order of their numbers.
pub fn all_told(marks: &[BodyMark]) -> Vec<String> {
    (1..).zip(marks).map(|(number, mark)| told(number, mark)).collect()
}

/// Says that a place was put on the map.
pub fn added(place: &str) -> String {
    ["Op de kaart gezet. ", place, "."].concat()
}

/// Says that a mark was taken away.
pub fn removed(place: &str) -> String {
    ["Weggehaald. ", place, "."].concat()
}

/// Describes a side of the map to whoever does not see it.
pub fn described(side_of: Side, places: &[String]) -> String {
    let start = ["Kind, ", &side(side_of).to_lowercase(), ". "].concat();
    if places.is_empty() {
        [&start, "Geen plekken."].concat()
    } else {
        [start, places.join(". ")].concat()
    }
}
