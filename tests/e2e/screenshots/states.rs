//! Pictures of the screens while there is nothing to show, or with more than one vault has, and of
//! what is said then.

use super::{Camera, SCROLL_TO, shoot, shots};
use crate::calling::call;
use crate::harness::{Name, Profile, Site};
use crate::mailbox;
use crate::steps::{QUESTION, destroy_everything, first_note, open_casus, open_many, save_note};
use crate::storage::{CLOSED_STORAGE, before_each_page};
use crate::sync::{begin, join};

fn take_routes(camera: &Camera<'_>, what: &str, routes: &[&str]) {
    for route in routes {
        camera.take_route(route, &[what, &route.replace('/', "-")].concat());
    }
}

/// Takes the screen of a vault that cannot be reached, by itself and above a note.
fn take_trouble(camera: &Camera<'_>, title: &str, name: &str) {
    let browser = camera.browser;
    browser.open("/");
    browser.see(title);
    camera.take(name);
    browser.go("/notitie");
    browser.write(QUESTION, "Deze tekst mag niet weg.");
    browser.tap("Bewaar notitie");
    browser.see_a("button", "Nu niet");
    camera.take(&[name, "-bij-bewaren"].concat());
}

#[test]
fn screens_that_are_empty_locked_or_lost_have_their_pictures() {
    shoot(100, |camera| {
        let browser = camera.browser;
        let routes = ["/logboek", "/casus/nieuw", "/instellingen", "/koppelen", "/sleutel"];
        take_routes(camera, "zonder-kluis", &routes);
        browser.go("/koppelen");
        browser.tap("Alleen herstelcode");
        camera.take("terughalen");
        first_note(browser, "Een eerste notitie.");
        browser.tap("Ongedaan maken");
        browser.see("De tekst staat hier weer.");
        take_routes(camera, "leeg", &["/", "/logboek", "/signalen", "/tellingen"]);
        camera.take_route("/casus/00000000000000000000000000000000", "casus-onbekend");
        browser.go("/uitleg");
        browser.write("Zoek in de uitleg", "xq");
        camera.take("uitleg-niets-gevonden");
        browser.go("/signalen");
        browser.write("Zoek een signaal", "xq");
        camera.take("signalen-niets-gevonden");
        browser.tap("Verberg");
        browser.wait_for_app();
        let routes = ["/logboek", "/signalen", "/instellingen", "/casus/nieuw"];
        take_routes(camera, "op-slot", &routes);
        before_each_page(browser, CLOSED_STORAGE);
        take_trouble(camera, "De opslag gaat nu niet open", "opslag-gaat-niet-open");
        before_each_page(browser, &CLOSED_STORAGE.replace("UnknownError", "VersionError"));
        browser.open("/");
        browser.see("van een nieuwere versie van Pluis");
        camera.take("opslag-is-nieuwer");
    });
}

#[test]
fn vault_that_is_gone_has_its_pictures() {
    shoot(130, |camera| {
        let browser = camera.browser;
        browser.script("localStorage.setItem('vault_made', '\"1\"')", Vec::new());
        take_trouble(camera, "Kluis niet gevonden", "kluis-niet-gevonden");
    });
}

#[test]
fn note_about_a_brother_or_sister_has_its_pictures() {
    shoot(135, |camera| {
        let browser = camera.browser;
        first_note(browser, "Sliep om half tien op tafel.");
        let casus = open_casus(browser, "T.");
        browser.go(&format!("/notitie?casus={}", casus.trim_start_matches("/casus/")));
        browser.write(QUESTION, "Een collega zag hetzelfde bij het zusje.");
        browser.tap(Name::Starts("Meer"));
        browser.tap(Name::Starts("Gaat over een broer of zus."));
        camera.take_at("notitie-broer-of-zus", SCROLL_TO, "Gaat over een broer of zus.");
        save_note(browser);
        browser.go(&casus);
        camera.take_at("casus-broer-of-zus", SCROLL_TO, "Tijdlijn");
        camera.take_route(&format!("{casus}/belblad"), "belblad-broer-of-zus");
        camera.take_route(&format!("{casus}/dossier"), "dossier-broer-of-zus");
    });
}

#[test]
fn forms_that_want_more_and_what_follows_a_call_have_their_pictures() {
    shoot(140, |camera| {
        let browser = camera.browser;
        first_note(browser, "Een eerste notitie.");
        let casus = open_casus(browser, "T.");
        browser.go(&format!("{casus}/leg-vast/advies"));
        browser.tap("Bewaar");
        browser.see("Bewaar");
        camera.take("leg-vast-onvolledig");
        browser.go("/bellen");
        call(browser, "Bel Veilig Thuis");
        browser.see("Je belde Veilig Thuis");
        camera.take("na-bellen");
        browser.tap("Niet gebeld");
        browser.go("/");
        browser.go("/instellingen");
        browser.tap(Name::Starts("Herstelkaart"));
        browser.tap("Maak een nieuwe herstelkaart");
        browser.see("De code staat op papier");
        camera.take_at(
            "herstelkaart-maken",
            "document.querySelector('.code').scrollIntoView({ block: 'center' })",
            "",
        );
        browser.go("/instellingen");
        browser.tap("Alles vernietigen");
        camera.take("alles-vernietigen");
        browser.open("/?oefenen");
        browser.tap(Name::Holds("O.K."));
        browser.see("Jouw taak nu");
        camera.take("oefencasus");
    });
}

#[test]
fn settings_with_a_depot_and_several_devices_have_their_pictures() {
    let Some(folder) = shots() else { return };
    let mut site = Site::start_depot();
    let (one, two) = (Profile::make(), Profile::make());
    let (here, there) = (one.start(&site), two.start(&site));
    let camera = Camera::new(&here, folder, 160);
    let (_, code) = begin(&here, &mut site);
    camera.take_at("depot-in-gebruik", SCROLL_TO, "Synchronisatie");
    join(&here, &there, &code);
    camera.take_fold("toestel-koppelen", "Voeg een toestel toe");
    here.go("/");
    here.go("/instellingen");
    here.tap(Name::Starts("Ander toestel"));
    camera.take_fold("toestellen", "Ander toestel");
    here.go("/");
    here.go("/instellingen");
    here.tap(Name::Starts("Al je toestellen kwijt?"));
    camera.take_fold("terughalen-uit", "Al je toestellen kwijt?");
    here.write("Je herstelcode", &code);
    here.tap("Zet terughalen aan");
    here.see("Schrijf dit adres op je herstelkaart");
    camera.take_fold("terughalen-aan", "Al je toestellen kwijt?");
    site.stop();
    here.go("/instellingen");
    here.tap("Nu bijwerken");
    here.see("Geen verbinding");
    camera.take_at("depot-weg", SCROLL_TO, "Synchronisatie");
    let casus = open_many(&here, 6);
    camera.take_route(&casus, "casus-naast-elkaar");
    destroy_everything(&here);
    here.see("Hier is nog niets weg");
    camera.take("vernietigen-depot-weg");
    site.depot().start_again();
    here.tap("Probeer het depot opnieuw");
    here.see("Verwijderd op dit toestel en op het depot");
    camera.take("alles-vernietigd");
}

#[test]
fn mailbox_has_its_pictures() {
    let Some(folder) = shots() else { return };
    let mut site = Site::start_depot();
    let (of_teacher, of_lead) = (Profile::make(), Profile::make());
    let (teacher, lead) = (of_teacher.start(&site), of_lead.start(&site));
    let casus = mailbox::begin(&mut site, &teacher, &lead);
    mailbox::reach(&teacher, &lead);
    let of_lead = Camera::new(&lead, folder.clone(), 180);
    let of_teacher = Camera::new(&teacher, folder, 190);
    of_lead.take("sleutel-met-postvak");
    mailbox::make(&teacher, &casus);
    let to_code = "document.querySelector('.check-code').scrollIntoView({ block: 'center' })";
    of_teacher.take_at("overdracht-klaar", to_code, "");
    teacher.tap("Leg in het postvak");
    teacher.see("Het ligt in het postvak.");
    mailbox::update_until(&lead, "/", "Er ligt een overdracht in je postvak");
    of_lead.take("vandaag-met-postvak");
    lead.tap(Name::Starts("Er ligt een overdracht"));
    lead.see("Overdracht van leerkracht");
    of_lead.take("postvak");
    lead.tap("Bekijk");
    lead.see("Neem over in mijn logboek");
    of_lead.take("overdracht-bekeken");
    lead.tap("Neem over in mijn logboek");
    lead.see("Je collega krijgt vanzelf bericht");
    of_lead.take("ontvangstbewijs");
    mailbox::update_until(&teacher, &casus, "Overgenomen door aandachtsfunctionaris");
    of_teacher.take("casus-overgenomen");
    lead.go("/instellingen");
    of_lead.take_at("mijn-postvak", SCROLL_TO, "Mijn postvak");
}
