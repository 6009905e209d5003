//! Without a network: once seen, the app works from its own files, on every address.

use crate::harness::{Browser, Profile, Site, journey_with_site};
use crate::routes::ROUTES;
use crate::steps::{QUESTION, first_note, make_vault, unlock};

/// Waits until the service worker holds the whole release.
pub fn wait_until_kept(browser: &Browser) {
    browser.wait("the kept release", || {
        let body = "const registration = await navigator.serviceWorker.getRegistration();
            return !!registration?.active && (await caches.keys()).some((name) => name.startsWith('release-'));";
        browser.async_script(body, Vec::new()).as_bool()?.then_some(())
    });
}

/// Returns how many files the service worker holds; none where its cache does not open.
fn count_kept(browser: &Browser) -> u64 {
    let body =
        "const name = (await caches.keys()).find((name) => name.startsWith('release-')) ?? '';
        return (await (await caches.open(name)).keys().catch(() => [])).length;";
    browser.async_script(body, Vec::new()).as_u64().unwrap_or_default()
}

#[test]
fn every_route_opens_after_the_server_stopped() {
    journey_with_site("/", |browser, site| {
        wait_until_kept(browser);
        site.stop();
        for route in ROUTES {
            browser.open(route);
            browser.see_a("button", "Verberg");
            browser.reload();
            assert!(!browser.heading().is_empty(), "{route} has no heading without a network");
        }
    });
}

#[test]
fn cold_start_without_a_network_saves_a_first_note() {
    let mut site = Site::start();
    let profile = Profile::make();
    let first = profile.start(&site);
    first.open("/");
    wait_until_kept(&first);
    first.end();
    site.stop();

    let second = profile.start(&site);
    second.open("/");
    second.tap("Begin met een notitie");
    second.write(QUESTION, "Zonder netwerk geschreven.");
    second.tap("Bewaar notitie");
    let words = make_vault(&second);
    second.see("Bewaard op dit toestel om");
    second.end();

    let third = profile.start(&site);
    third.open("/");
    unlock(&third, &words);
    third.tap("Logboek");
    third.see("Zonder netwerk geschreven.");
}

#[test]
fn release_whose_files_broke_is_kept_anew() {
    let mut site = Site::start();
    let profile = Profile::make();
    let first = profile.start(&site);
    first.open("/");
    let words = first_note(&first, "Een eerste notitie.");
    wait_until_kept(&first);
    let kept = count_kept(&first);
    assert!(kept > 1, "{kept} files are kept");
    // What a stop between writing and taking out leaves of the look for room on the disk.
    let leave = "await (await caches.open('room')).put('room', new Response(' ')); return true";
    assert_eq!(first.async_script(leave, Vec::new()), true);
    first.end();
    profile.break_caches();

    let second = profile.start(&site);
    second.open("/");
    unlock(&second, &words);
    second.wait("every file again", || (count_kept(&second) == kept).then_some(()));
    second.wait("the choice again", || {
        let chosen = "return !!(await caches.match('/current-release'))";
        (second.async_script(chosen, Vec::new()) == true).then_some(())
    });
    second.end();
    site.stop();

    let third = profile.start(&site);
    third.open("/");
    unlock(&third, &words);
    third.go("/logboek");
    third.see("Een eerste notitie.");
}

#[test]
fn nothing_is_asked_of_any_other_place() {
    journey_with_site("/", |browser, _| {
        first_note(browser, "Niets gaat weg.");
        wait_until_kept(browser);
        for route in ROUTES {
            browser.go(route);
        }
        let foreign = "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => new URL(name).origin !== location.origin)";
        assert_eq!(browser.script(foreign, Vec::new()), serde_json::json!([]));
        let methods = browser.console().into_iter().filter(|line| line.starts_with("SEVERE"));
        assert_eq!(methods.collect::<Vec<_>>(), Vec::<String>::new());
    });
}
