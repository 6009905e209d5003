//! The user's harmless choices, kept as preferences: profile, role, look.

use leptos::prelude::*;

use super::Shared;
use crate::browser::page;
use crate::browser::preferences::Preference;
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::{Profile, national, profile_by_id};

pub(super) fn load_profile() -> &'static Profile {
    Preference::Profile.load().and_then(|id| profile_by_id(&id)).unwrap_or_else(national)
}

pub(super) fn load_role() -> Role {
    Preference::Role.load().and_then(|id| Role::from_stored(&id)).unwrap_or_default()
}

/// Puts the chosen look on the page.
pub(super) fn apply_look() {
    for (preference, attribute) in LOOKS {
        set_root(attribute, preference.load());
    }
}

const LOOKS: [(Preference, &str); 2] =
    [(Preference::Theme, "data-theme"), (Preference::TextSize, "data-text")];

fn set_root(attribute: &str, value: Option<String>) {
    match value {
        Some(value) => page::set_root_attribute(attribute, &value),
        None => page::remove_root_attribute(attribute),
    }
}

impl Shared {
    /// Follows another protocol from now on.
    pub fn choose_profile(self, profile: &'static Profile) {
        let _ = Preference::Profile.save(profile.id);
        self.profile.set(profile);
    }

    /// Shows tasks and texts for another function from now on.
    pub fn choose_role(self, role: Role) {
        let _ = Preference::Role.save(role.as_str());
        self.role.set(role);
    }

    /// Keeps a look and puts it on the page; none follows the phone.
    pub fn choose_look(self, preference: Preference, value: Option<&str>) {
        match value {
            Some(value) => drop(preference.save(value)),
            None => preference.forget(),
        }
        apply_look();
    }
}
