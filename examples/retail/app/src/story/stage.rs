//! What every chapter of the story stands on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::bail;
use retail_models::customer::CustomerId;
use retail_models::inventory::Sku;
use retail_models::order::OrderId;
use serde_json::Value;
use tiebeam::{Client, Context};

use super::books;
use crate::auditor::Auditor;
use crate::counted::Counted;
use crate::listener::Listener;
use crate::recorder::Crossing;
use crate::report::Report;
use crate::scene::Scene;
use crate::slots::{self, Slot};
use crate::wire::{self, Answer};

/// Everything that a chapter needs.
pub struct Stage<'s> {
    /// The way of the web channel.
    pub web: customer_experience_v1::Client,
    /// The way of the mobile channel.
    pub mobile: order_experience_v1::Client,
    /// What is told.
    pub report: Report,
    /// What the next requests belong to.
    pub context: Context,
    /// Hears what crosses the bus.
    pub listener: Listener,
    /// Looks into the books of every service.
    pub auditor: Auditor,
    /// The orders that customers were told of.
    pub answered: BTreeSet<OrderId>,
    /// What lay on the shelves at the beginning.
    pub shelves: BTreeMap<Sku, i64>,
    scene: &'s mut Scene,
    steps: usize,
}

impl<'s> Stage<'s> {
    /// Goes on stage.
    pub async fn set(scene: &'s mut Scene) -> anyhow::Result<Self> {
        let listener = Listener::start(scene.settings()).await?;
        let auditor = Auditor::open(scene.settings(), Arc::clone(&listener.bus)).await?;
        let mut stage = Self {
            web: customer_experience_v1::Client::new(scene.client(&slots::CUSTOMER_EXPERIENCE)?),
            mobile: order_experience_v1::Client::new(scene.client(&slots::ORDER_EXPERIENCE)?),
            report: Report::begin(),
            context: step(1),
            listener,
            auditor,
            answered: BTreeSet::new(),
            shelves: BTreeMap::new(),
            scene,
            steps: 1,
        };
        let levels = books::levels(&stage).await?;
        stage.shelves = levels.into_iter().map(|level| (level.sku, level.on_hand)).collect();
        Ok(stage)
    }

    /// A way to something that no channel shows, as somebody who works in the back of the shop has it.
    pub fn client(&self, slot: &Slot) -> anyhow::Result<Client> {
        self.scene.client(slot)
    }

    /// The ids of the processes in which everything runs.
    pub fn processes(&self) -> Vec<u32> {
        self.scene.processes()
    }

    /// Shows what crossed the tiers since the last look, and answers it.
    pub async fn crossings(&mut self) -> anyhow::Result<Vec<Crossing>> {
        let crossings = self.unseen().await?;
        self.report.crossings(&crossings);
        Ok(crossings)
    }

    /// What crossed the tiers since the last look, without showing it.
    pub async fn unseen(&mut self) -> anyhow::Result<Vec<Crossing>> {
        let crossings = self.scene.crossings(self.context.correlation_id()).await?;
        self.steps += 1;
        self.context = step(self.steps);
        Ok(crossings)
    }

    /// Sends plain HTTP to an experience API, for what no generated client would send.
    pub async fn send(
        &self,
        slot: &Slot,
        line: &str,
        fields: &[(&str, &str)],
        body: Option<&Value>,
    ) -> anyhow::Result<Answer> {
        let mut fields = fields.to_vec();
        fields.push(("X-Correlation-Id", self.context.correlation_id()));
        wire::send(&self.scene.address(slot.name)?, line, &fields, body).await
    }

    /// Names what listens and is not ready.
    pub async fn not_ready(&self) -> anyhow::Result<Vec<String>> {
        self.scene.not_ready().await
    }

    /// What was counted so far.
    pub async fn counted(&self) -> anyhow::Result<Counted> {
        self.scene.counted().await
    }

    /// Takes a service away: it is killed, or stopped where it shares a process with others.
    pub async fn take_away(&mut self, service: &Slot) -> anyhow::Result<()> {
        self.scene.take_away(service.system).await
    }

    /// Brings it back, with the store that it left behind.
    pub async fn bring_back(&mut self, service: &Slot) -> anyhow::Result<()> {
        self.scene.bring_back(service.system).await
    }

    /// Lets the next requests to a system of record fail: `fault=lose&times=1`.
    pub async fn break_next(&self, system: &str, fault: &str) -> anyhow::Result<()> {
        self.scene.operate(system, "/faults", fault).await
    }

    /// Does what a clerk does at a screen of a system of record.
    pub async fn clerk(&self, system: &str, screen: &str, form: &str) -> anyhow::Result<()> {
        self.scene.operate(system, &format!("/screens/{screen}"), form).await
    }

    /// Pieces of a product that the ERP has promised to nobody.
    pub async fn available(&self, sku: &str) -> anyhow::Result<i64> {
        Ok(self.scene.state("erp").await?["available"][sku].as_i64().unwrap_or_default())
    }

    /// Reservations of the ERP whose goods have not left yet.
    pub async fn reservations(&self) -> anyhow::Result<Vec<String>> {
        let state = self.scene.state("erp").await?;
        Ok(serde_json::from_value(state["reservations"].clone())?)
    }

    /// The states of all transactions of the payment processor over so many cents.
    pub async fn transactions(&self, cents: i64) -> anyhow::Result<Vec<String>> {
        self.transactions_that(|transaction| transaction["amt"] == cents).await
    }

    /// The states of all transactions of the payment processor.
    pub async fn all_transactions(&self) -> anyhow::Result<Vec<String>> {
        self.transactions_that(|_| true).await
    }

    async fn transactions_that(
        &self,
        is_wanted: impl Fn(&Value) -> bool,
    ) -> anyhow::Result<Vec<String>> {
        let state = self.scene.state("payco").await?;
        let wanted = state.as_array().into_iter().flatten().filter(|it| is_wanted(it));
        Ok(wanted.map(|it| it["state"].as_str().unwrap_or_default().to_owned()).collect())
    }
}

/// What the requests of one step have in common, wherever they go.
fn step(number: usize) -> Context {
    Context::new().with_correlation_id(&format!("shop-{}-{number:02}", std::process::id()))
}

/// Whether some request reached a layer.
pub fn reached(crossings: &[Crossing], layer: &str) -> bool {
    crossings.iter().any(|crossing| crossing.layer == layer)
}

/// Whether a channel was answered without anybody behind it being asked.
pub fn stayed_in_the_channel(crossings: &[Crossing]) -> bool {
    !crossings.is_empty() && crossings.iter().all(|crossing| crossing.layer == "experience")
}

/// How many requests reached a system.
pub fn asked(crossings: &[Crossing], system: &str) -> usize {
    crossings.iter().filter(|crossing| crossing.system == system).count()
}

/// The path of an account of the web shop.
pub fn account_path(customer: CustomerId) -> String {
    format!("/v1/accounts/{customer}")
}

/// What should have been refused was not.
pub fn unexpected<T>(what: &str) -> anyhow::Result<T> {
    bail!("{what}, which the rest of the story stands on")
}
