//! How long to wait before the next attempt: exponential backoff with full jitter.
//!
//! The upper bound doubles with each retry up to the cap; the wait is drawn evenly between nothing and that bound.
//! Drawing from all of it, rather than from its upper half, is what spreads clients that failed at the same moment: of
//! the variants that Brooker compared ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015) it completes the
//! same work with the fewest attempts.

use std::time::Duration;

use crate::operation::Retry;

/// The longest wait before a retry; the first retry is number one.
pub(super) fn bound(policy: Retry, retry: u32) -> Duration {
    doubled(policy.base_millis, policy.cap_millis, retry)
}

/// A bound that is `base` at first and doubles each time, up to a cap; the first time is number one.
pub(crate) fn doubled(base_millis: u64, cap_millis: u64, time: u32) -> Duration {
    let factor = 1_u64.checked_shl(time.saturating_sub(1)).unwrap_or(u64::MAX);
    Duration::from_millis(base_millis.saturating_mul(factor).min(cap_millis))
}

/// The wait that 64 random bits draw.
pub(super) fn wait(policy: Retry, retry: u32, random: u64) -> Duration {
    let micros = bound(policy, retry).as_micros();
    let drawn = u128::from(random).saturating_mul(micros + 1) >> 64;
    Duration::from_micros(u64::try_from(drawn).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{bound, wait};
    use crate::operation::Retry;

    fn policy(base_millis: u64, cap_millis: u64) -> Retry {
        Retry { attempts: 3, base_millis, cap_millis, budget_percent: 20 }
    }

    #[test]
    fn the_bound_doubles_up_to_the_cap() {
        for (base, cap, retry, expected) in [
            (50, 1_000, 1, 50),
            (50, 1_000, 2, 100),
            (50, 1_000, 5, 800),
            (50, 1_000, 6, 1_000),
            (50, 1_000, 63, 1_000),
            (50, 1_000, 64, 1_000),
            (50, 1_000, 65, 1_000),
            (50, 1_000, u32::MAX, 1_000),
            (50, 10, 1, 10),
            (0, 1_000, 9, 0),
            (u64::MAX, u64::MAX, 2, u64::MAX),
        ] {
            let found = bound(policy(base, cap), retry);
            assert_eq!(found, Duration::from_millis(expected), "{base} {cap} {retry}");
        }
    }

    #[test]
    fn the_draw_reaches_both_ends() {
        let policy = policy(50, 1_000);
        assert_eq!(wait(policy, 1, 0), Duration::ZERO);
        assert_eq!(wait(policy, 1, u64::MAX), Duration::from_millis(50));
        assert_eq!(wait(policy, 1, u64::MAX / 2), Duration::from_millis(25));
    }

    proptest! {
        #[test]
        fn a_wait_is_within_its_bound_and_grows_with_the_draw(
            base in any::<u64>(), cap in any::<u64>(), retry in 1_u32..100, low in any::<u64>(), high in any::<u64>(),
        ) {
            let policy = policy(base, cap);
            let (low, high) = (low.min(high), low.max(high));
            prop_assert!(wait(policy, retry, high) <= bound(policy, retry));
            prop_assert!(wait(policy, retry, low) <= wait(policy, retry, high));
            prop_assert_eq!(wait(policy, retry, low), wait(policy, retry, low));
        }
    }
}
