//! Which address shows which screen. The addresses are fixed: links and shortcuts rely on them.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use super::pages::afwegen::AfwegenPage;
use super::pages::belblad::BelbladPage;
use super::pages::bellen::BellenPage;
use super::pages::casus::CasusPage;
use super::pages::dossier::DossierPage;
use super::pages::gesprek::GesprekPage;
use super::pages::instellingen::InstellingenPage;
use super::pages::koppelen::KoppelenPage;
use super::pages::logboek::LogboekPage;
use super::pages::not_found::NotFoundPage;
use super::pages::notitie::NotitiePage;
use super::pages::ontvangen::OntvangenPage;
use super::pages::overdragen::OverdragenPage;
use super::pages::overleg::OverlegPage;
use super::pages::profiel::ProfielPage;
use super::pages::reservekopie::ReservekopiePage;
use super::pages::signalen::SignalenPage;
use super::pages::sleutel::SleutelPage;
use super::pages::step::StepPage;
use super::pages::tellingen::TellingenPage;
use super::pages::uitleg::{TermPage, UitlegPage};
use super::pages::vandaag::VandaagPage;
use super::pages::vastleggen::VastleggenPage;
use super::part::{part, show};

/// Shows the screen of the address.
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=VandaagPage />
            <Route path=path!("/notitie") view=|| show(notitie) />
            <Route path=path!("/signalen") view=|| show(signalen) />
            <Route path=path!("/afwegen") view=|| show(afwegen) />
            <Route path=path!("/bellen") view=|| show(bellen) />
            <Route path=path!("/logboek") view=|| show(logboek) />
            <Route path=path!("/casus/:id") view=|| show(casus) />
            <Route path=path!("/casus/:id/stap/:n") view=|| show(step) />
            <Route path=path!("/casus/:id/dossier") view=|| show(dossier) />
            <Route path=path!("/casus/:id/overdragen") view=|| show(overdragen) />
            <Route path=path!("/casus/:id/overleg") view=|| show(overleg) />
            <Route path=path!("/casus/:id/belblad") view=|| show(belblad) />
            <Route path=path!("/casus/:id/leg-vast/:soort") view=|| show(vastleggen) />
            <Route path=path!("/gesprek/:gids") view=|| show(gesprek) />
            <Route path=path!("/uitleg") view=|| show(uitleg) />
            <Route path=path!("/uitleg/:begrip") view=|| show(term) />
            <Route path=path!("/koppelen") view=|| show(koppelen) />
            <Route path=path!("/sleutel") view=|| show(sleutel) />
            <Route path=path!("/ontvangen") view=|| show(ontvangen) />
            <Route path=path!("/profiel") view=|| show(profiel) />
            <Route path=path!("/profiel/:id") view=|| show(profiel) />
            <Route path=path!("/instellingen") view=|| show(instellingen) />
            <Route path=path!("/tellingen") view=|| show(tellingen) />
            <Route path=path!("/reservekopie") view=|| show(reservekopie) />
        </Routes>
    }
}

part! { fn afwegen() -> gids: AfwegenPage() }
part! { fn bellen() -> gids: BellenPage() }
part! { fn casus() -> gids: CasusPage() }
part! { fn dossier() -> gids: DossierPage() }
part! { fn gesprek() -> gids: GesprekPage() }
part! { fn instellingen() -> gids: InstellingenPage() }
part! { fn logboek() -> gids: LogboekPage() }
part! { fn signalen() -> gids: SignalenPage() }
part! { fn step() -> gids: StepPage() }
part! { fn uitleg() -> gids: UitlegPage() }
part! { fn term() -> gids: TermPage() }
part! { fn notitie() -> notitie: NotitiePage() }
part! { fn reservekopie() -> gids: ReservekopiePage() }
part! { fn overleg() -> gids: OverlegPage() }
part! { fn belblad() -> gids: BelbladPage() }
part! { fn profiel() -> gids: ProfielPage() }
part! { fn vastleggen() -> gids: VastleggenPage() }
part! { fn tellingen() -> gids: TellingenPage() }
part! { fn koppelen() -> gids: KoppelenPage() }
part! { fn overdragen() -> gids: OverdragenPage() }
part! { fn sleutel() -> gids: SleutelPage() }
part! { fn ontvangen() -> gids: OntvangenPage() }
