//! Tells whoever waits for news of a store that there is some.
//!
//! Within a process that is a count that somebody watches. A store that several processes share has a *herald*, who
//! tells the others. News may get lost on the way, so whoever waits for it looks by itself now and then.

use std::fmt;
use std::sync::Arc;

use tokio::sync::watch;

#[cfg(feature = "postgres")]
use super::postgres::Herald;

/// What there is news of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// Events were committed that are to be published.
    Emitted,
    /// Events were published on a bus that lies in the store.
    Published,
}

/// Wakes whoever waits for news of a store; clones are the same.
#[derive(Clone, Default)]
pub struct Wake(Arc<Parts>);

#[derive(Default)]
struct Parts {
    heard: Arc<Heard>,
    #[cfg(feature = "postgres")]
    herald: Option<Herald>,
}

/// How often there was news, by what it is of.
#[derive(Debug, Default)]
pub(super) struct Heard {
    emitted: watch::Sender<u64>,
    published: watch::Sender<u64>,
}

/// Somebody who waits for news.
#[derive(Debug)]
pub(crate) struct Listener(watch::Receiver<u64>);

impl Wake {
    /// Wakes those in other processes as well.
    #[cfg(feature = "postgres")]
    pub(super) fn with_herald(herald: Herald) -> Self {
        Self(Arc::new(Parts { heard: Arc::default(), herald: Some(herald) }))
    }

    /// Says that there is news.
    pub(crate) fn wake(&self, news: News) {
        self.0.heard.hear(news);
        #[cfg(feature = "postgres")]
        if let Some(herald) = &self.0.herald {
            herald.tell(news, &self.0.heard);
        }
    }

    /// Listens for news from here on.
    pub(crate) fn listen(&self, news: News) -> Listener {
        #[cfg(feature = "postgres")]
        if let Some(herald) = &self.0.herald {
            herald.attend(&self.0.heard);
        }
        Listener(self.0.heard.of(news).subscribe())
    }
}

impl Heard {
    /// There is news.
    pub(super) fn hear(&self, news: News) {
        self.of(news).send_modify(|count| *count = count.wrapping_add(1));
    }

    fn of(&self, news: News) -> &watch::Sender<u64> {
        match news {
            News::Emitted => &self.emitted,
            News::Published => &self.published,
        }
    }
}

impl Listener {
    /// Waits for news; what came while nobody waited counts once.
    pub(crate) async fn woken(&mut self) {
        if self.0.changed().await.is_err() {
            // The store is gone, and so is everybody who could say anything.
            std::future::pending::<()>().await;
        }
    }

    /// Takes what was heard so far as known: whoever looks now sees it.
    pub(crate) fn catch_up(&mut self) {
        self.0.mark_unchanged();
    }
}

impl fmt::Debug for Wake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Wake").field(&self.0.heard).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future as _;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::{Listener, News, Wake};

    fn is_woken(listener: &mut Listener) -> bool {
        let woken = pin!(listener.woken());
        woken.poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
    }

    #[test]
    fn everybody_who_waits_is_woken_once_and_only_by_what_they_wait_for() {
        let wake = Wake::default();
        let mut relays = [wake.listen(News::Emitted), wake.clone().listen(News::Emitted)];
        let mut consumer = wake.listen(News::Published);
        wake.wake(News::Emitted);
        wake.wake(News::Emitted);
        for relay in &mut relays {
            assert!(is_woken(relay));
            assert!(!is_woken(relay), "what was said twice counts once");
        }
        assert!(!is_woken(&mut consumer));
        wake.wake(News::Published);
        consumer.catch_up();
        assert!(!is_woken(&mut consumer), "it looked after that");
    }
}
