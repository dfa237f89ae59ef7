//! A subscription that delivers nothing: because there is nothing, or because it has stalled?
//!
//! A bus notices by itself what it can. What none notices is a subscription that waits for something that will not come:
//! nobody reports an error, and the lag grows. So whoever was idle for long asks how many events were not delivered to
//! anybody, and asks again a while later. Where some waited all the time, the subscription is opened anew.

use std::time::{Duration, Instant};

use crate::bus::{Lag, Subscription};

/// How long to be idle before asking, and before asking again.
const PATIENCE: Duration = Duration::from_secs(15);

/// Since when a subscription delivers nothing, and what is known of that.
pub(super) struct Idle {
    since: Instant,
    is_suspicious: bool,
}

impl Idle {
    /// It was not idle until now.
    pub(super) fn since(now: Instant) -> Self {
        Self { since: now, is_suspicious: false }
    }

    /// When to ask.
    pub(super) fn ends(&self) -> Instant {
        self.since + PATIENCE
    }

    /// Whether it has stalled, now that the bus says what waits.
    pub(super) fn has_stalled(
        &mut self,
        lag: Lag,
        subscription: &Subscription,
        now: Instant,
    ) -> bool {
        let in_flight = lag.waiting.saturating_sub(lag.undelivered);
        // Where so many are in flight elsewhere, no more are delivered.
        let is_suspicious =
            lag.undelivered > 0 && in_flight < u64::from(subscription.max_in_flight);
        self.since = now;
        std::mem::replace(&mut self.is_suspicious, is_suspicious) && is_suspicious
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::Idle;
    use crate::bus::{Lag, Subscription};

    #[test]
    fn only_what_waits_for_long_and_could_be_delivered_has_stalled() {
        let subscription = Subscription::new("a@1.b", ["a.b.v1"]).with_max_in_flight(2);
        for (looks, has_stalled) in [
            (vec![(0, 0), (0, 0)], false),
            (vec![(3, 3)], false),
            (vec![(3, 3), (3, 3)], true),
            (vec![(3, 3), (0, 0), (3, 3)], false),
            (vec![(1, 0), (1, 0)], false),
            (vec![(4, 3), (4, 3)], true),
            (vec![(5, 3), (5, 3)], false),
        ] {
            let now = Instant::now();
            let mut idle = Idle::since(now);
            let last = looks.iter().map(|(waiting, undelivered)| {
                let lag = Lag { waiting: *waiting, undelivered: *undelivered, oldest: None };
                idle.has_stalled(lag, &subscription, now)
            });
            assert_eq!(last.last(), Some(has_stalled), "{looks:?}");
        }
    }
}
