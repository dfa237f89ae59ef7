//! Two counts over a sliding window, kept without a lock.
//!
//! The window is a ring of slots. A slot is one atomic word that holds which tick it counts and both counts, so to
//! record is one compare-and-swap, an old slot is emptied by whoever first writes to it again, and nobody ever has to
//! sweep. What falls out of the window does so slot by slot: with ten of them, the window is between nine and ten
//! slots long.
//!
//! The tick has 20 bits and comes round; a slot that was not written since then would count once more, for a window of
//! ten seconds after twelve days. What is decided by these counts can bear that.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Slots of a window.
const SLOTS: usize = 10;

const SECOND_BITS: u32 = 18;
const FIRST_BITS: u32 = 26;
const TICK_BITS: u32 = 64 - FIRST_BITS - SECOND_BITS;

/// Two counts over a sliding window.
#[derive(Debug)]
pub(crate) struct Window {
    start: Instant,
    slot_nanos: u64,
    slots: [AtomicU64; SLOTS],
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) first: u64,
    pub(crate) second: u64,
}

/// The content of a slot.
#[derive(Clone, Copy)]
struct Slot {
    tick: u64,
    first: u64,
    second: u64,
}

impl Window {
    /// Starts to count over a length of time.
    pub(crate) fn new(start: Instant, length: Duration) -> Self {
        let slot_nanos = (nanos(length) / SLOTS as u64).max(1);
        Self { start, slot_nanos, slots: Default::default() }
    }

    /// Counts; what a slot cannot hold is not counted, and then this answers `false`.
    pub(crate) fn add(&self, now: Instant, first: u32, second: u32) -> bool {
        let (index, tick) = self.place(now);
        let mut is_counted = true;
        // The closure always answers with a word, so there is nothing to learn from the result.
        let _ = self.slots[index].fetch_update(Ordering::AcqRel, Ordering::Acquire, |word| {
            let slot = Slot::read(word);
            let slot = if slot.tick == tick { slot } else { Slot { tick, first: 0, second: 0 } };
            let added = Slot {
                tick,
                first: slot.first + u64::from(first),
                second: slot.second + u64::from(second),
            };
            is_counted = added.first < 1 << FIRST_BITS && added.second < 1 << SECOND_BITS;
            Some(if is_counted { added } else { slot }.word())
        });
        is_counted
    }

    /// Takes back what was counted just now.
    pub(crate) fn take_back(&self, now: Instant, first: u32, second: u32) {
        let (index, tick) = self.place(now);
        // A slot that counts something else already forgot it.
        let _ = self.slots[index].fetch_update(Ordering::AcqRel, Ordering::Acquire, |word| {
            let slot = Slot::read(word);
            let reduced = Slot {
                tick,
                first: slot.first.saturating_sub(u64::from(first)),
                second: slot.second.saturating_sub(u64::from(second)),
            };
            (slot.tick == tick).then(|| reduced.word())
        });
    }

    /// What was counted in the window that ends now.
    pub(crate) fn counts(&self, now: Instant) -> Counts {
        let (_, now) = self.place(now);
        let slots = self.slots.iter().map(|slot| Slot::read(slot.load(Ordering::Acquire)));
        let recent = slots
            .filter(|slot| now.wrapping_sub(slot.tick) & ((1 << TICK_BITS) - 1) < SLOTS as u64);
        recent.fold(Counts::default(), |sum, slot| Counts {
            first: sum.first + slot.first,
            second: sum.second + slot.second,
        })
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        for slot in &self.slots {
            slot.store(0, Ordering::Release);
        }
    }

    /// Which slot counts at a moment, and what it must call itself.
    fn place(&self, now: Instant) -> (usize, u64) {
        let ticks = nanos(now.saturating_duration_since(self.start)) / self.slot_nanos;
        let index = usize::try_from(ticks % SLOTS as u64).unwrap_or_default();
        (index, ticks & ((1 << TICK_BITS) - 1))
    }
}

/// Nanoseconds, of which 64 bits hold 584 years; in 128 bits, dividing them would cost more than all else here.
fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl Slot {
    fn read(word: u64) -> Self {
        Self {
            tick: word >> (FIRST_BITS + SECOND_BITS),
            first: word >> SECOND_BITS & ((1 << FIRST_BITS) - 1),
            second: word & ((1 << SECOND_BITS) - 1),
        }
    }

    fn word(self) -> u64 {
        self.tick << (FIRST_BITS + SECOND_BITS) | self.first << SECOND_BITS | self.second
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::time::{Duration, Instant};

    use proptest::prelude::{prop, prop_assert_eq, proptest};

    use super::{Counts, Window};

    #[test]
    fn what_is_too_much_for_a_slot_is_not_counted() {
        let start = Instant::now();
        let window = Window::new(start, Duration::from_secs(10));
        assert!(window.add(start, (1 << 26) - 1, (1 << 18) - 1));
        for (first, second) in [(1, 0), (0, 1), (u32::MAX, u32::MAX)] {
            assert!(!window.add(start, first, second), "{first} {second}");
        }
        let full = Counts { first: (1 << 26) - 1, second: (1 << 18) - 1 };
        assert_eq!(window.counts(start), full);
        window.clear();
        assert_eq!(window.counts(start), Counts::default());
    }

    #[test]
    fn what_is_taken_back_was_not_counted_and_what_is_forgotten_stays_so() {
        let start = Instant::now();
        let window = Window::new(start, Duration::from_secs(10));
        window.add(start, 5, 3);
        window.take_back(start, 2, 9);
        assert_eq!(window.counts(start), Counts { first: 3, second: 0 });
        let later = start + Duration::from_secs(10);
        window.add(later, 1, 1);
        window.take_back(start, 1, 1);
        assert_eq!(window.counts(later), Counts { first: 1, second: 1 });
    }

    #[test]
    fn nothing_is_lost_between_threads() {
        let start = Instant::now();
        let window = Window::new(start, Duration::from_secs(10));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..1_000).for_each(|_| assert!(window.add(start, 2, 1))));
            }
        });
        assert_eq!(window.counts(start), Counts { first: 8_000, second: 4_000 });
    }

    proptest! {
        /// The model remembers every event and counts those whose slot is one of the last ten.
        #[test]
        fn it_counts_what_a_list_of_events_would(
            steps in prop::collection::vec((0_u64..3_000, 0_u32..5, 0_u32..5), 1..60),
        ) {
            let start = Instant::now();
            let window = Window::new(start, Duration::from_secs(10));
            let (mut millis, mut events) = (0, VecDeque::new());
            for (wait, first, second) in steps {
                millis += wait;
                let now = start + Duration::from_millis(millis);
                window.add(now, first, second);
                events.push_back((millis / 1_000, first, second));
                events.retain(|(tick, ..)| millis / 1_000 - tick < 10);
                let expected = events.iter().fold(Counts::default(), |sum, (_, first, second)| {
                    Counts { first: sum.first + u64::from(*first), second: sum.second + u64::from(*second) }
                });
                prop_assert_eq!(window.counts(now), expected);
            }
        }
    }
}
