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

/// What this device keeps.
#[derive(Default)]
struct Shelf {
    kept: Vec<Kept>,
    /// Files that this version cannot read; they stay for one that can.
    unread: Vec<String>,
}

thread_local! {
    /// Empty until a screen first asks.
    static SHELF: RefCell<Option<Shelf>> = const { RefCell::new(None) };
}

/// Finds the profile of a casus or a weighing: one that ships, or the school's own. Where the
/// school's own is not on this device its base takes its place, and the id tells so.
pub fn profile_by_id(id: &str) -> &'static Profile {
    with_kept(|kept| kept.iter().find(|(_, profile)| profile.id == id).map(|(_, profile)| *profile))
        .or_else(|| protocol::profile_by_id(base_of(id)))
        .unwrap_or_else(national)
}

fn with_kept<T>(look: impl FnOnce(&[Kept]) -> T) -> T {
    SHELF.with_borrow_mut(|shelf| look(&shelf.get_or_insert_with(|| load(&[])).kept))
}

/// Reads what the device keeps; a profile that was made before is not made again.
fn load(made: &[Kept]) -> Shelf {
    let mut shelf = Shelf::default();
    for file in preferences::load_school_profiles() {
        let earlier = |own: &SchoolProfile| made.iter().find(|(known, _)| known == own);
        let kept = read(&file).ok().and_then(|own| {
            let profile = earlier(&own).map(|(_, profile)| *profile).or_else(|| derive(&own))?;
            Some((own, profile))
        });
        match kept {
            Some(kept) => shelf.kept.push(kept),
            None => shelf.unread.push(file),
        }
    }
    shelf
}

/// Changes what is kept, on the device first. Another tab may have changed it since it was read.
fn change(change: impl FnOnce(&mut Vec<Kept>)) -> Result<(), NotKept> {
    SHELF.with_borrow_mut(|shelf| {
        let mut changed = load(&shelf.take().unwrap_or_default().kept);
        change(&mut changed.kept);
        let files = changed.kept.iter().map(|(own, _)| write(own));
        let files: Vec<String> = files.chain(changed.unread.iter().cloned()).collect();
        preferences::save_school_profiles(&files)?;
        *shelf = Some(changed);
        Ok(())
    })
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
