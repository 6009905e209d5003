//! The user's harmless choices, kept as preferences: profile, role, look.

use leptos::prelude::*;

use super::{Shared, profile_by_id};
use crate::browser::page;
use crate::browser::preferences::Preference;
use crate::domain::logboek::entry::Role;
use crate::domain::moment::parse_day;
use crate::domain::protocol::own::base_of;
use crate::domain::protocol::{self, NATIONAL, Profile};

pub(super) fn load_profile_id() -> String {
    let known = |id: &String| protocol::profile_name(base_of(id)).is_some();
    Preference::Profile.load().filter(known).unwrap_or_else(|| NATIONAL.to_owned())
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
        // The first screen names the protocol and cannot read the school's own.
        if profile.id == profile.document {
            Preference::ProfileName.forget();
        } else {
            let _ = Preference::ProfileName.save(profile.name);
        }
        self.profile_id.set(profile.id.to_owned());
    }

    /// Returns the school's protocol, and says again when another is chosen.
    ///
    /// Only what is in a part may ask: the first screen must not wait for five protocols.
    pub fn profile(self) -> &'static Profile {
        self.profile_id.track();
        self.profile_once()
    }

    /// Returns the school's protocol once.
    pub fn profile_once(self) -> &'static Profile {
        self.profile_id.with_untracked(|id| profile_by_id(id))
    }

    /// Returns the name of the school's protocol, and says again when another is chosen.
    pub fn profile_name(self) -> String {
        let shipped = self.profile_id.with(|id| protocol::profile_name(id)).map(str::to_owned);
        shipped.or_else(|| Preference::ProfileName.load()).unwrap_or_default()
    }

    /// Returns whether the day has come on which the school looks at its protocol again (BOR-06).
    pub fn is_review_due(self) -> bool {
        let day = Preference::ReviewOn.load().and_then(|day| parse_day(&day));
        day.is_some_and(|day| day <= self.now().date())
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
