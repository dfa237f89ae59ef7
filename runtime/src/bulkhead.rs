//! Bounds the calls in flight to a target, so that one that is slow takes only its share of this process.
//!
//! Without a bound, the calls to a target that hangs pile up until memory, sockets or the callers' patience run out,
//! and every other target suffers with it (Nygard's bulkheads, "Release It!", 2007). By Little's law the bound is also
//! a rate: 256 calls in flight at 10 ms each are 25,600 calls a second. A short queue evens out bursts. It is short
//! because a call that waits long is one whose caller has gone: what does not fit is refused at once.
//!
//! To enter and to leave while there is room are one atomic operation each; only who has to wait meets a lock, that of
//! the [`Notify`] it waits on. Who leaves reads the number of the waiting *after* giving up the place, and who waits
//! counts itself *before* looking for a place once more, both in one total order: one of the two sees the other, so
//! nobody sleeps beside a free place. Waiters are served in their order; one that wakes and finds its place taken in
//! that very moment goes to the end.

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

/// How many calls may be in flight, and how many may wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Calls in flight at most.
    pub in_flight: usize,
    /// Calls that wait at most.
    pub waiting: usize,
    /// How long one waits at most.
    pub patience: Duration,
}

impl Default for Policy {
    /// 256 in flight; 64 wait for half a second at most.
    fn default() -> Self {
        Self { in_flight: 256, waiting: 64, patience: Duration::from_millis(500) }
    }
}

/// The calls to a target.
#[derive(Debug)]
pub(crate) struct Bulkhead {
    policy: Policy,
    in_flight: AtomicUsize,
    waiting: AtomicUsize,
    freed: Notify,
}

/// A place among the calls in flight; dropped, it is free.
#[derive(Debug)]
pub(crate) struct Permit<'b>(&'b Bulkhead);

/// A place in the queue; dropped, it is free.
#[derive(Debug)]
pub(crate) struct Ticket<'b>(&'b Bulkhead);

/// What becomes of a call that wants in.
#[derive(Debug)]
pub(crate) enum Entry<'b> {
    /// It goes on.
    Permit(Permit<'b>),
    /// It waits.
    Queue(Ticket<'b>),
    /// There is no room.
    Full,
}

impl Bulkhead {
    pub(crate) fn new(policy: Policy) -> Self {
        let (in_flight, waiting) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Self { policy, in_flight, waiting, freed: Notify::new() }
    }

    /// Takes a place, or one in the queue.
    pub(crate) fn enter(&self) -> Entry<'_> {
        // Nobody overtakes who already waits.
        let has_queue = self.waiting.load(Ordering::SeqCst) > 0;
        if !has_queue && let Some(permit) = self.take() {
            return Entry::Permit(permit);
        }
        if taken(&self.waiting, self.policy.waiting) {
            return Entry::Queue(Ticket(self));
        }
        Entry::Full
    }

    pub(crate) fn policy(&self) -> Policy {
        self.policy
    }

    /// Calls in flight.
    pub(crate) fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::Relaxed)
    }

    /// Calls that wait.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    fn take(&self) -> Option<Permit<'_>> {
        taken(&self.in_flight, self.policy.in_flight.max(1)).then(|| Permit(self))
    }
}

impl<'b> Ticket<'b> {
    /// Waits for a place.
    pub(crate) async fn permit(self) -> Permit<'b> {
        loop {
            let mut freed = pin!(self.0.freed.notified());
            freed.as_mut().enable();
            if let Some(permit) = self.0.take() {
                return permit;
            }
            freed.await;
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::SeqCst);
        if self.0.waiting.load(Ordering::SeqCst) > 0 {
            self.0.freed.notify_one();
        }
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Counts one more, unless that is too many.
fn taken(count: &AtomicUsize, most: usize) -> bool {
    let more = |count: usize| (count < most).then_some(count + 1);
    count.fetch_update(Ordering::SeqCst, Ordering::SeqCst, more).is_ok()
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::{Pin, pin};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Poll;
    use std::time::Duration;

    use super::{Bulkhead, Entry, Permit, Policy, Ticket};

    fn bulkhead(in_flight: usize, waiting: usize) -> Bulkhead {
        Bulkhead::new(Policy { in_flight, waiting, patience: Duration::MAX })
    }

    fn permit(bulkhead: &Bulkhead) -> Permit<'_> {
        match bulkhead.enter() {
            Entry::Permit(permit) => permit,
            other => panic!("{other:?}"),
        }
    }

    fn ticket(bulkhead: &Bulkhead) -> Ticket<'_> {
        match bulkhead.enter() {
            Entry::Queue(ticket) => ticket,
            other => panic!("{other:?}"),
        }
    }

    /// Polls once.
    async fn now<F: Future>(mut future: Pin<&mut F>) -> Option<F::Output> {
        poll_fn(|context| {
            Poll::Ready(match future.as_mut().poll(context) {
                Poll::Ready(output) => Some(output),
                Poll::Pending => None,
            })
        })
        .await
    }

    #[tokio::test]
    async fn first_the_places_are_taken_then_the_queue_then_there_is_no_room() {
        let bulkhead = bulkhead(2, 1);
        let (first, _second) = (permit(&bulkhead), permit(&bulkhead));
        let mut waiting = pin!(ticket(&bulkhead).permit());
        assert!(matches!(bulkhead.enter(), Entry::Full));
        assert!(now(waiting.as_mut()).await.is_none());
        assert_eq!((bulkhead.in_flight(), bulkhead.waiting()), (2, 1));
        drop(first);
        let third = now(waiting.as_mut()).await.expect("a place is free");
        assert_eq!((bulkhead.in_flight(), bulkhead.waiting()), (2, 0));
        drop(third);
        drop(permit(&bulkhead));
    }

    #[tokio::test]
    async fn who_waits_is_served_in_order_and_not_overtaken() {
        let bulkhead = bulkhead(1, 3);
        let held = permit(&bulkhead);
        let (mut first, mut second) =
            (pin!(ticket(&bulkhead).permit()), pin!(ticket(&bulkhead).permit()));
        assert!(now(first.as_mut()).await.is_none());
        assert!(now(second.as_mut()).await.is_none());
        drop(held);
        assert!(matches!(bulkhead.enter(), Entry::Queue(_)));
        assert!(now(second.as_mut()).await.is_none());
        let held = now(first.as_mut()).await.expect("it is first");
        drop(held);
        assert!(now(second.as_mut()).await.is_some());
    }

    #[tokio::test]
    async fn who_gives_up_passes_the_place_on() {
        let bulkhead = bulkhead(1, 3);
        let held = permit(&bulkhead);
        let mut second = pin!(ticket(&bulkhead).permit());
        {
            let mut first = Box::pin(ticket(&bulkhead).permit());
            assert!(now(first.as_mut()).await.is_none());
            assert!(now(second.as_mut()).await.is_none());
            drop(held);
        }
        assert!(now(second.as_mut()).await.is_some());
        assert_eq!(bulkhead.waiting(), 0);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn nobody_sleeps_beside_a_free_place_and_the_bound_holds() {
        let bulkhead = Arc::new(bulkhead(3, usize::MAX));
        let most = Arc::new(AtomicUsize::new(0));
        let tasks: Vec<_> = (0..16)
            .map(|_| {
                let (bulkhead, most) = (Arc::clone(&bulkhead), Arc::clone(&most));
                tokio::spawn(async move {
                    for _ in 0..500 {
                        let permit = match bulkhead.enter() {
                            Entry::Permit(permit) => permit,
                            Entry::Queue(ticket) => ticket.permit().await,
                            Entry::Full => panic!("the queue has no end"),
                        };
                        most.fetch_max(bulkhead.in_flight(), Ordering::Relaxed);
                        tokio::task::yield_now().await;
                        drop(permit);
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("no panic");
        }
        assert_eq!((bulkhead.in_flight(), bulkhead.waiting()), (0, 0));
        assert!(most.load(Ordering::Relaxed) <= 3);
    }
}
