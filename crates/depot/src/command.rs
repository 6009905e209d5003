//! What can be typed after `pluis-depot`. It reads and checks; it does nothing.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use pluis_envelope::{DeviceId, VaultId};

use crate::http::Setup;
use crate::keeping::secret::parse_hex;
use crate::trouble::Trouble;

/// What `--help` prints.
pub const HELP: &str = "\
pluis-depot <command> --data DIR        everything in DIR/depot.sqlite, made when missing
pluis-depot <command> --database URL    or on a server: postgres://user:password@host:5432/name
                                        (or PLUIS_DEPOT_DATABASE=URL, which no list of processes shows)
                                        over TLS with ?sslmode=verify-full&sslrootcert=FILE, the
                                        certificates to trust, or ?sslmode=require, which trusts any

  serve    keep envelopes, until told to stop
             --listen 127.0.0.1:8090    where; put a server with TLS in front
             --app DIST                 serve the built app from the same origin
             --behind-proxy             the caller's address stands in X-Forwarded-For
             --origin https://…         an app on another origin may use this depot (repeatable)
             --quota-mib 64             the most for one vault
             --rate 40                  requests a second for one device
             --connections 4000         open at a time
             --backup-days 30           told to who erases: after so long no backup has it
  invite   print an invitation: whoever enters it first gets a vault
             --count 1  --days 14       how many, and how long each lasts
             --address https://…        as a link to the app there, and a QR code on a terminal
             --vault ID                 for a device of this vault instead
  revoke   --vault ID [--device ID]     take the tokens of a vault, or of one device
             --way-back                 and what the owner's recovery code opens from a new device
  vaults   list vaults: id, devices, envelopes, bytes, last seen
  backup   --to DIR [--keep-days 30]    copy the file, also while serving, and drop older copies
  check    read everything and verify it";

const COMMON: [&str; 2] = ["--data", "--database"];
/// Options that stand for themselves.
const FLAGS: [&str; 2] = ["--behind-proxy", "--way-back"];
/// The variable that holds the address of the database.
pub const DATABASE_VARIABLE: &str = "PLUIS_DEPOT_DATABASE";

/// Where everything is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file in this folder.
    Folder(PathBuf),
    /// A server at this address.
    Server(String),
}

/// A command with its options.
#[derive(Debug)]
pub enum Command {
    /// Prints the help text.
    Help,
    /// Serves.
    Serve {
        /// Where everything is kept.
        place: Place,
        /// Where to listen.
        listen: SocketAddr,
        /// How many connections at a time.
        connections: usize,
        /// Everything else.
        setup: Setup,
    },
    /// Prints invitations.
    Invite {
        /// Where everything is kept.
        place: Place,
        /// For this vault, or for new ones.
        vault: Option<VaultId>,
        /// Where teachers find app and depot, to make links of them.
        address: Option<String>,
        /// How many.
        count: u32,
        /// How long each lasts.
        days: u32,
    },
    /// Takes tokens away.
    Revoke {
        /// Where everything is kept.
        place: Place,
        /// Of this vault.
        vault: VaultId,
        /// Of this device, or of all.
        device: Option<DeviceId>,
        /// Whether the recovery code, too, opens nothing any more.
        way_back: bool,
    },
    /// Lists vaults.
    Vaults(Place),
    /// Copies the file.
    Backup {
        /// The folder with the file.
        data: PathBuf,
        /// The folder for the copies.
        to: PathBuf,
        /// After how many days a copy is dropped.
        keep_days: u32,
    },
    /// Verifies everything.
    Check(Place),
}

impl Command {
    /// Reads a command from the arguments.
    ///
    /// # Errors
    /// Names the setting and the remedy.
    pub fn parse(arguments: &[String]) -> Result<Self, Trouble> {
        let Some((command, rest)) = arguments.split_first() else { return Ok(Self::Help) };
        let own: &[&str] = match command.as_str() {
            "serve" => &[
                "--listen",
                "--app",
                "--behind-proxy",
                "--origin",
                "--quota-mib",
                "--rate",
                "--connections",
                "--backup-days",
            ],
            "invite" => &["--address", "--count", "--days", "--vault"],
            "revoke" => &["--vault", "--device", "--way-back"],
            "backup" => &["--to", "--keep-days"],
            "vaults" | "check" => &[],
            "help" | "--help" | "-h" => return Ok(Self::Help),
            other => return Err(Trouble::new(other, "no such command", "see pluis-depot --help")),
        };
        let options = Options::read(rest, own)?;
        match command.as_str() {
            "serve" => serve(&options),
            "invite" => Ok(Self::Invite {
                place: options.place()?,
                vault: options.id("--vault")?.map(VaultId),
                address: options.origins("--address")?.first().cloned(),
                count: options.number("--count", 1)?,
                days: options.number("--days", 14)?,
            }),
            "revoke" => Ok(Self::Revoke {
                place: options.place()?,
                vault: VaultId(options.id("--vault")?.ok_or_else(|| missing("--vault", "ID"))?),
                device: options.id("--device")?.map(DeviceId),
                way_back: options.one("--way-back").is_some(),
            }),
            "backup" => backup(&options),
            "vaults" => options.place().map(Self::Vaults),
            _ => options.place().map(Self::Check),
        }
    }
}

fn serve(options: &Options) -> Result<Command, Trouble> {
    let quota: u32 = options.number("--quota-mib", 64)?;
    let setup = Setup {
        app: options.one("--app").map(PathBuf::from),
        origins: options.origins("--origin")?.to_vec(),
        quota: i64::from(quota) << 20,
        rate: options.number("--rate", 40)?,
        backup_days: options.number("--backup-days", 30)?,
        is_behind_proxy: options.one("--behind-proxy").is_some(),
    };
    if let Some(app) = setup.app.as_ref().filter(|app| !app.join("index.html").is_file()) {
        return Err(Trouble::new(
            "--app",
            &format!("{} holds no index.html", app.display()),
            "name the built app: the dist folder that cargo xtask build makes",
        ));
    }
    Ok(Command::Serve {
        place: options.place()?,
        listen: options.parsed("--listen", "127.0.0.1:8090", "an address and a port")?,
        connections: options.parsed("--connections", "4000", "a number")?,
        setup,
    })
}

fn backup(options: &Options) -> Result<Command, Trouble> {
    let Place::Folder(data) = options.place()? else {
        return Err(Trouble::new(
            "--database",
            "a server makes its own backups",
            "use pg_dump or pg_basebackup there, and set --backup-days of serve by it",
        ));
    };
    let to = options.one("--to").ok_or_else(|| missing("--to", "DIR"))?;
    let keep_days = options.number("--keep-days", 30)?;
    Ok(Command::Backup { data, to: PathBuf::from(to), keep_days })
}

fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', ' ', '?', '#', '*']))
}

fn missing(setting: &str, value: &str) -> Trouble {
    Trouble::new(setting, "missing", &format!("add {setting} {value}"))
}

/// The options of one command, as they were typed.
struct Options(BTreeMap<String, Vec<String>>);

impl Options {
    fn read(words: &[String], own: &[&str]) -> Result<Self, Trouble> {
        let mut options: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !own.contains(&word.as_str()) && !COMMON.contains(&word.as_str()) {
                return Err(Trouble::new(word, "unknown option", "see pluis-depot --help"));
            }
            let value = if FLAGS.contains(&word.as_str()) {
                String::new()
            } else {
                let value = words.next().filter(|value| !value.starts_with("--"));
                value.cloned().ok_or_else(|| missing(word, "VALUE"))?
            };
            let values = options.entry(word.clone()).or_default();
            if !values.is_empty() && word != "--origin" {
                return Err(Trouble::new(word, "given twice", "keep one of them"));
            }
            values.push(value);
        }
        Ok(Self(options))
    }

    fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.all(name).first().map(String::as_str)
    }

    fn origins(&self, name: &str) -> Result<&[String], Trouble> {
        let origins = self.all(name);
        match origins.iter().find(|origin| !is_origin(origin)) {
            None => Ok(origins),
            Some(origin) => Err(Trouble::new(
                name,
                &format!("`{origin}` is no origin"),
                "write scheme and host without a path, such as https://pluis.example",
            )),
        }
    }

    fn place(&self) -> Result<Place, Trouble> {
        let variable = std::env::var(DATABASE_VARIABLE).ok();
        match (self.one("--data"), self.one("--database")) {
            (Some(_), Some(_)) => {
                Err(Trouble::new("--data, --database", "both given", "keep one of them"))
            }
            (Some(folder), None) => Ok(Place::Folder(PathBuf::from(folder))),
            (None, Some(address)) => Ok(Place::Server(address.to_owned())),
            (None, None) => variable.map(Place::Server).ok_or_else(|| missing("--data", "DIR")),
        }
    }

    fn parsed<T: FromStr>(&self, name: &str, default: &str, what: &str) -> Result<T, Trouble> {
        let text = self.one(name).unwrap_or(default);
        text.parse().map_err(|_| {
            let remedy = format!("write {what}, such as {default}");
            Trouble::new(name, &format!("`{text}` is not understood"), &remedy)
        })
    }

    /// Reads a number from 1 to a million; more is a slip of the keys.
    fn number(&self, name: &str, default: u32) -> Result<u32, Trouble> {
        let default = default.to_string();
        let number: u32 = self.parsed(name, &default, "a number")?;
        if (1..=1_000_000).contains(&number) {
            return Ok(number);
        }
        let remedy = format!("write a number from 1 to 1000000, such as {default}");
        Err(Trouble::new(name, &format!("{number} is out of range"), &remedy))
    }

    fn id(&self, name: &str) -> Result<Option<[u8; 16]>, Trouble> {
        let Some(text) = self.one(name) else { return Ok(None) };
        parse_hex(text).map(Some).ok_or_else(|| {
            let remedy = "copy the 32 digits from pluis-depot vaults, or from the app";
            Trouble::new(name, &format!("`{text}` is no id"), remedy)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, Trouble> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&words)
    }

    #[test]
    fn one_option_is_enough_to_serve() {
        let Ok(Command::Serve { place, listen, setup, .. }) = parse("serve --data d") else {
            panic!("not a command to serve");
        };
        assert_eq!(place, Place::Folder("d".into()));
        assert!(listen.ip().is_loopback() && listen.port() == 8090);
        assert!(setup.app.is_none() && setup.origins.is_empty() && !setup.is_behind_proxy);
    }

    #[test]
    fn what_is_wrong_names_the_setting_and_the_remedy() {
        for (line, setting, remedy) in [
            ("srve", "srve", "--help"),
            ("serve", "--data", "add --data DIR"),
            ("serve --data", "--data", "add --data VALUE"),
            ("serve --data d --listen 8090", "--listen", "127.0.0.1:8090"),
            ("serve --data d --quota-mib 0", "--quota-mib", "64"),
            ("serve --data d --rate many", "--rate", "40"),
            ("serve --data d --app nowhere", "--app", "cargo xtask build"),
            ("serve --data d --origin pluis.example/", "--origin", "https://pluis.example"),
            ("serve --data d --database postgres://h/n", "--data, --database", "keep one"),
            ("serve --data d --data e", "--data", "keep one"),
            ("serve --data d --vault 1", "--vault", "--help"),
            ("invite --data d --address pluis.example", "--address", "https://pluis.example"),
            ("revoke --data d", "--vault", "add --vault ID"),
            ("revoke --data d --vault 12", "--vault", "pluis-depot vaults"),
            ("backup --data d", "--to", "add --to DIR"),
            ("backup --database postgres://h/n --to t", "--database", "pg_dump"),
        ] {
            let told = parse(line).map(|_| ()).map_err(|trouble| trouble.to_string());
            let told = told.expect_err(line);
            assert!(told.starts_with(&format!("{setting}: ")), "{line}: {told}");
            assert!(told.contains(remedy), "{line}: {told}");
        }
    }
}
