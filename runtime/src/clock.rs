//! Time as something that is given: what a process waits for, and what it writes down.
//!
//! Whatever waits, expires or measures asks a [`Clock`], so that a test can move time instead of sleeping. There are
//! two times. *Now* is what the calendar says and what is stored; it may jump. The *instant* only grows and is what
//! durations are measured by; it means nothing outside of its process.

mod pace;

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;

pub(crate) use self::pace::Pace;

/// A source of time.
pub trait Clock: Debug + Send + Sync + 'static {
    /// The time of the calendar.
    fn now(&self) -> Timestamp;

    /// The time that only grows.
    fn instant(&self) -> Instant;

    /// Waits until an instant has come.
    fn sleep_until(&self, instant: Instant) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

/// A clock that many share.
pub type SharedClock = Arc<dyn Clock>;

/// The time of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn instant(&self) -> Instant {
        Instant::now()
    }

    fn sleep_until(&self, instant: Instant) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(tokio::time::sleep_until(instant.into()))
    }
}

/// The clock of the machine, shared.
#[must_use]
pub fn system() -> SharedClock {
    Arc::new(SystemClock)
}
