//! The depot as a web server: its addresses, and what each answer carries.
//!
//! Rules stand in [`crate::keeping`]; this turns requests into them and outcomes into statuses. It
//! defends against strangers, floods and slow senders; TLS belongs to the server in front of it.

mod answer;
mod app;
pub mod connections;
mod entry;
mod frame;
mod limits;
mod request;
mod verbs;
mod way_back;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, get, post, put};

use crate::database::Database;
use crate::http::answer::Refusal;
use crate::http::limits::Limits;

/// How a depot is set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The folder of the built app, where the depot serves it too.
    pub app: Option<PathBuf>,
    /// Other origins whose app may use this depot.
    pub origins: Vec<String>,
    /// The most bytes of one vault.
    pub quota: i64,
    /// Requests a second for one device.
    pub rate: u32,
    /// After how many days the last backup with an erased envelope is gone.
    pub backup_days: u32,
    /// Whether the address of a caller stands in `X-Forwarded-For`.
    pub is_behind_proxy: bool,
}

/// A depot at work.
#[derive(Debug)]
pub struct Depot {
    database: Database,
    setup: Setup,
    limits: Limits,
}

impl Depot {
    /// Makes a depot over a database.
    #[must_use]
    pub fn new(database: Database, setup: Setup) -> Self {
        let limits = Limits::new(setup.rate);
        Self { database, setup, limits }
    }

    /// Gives up the database, to close it.
    #[must_use]
    pub fn into_database(self) -> Database {
        self.database
    }
}

/// Returns everything that can be asked.
pub fn router(depot: &Arc<Depot>) -> Router {
    let envelope = put(verbs::put).delete(verbs::erase);
    let returning = post(way_back::put).get(way_back::tell).delete(way_back::remove);
    let routes = Router::new()
        .route("/healthz", get(healthz))
        .route("/depot/v1/redeem", post(entry::redeem))
        .route("/depot/v1/return", post(way_back::come_back))
        .route("/depot/v1/{vault}", delete(verbs::erase_all))
        .route("/depot/v1/{vault}/envelopes", delete(verbs::empty))
        .route("/depot/v1/{vault}/heads", get(verbs::heads))
        .route("/depot/v1/{vault}/mailbox", get(verbs::mailbox))
        .route("/depot/v1/{vault}/devices", get(entry::devices))
        .route("/depot/v1/{vault}/devices/{device}", delete(entry::revoke))
        .route("/depot/v1/{vault}/invitations/{scope}", post(entry::invite))
        .route("/depot/v1/{vault}/return", returning)
        .route("/depot/v1/{vault}/{device}", get(verbs::list))
        .route("/depot/v1/{vault}/{device}/{seq}", envelope)
        .fallback(app::serve);
    let framed = axum::middleware::from_fn_with_state(Arc::clone(depot), frame::around);
    routes.layer(framed).with_state(Arc::clone(depot))
}

/// Tells whether the database answers.
async fn healthz(State(depot): State<Arc<Depot>>) -> Result<Response, Refusal> {
    depot.database.read(|sql| sql.rows("SELECT version FROM depot", &[])).await?;
    Ok(answer::text(StatusCode::OK, "ok"))
}
