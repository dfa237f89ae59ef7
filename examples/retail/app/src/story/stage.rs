//! What every chapter of the story stands on.

use anyhow::{Context as _, bail};
use retail_models::customer::CustomerId;
use retail_models::inventory::Sku;
use retail_models::order::OrderId;
use tiebeam::Context;
use tiebeam::operation::Tier;

use crate::enterprise::Enterprise;
use crate::journal::Crossing;
use crate::report::Report;

/// Everything that a chapter needs.
pub struct Stage {
    pub enterprise: Enterprise,
    pub report: Report,
    pub context: Context,
}

impl Stage {
    /// Shows what crossed the tiers since the last look, and answers it.
    pub fn crossings(&self) -> Vec<Crossing> {
        let crossings = self.enterprise.journal.take();
        self.report.crossings(&crossings);
        crossings
    }

    /// The address of an API, for plain HTTP.
    pub fn address(&self, name: &str, major: u32) -> anyhow::Result<String> {
        let host = self.enterprise.host(name, major);
        host.map(|host| host.address().to_string()).context("the API is being served")
    }

    /// Pieces of a product that nobody was promised.
    pub fn available(&self, sku: &str) -> i64 {
        self.enterprise.records.erp.available(&Sku(sku.to_owned()))
    }
}

/// Whether some request reached a tier.
pub fn reached(crossings: &[Crossing], tier: Tier) -> bool {
    crossings.iter().any(|crossing| crossing.tier() == tier)
}

/// The path of an account of the web shop.
pub fn account_path(customer: CustomerId) -> String {
    format!("/v1/accounts/{customer}")
}

/// The path of an order in the mobile app.
pub fn order_path(order: OrderId) -> String {
    format!("/v1/orders/{order}")
}

/// What should have been refused was not.
pub fn unexpected<T>(what: &str) -> anyhow::Result<T> {
    bail!("{what}, which the rest of the story stands on")
}
