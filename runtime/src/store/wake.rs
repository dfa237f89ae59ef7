//! Tells whoever publishes events that there are some.

use std::sync::Arc;

use tokio::sync::Notify;

/// Wakes whoever waits for events of a store; clones are the same.
#[derive(Debug, Clone, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// Says that events were committed.
    pub(crate) fn wake(&self) {
        self.0.notify_one();
    }

    /// Waits until somebody says so; what was said while nobody waited counts once.
    pub(crate) async fn woken(&self) {
        self.0.notified().await;
    }
}
