//! Receiving keys and hand-overs: files are sealed and opened in the Worker, around what the
//! session packs and reads.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::{Failure, Shared};
use crate::browser::depot::own_address;
use crate::browser::download::{FileParts, read_part};
use crate::browser::worker;
use crate::domain::casus::hand_over::Choice;
use crate::domain::casus::hand_over::arrival::Tally;
use crate::domain::id::CasusId;
use crate::session::{Arrived, Chosen, KeyLink};
use crate::sync::Depth;
use crate::vault::{HAND_OVER_MAX_BYTES, HandOverProblem, Packed, ReceivingKey};

/// The page that reads a key from a link.
const KEY_PAGE: &str = "/sleutel";

/// A hand-over that is ready to go, as a file or in a letter.
#[derive(Clone)]
pub struct HandOverFile {
    /// The age file.
    pub parts: FileParts,
    /// What goes into a letter, with what the receiver reads back.
    pub packed: Rc<Packed>,
}

impl Shared {
    /// Returns this vault's own key with the user's function; nothing while locked.
    pub fn own_key(self) -> Option<KeyLink> {
        self.revision.track();
        let role = Some(self.role.get());
        let vault = self.vault.get_value()?;
        Some(KeyLink { key: vault.receiving_key(), role, mailbox: None })
    }

    /// Returns a key as a link to this app.
    pub fn text_of_link(self, link: &KeyLink) -> String {
        link.text(&[own_address().as_str(), KEY_PAGE].concat())
    }

    /// Finds the six words of a key.
    ///
    /// # Errors
    /// Fails when the Worker does not load.
    pub async fn words_of(self, key: ReceivingKey) -> Result<Vec<String>, Failure> {
        let words = worker::fingerprint(&key.to_string()).await?;
        Ok(words.split(' ').map(str::to_owned).collect())
    }

    /// Collects what of a casus goes along.
    ///
    /// # Errors
    /// Fails when the vault was locked meanwhile and when the store does.
    pub async fn choose_for_hand_over(
        self,
        casus: CasusId,
        choice: Choice,
    ) -> Result<Chosen, Failure> {
        Ok(self.open_vault()?.choose_for_hand_over(casus, choice).await?)
    }

    /// Packs what was chosen, with a page that says the same to people.
    ///
    /// # Errors
    /// Says what stands in the way.
    pub fn pack_hand_over(
        self,
        chosen: &Chosen,
        page: &str,
        receiver: ReceivingKey,
        child: &str,
    ) -> Result<Packed, Failure> {
        let role = self.role.get_untracked();
        let vault = self.open_vault()?;
        Ok(vault.pack_hand_over(chosen, page, receiver, role, child, self.now())?)
    }

    /// Seals what was packed into a file.
    ///
    /// # Errors
    /// Fails when the Worker does; there is no file then.
    pub async fn make_hand_over(
        self,
        packed: Packed,
        receiver: ReceivingKey,
    ) -> Result<HandOverFile, Failure> {
        let file = worker::encrypt(&packed.bytes, &receiver.to_string()).await?;
        let mut parts = FileParts::default();
        parts.add(&file);
        Ok(HandOverFile { parts, packed: Rc::new(packed) })
    }

    /// Opens a file with this vault's key and makes sure of everything in it; nothing is changed.
    ///
    /// # Errors
    /// Says what is wrong with the file.
    pub async fn open_hand_over(self, file: File) -> Result<Rc<Arrived>, Failure> {
        let size = file.size() as u64;
        if size > HAND_OVER_MAX_BYTES {
            return Err(HandOverProblem::TooLarge(size).into());
        }
        let vault = self.open_vault()?;
        let sealed = read_part(&file, 0, size).await?;
        let opened = worker::decrypt(&sealed, &vault.receiving_identity()).await?;
        Ok(Rc::new(vault.unpack_hand_over(&opened)?))
    }

    /// Takes a hand-over into the log.
    ///
    /// # Errors
    /// Fails when the store does; nothing was taken in then.
    pub async fn take_in(self, arrived: &Arrived) -> Result<Tally, Failure> {
        let tally = self.vault_to_write()?.take_in(arrived, &self.context()).await?;
        self.changed(Depth::Heads);
        Ok(tally)
    }
}
