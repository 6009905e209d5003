//! The ways into the vault: opening it by each, adding, replacing and removing them, and a new key.

use std::rc::Rc;

use leptos::prelude::*;

use super::stretch::{stretch_new, stretch_to_open};
use super::{Failure, Phase, Shared};
use crate::browser::channel::Message;
use crate::browser::device_store::DeviceStore;
use crate::browser::passkey::{self, Wanted};
use crate::domain::casus::state::State;
use crate::session::{self, Progress, SessionError, VaultStatus, WaysIn};
use crate::vault::{LockedVault, Passkey, PasskeySecret, RecoveryCode, make_passkey_salt};

/// How many notes may be written before there is a recovery code.
const NOTES_BEFORE_RECOVERY: usize = 2;

impl Shared {
    /// Opens the vault with its recovery code, as it was typed.
    ///
    /// # Errors
    /// What is wrong with the code, or what went wrong.
    pub async fn unlock_with_recovery(self, typed: &str) -> Result<(), Failure> {
        let code = RecoveryCode::parse(typed)?;
        let open = async {
            let (store, locked) = self.locked().await?;
            Ok(session::open_with_recovery(&store, &locked, &code)?)
        };
        self.let_in_by(open).await
    }

    /// Opens the vault with one of its passkeys, whichever the user has at hand.
    ///
    /// # Errors
    /// Why the passkey was not given, or what went wrong.
    pub async fn unlock_with_passkey(self) -> Result<(), Failure> {
        let (store, locked) = self.locked().await?;
        let (credential, secret) = ask_passkey(locked.passkeys()).await?;
        let open = async { Ok(session::open_with_passkey(&store, &locked, &credential, &secret)?) };
        self.let_in_by(open).await
    }

    /// Returns what opens the vault.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn ways_in(self) -> Result<WaysIn, Failure> {
        Ok(self.open_vault()?.ways_in().await?)
    }

    /// Returns whether a recovery code must be made before anything more is written. Once there is
    /// one, saving asks neither the log nor the device again.
    pub(super) async fn is_recovery_due(self) -> bool {
        if self.has_recovery.get_untracked()
            || self.read_once(State::observation_count) < NOTES_BEFORE_RECOVERY
        {
            return false;
        }
        let Ok(ways_in) = self.ways_in().await else { return false };
        self.has_recovery.set(ways_in.has_recovery);
        !ways_in.has_recovery
    }

    /// Makes a recovery code a way in, in the place of the one before.
    ///
    /// # Errors
    /// What went wrong; the code before it still opens the vault then.
    pub async fn set_recovery(self, code: &RecoveryCode) -> Result<(), Failure> {
        self.vault_to_write()?.set_recovery(code).await?;
        self.has_recovery.set(true);
        self.renew_way_back(code.clone());
        self.close_gate(true);
        Ok(())
    }

    /// Makes sure that whoever holds the device knows the words.
    ///
    /// # Errors
    /// [`crate::vault::VaultError::CannotOpen`] for other words.
    pub async fn check_words(self, words: &str) -> Result<(), Failure> {
        let (_, locked) = self.locked().await?;
        stretch_to_open(&locked, words).await?;
        Ok(())
    }

    /// Makes words a way in, in the place of those before.
    ///
    /// # Errors
    /// What went wrong; the words before still open the vault then.
    pub async fn set_words(self, words: &str) -> Result<(), Failure> {
        let (stretching, key) = stretch_new(words).await?;
        Ok(self.vault_to_write()?.set_phrase(stretching, &key).await?)
    }

    /// Asks the device for a passkey and makes it one more way in.
    ///
    /// # Errors
    /// Why there is no passkey, or what went wrong; the ways in are as they were then.
    pub async fn add_passkey(self, name: String) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let known = vault.ways_in().await?.passkeys;
        let known: Vec<&[u8]> = known.iter().map(|passkey| passkey.credential.as_slice()).collect();
        let credential = passkey::make(&known).await?;
        let passkey = Passkey { credential, name, salt: make_passkey_salt()? };
        // The secret must come in the way in which it will come each time.
        let (_, secret) = ask_passkey(std::iter::once(&passkey)).await?;
        vault.add_passkey(passkey, &secret).await?;
        self.has_passkey.set(true);
        Ok(())
    }

    /// Ends a passkey as a way in.
    ///
    /// # Errors
    /// What went wrong; it still opens the vault then.
    pub async fn remove_passkey(self, credential: &[u8]) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        vault.remove_passkey(credential).await?;
        self.has_passkey.set(!vault.ways_in().await?.passkeys.is_empty());
        Ok(())
    }

    /// Seals everything again under a new key, which these words and this recovery code open.
    ///
    /// # Errors
    /// What stands in the way; the vault is as it was then.
    pub async fn rekey(
        self,
        words: &str,
        code: &RecoveryCode,
        on_progress: impl Fn(Progress),
    ) -> Result<(), Failure> {
        self.check_words(words).await?;
        let vault = self.vault_to_write()?;
        let (stretching, key) = stretch_new(words).await?;
        // All that a depot holds has to be taken over, or it could not be emptied of the old key.
        self.come_in_step().await?;
        let held = self.hold_rounds().await?;
        // The other tabs know the old key only.
        self.tell_tabs(Message::LockNow);
        let renewed = vault.rekey(stretching, &key, code, on_progress).await?;
        let before = self.take_new_key(&vault, renewed);
        drop(held);
        self.renew_way_back(code.clone());
        self.go_on_after(before).await;
        Ok(())
    }

    async fn locked(self) -> Result<(Rc<DeviceStore>, Box<LockedVault>), Failure> {
        let store = self.device()?;
        match session::vault_status(&*store).await? {
            VaultStatus::Locked(locked) => Ok((store, locked)),
            VaultStatus::Absent => Err(Failure::VaultGone),
        }
    }

    /// Remembers what a locked vault shows of its ways in.
    pub(super) fn show_ways_in(self, locked: &LockedVault) {
        self.has_passkey.set(locked.passkeys().next().is_some() && passkey::is_available());
        self.has_recovery.set(locked.has_recovery());
    }

    /// Opens the vault when it is not, and has a recovery code made when that is due. Returns
    /// whether something may be written now.
    ///
    /// # Errors
    /// Why nothing may be written yet.
    pub async fn ensure_may_write(self) -> Result<(), Failure> {
        if !self.ensure_open().await {
            return Err(Failure::StillLocked);
        }
        if self.phase.get_untracked() == Phase::Open
            && self.is_recovery_due().await
            && !self.ask_for_recovery().await
        {
            return Err(Failure::RecoveryDue);
        }
        Ok(())
    }
}

async fn ask_passkey<'a>(
    passkeys: impl Iterator<Item = &'a Passkey>,
) -> Result<(Vec<u8>, PasskeySecret), Failure> {
    let wanted: Vec<_> = passkeys
        .map(|passkey| Wanted { credential: &passkey.credential, salt: &passkey.salt })
        .collect();
    let given = passkey::open(&wanted).await?;
    let secret = PasskeySecret::new(&given.secret).map_err(SessionError::from)?;
    Ok((given.credential, secret))
}
