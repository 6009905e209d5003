//! Opening a casus beside a hundred others, beside opening the only one.

use serde_json::json;

use super::{Sides, rounds};
use crate::harness::{Browser, Profile, Site};
use crate::steps::{GO, first_note, open_many};

const MANY: usize = 100;

/// Goes to a casus from the first screen, and returns how long it took until its timeline stands.
const OPEN_ONE: &str = "
    await room();
    go('/');
    await until(() => document.querySelector('.action-grid'));
    await frame();
    const from = performance.now();
    go(arguments[0]);
    await until(() => heading(arguments[1])() && document.querySelector('.casus-log .timeline-body'));
    return performance.now() - from;";

/// An open vault with casussen, the last of which is looked at.
struct Desk {
    browser: Browser,
    last: String,
    count: usize,
}

impl Desk {
    fn make(profile: &Profile, site: &Site, count: usize) -> Self {
        let browser = profile.start(site);
        browser.open("/");
        first_note(&browser, "Een eerste notitie.");
        let last = open_many(&browser, count);
        Self { browser, last, count }
    }

    fn open(&self) -> f64 {
        let name = format!("K{}", self.count);
        let took = self
            .browser
            .async_script(&[GO, OPEN_ONE].concat(), vec![json!(self.last), json!(name)]);
        took.as_f64().unwrap_or(f64::NAN)
    }
}

#[test]
fn hundredth_casus_opens_beside_the_first() {
    let Some(rounds) = rounds() else { return };
    let site = Site::start();
    let profiles = [Profile::make(), Profile::make()];
    let few = Desk::make(&profiles[0], &site, 1);
    let many = Desk::make(&profiles[1], &site, MANY);
    let mut sides = Sides::default();
    for _ in 0..rounds.max(1) * 5 {
        sides.add(many.open(), few.open());
    }
    sides.tell("casus", "opening a casus beside a hundred others, beside the only one", "ms", 1.2);
}
