//! Checks and compiles the conversation guides, with the points that differ per profile.
//!
//! It does not choose a profile: it makes sure that every profile gets each varying point once.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use crate::content::{self, Checker, PROFILES, Text, literal, literals, optional, slice, table};
use crate::problem::{Problem, SourceFile};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    pub(crate) guide: Vec<Guide>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Guide {
    id: Text,
    title: Text,
    intro: Text,
    pub(crate) card: Option<Text>,
    #[serde(default)]
    pub(crate) contacts: Vec<Text>,
    section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    title: Text,
    form: Form,
    points: Vec<Point>,
}

#[derive(Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Form {
    Points,
    Steps,
    Checklist,
    Stop,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    text: Text,
    id: Option<Text>,
    #[serde(default)]
    say: Vec<Text>,
    variant: Option<Text>,
    profiles: Option<Vec<Text>>,
}

/// Checks the file and returns its tables as Rust source.
pub fn compile(file: SourceFile<'_>, problems: &mut Vec<Problem>) -> String {
    let Some(document) = content::parse::<Document>(file, problems) else {
        return String::new();
    };
    check(&document, &mut Checker::new(file, problems));
    let guides = slice(document.guide.iter().map(write));
    table("Every guide.", "GUIDES", "&[Guide]", &guides)
}

fn check(document: &Document, checker: &mut Checker<'_>) {
    checker.ids(document.guide.iter().map(|guide| &guide.id));
    for section in document.guide.iter().flat_map(|guide| &guide.section) {
        if section.points.is_empty() {
            checker.refuse(&section.title, "a section has no points");
        }
        check_variants(section, checker);
    }
}

/// Checks that the points of each variant serve every profile exactly once.
fn check_variants(section: &Section, checker: &mut Checker<'_>) {
    let mut served = BTreeMap::<_, Vec<_>>::new();
    for point in &section.points {
        checker.profiles(point.profiles.iter().flatten());
        match (&point.variant, &point.profiles) {
            (Some(variant), _) => {
                served.entry(variant.as_ref()).or_default().extend(section.profiles_of(point));
            }
            (None, Some(_)) => {
                checker.refuse(&point.text, "a point with profiles names its variant");
            }
            (None, None) => {}
        }
    }
    for (variant, profiles) in served {
        for profile in PROFILES {
            let count = profiles.iter().filter(|served| **served == profile).count();
            if count != 1 {
                let message = format!("\"{variant}\" serves {profile} {count} times");
                checker.refuse(&section.title, message);
            }
        }
    }
}

impl Section {
    /// Returns the profiles that see this point; the one without profiles serves the rest.
    fn profiles_of<'a>(&'a self, point: &'a Point) -> Vec<&'a str> {
        if let Some(profiles) = &point.profiles {
            return profiles.iter().map(|profile| profile.as_ref().as_str()).collect();
        }
        let Some(variant) = &point.variant else {
            return Vec::new();
        };
        let siblings = self.points.iter().filter(|other| other.variant.as_ref() == Some(variant));
        let taken: HashSet<_> =
            siblings.flat_map(|other| &other.profiles).flatten().map(Text::as_ref).collect();
        PROFILES.into_iter().filter(|profile| !taken.contains(&(*profile).to_owned())).collect()
    }
}

fn write(guide: &Guide) -> String {
    format!(
        "Guide {{ id: {}, title: {}, intro: {}, card: {}, contacts: {}, sections: {} }}",
        literal(guide.id.as_ref()),
        literal(guide.title.as_ref()),
        literal(guide.intro.as_ref()),
        optional(guide.card.as_ref()),
        literals(&guide.contacts),
        slice(guide.section.iter().map(write_section)),
    )
}

fn write_section(section: &Section) -> String {
    let points = slice(section.points.iter().map(|point| {
        let profiles = section.profiles_of(point).into_iter().map(literal);
        format!(
            "Point {{ id: {}, text: {}, say: {}, profiles: {} }}",
            optional(point.id.as_ref()),
            literal(point.text.as_ref()),
            literals(&point.say),
            slice(profiles),
        )
    }));
    let title = literal(section.title.as_ref());
    format!("Section {{ title: {title}, form: Form::{:?}, points: {points} }}", section.form)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../src/domain/protocol/files/guides.toml");

    #[track_caller]
    fn messages_of(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        compile(SourceFile { name: "guides.toml", text }, &mut problems);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn the_file_has_no_problems() {
        assert_eq!(messages_of(FILE), Vec::<String>::new());
    }

    #[test]
    fn a_profile_without_its_variant_is_reported() {
        let text =
            FILE.replace("variant = \"told_by\" }", "variant = \"told_by\", profiles = [] }");
        assert_eq!(
            messages_of(&text),
            ["\"told_by\" serves landelijk 0 times", "\"told_by\" serves ultiem 0 times"]
        );
    }

    #[test]
    fn a_profile_that_is_served_twice_is_reported() {
        let text = FILE.replace(
            "variant = \"talk_by\", profiles = [\"kms\"]",
            "variant = \"talk_by\", profiles = [\"kms\", \"heutink-4\"]",
        );
        assert_eq!(messages_of(&text), ["\"talk_by\" serves heutink-4 2 times"]);
    }
}
