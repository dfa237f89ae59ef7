//! A generated server whose answers cost something: the processor's time, or a place among few.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::{OrderService, Stub};
use tiebeam::{Context, Problem};
use tokio::sync::Semaphore;

use super::generated::Shop;

/// Places at the scarce resource, and how long each is taken.
const PLACES: usize = 16;
const HELD: Duration = Duration::from_millis(5);

/// Processor time of an answer.
const WORK: Duration = Duration::from_millis(1);

/// How often it is tried how fast the processor is, and with how many rounds of work.
const TRIALS: usize = 200;
const TRIAL: u64 = 100_000;

/// What an answer costs.
#[derive(Debug)]
pub enum Cost {
    /// So many rounds of work.
    Rounds(u64),
    /// A place for a while, as a pool of connections to a database has.
    Place(Arc<Semaphore>),
}

/// A shop whose reads cost something.
#[derive(Debug)]
pub struct Busy {
    pub(super) shop: Shop,
    pub(super) cost: Cost,
}

impl Cost {
    /// As many rounds of work as the processor does in a millisecond, by the fastest of many trials: others may have the
    /// processor during most of them.
    pub fn processor() -> Self {
        let trials = (0..TRIALS).map(|_| {
            let begun = Instant::now();
            work(TRIAL);
            begun.elapsed()
        });
        let fastest = trials.min().map_or(1, |fastest| fastest.as_nanos().max(1));
        let rounds = u128::from(TRIAL) * WORK.as_nanos() / fastest;
        Self::Rounds(u64::try_from(rounds).unwrap_or(TRIAL))
    }

    /// One of sixteen places for five milliseconds.
    pub fn place() -> Self {
        Self::Place(Arc::new(Semaphore::new(PLACES)))
    }

    async fn pay(&self) -> Result<(), Problem> {
        match self {
            Self::Rounds(rounds) => work(*rounds),
            Self::Place(places) => {
                let _place = places.acquire().await;
                tokio::time::sleep(HELD).await;
            }
        }
        Ok(())
    }
}

/// Something that no compiler takes away.
fn work(rounds: u64) {
    let mut value = 1_u64;
    for round in 0..rounds {
        value = black_box(value.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(round));
    }
    black_box(value);
}

impl OrderService for Busy {
    async fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        self.shop.create_order(context, request).await
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.cost.pay().await?;
        self.shop.get_order(context, request).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        self.shop.list_orders(context, request).await
    }

    async fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        Stub.change_status(context, request).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        Stub.cancel_order(context, request).await
    }
}
