//! The time that a client or a server goes by: the machine's, or one that is given.
//!
//! Waiting on a given clock costs a boxed future. The machine's clock is the ordinary case and every attempt of every
//! call waits on it for its timeout, so it is a case of its own that costs none, and none of the timer either where
//! the answer is there at once.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Instant;

use jiff::Timestamp;

use super::SharedClock;

/// The time a client or a server goes by.
#[derive(Debug, Clone)]
pub(crate) enum Pace {
    /// The machine's.
    Machine,
    /// One that is given.
    Given(SharedClock),
}

impl Pace {
    /// The same time as a clock that many share.
    pub(crate) fn shared(&self) -> SharedClock {
        match self {
            Self::Machine => super::system(),
            Self::Given(clock) => clock.clone(),
        }
    }

    pub(crate) fn instant(&self) -> Instant {
        match self {
            Self::Machine => Instant::now(),
            Self::Given(clock) => clock.instant(),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        match self {
            Self::Machine => Timestamp::now(),
            Self::Given(clock) => clock.now(),
        }
    }

    pub(crate) async fn sleep_until(&self, instant: Instant) {
        match self {
            Self::Machine => tokio::time::sleep_until(instant.into()).await,
            Self::Given(clock) => clock.sleep_until(instant).await,
        }
    }

    /// What a future comes to, unless the instant comes first; one that is ready is never late.
    pub(crate) async fn until<F: Future>(
        &self,
        instant: Instant,
        mut future: Pin<&mut F>,
    ) -> Option<F::Output> {
        let mut sleep = pin!(self.sleep_until(instant));
        poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending => sleep.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}
