//! Sets up what is missing: the target, the tools in the cache, the browser, the database server.
//!
//! It changes nothing that is there, and says in one line what it cannot install.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::places::Places;
use crate::run;
use crate::trouble::{Outcome, Trouble};

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.0";
/// The version of the wiki that figures are compared with.
pub const WIKI: &str = "5.4.1";
const AGE_VECTORS: &str = "0.2.0";
const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";
const TARGET: &str = "wasm32-unknown-unknown";

/// What a build needs.
#[derive(Debug, Clone)]
pub struct Tools {
    /// The folder with `trunk`.
    pub trunk: PathBuf,
    /// The folder with `wasm-bindgen` and its test runner.
    pub bindgen: PathBuf,
    /// The script of wasm-opt, run by Node.
    pub wasm_opt: PathBuf,
}

/// What a test in a browser needs.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
    /// The accessibility checker's script.
    pub axe: PathBuf,
}

/// Sets up what a build needs.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn tools(places: &Places) -> Outcome<Tools> {
    wasm_target()?;
    let lock = files::read_text(&places.root.join("Cargo.lock"))?;
    let bindgen = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Trouble::new("Cargo.lock names no wasm-bindgen"))?;
    let tools = Tools {
        trunk: cargo_tool(places, "trunk", "trunk", TRUNK)?,
        // The two must be equal to the letter, so the lock file decides.
        bindgen: cargo_tool(places, "wasm-bindgen", "wasm-bindgen-cli", bindgen)?,
        wasm_opt: npm_tool(places, "binaryen", BINARYEN, "bin/wasm-opt")?,
    };
    println!(
        "tools: trunk {TRUNK}, wasm-bindgen {bindgen} (as in Cargo.lock), wasm-opt {BINARYEN}"
    );
    Ok(tools)
}

/// Sets up the page that the figures of the bench stand beside: an empty wiki in one file.
///
/// # Errors
/// Fails with one line when it cannot be installed or built.
pub fn wiki(places: &Places) -> Outcome<PathBuf> {
    let script = npm_tool(places, "tiddlywiki", WIKI, "tiddlywiki.js")?;
    let folder = places.scratch("wiki");
    let edition = script.with_file_name("editions").join("empty");
    let mut command = run::program(places, "node");
    command.arg(&script).arg(edition).arg("--output").arg(&folder);
    command.args(["--rendertiddler", "$:/core/save/all", "index.html", "text/plain"]);
    run::step(&format!("tiddlywiki {WIKI}: build"), &mut command)?;
    Ok(folder.join("index.html"))
}

/// Sets up what a test in a browser needs.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn browser(places: &Places) -> Outcome<Browser> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if run::ask(program, &["--version"]).is_none() {
            rustup(component, &["component", "add", component])?;
        }
    }
    if find_chromium().is_none() || files::find_program("chromedriver").is_none() {
        install_from_debian(&["chromium", "chromium-driver"])?;
    }
    let missing = || {
        Trouble::new(
            "Chromium and chromedriver are missing: install both, e.g. apt-get install chromium chromium-driver",
        )
    };
    // The journeys read printed pages with it.
    if files::find_program("pdftotext").is_none() {
        install_from_debian(&["poppler-utils"])?;
    }
    if files::find_program("pdftotext").is_none() {
        return Err(Trouble::new(
            "pdftotext is missing: install it, e.g. apt-get install poppler-utils",
        ));
    }
    Ok(Browser {
        chromium: find_chromium().ok_or_else(missing)?,
        driver: files::find_program("chromedriver").ok_or_else(missing)?,
        axe: npm_tool(places, "axe-core", AXE, "axe.min.js")?,
    })
}

/// Sets up Firefox, and returns its driver.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn firefox(places: &Places) -> Outcome<PathBuf> {
    let find = || ["firefox-esr", "firefox"].into_iter().find_map(files::find_program);
    if find().is_none() {
        install_from_debian(&["firefox-esr"])?;
    }
    if find().is_none() {
        return Err(Trouble::new(
            "Firefox is missing: install it, e.g. apt-get install firefox-esr",
        ));
    }
    Ok(cargo_tool(places, "geckodriver", "geckodriver", GECKODRIVER)?.join("geckodriver"))
}

/// What WebKitGTK in a small browser of our own, its driver and a screen to show it on come in.
const WEBKIT: [&str; 5] =
    ["webkit2gtk-driver", "python3-gi", "gir1.2-webkit2-4.1", "xvfb", "xauth"];

/// Sets up WebKitGTK with a screen to show it on, and returns its driver.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn webkit(places: &Places) -> Outcome<PathBuf> {
    let find = || {
        webkit_version(places)?;
        files::find_program("xvfb-run")?;
        files::find_program("WebKitWebDriver")
    };
    if let Some(driver) = find() {
        return Ok(driver);
    }
    install_from_debian(&WEBKIT)?;
    let missing = || {
        let packages = WEBKIT.join(" ");
        Trouble::new(format!("WebKitGTK is missing: install it, e.g. apt-get install {packages}"))
    };
    find().ok_or_else(missing)
}

/// Returns which WebKitGTK the small browser of the journeys is made of.
pub fn webkit_version(places: &Places) -> Option<String> {
    run::ask(places.root.join("tests/e2e/harness/webkit.py"), &["--version"])
}

/// Sets up what age files are held against: the program itself, and the published test vectors,
/// whose file is returned.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn age(places: &Places) -> Outcome<PathBuf> {
    if files::find_program("age").is_none() || files::find_program("age-keygen").is_none() {
        install_from_debian(&["age"])?;
    }
    if files::find_program("age").is_none() {
        return Err(Trouble::new("age is missing: install it, e.g. apt-get install age"));
    }
    npm_tool(places, "cctv-age", AGE_VECTORS, "index.js")
}

/// Sets up what feeds hostile bytes to the readers, and returns the folder with `cargo-fuzz`.
///
/// # Errors
/// Fails with one line when something cannot be installed.
pub fn fuzz(places: &Places) -> Outcome<PathBuf> {
    if files::find_program("c++").is_none() {
        return Err(Trouble::new(
            "a C++ compiler is missing: install it, e.g. apt-get install g++",
        ));
    }
    cargo_tool(places, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ)
}

/// Sets up the database server that the tests of the depot start.
///
/// # Errors
/// Fails with one line when it cannot be installed.
pub fn database() -> Outcome<()> {
    if !has_postgresql() {
        install_from_debian(&["postgresql"])?;
    }
    if has_postgresql() {
        return Ok(());
    }
    Err(Trouble::new("PostgreSQL is missing: install it, e.g. apt-get install postgresql"))
}

fn wasm_target() -> Outcome<()> {
    let folder = run::ask("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    rustup(TARGET, &["target", "add", TARGET])
}

fn rustup(what: &str, arguments: &[&str]) -> Outcome<()> {
    run::step(&format!("{what}: install"), Command::new("rustup").args(arguments))
        .map_err(|_| Trouble::new(format!("{what} is missing: run rustup {}", arguments.join(" "))))
}

/// Returns the folder of a program from crates.io, in exactly this version.
fn cargo_tool(places: &Places, program: &str, package: &str, version: &str) -> Outcome<PathBuf> {
    let root = places.tools.join(format!("{program}-{version}"));
    let folder = root.join("bin");
    let is_right = || {
        run::ask(folder.join(program), &["--version"])
            .is_some_and(|told| told.split_whitespace().nth(1) == Some(version))
    };
    if is_right() {
        return Ok(folder);
    }
    files::make_folder(&root)?;
    let mut command = Command::new("cargo");
    // Quick to build matters more here than quick to run.
    command
        .current_dir(&root)
        .args(["install", package, "--version", version, "--force", "--root"])
        .arg(&root)
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    if package == "trunk" {
        command.args(["--locked", "--no-default-features", "--features", "rustls"]);
    }
    run::long_step(&format!("{program} {version}: install"), "3 to 5 minutes", &mut command)?;
    if is_right() { Ok(folder) } else { Err(not_installed(package, version)) }
}

/// Returns a file out of a package from npm, in exactly this version.
fn npm_tool(places: &Places, package: &str, version: &str, file: &str) -> Outcome<PathBuf> {
    let root = places.tools.join(format!("{package}-{version}"));
    let wanted = root.join("node_modules").join(package).join(file);
    if package == "binaryen" && files::find_program("node").is_none() {
        return Err(Trouble::new("Node is missing: install Node 20 or newer, with npm"));
    }
    if wanted.is_file() {
        return Ok(wanted);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if files::find_program(npm).is_none() {
        return Err(Trouble::new("npm is missing: install Node 20 or newer, with npm"));
    }
    files::make_folder(&root)?;
    let mut command = Command::new(npm);
    command
        .current_dir(&root)
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(&root)
        .arg(format!("{package}@{version}"));
    run::step(&format!("{package} {version}: install"), &mut command)?;
    if wanted.is_file() { Ok(wanted) } else { Err(not_installed(package, version)) }
}

fn not_installed(package: &str, version: &str) -> Trouble {
    Trouble::new(format!("{package} {version} was installed but does not run"))
}

fn find_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "chrome"]
        .into_iter()
        .find_map(files::find_program)
}

/// Tells whether Debian's folders, or the search path, hold the programs of a server.
fn has_postgresql() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.into_iter().any(|version| version.path().join("bin/initdb").is_file())
        || files::find_program("initdb").is_some()
}

/// Installs packages where that can be done without asking; elsewhere nothing happens.
fn install_from_debian(packages: &[&str]) -> Outcome<()> {
    let is_root = run::ask("id", &["-u"]).is_some_and(|user| user == "0");
    if !is_root || files::find_program("apt-get").is_none() {
        return Ok(());
    }
    run::step("package list: update", Command::new("apt-get").args(["update", "-qq"]))?;
    let mut command = Command::new("apt-get");
    command
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::step(&format!("{}: install", packages.join(", ")), &mut command)
}

/// Returns the version of a package in a lock file.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"\n");
    let (_, after) = lock.split_once(&name)?;
    after.strip_prefix("version = \"")?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn lock_file_gives_the_version_of_exactly_this_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
