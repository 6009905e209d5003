//! Carries out the operator's commands.
//!
//! Nothing here shows what is in an envelope: nobody but the owner of a vault can.

mod check;
mod copy;
mod link;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

use crate::command::{Command, HELP, Place};
use crate::database::{Database, Failure};
use crate::http::{self, Depot, Setup, connections};
use crate::keeping::access::{self, Invitation};
use crate::keeping::secret::{derive_code_hash, make_code, to_hex};
use crate::keeping::{now, vaults, way_back};
use crate::log;
use crate::trouble::Trouble;

/// Sockets and files beside the connections.
const SPARE_FILES: u64 = 64;

/// Runs a command.
///
/// # Errors
/// Names the setting and the remedy.
pub fn run(command: Command) -> Result<(), Trouble> {
    match command {
        Command::Help => {
            println!("{HELP}");
            Ok(())
        }
        Command::Serve { place, listen, connections, setup } => {
            serve(&place, listen, connections, setup)
        }
        Command::Invite { place, vault, address, count, days } => with(&place, async |database| {
            for _ in 0..count {
                let code = invite(&database, vault, days).await?;
                match &address {
                    Some(address) => link::print(address, &code),
                    None => println!("{code}"),
                }
            }
            Ok(())
        }),
        Command::Revoke { place, vault, device, way_back } => with(&place, async |database| {
            let outcome = database.erase(move |sql| {
                let ways = if way_back { way_back::remove(sql, vault)? } else { 0 };
                Ok(ways + access::revoke(sql, vault, device)?)
            });
            println!("{} taken", outcome.await.map_err(failed)?);
            Ok(())
        }),
        Command::Vaults(place) => with(&place, async |database| list(&database).await),
        Command::Backup { data, to, keep_days } => copy::backup(&data, &to, keep_days),
        Command::Check(place) => with(&place, async |database| check::check(&database).await),
    }
}

fn open(place: &Place) -> Result<Database, Trouble> {
    match place {
        Place::Folder(data) => Database::in_folder(data),
        Place::Server(address) => Database::on_server(address),
    }
}

fn with(
    place: &Place,
    work: impl AsyncFnOnce(Database) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    if let Place::Folder(data) = place {
        must_exist(data)?;
    }
    let database = open(place)?;
    let outcome = runtime()?.block_on(work(database.clone()));
    database.close();
    outcome
}

/// Only `serve` makes a new folder; elsewhere a wrong name would look like an empty depot.
fn must_exist(data: &Path) -> Result<(), Trouble> {
    if data.is_dir() {
        return Ok(());
    }
    let problem = format!("{} is not there", data.display());
    Err(Trouble::new("--data", &problem, "name the folder that serve uses"))
}

fn runtime() -> Result<Runtime, Trouble> {
    Runtime::new().map_err(|problem| {
        Trouble::new("threads", &problem.to_string(), "raise the limit of processes of this user")
    })
}

fn serve(place: &Place, listen: SocketAddr, most: usize, setup: Setup) -> Result<(), Trouble> {
    let most = most.min(raise_files(most));
    let depot = Arc::new(Depot::new(open(place)?, setup));
    runtime()?.block_on(async {
        let refused = |problem: std::io::Error| {
            let remedy = "end the program that listens there, or choose another port";
            Trouble::new("--listen", &format!("{listen}: {problem}"), remedy)
        };
        let listener = TcpListener::bind(listen).await.map_err(refused)?;
        // Before anybody can know that it serves: an order to stop must not end it midway.
        let stop = orders_to_stop()?;
        println!("depot: http://{}", listener.local_addr().map_err(refused)?);
        log::event("serving");
        connections::serve(listener, http::router(&depot), most, stop).await;
        Ok(())
    })?;
    log::event("stopped");
    if let Some(depot) = Arc::into_inner(depot) {
        depot.into_database().close();
    }
    Ok(())
}

/// Raises the limit of open files as far as needed; returns how many connections it allows.
fn raise_files(most: usize) -> usize {
    let limit = getrlimit(Resource::Nofile);
    let wanted = most as u64 + SPARE_FILES;
    let most = limit.maximum.map_or(wanted, |maximum| maximum.min(wanted));
    let current = limit.current.unwrap_or(wanted);
    let raised = Rlimit { current: Some(most), maximum: limit.maximum };
    let allowed =
        if current < most && setrlimit(Resource::Nofile, raised).is_ok() { most } else { current };
    usize::try_from(allowed.saturating_sub(SPARE_FILES)).unwrap_or(usize::MAX).max(1)
}

/// Listens for the orders to stop from now on; what is returned ends at the first.
fn orders_to_stop() -> Result<impl Future<Output = ()>, Trouble> {
    let listen = |kind| {
        signal(kind).map_err(|problem| {
            Trouble::new("signals", &problem.to_string(), "start it where signals can be handled")
        })
    };
    let mut terminate = listen(SignalKind::terminate())?;
    let mut interrupt = listen(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

async fn invite(
    database: &Database,
    vault: Option<pluis_envelope::VaultId>,
    days: u32,
) -> Result<String, Trouble> {
    let made = make_code().ok().and_then(|code| Some((derive_code_hash(code.as_bytes())?, code)));
    let Some((hash, code)) = made else {
        return Err(Trouble::new("system", "no randomness", "see whether getrandom is allowed"));
    };
    let at = now();
    let invitation = Invitation::by_operator(hash, vault, i64::from(days), at);
    let outcome = database.write(move |sql| access::invite(sql, &invitation, at)).await;
    outcome.map(|()| code).map_err(failed)
}

async fn list(database: &Database) -> Result<(), Trouble> {
    let day = |day: Option<i64>| day.map_or_else(|| "-".to_owned(), iso_day);
    println!("{:32}  devices  envelopes       bytes  last seen   erased", "vault");
    for vault in database.read(vaults::overview).await.map_err(failed)? {
        println!(
            "{}  {:7}  {:9}  {:10}  {:10}  {}",
            to_hex(&vault.vault.0),
            vault.tokens,
            vault.envelopes,
            vault.bytes,
            day(vault.seen),
            day(vault.closed)
        );
    }
    Ok(())
}

fn iso_day(day: i64) -> String {
    let (year, month, day) = log::date(day.unsigned_abs());
    format!("{year:04}-{month:02}-{day:02}")
}

fn failed(failure: Failure) -> Trouble {
    Trouble::new("database", &failure.to_string(), "see the lines above, and try again")
}
