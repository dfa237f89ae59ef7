//! Notices that a process has more to do than its processors can, and says what share of the requests to let in.
//!
//! When work is plain computing, the requests that wait are not in any queue of ours: their tasks wait for a processor.
//! What can be seen is how late a task runs that asked to be woken at a certain time. That lag is the time which every
//! other task waits too, requests among them. As long as some task of the last moments was on time, a burst is being
//! worked off and nothing is refused; when all were late, there is a standing queue, and fewer requests are let in
//! until it is gone (Nichols and Jacobson, "Controlling Queue Delay", ACM Queue 2012: it is the *least* delay of an
//! interval that tells the two apart). Shares shrink and grow by factors, so the right one is found in some intervals
//! and found again when the load goes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// How often it is looked.
const PERIOD: Duration = Duration::from_millis(5);

/// How long a queue must stand before it counts, and in how many looks at least.
const INTERVAL: (Duration, u32) = (Duration::from_millis(100), 4);

/// Looks without a request in between after which nobody looks until the next one comes.
const QUIET: u32 = 200;

/// All requests, as a share.
const ALL: u32 = 1024;

/// The least share: somebody must be let in to see whether it is better.
const LEAST: u32 = ALL / 64;

/// The pressure on a process.
#[derive(Debug)]
pub(super) struct Pressure {
    most: Duration,
    /// Of [`ALL`] requests, how many are let in.
    share: AtomicU32,
    asked: AtomicU32,
    /// Whether a request came since the last look.
    is_asked: AtomicBool,
    /// Whether somebody looks.
    is_watched: AtomicBool,
    wake: Notify,
}

/// The least lag of an interval.
struct Interval {
    begun: Instant,
    looks: u32,
    least: Duration,
}

impl Pressure {
    /// None so far; a lag of more than this is too much.
    pub(super) fn new(most: Duration) -> Arc<Self> {
        Arc::new(Self {
            most,
            share: AtomicU32::new(ALL),
            asked: AtomicU32::new(0),
            is_asked: AtomicBool::new(false),
            is_watched: AtomicBool::new(false),
            wake: Notify::new(),
        })
    }

    /// Whether one more request is let in. Those that are not are spread evenly.
    pub(super) fn admits(&self) -> bool {
        if !self.is_asked.load(Ordering::Relaxed) {
            self.is_asked.store(true, Ordering::Relaxed);
            if !self.is_watched.load(Ordering::Relaxed) {
                self.wake.notify_one();
            }
        }
        let share = self.share.load(Ordering::Relaxed);
        if share == ALL {
            return true;
        }
        let number = u64::from(self.asked.fetch_add(1, Ordering::Relaxed));
        let let_in = |number: u64| number * u64::from(share) / u64::from(ALL);
        let_in(number + 1) > let_in(number)
    }

    /// Looks as long as requests come, and for ever.
    pub(super) async fn watch(self: Arc<Self>) {
        loop {
            self.wake.notified().await;
            self.is_watched.store(true, Ordering::Relaxed);
            let (mut interval, mut quiet) = (Interval::new(), 0);
            while quiet < QUIET {
                let due = Instant::now() + PERIOD;
                tokio::time::sleep_until(due).await;
                interval.look(due.elapsed());
                if interval.is_over() {
                    self.judge(interval.least);
                    interval = Interval::new();
                }
                quiet = if self.is_asked.swap(false, Ordering::Relaxed) { 0 } else { quiet + 1 };
            }
            self.share.store(ALL, Ordering::Relaxed);
            self.is_watched.store(false, Ordering::Relaxed);
        }
    }

    /// Lets in less when even the least lag was too much, and more otherwise.
    pub(super) fn judge(&self, least: Duration) {
        metrics::gauge!("tiebeam_scheduling_lag_seconds").set(least);
        let share = self.share.load(Ordering::Relaxed);
        let next =
            if least > self.most { (share * 3 / 5).max(LEAST) } else { (share * 3 / 2).min(ALL) };
        if share == ALL && next < ALL {
            let lag_ms = u64::try_from(least.as_millis()).unwrap_or(u64::MAX);
            tracing::warn!(lag_ms, "too much to do: refusing requests");
        } else if share < ALL && next == ALL {
            tracing::info!("all requests are let in again");
        }
        self.share.store(next, Ordering::Relaxed);
    }
}

impl Interval {
    fn new() -> Self {
        Self { begun: Instant::now(), looks: 0, least: Duration::MAX }
    }

    fn look(&mut self, lag: Duration) {
        self.looks += 1;
        self.least = self.least.min(lag);
    }

    fn is_over(&self) -> bool {
        self.looks >= INTERVAL.1 && self.begun.elapsed() >= INTERVAL.0
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Pressure;

    const MOST: Duration = Duration::from_millis(50);

    fn let_in_of_a_thousand(pressure: &Pressure) -> usize {
        (0..1000).filter(|_| pressure.admits()).count()
    }

    #[test]
    fn a_standing_queue_lets_in_less_and_less_and_never_nothing() {
        let pressure = Pressure::new(MOST);
        assert_eq!(let_in_of_a_thousand(&pressure), 1000);
        for (intervals, expected) in [(1, 599..=601), (1, 359..=361), (20, 14..=17)] {
            for _ in 0..intervals {
                pressure.judge(MOST * 2);
            }
            let found = let_in_of_a_thousand(&pressure);
            assert!(expected.contains(&found), "{found} are let in, not {expected:?}");
        }
    }

    #[test]
    fn all_are_let_in_again_soon_after_the_queue_is_gone() {
        let pressure = Pressure::new(MOST);
        for _ in 0..3 {
            pressure.judge(MOST * 2);
        }
        let mut intervals = 0;
        while let_in_of_a_thousand(&pressure) < 1000 {
            pressure.judge(MOST / 10);
            intervals += 1;
        }
        assert_eq!(intervals, 4, "a fifth grows by half each time");
    }

    #[test]
    fn a_burst_is_no_queue() {
        let pressure = Pressure::new(MOST);
        pressure.judge(MOST);
        assert_eq!(let_in_of_a_thousand(&pressure), 1000);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_looks_while_nobody_asks() {
        let pressure = Pressure::new(MOST);
        let watching = tokio::spawn(std::sync::Arc::clone(&pressure).watch());
        assert!(pressure.admits());
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(pressure.is_watched.load(super::Ordering::Relaxed));
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert!(!pressure.is_watched.load(super::Ordering::Relaxed));
        watching.abort();
    }
}
