//! Whether and when there is a next attempt.
//!
//! The questions are asked in the order of their cost to others: what can never help is refused first, and the budget,
//! which others draw from too, is asked last and only for a retry that would really be made.
//!
//! A wait that the server asked for is added to the drawn one, not replaced by it. All clients that were sent away with
//! `Retry-After: 1` would otherwise be back in the same instant a second later.

use std::time::{Duration, Instant};

use super::backoff;
use super::budget::Budget;
use super::class::{Class, Fault, Repetition};
use crate::operation::Retry;

/// What the decision depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Circumstances {
    /// The policy of the operation.
    pub(crate) policy: Option<Retry>,
    /// What sending again would do.
    pub(crate) repetition: Repetition,
    /// Attempts that were made.
    pub(crate) attempts: u32,
    /// The present.
    pub(crate) now: Instant,
    /// When the caller stops waiting.
    pub(crate) deadline: Option<Instant>,
    /// Longest wait that a server may ask for.
    pub(crate) longest: Duration,
    /// 64 random bits.
    pub(crate) random: u64,
}

/// Whether and when there is a next attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Try again after so long.
    Again(Duration),
    /// Answer with what there is.
    Stop(Stop),
}

/// Why there is no next attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It would fail again.
    Permanent,
    /// The request may have been carried out.
    Unknown,
    /// The operation has no attempts left.
    Attempts,
    /// The server asks for a longer wait than a call can bear.
    TooLong,
    /// The caller would not wait for it.
    Deadline,
    /// Too many retries already.
    Budget,
}

impl Stop {
    /// The word for the log, where it says more than the problem itself.
    pub(crate) fn reason(self) -> Option<&'static str> {
        match self {
            Self::Permanent | Self::Attempts => None,
            Self::Unknown => Some("it may have been carried out"),
            Self::TooLong => Some("the server asks for too long a wait"),
            Self::Deadline => Some("the deadline is too near"),
            Self::Budget => Some("the retry budget is used up"),
        }
    }
}

/// Decides after a failed attempt; a retry that is granted is taken out of the budget.
pub(crate) fn decide(fault: Fault, circumstances: &Circumstances, budget: &Budget) -> Decision {
    let &Circumstances { policy, repetition, attempts, now, deadline, longest, random } =
        circumstances;
    let Some(policy) = policy else { return Decision::Stop(Stop::Attempts) };
    match fault.class(repetition) {
        Class::Permanent => return Decision::Stop(Stop::Permanent),
        Class::Unknown => return Decision::Stop(Stop::Unknown),
        Class::Transient | Class::Overload => {}
    }
    if attempts >= policy.attempts {
        return Decision::Stop(Stop::Attempts);
    }
    let asked = fault.wait();
    if asked > longest {
        return Decision::Stop(Stop::TooLong);
    }
    let wait = asked.saturating_add(backoff::wait(policy, attempts, random));
    let ends_late = match (now.checked_add(wait), deadline) {
        (Some(end), Some(deadline)) => end >= deadline,
        (Some(_), None) => false,
        (None, _) => true,
    };
    if ends_late {
        return Decision::Stop(Stop::Deadline);
    }
    if !budget.withdraw(now) {
        return Decision::Stop(Stop::Budget);
    }
    Decision::Again(wait)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::{any, prop, prop_assert, proptest};

    use super::super::budget::FLOOR;
    use super::{Budget, Circumstances, Decision, Fault, Repetition, Stop, decide};
    use crate::operation::Retry;

    const POLICY: Retry =
        Retry { attempts: 3, base_millis: 100, cap_millis: 1_000, budget_percent: 20 };

    fn circumstances(now: Instant) -> Circumstances {
        Circumstances {
            policy: Some(POLICY),
            repetition: Repetition::Natural,
            attempts: 1,
            now,
            deadline: None,
            longest: Duration::from_secs(30),
            random: u64::MAX,
        }
    }

    /// Changes the circumstances, which are those of a first attempt that timed out.
    fn check(change: impl FnOnce(&mut Circumstances, &mut Fault), expected: Decision) {
        let now = Instant::now();
        let (mut circumstances, mut fault) = (circumstances(now), Fault::Timeout);
        change(&mut circumstances, &mut fault);
        assert_eq!(decide(fault, &circumstances, &Budget::new(now)), expected, "{circumstances:?}");
    }

    #[test]
    fn each_reason_not_to_try_again_is_told() {
        let millis = Duration::from_millis;
        let now = Instant::now();
        check(|_, _| {}, Decision::Again(millis(100)));
        check(|it, _| it.policy = None, Decision::Stop(Stop::Attempts));
        check(|it, _| it.attempts = 2, Decision::Again(millis(200)));
        check(|it, _| it.attempts = 3, Decision::Stop(Stop::Attempts));
        check(|_, fault| *fault = Fault::Answer(404, None), Decision::Stop(Stop::Permanent));
        check(|it, _| it.repetition = Repetition::Unsafe, Decision::Stop(Stop::Unknown));
        check(
            |it, fault| {
                it.repetition = Repetition::Unsafe;
                *fault = Fault::Connect;
            },
            Decision::Again(millis(100)),
        );
        for (after, expected) in [
            (millis(2_000), Decision::Again(millis(2_100))),
            (millis(30_000), Decision::Again(millis(30_100))),
            (millis(30_001), Decision::Stop(Stop::TooLong)),
        ] {
            check(|_, fault| *fault = Fault::Answer(503, Some(after)), expected);
        }
        for (left, expected) in [
            (millis(100), Decision::Stop(Stop::Deadline)),
            (millis(101), Decision::Again(millis(100))),
        ] {
            check(
                |it, _| {
                    it.now = now;
                    it.deadline = Some(now + left);
                },
                expected,
            );
        }
    }

    #[test]
    fn a_retry_that_is_not_made_costs_nothing() {
        let now = Instant::now();
        let budget = Budget::new(now);
        let late = Circumstances { deadline: Some(now), ..circumstances(now) };
        assert_eq!(decide(Fault::Timeout, &late, &budget), Decision::Stop(Stop::Deadline));
        assert_eq!(budget.left(now), FLOOR);
        for _ in 0..FLOOR {
            let decision = decide(Fault::Timeout, &circumstances(now), &budget);
            assert_eq!(decision, Decision::Again(Duration::from_millis(100)));
        }
        let decision = decide(Fault::Timeout, &circumstances(now), &budget);
        assert_eq!(decision, Decision::Stop(Stop::Budget));
    }

    proptest! {
        #[test]
        fn a_wait_is_never_shorter_than_asked_and_never_ends_late(
            after in prop::option::of(0_u64..40_000),
            left in prop::option::of(0_u64..40_000),
            attempts in 1_u32..5,
            status in prop::sample::select(&[408_u16, 409, 429, 502, 503, 504][..]),
            random in any::<u64>(),
        ) {
            let now = Instant::now();
            let after = after.map(Duration::from_millis);
            let deadline = left.map(|left| now + Duration::from_millis(left));
            let policy = Some(Retry { attempts: 5, ..POLICY });
            let circumstances =
                Circumstances { policy, attempts, deadline, random, repetition: Repetition::Keyed, ..circumstances(now) };
            let decision = decide(Fault::Answer(status, after), &circumstances, &Budget::new(now));
            if let Decision::Again(wait) = decision {
                prop_assert!(after.is_none_or(|after| wait >= after));
                prop_assert!(deadline.is_none_or(|deadline| now + wait < deadline));
            }
        }
    }
}
