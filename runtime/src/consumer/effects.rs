//! What reaches beyond the service, as a capability.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Lets a handler reach other APIs, or not.
///
/// Events are applied again to rebuild a view of them, and then nobody outside must notice: no parcel is ordered twice.
/// So a handler has no other way to another API than through here, and there is no flag to forget.
#[derive(Debug, Clone)]
pub struct Effects<Apis = ()> {
    apis: Option<Arc<Apis>>,
    withheld: Arc<AtomicU64>,
}

impl<Apis> Effects<Apis> {
    /// Reaches these.
    #[must_use]
    pub fn reaching(apis: Arc<Apis>) -> Self {
        Self { apis: Some(apis), withheld: Arc::default() }
    }

    /// Reaches nothing, and counts what would have been reached.
    #[must_use]
    pub fn withheld() -> Self {
        Self { apis: None, withheld: Arc::default() }
    }

    /// The APIs that the service may call; `None` where nobody outside is to notice.
    #[must_use]
    pub fn apis(&self) -> Option<&Apis> {
        if self.apis.is_none() {
            self.withheld.fetch_add(1, Ordering::Relaxed);
        }
        self.apis.as_deref()
    }

    /// How often somebody wanted to reach an API that was withheld.
    #[must_use]
    pub fn count_withheld(&self) -> u64 {
        self.withheld.load(Ordering::Relaxed)
    }
}
