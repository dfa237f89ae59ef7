//! Who calls whom, from the bottom up.
//!
//! Everything runs in one process, and yet each API is called through its server: its contract is checked, its answers
//! are remembered, its limits hold. To move one to another machine, serve its router there and give its client the
//! address: `tiebeam::Client::new("http://appointments:8080")?`.

use std::sync::Arc;

use anyhow::Context as _;
use appointment_process_v1_logic::Desk;
use appointment_service_v1_logic::Calendar;
use branch_system_v1_logic::Register;
use tiebeam::idempotency::{Flow, Local};
use tiebeam::store::Store;
use tiebeam::{Client, Router};
use web_experience_v1_logic::Visits;

/// The routes that channels may call; what happens is kept in the store.
///
/// # Errors
///
/// When the store cannot be used, or the register of branches cannot be read.
pub async fn wire(store: impl Store) -> anyhow::Result<Router> {
    let store: Arc<dyn Store> = Arc::new(store);
    store.migrate().await.context("cannot prepare the store")?;

    let register = Register::of_this_build().context("cannot read the register of branches")?;
    let router = branch_system_v1::router(register);
    let branches = branch_system_v1::Client::new(Client::of_router(router));

    let calendar = Calendar::open(Arc::clone(&store)).await.context("cannot open the calendar")?;
    let server = appointment_service_v1::server(calendar);
    let router = server.idempotent(Local::new(Arc::clone(&store))).into_router();
    let appointments = appointment_service_v1::Client::new(Client::of_router(router));

    let server = appointment_process_v1::server(Desk { appointments, branches });
    let router = server.idempotent(Flow::new(Arc::clone(&store))).into_router();
    let appointments = appointment_process_v1::Client::new(Client::of_router(router));

    let server = web_experience_v1::server(Visits { appointments });
    Ok(server.idempotent(Flow::new(store)).into_router())
}
