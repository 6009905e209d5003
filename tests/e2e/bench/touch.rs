//! From a touch to the next paint, over a journey with a processor four times slower.

use serde_json::{Value, json};

use super::{Sides, at_share, rounds};
use crate::harness::{Browser, journey};
use crate::steps::{QUESTION, card_from_settings, first_note};

/// Notes how long every touch and key took until the screen showed it.
const OBSERVE: &str = "
    window.touches = new Map();
    new PerformanceObserver((list) => list.getEntries().forEach(({ interactionId, duration }) => {
        if (interactionId) touches.set(interactionId, Math.max(duration, touches.get(interactionId) ?? 0));
    })).observe({ type: 'event', durationThreshold: 16, buffered: true });";

fn walk(browser: &Browser) {
    for place in ["Logboek", "Afwegen", "Bellen", "Vandaag", "Notitie"] {
        browser.tap(place);
        browser.see_a("button", "Verberg");
    }
    browser.tap("gehoord");
    browser.tap("plein");
    browser.write(QUESTION, "");
    browser.press_keys("Een zin die met de toetsen wordt getypt.");
    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    browser.go("/signalen");
    browser.see_a("button", "Verberg");
}

#[test]
fn touch_to_next_paint_over_a_journey() {
    let Some(rounds) = rounds() else { return };
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        // The third note asks for it otherwise.
        card_from_settings(browser);
        browser.tell("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
        browser.script(OBSERVE, Vec::new());
        for _ in 0..rounds {
            walk(browser);
        }
        let found = browser.script("return [...touches.values()]", Vec::new());
        let times: Vec<f64> =
            found.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!(!times.is_empty(), "no touch was slow enough to be noted, or none was noted");
        let sides = Sides { own: vec![at_share(&times, 0.98)], reference: vec![200.0] };
        let what = format!(
            "p98 from touch to paint, processor 4 times slower, {} touches of 16 ms or more, beside 200 ms",
            times.len()
        );
        sides.tell("G5", &what, "ms", 1.0);
    });
}
