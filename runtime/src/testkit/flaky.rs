//! A network that fails now and then, the same for the same seed.

use std::time::Duration;

use super::exchange::Asked;
use super::reaction::Reaction;
use crate::context::random;

/// Distance of two states of `SplitMix64`.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A network that fails now and then: connections are refused and break before and after the server has the request,
/// requests arrive twice, and answers are up to a second late.
///
/// What becomes of a request follows from the seed and the request's number, so a test that names the seed in its
/// message can be repeated.
///
/// ```
/// use tiebeam::testkit::{Flaky, ManualClock, Script};
///
/// for seed in 0..10 {
///     let flaky = Flaky { seed, percent: 30 };
///     let script = Script::flaky(tiebeam::Router::new(), &ManualClock::new(), flaky);
///     // … and then
///     assert_eq!(script.count(), 0, "{flaky:?}: {}", script.transcript());
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaky {
    /// Another one is another run of bad luck.
    pub seed: u64,
    /// How many of a hundred requests something happens to.
    pub percent: u32,
}

impl Flaky {
    /// What becomes of a request, for a script that is flaky for some requests only.
    #[must_use]
    pub fn reaction(self, asked: &Asked) -> Reaction {
        let number = u64::try_from(asked.number).unwrap_or(u64::MAX);
        let drawn = random::mixed(self.seed.wrapping_add(number.wrapping_mul(STEP)));
        if drawn % 100 >= u64::from(self.percent) {
            return Reaction::pass();
        }
        match drawn / 100 % 5 {
            0 => Reaction::refuse(),
            1 => Reaction::break_off(),
            2 => Reaction::lose_answer(),
            3 => Reaction::twice(),
            _ => Reaction::pass().after(Duration::from_millis(drawn / 500 % 1_000)),
        }
    }
}
