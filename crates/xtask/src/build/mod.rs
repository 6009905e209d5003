//! Builds the app into `dist/`: Trunk's work, the worker module, one sheet, small files, the hashes.
//!
//! Everything is made in a scratch folder and copied at the end, so that `dist/` is never half done.

pub mod compress;
pub mod page;
pub mod precache;
pub mod script;
pub mod split;

use std::path::{Path, PathBuf};

use crate::build::compress::brotli;
use crate::files;
use crate::places::Places;
use crate::run;
use crate::setup::Tools;
use crate::trouble::Outcome;

/// How much work goes into the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// As users get it: optimised, shrunk and compressed.
    Release,
    /// Quick to build, to look at while working.
    Dev,
}

/// Kinds of files that brotli makes no smaller.
const ALREADY_SMALL: [&str; 2] = ["png", "br"];

/// Builds the app into `dist/`.
///
/// # Errors
/// Fails at the first step that fails, and leaves `dist/` as it was.
pub fn build(places: &Places, tools: &Tools, quality: Quality) -> Outcome<()> {
    let stage = places.scratch("stage");
    files::remove_folder(&stage)?;
    run::step("packages: fetch", &mut run::cargo(places, ["fetch", "--quiet"]))?;
    build_app(places, tools, quality, &stage)?;
    let linked = compiled(places, quality, "pluis.wasm");
    let parts = split::split(places, &linked, |main| bind(places, tools, "pluis", main, &stage))?;
    build_worker(places, tools, quality, &stage)?;
    if quality == Quality::Release {
        for module in
            [stage.join("pluis_bg.wasm"), stage.join("worker_bg.wasm")].iter().chain(&parts.modules)
        {
            shrink(places, tools, module)?;
        }
    }
    parts.publish(&stage)?;
    finish_page(places, &stage)?;
    warn_of_missing_pictures(&stage)?;
    bare_scripts(&stage)?;
    write_precache(&stage)?;
    if quality == Quality::Release {
        compress_all(&stage)?;
    }
    files::remove_folder(&places.dist)?;
    files::copy_all(&stage, &places.dist)?;
    println!("built: {}", places.dist.display());
    Ok(())
}

fn build_app(places: &Places, tools: &Tools, quality: Quality, stage: &Path) -> Outcome<()> {
    let mut command = run::program(places, tools.trunk.join("trunk"));
    command.args(["build", "--offline", "--dist"]).arg(stage);
    // Trunk takes the variable for a flag with a value and stops.
    command.env_remove("NO_COLOR");
    if quality == Quality::Release {
        command.arg("--release");
    }
    run::put_on_path(&mut command, &[&tools.trunk, &tools.bindgen])?;
    run::long_step("app: build", "some 5 minutes the first time", &mut command)
}

/// Builds the second module; Trunk could, but would build it as a program with a loader of its own.
fn build_worker(places: &Places, tools: &Tools, quality: Quality, stage: &Path) -> Outcome<()> {
    let mut command = run::cargo(places, ["rustc", "--package", "pluis-worker", "--lib"]);
    command.args(["--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"]);
    if quality == Quality::Release {
        command.arg("--release");
    }
    run::step("worker: build", &mut command)?;
    bind(places, tools, "worker", &compiled(places, quality, "pluis_worker.wasm"), stage)
}

/// Returns where Cargo puts a WebAssembly module.
fn compiled(places: &Places, quality: Quality, name: &str) -> PathBuf {
    let profile = if quality == Quality::Release { "release" } else { "debug" };
    places.target.join("wasm32-unknown-unknown").join(profile).join(name)
}

/// Binds a module to JavaScript.
fn bind(places: &Places, tools: &Tools, name: &str, module: &Path, stage: &Path) -> Outcome<()> {
    let mut command = run::program(places, tools.bindgen.join("wasm-bindgen"));
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--remove-name-section", "--remove-producers-section"]);
    command.args(["--out-name", name, "--out-dir"]).arg(stage).arg(module);
    run::step(&format!("{name}: bind"), &mut command)
}

/// Shrinks a module, unless the same one was shrunk before: it takes half a minute.
fn shrink(places: &Places, tools: &Tools, module: &Path) -> Outcome<()> {
    let name = module.file_name().unwrap_or_default().to_string_lossy();
    let before = files::read(module)?;
    let shrunk = places.scratch("shrunk");
    let (known, result) = (shrunk.join(format!("{name}.before")), shrunk.join(&*name));
    if files::read(&known).ok().as_ref() != Some(&before) || !result.is_file() {
        files::write(&known, "")?;
        let mut command = run::program(places, "node");
        // No flags for features: the module tells which it needs.
        command.arg(&tools.wasm_opt).args(["-Oz", "--quiet"]).arg(module).arg("-o").arg(&result);
        run::step(&format!("{name}: shrink"), &mut command)?;
        files::write(&known, before)?;
    }
    files::write(module, files::read(&result)?)
}

fn finish_page(places: &Places, stage: &Path) -> Outcome<()> {
    let file = stage.join("index.html");
    let page = page::without_build_marks(&files::read_text(&file)?);
    let (page, sheet) = page::join_sheets(&page, |name| files::read_text(&places.root.join(name)))?;
    let linked = page::linked_sheets(&files::read_text(&places.root.join("public/index.html"))?);
    page::check_all_linked(&linked, &files::list(&places.root.join("style"))?)?;
    files::write(&file, page)?;
    files::write(&stage.join("pluis.css"), sheet)
}

/// A browser passes over a picture that is not there; whoever builds should not.
fn warn_of_missing_pictures(stage: &Path) -> Outcome<()> {
    let manifest = files::read_text(&stage.join("manifest.webmanifest"))?;
    for name in page::missing_pictures(&manifest, &files::list(stage)?) {
        eprintln!("warning: the manifest names {name}, which is not in public/");
    }
    Ok(())
}

fn bare_scripts(stage: &Path) -> Outcome<()> {
    for name in files::list(stage)?.iter().filter(|name| name.ends_with(".js")) {
        let file = stage.join(name);
        files::write(&file, script::bare(name, &files::read_text(&file)?)?)?;
    }
    Ok(())
}

fn write_precache(stage: &Path) -> Outcome<()> {
    let file = stage.join("sw.js");
    let kept = precache::list(stage)?;
    files::write(&file, precache::fill_in(&files::read_text(&file)?, &kept)?)
}

fn compress_all(stage: &Path) -> Outcome<()> {
    for name in files::list(stage)? {
        let kind = name.rsplit_once('.').map(|(_, kind)| kind);
        if kind.is_some_and(|kind| !ALREADY_SMALL.contains(&kind)) {
            let small = brotli(&files::read(&stage.join(&name))?)?;
            files::write(&stage.join(format!("{name}.br")), small)?;
        }
    }
    Ok(())
}
