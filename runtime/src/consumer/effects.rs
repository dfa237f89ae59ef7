//! What a handler reaches beyond its own store, as a capability.

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

use super::entrance::Entrance;
use super::failure::Failure;
use crate::context::Context;
use crate::idempotency::IdempotencyKey;
use crate::work::{Declares, Nothing, Work};

/// Names the keys of calls that follow from events.
const CALLS: Uuid = Uuid::from_u128(0x3b0e_91d7_52c4_5a1f_8d66_70c2_4be9_a05d);

/// Lets a handler call other APIs and then work in a transaction: there is no other way to either.
///
/// A call takes as long as it takes, and a transaction holds up others, so the two do not meet: [`work`](Self::work)
/// takes the capability away, and whoever has a transaction has nobody left to call. Until it is committed nothing says
/// that the event was applied, so a handler that dies after a call is run again, calls again, and says by the
/// [`key`](Self::key) that it is the same call.
///
/// ```
/// use tiebeam::consumer::{Effects, Failure};
/// # use tiebeam::{Context, IdempotencyKey, Problem};
/// # struct Bell;
/// # impl Bell {
/// #     async fn ring(&self, _: &Context, _: IdempotencyKey) -> Result<(), Problem> {
/// #         Ok(())
/// #     }
/// # }
/// # struct Apis {
/// #     bell: Bell,
/// # }
///
/// async fn somebody_came(effects: Effects<Apis>) -> Result<(), Failure> {
///     let key = effects.key("ring");
///     effects.apis().bell.ring(effects.context(), key).await?;
///     let work = effects.work().await?;
///     work.transaction().execute("UPDATE bell SET rung = rung + 1", &[]).await?;
///     Ok(())
/// }
/// ```
pub struct Effects<A, D = Nothing> {
    apis: Arc<A>,
    /// How often the handler failed for the event.
    failed: u32,
    entrance: Arc<Entrance<D>>,
}

impl<A, D: Declares> Effects<A, D> {
    pub(super) fn new(apis: Arc<A>, failed: u32, entrance: Arc<Entrance<D>>) -> Self {
        Self { apis, failed, entrance }
    }

    /// The APIs that may be called.
    #[must_use]
    pub fn apis(&self) -> &A {
        &self.apis
    }

    /// The circumstances of a call: what led to the event goes on, and there is a deadline.
    #[must_use]
    pub fn context(&self) -> &Context {
        self.entrance.context()
    }

    /// The idempotency key of a call. It follows from the event, from who consumes it and from what the call is named,
    /// so it is the same each time the handler runs for the event.
    #[must_use]
    pub fn key(&self, call: &str) -> IdempotencyKey {
        self.derived(call)
    }

    /// The keys of a call that may be refused now and not later, in their order: one, and one more for each time that the
    /// handler has failed for the event.
    ///
    /// Who is called remembers a refusal as well as a success, so under the same key nothing would ever change. Each key
    /// is used until one is answered otherwise: a key comes after those that were refused for certain, so what was done
    /// is not done again, also where its answer was lost.
    ///
    /// ```
    /// use tiebeam::consumer::{Effects, Failure};
    /// # use tiebeam::{Context, IdempotencyKey, Problem};
    /// # struct Door;
    /// # enum Refused {
    /// #     Locked,
    /// #     Other(Problem),
    /// # }
    /// # impl Door {
    /// #     async fn open(&self, _: &Context, _: IdempotencyKey) -> Result<(), Refused> {
    /// #         Ok(())
    /// #     }
    /// # }
    /// # struct Apis {
    /// #     door: Door,
    /// # }
    ///
    /// async fn somebody_rang(effects: Effects<Apis>) -> Result<(), Failure> {
    ///     for key in effects.keys("open") {
    ///         match effects.apis().door.open(effects.context(), key).await {
    ///             Ok(()) => return Ok(()),
    ///             Err(Refused::Locked) => {}
    ///             Err(Refused::Other(problem)) => return Err(problem.into()),
    ///         }
    ///     }
    ///     Err(Failure::not_yet("the door is locked"))
    /// }
    /// ```
    pub fn keys(&self, call: &str) -> impl Iterator<Item = IdempotencyKey> + use<A, D> {
        let later = (1..=self.failed).map(|number| self.derived(&format!("{call}\n{number}")));
        // Made at once, because `work` may take the capability away before the last one is used.
        let keys: Vec<IdempotencyKey> = std::iter::once(self.key(call)).chain(later).collect();
        keys.into_iter()
    }

    /// Ends the calls and begins the transaction of the effect. A handler that has nothing to write need not ask for it.
    ///
    /// # Errors
    ///
    /// When the store fails, or somebody else has dealt with the event meanwhile; neither counts as a failure of the
    /// handler.
    pub async fn work(self) -> Result<Work<D>, Failure> {
        self.entrance.enter().await
    }

    fn derived(&self, name: &str) -> IdempotencyKey {
        let (consumer, event) = (self.entrance.consumer(), self.entrance.event());
        let name = format!("{consumer}\n{}\n{}\n{name}", event.source(), event.id());
        Uuid::new_v5(&CALLS, name.as_bytes()).into()
    }
}

impl<A, D> fmt::Debug for Effects<A, D> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Effects").finish_non_exhaustive()
    }
}
