//! How much a server does at once, and what it refuses because that is enough.
//!
//! A server that takes on whatever comes answers nobody in time: every request waits for all others, and by the time it
//! is answered its caller has gone. One that refuses what is too much answers the rest as fast as ever, and its refusals
//! cost little (Maurer, "Fail at Scale", ACM Queue 2015). Two things are bounded here: requests that are being worked
//! on, counted from the moment that their body is there, so that slow senders take no place; and the bytes of bodies
//! that are in memory, because many slow senders of large bodies would fill it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::problem::{Problem, own};
use crate::telemetry::{Shed, shed};

/// How much is enough.
#[derive(Debug, Clone, Copy)]
pub(super) struct LoadLimits {
    /// Requests that are being worked on.
    pub(super) in_flight: usize,
    /// Bytes of bodies in memory.
    pub(super) buffered: usize,
}

/// What a server is doing.
#[derive(Debug)]
pub(super) struct Load {
    limits: LoadLimits,
    in_flight: Arc<AtomicUsize>,
    buffered: Arc<AtomicUsize>,
}

/// A place among the requests that are being worked on; dropped, it is free.
#[derive(Debug)]
pub(super) struct Working(Arc<AtomicUsize>);

/// The bytes of a body that are in memory; dropped, they are not.
#[derive(Debug)]
pub(super) struct Buffered {
    all: Arc<AtomicUsize>,
    limit: usize,
    ours: usize,
}

impl Default for LoadLimits {
    fn default() -> Self {
        Self { in_flight: 1024, buffered: 256 << 20 }
    }
}

impl Load {
    pub(super) fn new(limits: LoadLimits) -> Self {
        Self { limits, in_flight: Arc::default(), buffered: Arc::default() }
    }

    pub(super) fn limits(&self) -> LoadLimits {
        self.limits
    }

    /// Takes a place, or says that there is none.
    pub(super) fn enter(&self) -> Result<Working, Problem> {
        let before = self.in_flight.fetch_add(1, Ordering::Relaxed);
        let working = Working(Arc::clone(&self.in_flight));
        if before >= self.limits.in_flight {
            shed(Shed::InFlight);
            return Err(own::overloaded(format!("{before} requests are being worked on")));
        }
        Ok(working)
    }

    /// Starts to count the bytes of a body.
    pub(super) fn buffered(&self) -> Buffered {
        Buffered { all: Arc::clone(&self.buffered), limit: self.limits.buffered, ours: 0 }
    }
}

impl Buffered {
    /// Counts so many bytes more, and says whether there is room for them.
    pub(super) fn add(&mut self, bytes: usize) -> bool {
        self.ours += bytes;
        let before = self.all.fetch_add(bytes, Ordering::Relaxed);
        let has_room = before.saturating_add(bytes) <= self.limit;
        if !has_room {
            shed(Shed::Buffered);
        }
        has_room
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Buffered {
    fn drop(&mut self) {
        if self.ours > 0 {
            self.all.fetch_sub(self.ours, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Load, LoadLimits};

    #[test]
    fn places_are_given_back() {
        let load = Load::new(LoadLimits { in_flight: 2, ..LoadLimits::default() });
        let first = load.enter().expect("there is room");
        let _second = load.enter().expect("there is room");
        assert_eq!(load.enter().expect_err("there is none").code(), "overloaded");
        assert!(load.enter().is_err(), "who is refused takes no place, and gives none back");
        drop(first);
        assert!(load.enter().is_ok());
    }

    #[test]
    fn bytes_of_all_bodies_are_counted_together() {
        let load = Load::new(LoadLimits { buffered: 10, ..LoadLimits::default() });
        let (mut one, mut other) = (load.buffered(), load.buffered());
        assert!(one.add(6));
        assert!(!other.add(5));
        drop(one);
        assert!(other.add(5));
        assert!(!other.add(1));
    }
}
