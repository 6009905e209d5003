//! Losses of power: the browser is killed at random moments while it saves, and nothing that it
//! said was saved may be gone, not even where half a write is left behind. And engines that miscalculate: right words must open the vault.
//!
//! `cargo xtask faults` runs many rounds; by itself the first journey makes a few.

use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::{Browser, Name, Profile, Site};
use crate::steps::{QUESTION, SAVE, first_note, note, start_with_card, unlock};

const ROUNDS: u32 = 6;
const SEED: u64 = 1;

/// A round is cut off at most this long after its first key.
const LONGEST_MS: u64 = 1_500;

/// A small generator: the same seed gives the same moments.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        // Knuth's constants for a linear congruence; the upper bits are the good ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn asked<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Opens the vault. A page that says that it is stuck is loaded anew, as it asks: WebKit's engine
/// itself breaks now and then (docs/engines.md), and no other may. Returns how often that was.
fn open_vault(browser: &Browser, words: &str) -> usize {
    let is_open = || {
        if browser.shows("Pluis is vastgelopen") {
            return Some(false);
        }
        let is_open = "return !document.querySelector('input[type=password]')";
        browser.script(is_open, Vec::new()).as_bool()?.then_some(true)
    };
    let mut stuck = 0;
    loop {
        browser.open("/");
        browser.rewrite("Toegangscode", words);
        browser.tap("Ontgrendel");
        if browser.wait("the open vault", is_open) {
            return stuck;
        }
        stuck += 1;
        assert!(stuck < 3 && browser.name() == "Safari", "the page is stuck");
    }
}

/// Saves notes until the moment has come, kills the browser, and returns what it had confirmed.
fn save_until_killed(browser: Browser, round: u32, after: Duration) -> Vec<String> {
    browser.go("/notitie");
    browser.see_a("button", "Bewaar notitie");
    let start = Instant::now();
    let mut confirmed = Vec::new();
    for number in 1.. {
        let text = format!("ronde {round} notitie {number}.");
        let left = after.saturating_sub(start.elapsed());
        match browser.async_script_within(left, SAVE, vec![text.as_str().into()]) {
            Some(answer) if answer == true => confirmed.push(text),
            _ => break,
        }
    }
    browser.kill();
    confirmed
}

/// Scrolls through the list, of which only what is near the screen exists, and returns its texts.
const READ_LIST: &str = "
    const texts = new Set();
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let top = 0; ; top += innerHeight / 2) {
        scrollTo({ top, behavior: 'instant' });
        await drawn();
        document.querySelectorAll('.timeline-body p').forEach((line) => texts.add(line.textContent.trim()));
        if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) return [...texts];
    }";

/// Waits until the list holds everything that was confirmed.
fn check_confirmed(browser: &Browser, round: u32, confirmed: &[String]) {
    browser.go("/");
    browser.go("/logboek");
    browser.write("Zoek in je notities", &format!("ronde {round} notitie"));
    browser.wait(&format!("the {} notes of round {round}", confirmed.len()), || {
        let texts = browser.async_script(READ_LIST, Vec::new());
        let texts: Vec<&str> = texts.as_array()?.iter().filter_map(Value::as_str).collect();
        confirmed.iter().all(|text| texts.contains(&text.as_str())).then_some(())
    });
}

/// Checks that what was confirmed is not on the screen once more, to be saved twice.
fn check_draft(browser: &Browser, confirmed: &[String]) {
    browser.go("/notitie");
    browser.see_a("button", "Bewaar notitie");
    let draft = browser.value(Name::Is(QUESTION)).unwrap_or_default();
    assert!(!confirmed.contains(&draft), "saved, and still a draft: {draft}");
}

#[test]
fn nothing_confirmed_is_lost_when_the_browser_is_killed_while_saving() {
    let (rounds, seed) = (asked("PLUIS_ROUNDS", ROUNDS), asked("PLUIS_SEED", SEED));
    let mut random = Random(seed);
    let site = Site::start();
    let profile = Profile::make();
    let (browser, words) = start_with_card(&profile, &site, "Een eerste notitie.");
    browser.end();
    let (mut count, mut stuck) = (0, 0);
    for round in 1..=rounds {
        let browser = profile.start(&site);
        stuck += open_vault(&browser, &words);
        let after = Duration::from_millis(random.below(LONGEST_MS));
        let confirmed = save_until_killed(browser, round, after);
        if round % 2 == 0 {
            profile.leave_half_a_write();
        }

        let browser = profile.start(&site);
        stuck += open_vault(&browser, &words);
        assert!(!browser.shows("beschadigd"), "round {round}");
        check_confirmed(&browser, round, &confirmed);
        check_draft(&browser, &confirmed);
        browser.end();
        count += confirmed.len();
    }
    assert!(count as u32 > rounds / 2, "only {count} were confirmed in {rounds} rounds");
    let stuck = if stuck > 0 { format!(", {stuck} pages loaded anew") } else { String::new() };
    println!("proof: {rounds} rounds, {count} confirmed, 0 lost{stuck}, seed {seed}");
}

#[test]
fn write_that_was_cut_off_half_way_costs_no_other() {
    let site = Site::start();
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    let words = first_note(&browser, "Een eerste notitie.");
    browser.end();
    profile.leave_half_a_write();
    // What is written after the half record makes the log unreadable, at the opening after that.
    let browser = profile.start(&site);
    open_vault(&browser, &words);
    note(&browser, "Een tweede notitie.");
    browser.end();
    let browser = profile.start(&site);
    open_vault(&browser, &words);
    browser.go("/logboek");
    browser.see("Een eerste notitie.");
    browser.see("Een tweede notitie.");
}

/// What has the Worker give a wrong key, another one each time, for every odd request, and fall over
/// once.
const MISCALCULATE: &str = "
const ask = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = fail;
});

async function count() {
  const opening = indexedDB.open('requests', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('count', { autoIncrement: true });
  const transaction = (await ask(opening)).transaction('count', 'readwrite');
  const number = ask(transaction.objectStore('count').add(0));
  // The Worker is thrown away after its answer, and what was not yet stored with it.
  await new Promise((done) => { transaction.oncomplete = done; });
  return number;
}

const derive = answers.derive;
answers.derive = async (request) => {
  const number = await count();
  if (number === 4) throw new WebAssembly.RuntimeError('unreachable');
  const { key } = derive(request);
  if (number % 2) key[0] ^= number;
  return { key };
};
";

fn miscalculate(dist: &Path) {
    // A compressed copy would hide the change.
    let _ = fs::remove_file(dist.join("derive.js.br"));
    let script = dist.join("derive.js");
    let text = fs::read_to_string(&script).expect("a script");
    fs::write(script, text + MISCALCULATE).expect("a writable folder");
}

#[test]
fn engine_that_miscalculates_makes_no_wrong_key_and_calls_no_right_words_wrong() {
    let site = Site::start_changed(miscalculate);
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    let words = first_note(&browser, "Een eerste notitie.");
    for _ in 0..2 {
        browser.open("/");
        unlock(&browser, &words);
        browser.go("/logboek");
        browser.see("Een eerste notitie.");
    }
    browser.open("/");
    browser.rewrite("Toegangscode", "geen van deze woorden");
    browser.tap("Ontgrendel");
    browser.see("Kijk of de vier woorden kloppen");
}
