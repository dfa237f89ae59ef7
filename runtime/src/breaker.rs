//! Stops calling a target that does not work, and finds out with single calls when it works again.
//!
//! A call to a target that is down costs its caller the timeout and the target, when it comes back, one more request in
//! a queue of stale ones. A breaker (Nygard, "Release It!", 2007) counts how calls end. *Closed*, it lets all through;
//! when of the calls of a sliding window too many failed, it *opens* and answers for the target, at once. After a while
//! it is *half-open*: one call is let through to probe, and its end closes the breaker or opens it again.
//!
//! Choices. A ratio with a minimum of calls, not failures in a row: one call in ten that fails for ever must not open
//! it, and neither must the only two calls of a quiet night. One probe, not a share: a target that is coming up gets
//! one request from each client and no spike. The probe's place is given back when its caller goes away, so that no
//! breaker stays half-open for ever. A call that started before the breaker opened or closed says nothing about the
//! time after, so what it ends in is not counted.
//!
//! State, probe and generation are one atomic word: while closed, to let a call through is one load, and to count its
//! end one compare-and-swap.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::window::Window;

/// What a caller is told to wait while a probe is under way.
const PROBING: Duration = Duration::from_secs(1);

/// Bit that is set while a probe is under way.
const PROBE: u64 = 1;
/// Bits of the moment from which a probe is allowed, in milliseconds; zero while closed. They last for 34 years.
const UNTIL_BITS: u32 = 40;
/// Where the generation begins.
const GENERATION: u32 = UNTIL_BITS + 1;

/// When a breaker opens, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Over how long calls are counted.
    pub window: Duration,
    /// Calls below which a window says nothing.
    pub minimum_calls: u32,
    /// Failures per hundred calls from which on it opens.
    pub failure_percent: u32,
    /// How long it stays open before a probe.
    pub open_for: Duration,
}

impl Default for Policy {
    /// Half of at least 20 calls in 10 seconds; open for 5 seconds.
    fn default() -> Self {
        Self {
            window: Duration::from_secs(10),
            minimum_calls: 20,
            failure_percent: 50,
            open_for: Duration::from_secs(5),
        }
    }
}

/// What a breaker does with calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It lets them through.
    Closed,
    /// It refuses them.
    Open,
    /// It lets one through, to see.
    HalfOpen,
}

/// Counts how calls end, and refuses them where that is better.
#[derive(Debug)]
pub(crate) struct Breaker {
    policy: Policy,
    start: Instant,
    word: AtomicU64,
    /// First: calls. Second: failures.
    window: Window,
}

/// A call that was let through; dropped without a verdict, it says nothing.
#[derive(Debug)]
pub(crate) struct Pass<'b> {
    breaker: &'b Breaker,
    word: u64,
}

/// A call that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused {
    /// When it is worth to ask again.
    pub(crate) after: Duration,
}

/// What the end of a call says about the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It works.
    Works,
    /// It does not.
    Fails,
    /// Nothing.
    Unknown,
}

/// What a verdict changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// So many of so many calls failed.
    Opened { calls: u64, failures: u64 },
    /// The probe failed too.
    StaysOpen,
    /// The probe succeeded.
    Closed,
}

impl Breaker {
    pub(crate) fn new(policy: Policy, start: Instant) -> Self {
        let window = Window::new(start, policy.window);
        Self { policy, start, word: AtomicU64::new(0), window }
    }

    /// Lets a call through, or says when to ask again.
    pub(crate) fn admit(&self, now: Instant) -> Result<Pass<'_>, Refused> {
        let word = self.word.load(Ordering::Acquire);
        match self.state_in(word, now) {
            State::Closed => Ok(Pass { breaker: self, word }),
            State::Open => Err(self.refused(word, now)),
            State::HalfOpen if word & PROBE != 0 => Err(self.refused(word, now)),
            State::HalfOpen => {
                let probing = word | PROBE;
                let taken =
                    self.word.compare_exchange(word, probing, Ordering::AcqRel, Ordering::Acquire);
                match taken {
                    Ok(_) => Ok(Pass { breaker: self, word: probing }),
                    Err(_) => Err(Refused { after: PROBING }),
                }
            }
        }
    }

    /// Whether a call would be refused; takes no probe.
    pub(crate) fn refusal(&self, now: Instant) -> Option<Refused> {
        let word = self.word.load(Ordering::Acquire);
        match self.state_in(word, now) {
            State::Closed => None,
            State::HalfOpen if word & PROBE == 0 => None,
            State::Open | State::HalfOpen => Some(self.refused(word, now)),
        }
    }

    /// What it does with calls now.
    pub(crate) fn state(&self, now: Instant) -> State {
        self.state_in(self.word.load(Ordering::Acquire), now)
    }

    fn state_in(&self, word: u64, now: Instant) -> State {
        match until(word) {
            0 => State::Closed,
            _ if word & PROBE != 0 => State::HalfOpen,
            until if until <= self.millis(now) => State::HalfOpen,
            _ => State::Open,
        }
    }

    fn refused(&self, word: u64, now: Instant) -> Refused {
        let left = Duration::from_millis(until(word).saturating_sub(self.millis(now)));
        Refused { after: if left.is_zero() { PROBING } else { left } }
    }

    fn millis(&self, now: Instant) -> u64 {
        let millis = now.saturating_duration_since(self.start).as_millis();
        u64::try_from(millis).unwrap_or(u64::MAX)
    }

    /// The word of the next generation, open from now.
    fn opened(&self, word: u64, now: Instant) -> u64 {
        let wait = u64::try_from(self.policy.open_for.as_millis()).unwrap_or(u64::MAX);
        let until = self.millis(now).saturating_add(wait).clamp(1, (1 << UNTIL_BITS) - 1);
        next_generation(word) | until << 1
    }

    fn count_success(&self, word: u64, now: Instant) {
        if self.word.load(Ordering::Acquire) == word {
            // A slot that is full has seen enough successes.
            let _ = self.window.add(now, 1, 0);
        }
    }

    fn count_failure(&self, word: u64, now: Instant) -> Option<Change> {
        if self.word.load(Ordering::Acquire) != word {
            return None;
        }
        // A slot that is full has seen enough failures.
        let _ = self.window.add(now, 1, 1);
        let counts = self.window.counts(now);
        let is_enough = counts.first >= u64::from(self.policy.minimum_calls.max(1));
        let is_bad = counts.second * 100 >= counts.first * u64::from(self.policy.failure_percent);
        if !(is_enough && is_bad) {
            return None;
        }
        let opened = self.opened(word, now);
        let changed = self.word.compare_exchange(word, opened, Ordering::AcqRel, Ordering::Acquire);
        changed.ok().map(|_| Change::Opened { calls: counts.first, failures: counts.second })
    }
}

impl Pass<'_> {
    /// Whether the call probes a target that did not work.
    pub(crate) fn is_probe(&self) -> bool {
        self.word & PROBE != 0
    }

    /// Counts how the call ended.
    pub(crate) fn settle(mut self, verdict: Verdict, now: Instant) -> Option<Change> {
        let breaker = self.breaker;
        if !self.is_probe() {
            return match verdict {
                Verdict::Works => {
                    breaker.count_success(self.word, now);
                    None
                }
                Verdict::Fails => breaker.count_failure(self.word, now),
                Verdict::Unknown => None,
            };
        }
        let (next, change) = match verdict {
            Verdict::Works => {
                breaker.window.clear();
                (next_generation(self.word), Change::Closed)
            }
            Verdict::Fails => (breaker.opened(self.word, now), Change::StaysOpen),
            Verdict::Unknown => return None,
        };
        breaker.word.store(next, Ordering::Release);
        self.word = next & !PROBE;
        Some(change)
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        if self.is_probe() {
            // Only the probe changes a word with this bit: nobody else can have been here.
            self.breaker.word.store(self.word & !PROBE, Ordering::Release);
        }
    }
}

fn until(word: u64) -> u64 {
    word >> 1 & ((1 << UNTIL_BITS) - 1)
}

/// Closed, and another word than before.
fn next_generation(word: u64) -> u64 {
    (word >> GENERATION).wrapping_add(1) << GENERATION
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::Verdict::{Fails, Unknown, Works};
    use super::{Breaker, Change, PROBING, Policy, Refused, State, Verdict};

    const POLICY: Policy = Policy {
        window: Duration::from_secs(10),
        minimum_calls: 4,
        failure_percent: 50,
        open_for: Duration::from_secs(5),
    };

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn end(breaker: &Breaker, verdict: Verdict, now: Instant) -> Option<Change> {
        breaker.admit(now).expect("it is let through").settle(verdict, now)
    }

    /// A breaker that has just opened.
    fn opened(start: Instant) -> Breaker {
        let breaker = Breaker::new(POLICY, start);
        let changes: Vec<_> = (0..4).filter_map(|_| end(&breaker, Fails, start)).collect();
        assert_eq!(changes, [Change::Opened { calls: 4, failures: 4 }]);
        breaker
    }

    #[test]
    fn it_opens_when_enough_of_enough_calls_failed() {
        // Each verdict comes so many seconds after the one before.
        for (verdicts, expected) in [
            (&[(Fails, 0); 3][..], State::Closed),
            (&[(Fails, 0); 4], State::Open),
            (&[(Works, 0), (Works, 0), (Fails, 0), (Fails, 0)], State::Open),
            (&[(Works, 0), (Works, 0), (Works, 0), (Fails, 0)], State::Closed),
            (&[(Fails, 0), (Fails, 0), (Works, 0), (Works, 0)], State::Closed),
            (&[(Fails, 0), (Fails, 0), (Unknown, 0), (Unknown, 0)], State::Closed),
            (&[(Fails, 4); 4], State::Closed),
            (&[(Fails, 3); 4], State::Open),
        ] {
            let start = Instant::now();
            let breaker = Breaker::new(POLICY, start);
            let mut now = start;
            for (verdict, wait) in verdicts {
                now += seconds(*wait);
                end(&breaker, *verdict, now);
            }
            assert_eq!(breaker.state(now), expected, "{verdicts:?}");
        }
    }

    #[test]
    fn open_it_refuses_until_it_is_time_to_probe() {
        let start = Instant::now();
        let breaker = opened(start);
        for (after, expected) in [(0, Some(5)), (1, Some(4)), (4, Some(1)), (5, None)] {
            let refused = breaker.refusal(start + seconds(after));
            assert_eq!(refused, expected.map(|after| Refused { after: seconds(after) }));
        }
        assert_eq!(breaker.state(start + seconds(5)), State::HalfOpen);
    }

    #[test]
    fn half_open_it_lets_one_call_through() {
        let (start, now) = (Instant::now(), Instant::now() + seconds(6));
        for (verdict, expected, state) in [
            (Works, Some(Change::Closed), State::Closed),
            (Fails, Some(Change::StaysOpen), State::Open),
            (Unknown, None, State::HalfOpen),
        ] {
            let breaker = opened(start);
            let probe = breaker.admit(now).expect("the probe");
            assert!(probe.is_probe());
            assert_eq!(breaker.admit(now).expect_err("one only"), Refused { after: PROBING });
            assert_eq!(probe.settle(verdict, now), expected, "{verdict:?}");
            assert_eq!(breaker.state(now), state, "{verdict:?}");
        }
    }

    #[test]
    fn a_probe_whose_caller_goes_away_makes_room_for_another() {
        let start = Instant::now();
        let breaker = opened(start);
        let now = start + seconds(5);
        drop(breaker.admit(now).expect("the probe"));
        assert_eq!(end(&breaker, Works, now), Some(Change::Closed));
        assert_eq!(end(&breaker, Fails, now), None, "what was before is forgotten");
    }

    #[test]
    fn a_call_of_an_earlier_time_says_nothing() {
        let start = Instant::now();
        let breaker = Breaker::new(POLICY, start);
        let early: Vec<_> = (0..9).map(|_| breaker.admit(start).expect("closed")).collect();
        let changes = (0..4).filter_map(|_| end(&breaker, Fails, start)).count();
        assert_eq!(changes, 1);
        let now = start + seconds(5);
        assert_eq!(end(&breaker, Works, now), Some(Change::Closed));
        for pass in early {
            assert_eq!(pass.settle(Fails, now), None);
        }
        assert_eq!(breaker.state(now), State::Closed);
    }

    #[test]
    fn of_many_threads_one_probes() {
        let start = Instant::now();
        let breaker = opened(start);
        let now = start + seconds(5);
        let gate = std::sync::Barrier::new(8);
        let probes: usize = std::thread::scope(|scope| {
            let admit = || {
                gate.wait();
                let pass = breaker.admit(now);
                gate.wait();
                usize::from(pass.is_ok())
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(admit)).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
        });
        assert_eq!(probes, 1);
    }
}
