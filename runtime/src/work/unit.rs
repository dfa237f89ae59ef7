//! One unit of work, as a handler sees it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::declared::{Declares, Emits, Must, Nothing};
use crate::context::Context;
use crate::event::{Definition, Envelope, Event, Source, json};
use crate::problem::{Problem, own};
use crate::store::Transaction;
use crate::store::emission::Emission;

/// Names the ids of events that follow from other events.
const FOLLOWING: Uuid = Uuid::from_u128(0x6d1f_2c0e_7f5b_5d43_9a9e_0f6a_3f1c_8b27);

/// One unit of work; a handle that is cheap to clone.
///
/// ```
/// use tiebeam::store::{Error, Value};
/// use tiebeam::{Problem, Work};
///
/// async fn rename(work: &Work, id: &str, name: &str) -> Result<(), Problem> {
///     let sql = "UPDATE customer SET name = $2 WHERE id = $1";
///     work.transaction().execute(sql, &[id.into(), name.into()]).await?;
///     Ok(())
/// }
/// ```
pub struct Work<D = Nothing> {
    inner: Arc<Inner>,
    declares: PhantomData<fn() -> D>,
}

struct Inner {
    context: Context,
    transaction: Transaction,
    source: Arc<str>,
    now: Timestamp,
    cause: Option<Cause>,
    emitted: Mutex<Vec<&'static Definition>>,
}

/// The event that led to the work, and who handles it.
pub(crate) struct Cause {
    pub(crate) consumer: &'static str,
    pub(crate) event: Arc<Envelope>,
}

impl<D: Declares> Work<D> {
    pub(crate) fn new(
        context: Context,
        transaction: Transaction,
        source: Arc<str>,
        now: Timestamp,
        cause: Option<Cause>,
    ) -> Self {
        let emitted = Mutex::default();
        let inner = Inner { context, transaction, source, now, cause, emitted };
        Self { inner: Arc::new(inner), declares: PhantomData }
    }

    /// The circumstances: who asks, and as part of what.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.inner.context
    }

    /// The transaction: whatever is done in it is done together with what is emitted, or not at all.
    #[must_use]
    pub fn transaction(&self) -> &Transaction {
        &self.inner.transaction
    }

    /// When the work began; the time of everything that is emitted.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.inner.now
    }

    /// Emits an event, if and when the transaction is committed; answers its id.
    ///
    /// Work that was caused by an event and runs again emits with the same ids.
    ///
    /// # Errors
    ///
    /// When the event breaks its schema.
    pub fn emit<E: Event>(&self, event: &E) -> Result<Uuid, Problem>
    where
        D: Emits<E>,
    {
        let Inner { context, source, now, .. } = &*self.inner;
        let definition = E::definition();
        let id = self.next_id();
        let cause = self.inner.cause.as_ref().map(|cause| &*cause.event);
        let source = Source { uri: source, context, cause };
        let envelope = Envelope::of(event, id, *now, &source).map_err(own::internal)?;
        self.inner.transaction.emit(Emission {
            id,
            topic: definition.topic,
            key: event.key(),
            event: json::write(&envelope),
            at: now.as_microsecond(),
            expires: definition.retention_seconds.and_then(|seconds| expiry(*now, seconds)),
        });
        self.emitted().push(definition);
        Ok(id)
    }

    /// Whether everything was emitted that must be.
    ///
    /// # Errors
    ///
    /// A problem that names what is missing.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        let emitted = self.emitted();
        for declared in D::EVENTS.iter().filter(|declared| declared.must == Must::Always) {
            let definition = (declared.event)();
            if !emitted.contains(&definition) {
                return Err(own::internal(format!("{definition} must be emitted, and was not")));
            }
        }
        Ok(())
    }

    /// An id by chance; where an event is the cause, one that follows from it.
    fn next_id(&self) -> Uuid {
        let Some(Cause { consumer, event }) = &self.inner.cause else { return Uuid::now_v7() };
        let ordinal = self.emitted().len();
        let name = format!("{consumer}\n{}\n{}\n{ordinal}", event.source(), event.id());
        Uuid::new_v5(&FOLLOWING, name.as_bytes())
    }

    fn emitted(&self) -> MutexGuard<'_, Vec<&'static Definition>> {
        // A list is whole after any panic.
        self.inner.emitted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<D> Clone for Work<D> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner), declares: PhantomData }
    }
}

impl<D> fmt::Debug for Work<D> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Work")
            .field("transaction", &self.inner.transaction)
            .finish_non_exhaustive()
    }
}

/// When the log need not have an event any more; `None` where that is beyond any calendar.
fn expiry(now: Timestamp, seconds: u64) -> Option<i64> {
    let retention = SignedDuration::from_secs(i64::try_from(seconds).ok()?);
    now.checked_add(retention).ok().map(Timestamp::as_microsecond)
}
