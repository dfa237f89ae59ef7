//! A clock that stands still until a test moves it.
//!
//! Time moves in two ways. A test that asks *what happens after five seconds* moves it by hand, with
//! [`advance`](ManualClock::advance). A test that asks *how long did it take* drives a future with
//! [`drive`](ManualClock::drive): whenever nothing can go on without time passing, the clock jumps to the moment that
//! the next sleeper waits for. Hours pass in microseconds, in the same order each time.
//!
//! Waiting for the outside, a socket or a thread, looks like waiting for time. What talks to either is not driven.

use std::collections::BTreeMap;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

use crate::clock::{Clock, SharedClock};

/// How often the other tasks of an executor get their turn before time passes.
const TURNS: u32 = 32;

/// When a sleeper wakes, and a number that tells two of the same moment apart.
type Moment = (Instant, u64);

/// A clock that stands still until a test moves it; clones are the same clock.
///
/// ```
/// use std::time::Duration;
///
/// use tiebeam::clock::Clock;
/// use tiebeam::testkit::ManualClock;
///
/// let clock = ManualClock::new();
/// let before = clock.instant();
/// clock.advance(Duration::from_secs(5));
/// assert_eq!(clock.instant() - before, Duration::from_secs(5));
/// ```
#[derive(Clone)]
pub struct ManualClock(Arc<Mutex<Time>>);

struct Time {
    start: Instant,
    epoch: Timestamp,
    instant: Instant,
    sleepers: BTreeMap<Moment, Waker>,
    next: u64,
}

impl ManualClock {
    /// Starts at the beginning of 2026.
    #[must_use]
    pub fn new() -> Self {
        Self::starting_at(Timestamp::from_second(1_767_225_600).expect("2026 is a year"))
    }

    /// Starts at a time of the calendar.
    #[must_use]
    pub fn starting_at(epoch: Timestamp) -> Self {
        let start = Instant::now();
        let time = Time { start, epoch, instant: start, sleepers: BTreeMap::new(), next: 0 };
        Self(Arc::new(Mutex::new(time)))
    }

    /// This clock, as what takes a clock wants it.
    #[must_use]
    pub fn shared(&self) -> SharedClock {
        Arc::new(self.clone())
    }

    /// Lets time pass and wakes whoever waited for it.
    pub fn advance(&self, by: Duration) {
        let to = self.time().instant + by;
        self.advance_to(to);
    }

    /// Lets time pass until the next sleeper wakes; answers how long that was, `None` where nobody sleeps.
    #[expect(clippy::must_use_candidate, reason = "it is called for what it does")]
    pub fn advance_to_next(&self) -> Option<Duration> {
        let (now, next) = {
            let time = self.time();
            (time.instant, time.sleepers.first_key_value().map(|((instant, _), _)| *instant)?)
        };
        self.advance_to(next);
        Some(next.saturating_duration_since(now))
    }

    /// How long the next sleeper still sleeps; `None` where nobody does.
    #[must_use]
    pub fn next_sleeper(&self) -> Option<Duration> {
        let time = self.time();
        let ((instant, _), _) = time.sleepers.first_key_value()?;
        Some(instant.saturating_duration_since(time.instant))
    }

    /// How many wait for this clock.
    #[must_use]
    pub fn sleepers(&self) -> usize {
        self.time().sleepers.len()
    }

    /// How much time passed since the clock was made.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        let time = self.time();
        time.instant - time.start
    }

    /// Runs a future to its end; time passes by itself whenever nothing else can happen.
    ///
    /// The other tasks of the executor are given turns before time passes, so a future may wait for what it spawned.
    pub async fn drive<F: Future>(&self, future: F) -> F::Output {
        let mut future = pin!(future);
        let woken = Arc::new(Woken {
            since: AtomicBool::new(true),
            driver: Mutex::new(Waker::noop().clone()),
        });
        let mut turns = 0;
        poll_fn(|context| {
            woken.driver().clone_from(context.waker());
            if woken.since.swap(false, Ordering::AcqRel) {
                turns = 0;
                let waker = Waker::from(Arc::clone(&woken));
                if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker))
                {
                    return Poll::Ready(output);
                }
            }
            turns += 1;
            if turns > TURNS {
                turns = 0;
                // Nobody sleeps: only the outside can wake the future.
                if self.advance_to_next().is_none() {
                    return Poll::Pending;
                }
            }
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await
    }

    fn advance_to(&self, to: Instant) {
        let mut due = Vec::new();
        {
            let mut time = self.time();
            time.instant = time.instant.max(to);
            while let Some(first) = time.sleepers.first_entry() {
                if first.key().0 > to {
                    break;
                }
                due.push(first.remove());
            }
        }
        // The lock is not held here: a waker may drop a sleeper, and that takes the lock.
        for waker in due {
            waker.wake();
        }
    }

    fn time(&self) -> MutexGuard<'_, Time> {
        self.0.lock().expect("nothing panics while it holds the time")
    }
}

impl Default for ManualClock {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ManualClock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ManualClock")
            .field("elapsed", &self.elapsed())
            .field("sleepers", &self.sleepers())
            .finish_non_exhaustive()
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        let elapsed = SignedDuration::try_from(self.elapsed()).unwrap_or(SignedDuration::MAX);
        self.time().epoch.saturating_add(elapsed).unwrap_or(Timestamp::MAX)
    }

    fn instant(&self) -> Instant {
        self.time().instant
    }

    fn sleep_until(&self, instant: Instant) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(Sleep { clock: self, instant, moment: None })
    }
}

/// Somebody who waits.
struct Sleep<'c> {
    clock: &'c ManualClock,
    instant: Instant,
    /// Its place among the sleepers.
    moment: Option<Moment>,
}

impl Future for Sleep<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut time = self.clock.time();
        if self.instant <= time.instant {
            return Poll::Ready(());
        }
        let moment = self.moment.unwrap_or_else(|| {
            time.next += 1;
            (self.instant, time.next)
        });
        time.sleepers.insert(moment, context.waker().clone());
        drop(time);
        self.moment = Some(moment);
        Poll::Pending
    }
}

impl Drop for Sleep<'_> {
    fn drop(&mut self) {
        if let Some(moment) = self.moment {
            self.clock.time().sleepers.remove(&moment);
        }
    }
}

/// Remembers whether a driven future was woken, and wakes its driver.
struct Woken {
    since: AtomicBool,
    driver: Mutex<Waker>,
}

impl Woken {
    fn driver(&self) -> MutexGuard<'_, Waker> {
        self.driver.lock().expect("nothing panics while it holds the waker")
    }
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.since.store(true, Ordering::Release);
        let driver = self.driver().clone();
        driver.wake();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::ManualClock;
    use crate::clock::Clock;

    const SECOND: Duration = Duration::from_secs(1);

    async fn sleep(clock: &ManualClock, time: Duration) {
        clock.sleep_until(clock.instant() + time).await;
    }

    #[tokio::test]
    async fn a_sleeper_wakes_when_its_time_has_come_and_not_before() {
        let clock = ManualClock::new();
        let sleeping = tokio::spawn({
            let clock = clock.clone();
            async move { sleep(&clock, 2 * SECOND).await }
        });
        while clock.sleepers() == 0 {
            tokio::task::yield_now().await;
        }
        clock.advance(SECOND);
        tokio::task::yield_now().await;
        assert_eq!((clock.sleepers(), sleeping.is_finished()), (1, false));
        clock.advance(SECOND);
        sleeping.await.expect("it ends");
        assert_eq!((clock.sleepers(), clock.elapsed()), (0, 2 * SECOND));
    }

    #[tokio::test]
    async fn who_gives_up_sleeping_is_forgotten() {
        let clock = ManualClock::new();
        let mut sleeping = clock.sleep_until(clock.instant() + SECOND);
        std::future::poll_fn(|context| {
            assert!(sleeping.as_mut().poll(context).is_pending());
            std::task::Poll::Ready(())
        })
        .await;
        assert_eq!(clock.sleepers(), 1);
        drop(sleeping);
        assert_eq!(clock.advance_to_next(), None);
    }

    #[tokio::test]
    async fn a_driven_future_sees_time_pass_in_order() {
        let clock = ManualClock::new();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let before = clock.now();
        let sleepers = [3, 1, 2].map(|seconds| {
            let (clock, seen) = (clock.clone(), Arc::clone(&seen));
            tokio::spawn(async move {
                for _ in 0..2 {
                    sleep(&clock, seconds * SECOND).await;
                    seen.lock().expect("no panic").push((seconds, clock.elapsed().as_secs()));
                }
            })
        });
        clock
            .drive(async {
                for sleeper in sleepers {
                    sleeper.await.expect("it ends");
                }
            })
            .await;
        let seen = seen.lock().expect("no panic").clone();
        let times: Vec<_> = seen.iter().map(|(_, time)| *time).collect();
        assert_eq!(times, [1, 2, 2, 3, 4, 6], "{seen:?}");
        assert_eq!(clock.now().duration_since(before).as_secs(), 6, "the calendar goes along");
    }
}
