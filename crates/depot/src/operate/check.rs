//! Reads everything that is kept and verifies what can be verified without a key.

use crate::database::{Database, Failure};
use crate::keeping::secret::to_hex;
use crate::keeping::vaults::{self, Checked};
use crate::keeping::way_back;
use crate::operate::failed;
use crate::trouble::Trouble;

/// Prints what is wrong, and a summary.
pub async fn check(database: &Database) -> Result<(), Trouble> {
    let mut findings = database.read(|sql| sql.check_file()).await.map_err(failed)?;
    let (mut vaults, mut envelopes) = (0, 0_i64);
    for overview in database.read(vaults::overview).await.map_err(failed)? {
        let vault = overview.vault;
        let chains = database.read(move |sql| vaults::chains(sql, vault)).await;
        let mut bytes = 0;
        for device in chains.map_err(failed)? {
            let checked = check_chain(database, vault, device).await.map_err(failed)?;
            envelopes += checked.seq;
            bytes += checked.bytes;
            findings.extend(checked.findings);
        }
        // One that grew while it was read holds more than was stated before.
        if bytes < overview.bytes {
            findings.push(format!("vault {}: bytes are missing", to_hex(&vault.0)));
        }
        let way_back = database.read(move |sql| way_back::find(sql, vault)).await;
        if way_back.map_err(failed)?.is_some() && overview.closed.is_some() {
            findings.push(format!("vault {}: a way back into what was closed", to_hex(&vault.0)));
        }
        vaults += 1;
    }
    findings.iter().for_each(|finding| println!("{finding}"));
    println!("{vaults} vaults, {envelopes} envelopes, {} findings", findings.len());
    if findings.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(
        "check",
        "what is kept is damaged",
        "stop, restore the last backup that checks well, and let the devices sync",
    ))
}

async fn check_chain(
    database: &Database,
    vault: pluis_envelope::VaultId,
    device: pluis_envelope::DeviceId,
) -> Result<Checked, Failure> {
    let mut checked = Checked::default();
    loop {
        let before = checked.seq;
        let part = checked;
        let work = move |sql: &mut dyn crate::database::Sql| {
            let part = vaults::check_part(sql, vault, device, part.clone())?;
            let is_end = vaults::is_end(sql, vault, device, &part)?;
            Ok((part, is_end))
        };
        let (part, is_end) = database.read(work).await?;
        checked = part;
        if is_end {
            return Ok(checked);
        }
        if checked.seq == before {
            let vault = to_hex(&vault.0);
            checked.findings.push(format!("vault {vault}: a chain ends elsewhere than stated"));
            return Ok(checked);
        }
    }
}
