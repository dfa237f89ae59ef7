//! What every chapter of the story stands on.

use anyhow::bail;
use retail_models::customer::CustomerId;
use serde_json::Value;
use tiebeam::Context;

use crate::counted::Counted;
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
    scene: &'s mut Scene,
    steps: usize,
}

impl<'s> Stage<'s> {
    /// Goes on stage.
    pub fn set(scene: &'s mut Scene) -> anyhow::Result<Self> {
        Ok(Self {
            web: customer_experience_v1::Client::new(scene.client(&slots::CUSTOMER_EXPERIENCE)?),
            mobile: order_experience_v1::Client::new(scene.client(&slots::ORDER_EXPERIENCE)?),
            report: Report::begin(),
            context: step(1),
            scene,
            steps: 1,
        })
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
        let state = self.scene.state("payco").await?;
        let all = state.as_array().into_iter().flatten();
        let wanted = all.filter(|transaction| transaction["amt"] == cents);
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
