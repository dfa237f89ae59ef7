//! How many retries a target can bear: a share of the calls that are made anyway.
//!
//! Attempts per call bound what one call costs; they do not bound what a target that is down gets to bear, which is the
//! offered load times the attempts, just when it can bear the least. A budget does: every first attempt puts a share
//! of a retry into it, every retry takes one out, and what was put in is worth nothing after the window. A retry is
//! remembered at least as long as what paid for it, so nothing pays twice: retries are never more than their share of
//! the calls, whatever fails. A small floor in each window lets a client that calls rarely try again at all.
//!
//! The idea and the figures are Finagle's `RetryBudget` (20 %, ten seconds); Google's "Site Reliability Engineering",
//! chapter 21, argues for it. A retry is taken before it is checked and put back when it was one too many: two threads
//! may both be refused the last one, but never is one granted twice.

use std::time::{Duration, Instant};

use crate::window::Window;

/// How long what was put in can be used.
const LENGTH: Duration = Duration::from_secs(10);
/// Retries within that time that are free.
pub(crate) const FLOOR: u64 = 10;
/// Whole retries are counted in hundredths.
const WHOLE: u64 = 100;

/// The retries of a client at its target.
#[derive(Debug)]
pub(crate) struct Budget {
    /// First: hundredths put in. Second: retries taken.
    window: Window,
}

impl Budget {
    pub(crate) fn new(start: Instant) -> Self {
        Self { window: Window::new(start, LENGTH) }
    }

    /// A first attempt puts in its share of a retry.
    pub(crate) fn deposit(&self, now: Instant, percent: u32) {
        // A slot that is full has more retries in it than can be taken.
        let _ = self.window.add(now, percent, 0);
    }

    /// Takes a retry out, if there is one.
    pub(crate) fn withdraw(&self, now: Instant) -> bool {
        if !self.window.add(now, 0, 1) {
            return false;
        }
        let counts = self.window.counts(now);
        let is_covered = counts.second * WHOLE <= counts.first + FLOOR * WHOLE;
        if !is_covered {
            self.window.take_back(now, 0, 1);
        }
        is_covered
    }

    /// How many retries could be taken now.
    pub(crate) fn left(&self, now: Instant) -> u64 {
        let counts = self.window.counts(now);
        (counts.first / WHOLE + FLOOR).saturating_sub(counts.second)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::{prop, prop_assert, proptest};

    use super::{Budget, FLOOR, WHOLE};

    /// Takes as many as there are.
    fn drain(budget: &Budget, now: Instant) -> u64 {
        std::iter::repeat_with(|| budget.withdraw(now)).take_while(|granted| *granted).count()
            as u64
    }

    #[test]
    fn first_attempts_pay_for_retries() {
        for (calls, percent, expected) in
            [(0, 20, 0), (4, 20, 0), (5, 20, 1), (1_000, 20, 200), (10, 100, 10), (1_000, 0, 0)]
        {
            let now = Instant::now();
            let budget = Budget::new(now);
            (0..calls).for_each(|_| budget.deposit(now, percent));
            assert_eq!(budget.left(now), FLOOR + expected);
            assert_eq!(drain(&budget, now), FLOOR + expected, "{calls} at {percent} %");
            assert_eq!(budget.left(now), 0);
        }
    }

    #[test]
    fn what_is_not_used_is_worth_nothing_after_the_window() {
        let start = Instant::now();
        let budget = Budget::new(start);
        (0..1_000).for_each(|_| budget.deposit(start, 20));
        assert_eq!(drain(&budget, start + Duration::from_secs(10)), FLOOR);
    }

    #[test]
    fn what_is_used_comes_back_after_the_window() {
        let start = Instant::now();
        let budget = Budget::new(start);
        assert_eq!(drain(&budget, start), FLOOR);
        assert_eq!(drain(&budget, start + Duration::from_secs(9)), 0);
        assert_eq!(drain(&budget, start + Duration::from_secs(10)), FLOOR);
    }

    #[test]
    fn threads_are_never_granted_more_than_there_is() {
        let now = Instant::now();
        let budget = Budget::new(now);
        (0..500).for_each(|_| budget.deposit(now, 20));
        let granted: usize = std::thread::scope(|scope| {
            let tries = || (0..1_000).filter(|_| budget.withdraw(now)).count();
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(tries)).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
        });
        assert!((1..=110).contains(&granted), "{granted}");
    }

    proptest! {
        /// A call pays once: from the start on, retries are a share of the calls and the floor of each window.
        #[test]
        fn retries_are_a_share_of_the_calls(
            steps in prop::collection::vec((0_u64..700, 0_u32..30, 0_u32..30), 1..120),
        ) {
            let start = Instant::now();
            let budget = Budget::new(start);
            let (mut millis, mut all_calls, mut all_retries) = (0, 0, 0);
            for (wait, calls, tries) in steps {
                millis += wait;
                let now = start + Duration::from_millis(millis);
                (0..calls).for_each(|_| budget.deposit(now, 20));
                all_calls += u64::from(calls);
                all_retries += (0..tries).filter(|_| budget.withdraw(now)).count() as u64;
                let windows = millis / 10_000 + 1;
                prop_assert!(
                    all_retries * WHOLE <= all_calls * 20 + windows * FLOOR * WHOLE,
                    "{all_retries} of {all_calls} in {windows} windows"
                );
            }
        }
    }
}
