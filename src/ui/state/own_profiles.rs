//! The school's own profiles: kept outside the vault, read when a screen first asks, and followed
//! like those that ship.
//!
//! Only what is in a part may ask: reading one draws in all protocols.

use std::cell::RefCell;

use leptos::prelude::*;

use super::{Failure, Shared};
use crate::browser::preferences::{self, NotKept, Preference};
use crate::domain::protocol::own::{SchoolProfile, base_of, derive, read, write};
use crate::domain::protocol::{self, Profile, national};
use crate::session;

/// An own profile, and what screens and engine follow for it.
type Kept = (SchoolProfile, &'static Profile);

thread_local! {
    /// Empty until a screen first asks.
    static KEPT: RefCell<Option<Vec<Kept>>> = const { RefCell::new(None) };
}

/// Finds the profile of a casus or a weighing: one that ships, or the school's own. Where the
/// school's own is not on this device its base takes its place, and the id tells so.
pub fn profile_by_id(id: &str) -> &'static Profile {
    with_kept(|kept| kept.iter().find(|(_, profile)| profile.id == id).map(|(_, profile)| *profile))
        .or_else(|| protocol::profile_by_id(base_of(id)))
        .unwrap_or_else(national)
}

fn with_kept<T>(look: impl FnOnce(&mut Vec<Kept>) -> T) -> T {
    KEPT.with_borrow_mut(|kept| look(kept.get_or_insert_with(load)))
}

fn load() -> Vec<Kept> {
    let files = preferences::load_school_profiles();
    // What cannot be read any more is passed over: a casus that needs it falls back to its base.
    let own = files.iter().filter_map(|file| read(file).ok());
    own.filter_map(|own| derive(&own).map(|profile| (own, profile))).collect()
}

impl Shared {
    /// Returns the school's own profiles, and says again when they change.
    pub fn own_profiles(self) -> Vec<SchoolProfile> {
        self.profile_id.track();
        with_kept(|kept| kept.iter().map(|(own, _)| own.clone()).collect())
    }

    /// Finds a school's own profile.
    pub fn own_profile(self, id: &str) -> Option<SchoolProfile> {
        self.own_profiles().into_iter().find(|own| own.id() == id)
    }

    /// Keeps an own profile, in the place of an earlier one with the same id, and follows it.
    ///
    /// # Errors
    /// Fails when the browser refuses to store it; nothing has changed then.
    pub fn follow_own(self, own: &SchoolProfile) -> Result<(), NotKept> {
        // Reading it found its base, so it cannot be missing here.
        let profile = derive(own).ok_or(NotKept)?;
        change(|kept| {
            kept.retain(|(_, earlier)| earlier.id != profile.id);
            kept.push((own.clone(), profile));
        })?;
        self.choose_profile(profile);
        if let Some(day) = own.review {
            self.choose_review(&day.to_string());
        }
        Ok(())
    }

    /// Takes an own profile from this device; its base is followed where it was.
    ///
    /// # Errors
    /// Fails when the browser refuses; nothing has changed then.
    pub fn forget_own(self, id: &str) -> Result<(), NotKept> {
        change(|kept| kept.retain(|(own, _)| own.id() != id))?;
        if self.profile_id.with_untracked(|chosen| chosen == id) {
            self.choose_profile(profile_by_id(id));
        } else {
            self.profile_id.notify();
        }
        Ok(())
    }

    /// Starts an own profile on one that ships.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn start_own(self, base: &'static Profile) -> Result<SchoolProfile, Failure> {
        let token = session::make_profile_token()?;
        Ok(SchoolProfile::new(base.document, token, self.now().date()))
    }

    /// Sets the day on which the school looks at its protocol again; none for an empty text.
    pub fn choose_review(self, day: &str) {
        if day.is_empty() {
            Preference::ReviewOn.forget();
        } else {
            let _ = Preference::ReviewOn.save(day);
        }
    }
}

/// Changes what is kept, on the device first.
fn change(change: impl FnOnce(&mut Vec<Kept>)) -> Result<(), NotKept> {
    with_kept(|kept| {
        let mut changed = kept.clone();
        change(&mut changed);
        let files: Vec<String> = changed.iter().map(|(own, _)| write(own)).collect();
        preferences::save_school_profiles(&files)?;
        *kept = changed;
        Ok(())
    })
}
