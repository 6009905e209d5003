//! Cold starts without a network: to the first paint, and to a typed character.

use std::env;
use std::fs;

use serde_json::json;

use super::plain::Plain;
use super::{Sides, rounds};
use crate::harness::{Browser, Profile, Site};
use crate::offline::wait_until_kept;
use crate::steps::first_note;

/// Looks at every frame and notes when the app stands and when a character stands in a field.
const PROBE: &str = "
    window.probe = {};
    const look = () => {
        const root = document.documentElement;
        const stands = root?.dataset.mounted !== undefined && document.querySelector('main:not(#emergency)');
        const way = stands ? document.querySelector('nav a[href=\"/notitie\"]') : document.querySelector('button[class*=new-tiddler]');
        if (way && !probe.stands) {
            probe.stands = performance.now();
            way.click();
        }
        const inner = document.querySelector('.tc-tiddler-edit-frame iframe')?.contentDocument ?? document;
        const field = inner.querySelector('main textarea, textarea.tc-edit-texteditor, body > textarea');
        if (probe.stands && field && !probe.typed) {
            field.focus();
            if (!field.value.includes('q')) inner.execCommand('insertText', false, 'q');
            if (field.value.includes('q')) probe.typed = performance.now();
        }
        if (!probe.typed) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

const PAINTED: &str =
    "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

/// What one cold start took, in milliseconds.
struct Start {
    painted: f64,
    stands: f64,
    typed: f64,
}

fn cold_start(profile: &Profile, url: &str, wants_typing: bool) -> Start {
    let browser = profile.start_at(url.to_owned());
    browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE }));
    browser.load("/");
    let number = |script: &str| browser.script(script, Vec::new()).as_f64();
    let painted = browser.wait("the first paint", || number(PAINTED));
    let (mut stands, mut typed) = (f64::NAN, f64::NAN);
    if wants_typing {
        typed = browser.wait("a typed character", || number("return probe.typed ?? null"));
        stands = number("return probe.stands").unwrap_or(f64::NAN);
    }
    browser.end();
    Start { painted, stands, typed }
}

/// Opens a reference once, so that it is kept.
fn keep(profile: &Profile, plain: &mut Plain) {
    let browser = profile.start_at(plain.url());
    browser.load("/");
    wait_until_active(&browser);
    browser.end();
    plain.stop();
}

fn wait_until_active(browser: &Browser) {
    browser.wait("the kept reference", || {
        let body = "return !!(await navigator.serviceWorker.getRegistration())?.active && await caches.has('kept')";
        browser.async_script(body, Vec::new()).as_bool()?.then_some(())
    });
}

#[test]
fn cold_starts_without_a_network_beside_an_empty_page_and_tiddlywiki() {
    let Some(rounds) = rounds() else { return };
    let profiles = [Profile::make(), Profile::make(), Profile::make()];
    let mut site = Site::start();
    let browser = profiles[0].start(&site);
    browser.open("/");
    first_note(&browser, "Een eerste notitie.");
    wait_until_kept(&browser);
    browser.end();
    site.stop();
    let mut empty = Plain::empty();
    keep(&profiles[1], &mut empty);
    let wiki = env::var("PLUIS_TIDDLYWIKI").expect("PLUIS_TIDDLYWIKI names the page");
    let mut wiki = Plain::serve(&fs::read_to_string(wiki).expect("a page"));
    keep(&profiles[2], &mut wiki);

    let (mut paint, mut stands, mut typed) = (Sides::default(), Sides::default(), Sides::default());
    for _ in 0..rounds {
        let own = cold_start(&profiles[0], &site.url(""), true);
        let nothing = cold_start(&profiles[1], &empty.url(), false);
        let other = cold_start(&profiles[2], &wiki.url(), true);
        paint.add(own.painted, nothing.painted);
        stands.add(own.stands, other.stands);
        typed.add(own.typed, other.typed);
    }
    paint.tell(
        "G1",
        "offline cold start to the first paint (both numbers can be dialled), beside an empty page",
        "ms",
        1.15,
    );
    stands.tell("G2", "offline cold start until the app stands, beside TiddlyWiki", "ms", 0.5);
    typed.tell(
        "G2",
        "offline cold start until a typed character stands in the note, beside TiddlyWiki",
        "ms",
        0.5,
    );
}
