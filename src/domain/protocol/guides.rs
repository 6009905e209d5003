//! The conversation guides: what to prepare, say and record in a talk with a child or its parents.
//!
//! It does not know who talks: that is in the profile, and the points differ accordingly.

/// The profile whose points serve where a profile is unknown.
const FALLBACK: &str = "landelijk";

/// A guide for one kind of talk.
#[derive(Debug)]
pub struct Guide {
    /// The last part of its address.
    pub id: &'static str,
    /// What the screen shows on top.
    pub title: &'static str,
    /// One sentence to start with.
    pub intro: &'static str,
    /// The card that goes with it.
    pub card: Option<&'static str>,
    /// Whom to call when it does not go well, by id.
    pub contacts: &'static [&'static str],
    /// Its parts, in order.
    pub sections: &'static [Section],
}

/// A part of a guide.
#[derive(Debug)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// How its points are shown.
    pub form: Form,
    /// Its points for all profiles together.
    points: &'static [Point],
}

/// How the points of a section are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In any order.
    Points,
    /// One after the other; numbers go on in the next section of steps.
    Steps,
    /// To be ticked before going on.
    Checklist,
    /// A halt in between, shown as such.
    Stop,
}

/// One thing to do, know or say.
#[derive(Debug)]
pub struct Point {
    /// Present where a screen adds something of its own, such as "facts" from the logboek.
    pub id: Option<&'static str>,
    /// What to do or know.
    pub text: &'static str,
    /// Example sentences to say.
    pub say: &'static [&'static str],
    /// The profiles that see it; all of them when empty.
    profiles: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/guides.rs"));

/// Returns the guide with this id.
pub fn by_id(id: &str) -> Option<&'static Guide> {
    GUIDES.iter().find(|guide| guide.id == id)
}

impl Section {
    /// Returns the points that users of this profile see.
    pub fn points(&self, profile: &str) -> impl Iterator<Item = &'static Point> {
        let is_known = self.points.iter().any(|point| point.profiles.contains(&profile));
        let name = if is_known { profile } else { FALLBACK };
        self.points
            .iter()
            .filter(move |point| point.profiles.is_empty() || point.profiles.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILES: [&str; 5] = ["landelijk", "ultiem", "kc-balans", "kms", "heutink-4"];

    fn texts(guide: &str, profile: &str) -> String {
        let sections = by_id(guide).expect("a guide").sections.iter();
        let points = sections.flat_map(|section| section.points(profile));
        points.map(|point| point.text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_teacher_is_told_whether_to_join_the_parents_and_why() {
        for profile in PROFILES {
            let wanted =
                if profile == "heutink-4" { "Jij bent er niet bij" } else { "Jij bent er wel bij" };
            assert_eq!(texts("ouders", profile).matches("Jij bent er").count(), 1, "{profile}");
            assert!(texts("ouders", profile).contains(wanted), "{profile}");
        }
    }

    #[test]
    fn an_unknown_profile_gets_the_national_points() {
        assert_eq!(texts("ouders", "eigen-school"), texts("ouders", "landelijk"));
    }

    #[test]
    fn disclosure_never_leads_to_the_parents_first() {
        for profile in PROFILES {
            let texts = texts("onthulling", profile);
            assert!(texts.contains("Nog geen gesprek met de ouders"), "{profile}");
            assert!(texts.contains("Beloof geen geheim"), "{profile}");
            assert!(texts.contains("Bel je AF en Veilig Thuis"), "{profile}");
        }
    }

    #[test]
    fn disclosure_ends_as_the_profile_says() {
        assert!(texts("onthulling", "ultiem").contains("altijd gemeld"));
        assert!(texts("onthulling", "kms").contains("stem elke stap af met Veilig Thuis"));
        assert!(texts("onthulling", "heutink-4").contains("Jouw protocol zegt hier niets over"));
    }

    #[test]
    fn the_child_hears_no_suspicion_and_no_promise() {
        for profile in PROFILES {
            let texts = texts("kind", profile);
            assert!(texts.contains("Begin niet zelf over een vermoeden"), "{profile}");
            assert!(texts.contains("Beloof nooit dat het geheim blijft"), "{profile}");
            assert!(texts.contains("Vertel dat eerst aan het kind"), "{profile}");
        }
    }

    #[test]
    fn the_parents_talk_has_six_steps_and_a_stop_before_interpretation() {
        let sections = by_id("ouders").expect("a guide").sections;
        let steps = sections.iter().filter(|section| section.form == Form::Steps);
        assert_eq!(steps.flat_map(|section| section.points("kms")).count(), 6);
        let stop = sections.iter().position(|section| section.form == Form::Stop);
        let last = sections.iter().rposition(|section| section.form == Form::Steps);
        assert!(stop.is_some() && stop < last);
    }

    #[test]
    fn signals_are_spoken_of_one_by_one_in_five_steps() {
        let guide = by_id("signalen").expect("a guide");
        let steps = guide.sections.iter().filter(|section| section.form == Form::Steps);
        assert_eq!(steps.flat_map(|section| section.points("kms")).count(), 5);
        assert!(texts("signalen", "kms").contains("elk signaal apart"));
        assert!(texts("signalen", "kms").contains("Ga niet door"));
    }

    #[test]
    fn talks_of_the_meldcode_stand_apart_and_their_effects_are_named_before() {
        let texts = texts("ouders", "kms");
        assert!(texts.contains("apart van een rapportgesprek"));
        assert!(texts.contains("alle kanten op"));
    }

    #[test]
    fn every_profile_names_who_tells_the_parents_of_a_report() {
        assert!(texts("melding", "kc-balans").contains("De IB’er en de directie."));
        assert!(texts("melding", "kms").contains("De AF en de directeur."));
        assert!(texts("melding", "heutink-4").contains("De schoolleider en de IB’er"));
    }
}
