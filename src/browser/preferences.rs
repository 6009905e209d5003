//! Harmless choices that the browser keeps outside the vault: look, profile, role, school numbers, own profiles.
//!
//! Nothing about a child, a parent or a note ever goes here: it can be read without unlocking.

use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::page::window;

/// The browser does not keep preferences: storage is blocked or full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser does not keep preferences")]
pub struct NotKept;

/// One choice under a fixed key, kept as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// The word for the chosen look; none follows the phone.
    Theme,
    /// The word for the chosen size of text.
    TextSize,
    /// The id of the school's protocol profile.
    Profile,
    /// The name of that profile, when it is the school's own.
    ProfileName,
    /// The day on which the school looks at its protocol again: `2026-11-20`.
    ReviewOn,
    /// The id of the user's role.
    Role,
    /// Set once a vault was made here, so that a vault that has gone is noticed.
    VaultMade,
    /// When a backup was made last, in milliseconds since 1970.
    BackupMade,
    /// When a backup was last tried and found to open, in the same form.
    BackupTested,
}

impl Preference {
    // INVARIANT: keys are never renamed, or what people chose is forgotten.
    const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::TextSize => "text_size",
            Self::Profile => "profile",
            Self::ProfileName => "profile_name",
            Self::ReviewOn => "review_on",
            Self::Role => "role",
            Self::VaultMade => "vault_made",
            Self::BackupMade => "backup_made",
            Self::BackupTested => "backup_tested",
        }
    }

    /// Returns what was chosen, if anything.
    pub fn load(self) -> Option<String> {
        load(self.key())
    }

    /// Keeps a choice.
    ///
    /// # Errors
    /// Fails when the browser refuses to store it.
    pub fn save(self, value: &str) -> Result<(), NotKept> {
        save(self.key(), value)
    }

    /// Forgets a choice.
    pub fn forget(self) {
        if is_available() {
            LocalStorage::delete(self.key());
        }
    }
}

const SCHOOL_CONTACTS: &str = "school_contacts";
const SCHOOL_PROFILES: &str = "school_profiles";

/// Somebody at school to call, by function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolContact {
    /// The id of the function, such as `aandachtsfunctionaris`.
    pub function: String,
    /// The user's own words for this contact.
    pub label: String,
    /// The groups that this contact serves; may be empty.
    pub groups: String,
    /// The number to dial.
    pub number: String,
}

/// Returns the school's numbers, readable without unlocking: calling never waits for a lock.
pub fn load_school_contacts() -> Vec<SchoolContact> {
    let rows: Vec<(String, String, String, String)> = load(SCHOOL_CONTACTS).unwrap_or_default();
    rows.into_iter()
        .map(|(function, label, groups, number)| SchoolContact { function, label, groups, number })
        .collect()
}

/// Keeps the school's numbers in the place of those that were there.
///
/// # Errors
/// Fails when the browser refuses to store them; the earlier ones are then still there.
pub fn save_school_contacts(contacts: &[SchoolContact]) -> Result<(), NotKept> {
    let row = |contact: &SchoolContact| {
        let SchoolContact { function, label, groups, number } = contact.clone();
        (function, label, groups, number)
    };
    let rows: Vec<(String, String, String, String)> = contacts.iter().map(row).collect();
    save(SCHOOL_CONTACTS, rows)
}

/// Returns the files of the school's own profiles.
pub fn load_school_profiles() -> Vec<String> {
    load(SCHOOL_PROFILES).unwrap_or_default()
}

/// Keeps these files of the school's own profiles in the place of those that were there.
///
/// # Errors
/// Fails when the browser refuses to store them; the earlier ones are then still there.
pub fn save_school_profiles(files: &[String]) -> Result<(), NotKept> {
    save(SCHOOL_PROFILES, files)
}

/// Forgets every choice and every number.
pub fn forget_everything() {
    if is_available() {
        LocalStorage::clear();
    }
}

fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    is_available().then(|| LocalStorage::get(key).ok()).flatten()
}

fn save<T: Serialize>(key: &str, value: T) -> Result<(), NotKept> {
    if !is_available() {
        return Err(NotKept);
    }
    LocalStorage::set(key, value).map_err(|_| NotKept)
}

/// A browser that blocks storage throws on the mere mention, which `LocalStorage` does not survive.
fn is_available() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn a_choice_is_kept_until_it_is_forgotten() {
        Preference::Theme.save("dark").expect("kept");
        assert_eq!(Preference::Theme.load().as_deref(), Some("dark"));
        assert_eq!(Preference::TextSize.load(), None);
        Preference::Theme.forget();
        assert_eq!(Preference::Theme.load(), None);
    }

    #[wasm_bindgen_test]
    fn school_numbers_read_back_in_their_order() {
        let contact = |function: &str, number: &str| SchoolContact {
            function: function.to_owned(),
            label: "\"AF\" \u{1f98a}".to_owned(),
            groups: "5-8".to_owned(),
            number: number.to_owned(),
        };
        let contacts = vec![contact("ib", "0612345678"), contact("aandachtsfunctionaris", "")];
        save_school_contacts(&contacts).expect("kept");
        assert_eq!(load_school_contacts(), contacts);
    }

    #[wasm_bindgen_test]
    fn numbers_in_an_unknown_form_count_as_none() {
        LocalStorage::set(SCHOOL_CONTACTS, "not a list").expect("kept");
        assert_eq!(load_school_contacts(), []);
    }
}
