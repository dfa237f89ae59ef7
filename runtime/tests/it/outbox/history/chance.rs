//! Chance that is the same for the same seed.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Bad luck, drawn from a seed.
#[derive(Debug)]
pub(crate) struct Chance(AtomicU64);

impl Chance {
    /// The chance of a seed; it is printed, so that a run can be repeated.
    pub(crate) fn of(seed: u64) -> Self {
        println!("seed {seed}");
        Self(AtomicU64::new(seed))
    }

    /// A few seeds: those of the environment, or others each time.
    pub(crate) fn seeds(count: u64) -> Vec<u64> {
        if let Ok(seed) = std::env::var("TIEBEAM_TEST_SEED") {
            return vec![seed.parse().expect("a seed is a number")];
        }
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is late");
        let first = since.as_secs();
        (first..first + count).collect()
    }

    /// A number below a bound, by `SplitMix64`.
    pub(crate) fn below(&self, bound: u64) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut mixed = self.0.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// Whether it is once in so many times.
    pub(crate) fn once_in(&self, times: u64) -> bool {
        self.below(times) == 0
    }
}
