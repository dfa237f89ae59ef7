//! The demonstration: a story through the experience APIs, over real HTTP, with generated clients.
//!
//! Each chapter does something that happens in every enterprise, shows which requests crossed which tier,
//! and checks what came of it.

mod accounts;
mod buying;
mod shipping;
mod versions;

use anyhow::{Context as _, bail};
use retail_models::customer::CustomerId;
use retail_models::inventory::Sku;
use retail_models::order::OrderId;
use tiebeam::Context;
use tiebeam::operation::Tier;

use crate::enterprise::Enterprise;
use crate::hosts::Ports;
use crate::journal::Crossing;
use crate::report::Report;

/// Everything that a chapter needs.
struct Stage {
    enterprise: Enterprise,
    report: Report,
    context: Context,
}

/// Starts the enterprise, tells the story and answers whether everything was as expected.
///
/// # Errors
///
/// When the enterprise cannot be started, or a chapter cannot go on.
pub async fn demo() -> anyhow::Result<bool> {
    let enterprise = Enterprise::start(Ports::Free).await?;
    println!("Acme Retail: {} APIs, each on a port of its own\n", enterprise.size());
    print!("{enterprise}");
    let mut stage = Stage { enterprise, report: Report::begin(), context: Context::new() };

    let ada = accounts::a_visitor_becomes_a_customer(&mut stage).await?;
    accounts::a_form_full_of_mistakes(&mut stage).await?;
    accounts::two_tabs_change_the_same_settings(&mut stage, ada).await?;
    accounts::what_has_not_changed_is_not_sent(&mut stage, ada).await?;

    buying::the_catalog_comes_in_pages(&mut stage).await?;
    let order = buying::an_order_is_placed_twice_and_exists_once(&mut stage, ada).await?;
    buying::something_sold_out(&mut stage, ada).await?;
    buying::a_declined_card_leaves_no_traces(&mut stage, ada).await?;
    buying::the_bank_takes_a_second_look(&mut stage, ada).await?;

    shipping::the_parcel_leaves(&mut stage, order).await?;
    shipping::words_that_nobody_knew(&mut stage, ada, order).await?;

    versions::two_majors_side_by_side(&mut stage, ada).await?;
    versions::whatever_goes_wrong_is_a_problem_document(&mut stage).await?;
    accounts::an_account_with_open_orders_stays(&mut stage, ada).await?;
    Ok(stage.report.end())
}

impl Stage {
    /// Shows what crossed the tiers since the last look, and answers it.
    fn crossings(&self) -> Vec<Crossing> {
        let crossings = self.enterprise.journal.take();
        self.report.crossings(&crossings);
        crossings
    }

    /// The address of an API, for plain HTTP.
    fn address(&self, name: &str, major: u32) -> anyhow::Result<String> {
        let host = self.enterprise.host(name, major);
        host.map(|host| host.address().to_string()).context("the API is being served")
    }

    /// Pieces of a product that nobody was promised.
    fn available(&self, sku: &str) -> i64 {
        self.enterprise.records.erp.available(&Sku(sku.to_owned()))
    }
}

/// Whether some request reached a tier.
fn reached(crossings: &[Crossing], tier: Tier) -> bool {
    crossings.iter().any(|crossing| crossing.tier() == tier)
}

/// The path of an account of the web shop.
fn account_path(customer: CustomerId) -> String {
    format!("/v1/accounts/{customer}")
}

/// The path of an order in the mobile app.
fn order_path(order: OrderId) -> String {
    format!("/v1/orders/{order}")
}

/// What should have been refused was not.
fn unexpected<T>(what: &str) -> anyhow::Result<T> {
    bail!("{what}, which the rest of the story stands on")
}
