//! The table of layers: what a generated server may be told to do besides, each measured against the one without.
//!
//! A new layer is a row here and nothing else: `cargo xtask bench serve` asks for the table.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

use order_service_v1::operations::{create_order, get_order};
use order_service_v1::{OrderService, meta, server};
use serde::Serialize;
use tiebeam::Server;
use tiebeam::http::{RateLimits, Verify};
use tiebeam::idempotency::Local;
use tiebeam::operation::{Operation, RateLimit, RateLimitBy};
use tiebeam::store::Memory;

use super::generated::Shop;

/// What a layer does.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Layer {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does, for the table.
    pub what: &'static str,
    /// What it changes the cost of.
    pub costs: Costs,
    /// What it needs besides.
    pub needs: Needs,
    #[serde(skip)]
    pub(super) build: for<'m> fn(Shop, &'m Means) -> Building<'m>,
}

/// The requests that a layer acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Costs {
    /// All of them.
    EveryRequest,
    /// Those with an idempotency key.
    KeyedRequests,
}

/// What a layer cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A file that is not there yet.
    #[cfg(feature = "stores")]
    File,
    /// A database of PostgreSQL.
    #[cfg(feature = "stores")]
    Postgres,
}

/// What layers are given.
#[derive(Debug, Default)]
pub struct Means {
    /// Where SQLite may make its file.
    pub file: Option<PathBuf>,
    /// Where PostgreSQL answers.
    pub postgres: Option<String>,
}

/// A server that is being put together.
type Building<'m> = Pin<Box<dyn Future<Output = anyhow::Result<Server<Shop>>> + Send + 'm>>;

/// Every layer; the first is none.
pub static LAYERS: &[Layer] = &[
    Layer {
        name: "plain",
        what: "without optional layers",
        costs: Costs::EveryRequest,
        needs: Needs::Nothing,
        build: |shop, _| Box::pin(async { Ok(plain(shop)) }),
    },
    Layer {
        name: "rate-limits",
        what: "rate limits, by address",
        costs: Costs::EveryRequest,
        needs: Needs::Nothing,
        build: |shop, _| Box::pin(async { Ok(limited(shop)) }),
    },
    Layer {
        name: "verified",
        what: "answers verified before they are sent",
        costs: Costs::EveryRequest,
        needs: Needs::Nothing,
        build: |shop, _| Box::pin(async { Ok(plain(shop).verify_answers(Verify::Always)) }),
    },
    Layer {
        name: "idempotency-memory",
        what: "idempotency, in memory",
        costs: Costs::KeyedRequests,
        needs: Needs::Nothing,
        build: |shop, _| {
            let local = Local::new(Arc::new(Memory::new()));
            Box::pin(async { Ok(plain(shop).idempotent(local)) })
        },
    },
    #[cfg(feature = "stores")]
    Layer {
        name: "idempotency-sqlite",
        what: "idempotency, on SQLite",
        costs: Costs::KeyedRequests,
        needs: Needs::File,
        build: |shop, means| Box::pin(stores::sqlite(shop, means)),
    },
    #[cfg(feature = "stores")]
    Layer {
        name: "idempotency-postgres",
        what: "idempotency, on PostgreSQL",
        costs: Costs::KeyedRequests,
        needs: Needs::Postgres,
        build: |shop, means| Box::pin(stores::postgres(shop, means)),
    },
];

/// The server as it is generated, without anything that can be left out.
fn plain(shop: Shop) -> Server<Shop> {
    server(shop).rate_limits(RateLimits::Off).verify_answers(Verify::Never)
}

/// The two operations that are measured, with a limit that nobody reaches.
fn limited(shop: Shop) -> Server<Shop> {
    Server::new(&meta::API, shop)
        .verify_answers(Verify::Never)
        .serve(counted(&create_order::OPERATION), async |shop, context, request| {
            Shop::create_order(&shop, &context, request).await
        })
        .serve(counted(&get_order::OPERATION), async |shop, context, request| {
            Shop::get_order(&shop, &context, request).await
        })
}

/// The operation with a rate limit of its own; it lives as long as the process, as those of a spec do.
fn counted(operation: &Operation) -> &'static Operation {
    let limit = RateLimit { requests: 10_000_000, per_millis: 1000, by: RateLimitBy::Client };
    Box::leak(Box::new(operation.rate_limit(limit)))
}

#[cfg(feature = "stores")]
mod stores {
    use std::sync::Arc;

    use anyhow::Context as _;
    use tiebeam::Server;
    use tiebeam::idempotency::Local;
    use tiebeam::store::{Postgres, Sqlite, Store as _};

    use super::{Means, Shop, plain};

    pub(super) async fn sqlite(shop: Shop, means: &Means) -> anyhow::Result<Server<Shop>> {
        let file = means.file.as_ref().context("this layer needs --file")?;
        let store = Arc::new(Sqlite::open(file)?);
        store.migrate().await?;
        Ok(plain(shop).idempotent(Local::new(store)))
    }

    pub(super) async fn postgres(shop: Shop, means: &Means) -> anyhow::Result<Server<Shop>> {
        let url = means.postgres.as_ref().context("this layer needs --postgres")?;
        let store = Arc::new(Postgres::new(url)?);
        store.migrate().await?;
        Ok(plain(shop).idempotent(Local::new(store)))
    }
}
