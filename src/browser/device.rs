//! What the page runs on: installed or in a tab, on an iPhone or not, in which browser.
//!
//! Browsers do not like to say; what cannot be told counts as the ordinary case.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::page::window;

/// The names by which browsers call themselves, the more particular first: most claim to be Safari.
const ENGINES: [(&str, &str); 6] = [
    ("CriOS/", "Chrome"),
    ("FxiOS/", "Firefox"),
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chromium"),
    ("Version/", "Safari"),
];

/// Returns whether the app stands on the home screen and was started from there.
pub fn is_installed() -> bool {
    let is_standalone = window().match_media("(display-mode: standalone)");
    // Only Safari on a phone has this one.
    let on_home_screen = Reflect::get(&window().navigator(), &JsValue::from_str("standalone"));
    is_standalone.ok().flatten().is_some_and(|query| query.matches())
        || on_home_screen.is_ok_and(|answer| answer.is_truthy())
}

/// Returns whether this is a tab on an iPhone or iPad, where notes are wiped after a week and the
/// installed app sees none of them.
pub fn is_ios_tab() -> bool {
    let navigator = window().navigator();
    // An iPad calls itself a Mac, but no Mac has a screen to touch.
    let touches = Reflect::get(&navigator, &JsValue::from_str("maxTouchPoints"));
    let has_touch = touches.ok().and_then(|count| count.as_f64()).is_some_and(|count| count > 1.0);
    let agent = navigator.user_agent().unwrap_or_default();
    is_ios(&agent, has_touch) && !is_installed()
}

fn is_ios(agent: &str, has_touch: bool) -> bool {
    ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
        || (has_touch && agent.contains("Macintosh"))
}

/// Returns whether the engine is Chromium's, under whatever name.
pub fn is_chromium() -> bool {
    let agent = window().navigator().user_agent();
    // Chrome on an iPhone has another mark, and Safari's engine.
    agent.is_ok_and(|agent| agent.contains("Chrome/"))
}

/// Returns the browser's name and first number, such as `Firefox 153`.
pub fn engine() -> Option<String> {
    engine_of(&window().navigator().user_agent().ok()?)
}

fn engine_of(agent: &str) -> Option<String> {
    ENGINES.iter().find_map(|(mark, name)| {
        let (_, version) = agent.split_once(mark)?;
        let number = version.split(|letter: char| !letter.is_ascii_digit()).next()?;
        Some([name, " ", number].concat())
    })
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";

    #[wasm_bindgen_test]
    fn an_iphone_and_an_ipad_are_told_from_a_mac_and_android() {
        assert!(is_ios(IPHONE, true) && is_ios(MAC, true));
        assert!(!is_ios(MAC, false) && !is_ios(ANDROID, true));
    }

    #[wasm_bindgen_test]
    fn browsers_are_called_by_their_own_name() {
        assert_eq!(engine_of(IPHONE).as_deref(), Some("Safari 18"));
        assert_eq!(engine_of(ANDROID).as_deref(), Some("Chromium 142"));
        assert_eq!(
            engine_of("Mozilla/5.0 Gecko/20100101 Firefox/153.0").as_deref(),
            Some("Firefox 153")
        );
        assert_eq!(engine_of("something else"), None);
        assert!(engine().is_some());
    }
}
