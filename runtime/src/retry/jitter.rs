//! Chance, as something that is given.
//!
//! A wait must differ between clients that failed together, and must be the same again when a test repeats a seed.
//! In service every thread draws from its own generator; with a seed all draw from one sequence, `SplitMix64`, whose
//! state is one number that is only ever added to, so it needs no lock.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::context::random;

/// Distance of two states of `SplitMix64`.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Where chance comes from.
#[derive(Debug)]
pub(crate) enum Jitter {
    /// From the generator of the thread, which the operating system seeded.
    Thread,
    /// From a sequence that a test can repeat.
    Seeded(AtomicU64),
}

impl Jitter {
    /// The sequence of a seed.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self::Seeded(AtomicU64::new(seed))
    }

    /// 64 bits, each as likely as not.
    pub(crate) fn next(&self) -> u64 {
        match self {
            Self::Thread => random::next_64(),
            Self::Seeded(state) => {
                random::mixed(state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Jitter;

    #[test]
    fn a_seed_repeats_its_sequence() {
        let draw = |seed| {
            let jitter = Jitter::seeded(seed);
            [(); 3].map(|()| jitter.next())
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        // The first outputs for the seed 0, as the author's reference implementation prints them.
        assert_eq!(draw(0), [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f]);
    }

    #[test]
    fn threads_do_not_repeat_each_other() {
        let here = Jitter::Thread.next();
        let there = std::thread::spawn(|| Jitter::Thread.next()).join().expect("no panic");
        assert_ne!(here, there);
    }
}
