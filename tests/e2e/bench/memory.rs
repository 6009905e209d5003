//! Memory of the page with many entries, above that of an empty page, beside TiddlyWiki.

use std::env;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::plain::Plain;
use super::saving::fill;
use super::{Sides, entry_count, rounds};
use crate::harness::{Browser, Profile, Site};
use crate::steps::{first_note, unlock};

const TIDDLERS: &str = "
    for (let number = 0; number < arguments[0]; number++) $tw.wiki.addTiddler({ title: `Notitie ${number}`, text: `Notitie ${number} met een zin van gewone lengte over wat er te zien was.`, modified: new Date() });
    return true;";

/// Returns what the process of the page holds for itself, in kB, once the garbage is gone.
fn private_kb(browser: &Browser, profile: &Profile) -> f64 {
    browser.tell("HeapProfiler.collectGarbage", json!({}));
    let folder = profile.folder().display().to_string();
    let processes = fs::read_dir("/proc").expect("the processes of Linux").flatten();
    processes.filter_map(|process| renderer_kb(&process.path(), &folder)).fold(0.0, f64::max)
}

/// A renderer names no profile, but its parents do; the broker of each browser is told apart by it.
fn renderer_kb(process: &Path, folder: &str) -> Option<f64> {
    let words = fs::read(process.join("cmdline")).ok()?;
    let words = String::from_utf8_lossy(&words).into_owned();
    if !words.contains("--type=renderer") || !is_below(process, folder) {
        return None;
    }
    let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
    let sum = |name: &str| {
        let line = rollup.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    };
    Some(sum("Private_Dirty:")? + sum("Private_Clean:")?)
}

fn is_below(process: &Path, folder: &str) -> bool {
    let mut at = process.to_path_buf();
    for _ in 0..6 {
        let words = fs::read(at.join("cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&words).contains(folder) {
            return true;
        }
        let status = fs::read_to_string(at.join("status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
        let Some(parent) = parent.map(str::trim).filter(|parent| *parent != "0") else { break };
        at = Path::new("/proc").join(parent);
    }
    false
}

#[test]
fn memory_with_many_entries_beside_tiddlywiki() {
    let Some(rounds) = rounds() else { return };
    let site = Site::start();
    let (empty, wiki) =
        (Plain::empty(), env::var("PLUIS_TIDDLYWIKI").expect("PLUIS_TIDDLYWIKI names the page"));
    let wiki = Plain::serve(&fs::read_to_string(wiki).expect("a page"));
    let own = Profile::make();
    let browser = own.start(&site);
    browser.open("/");
    let words = first_note(&browser, "Een eerste notitie.");
    fill(&browser, 1, entry_count());
    browser.end();
    let mut sides = Sides::default();
    for _ in 0..rounds.min(5) {
        let nothing = {
            let profile = Profile::make();
            let browser = profile.start_at(empty.url());
            browser.load("/");
            private_kb(&browser, &profile)
        };
        let ours = {
            let browser = own.start(&site);
            browser.open("/");
            unlock(&browser, &words);
            browser.tap("Logboek");
            browser.see("Notitie");
            private_kb(&browser, &own)
        };
        let theirs = {
            let profile = Profile::make();
            let browser = profile.start_at(wiki.url());
            browser.load("/");
            browser.see_that("the wiki", "return typeof $tw === 'object' && !!document.querySelector('button[class*=new-tiddler]')");
            browser.script(TIDDLERS, vec![entry_count().into()]);
            private_kb(&browser, &profile)
        };
        sides.add((ours - nothing) / 1_000.0, (theirs - nothing) / 1_000.0);
    }
    sides.tell(
        "G6",
        "memory above an empty page with 10,000 entries, beside TiddlyWiki with 10,000 tiddlers",
        "MB",
        0.5,
    );
}
