//! Which address shows which screen. The addresses are fixed: links and shortcuts rely on them.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use super::pages::afwegen::AfwegenPage;
use super::pages::bellen::BellenPage;
use super::pages::casus::CasusPage;
use super::pages::dossier::DossierPage;
use super::pages::gesprek::GesprekPage;
use super::pages::instellingen::InstellingenPage;
use super::pages::koppelen::KoppelenPage;
use super::pages::logboek::LogboekPage;
use super::pages::not_found::NotFoundPage;
use super::pages::notitie::NotitiePage;
use super::pages::signalen::SignalenPage;
use super::pages::step::StepPage;
use super::pages::uitleg::{TermPage, UitlegPage};
use super::pages::vandaag::VandaagPage;

/// Shows the screen of the address.
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=VandaagPage />
            <Route path=path!("/notitie") view=NotitiePage />
            <Route path=path!("/signalen") view=SignalenPage />
            <Route path=path!("/afwegen") view=AfwegenPage />
            <Route path=path!("/bellen") view=BellenPage />
            <Route path=path!("/logboek") view=LogboekPage />
            <Route path=path!("/casus/:id") view=CasusPage />
            <Route path=path!("/casus/:id/stap/:n") view=StepPage />
            <Route path=path!("/casus/:id/dossier") view=DossierPage />
            <Route path=path!("/gesprek/:gids") view=GesprekPage />
            <Route path=path!("/uitleg") view=UitlegPage />
            <Route path=path!("/uitleg/:begrip") view=TermPage />
            <Route path=path!("/koppelen") view=KoppelenPage />
            <Route path=path!("/instellingen") view=InstellingenPage />
        </Routes>
    }
}
