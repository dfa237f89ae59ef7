//! Calls operations over HTTP, and bears with what may happen on the way.
//!
//! A call is one or more attempts. What an attempt means for the next one is decided in [`crate::retry`], which knows
//! neither HTTP nor waiting; whether the target is called at all in [`crate::breaker`] and [`crate::bulkhead`]. This
//! room does the rest: it writes, sends, reads and waits.

mod attempt;
mod base;
mod calling;
mod target;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;

pub use self::base::InvalidBaseUrl;
pub use self::target::ClientState;

use self::base::Base;
use self::target::{Policies, Target};
use super::connect::{Connect, Patience};
use crate::clock::{Pace, SharedClock};
use crate::context::Context;
use crate::operation::{Encode, Failure, Operation, Reply};
#[cfg(any(test, feature = "testkit"))]
use crate::testkit::Script;
use crate::{breaker, bulkhead};

/// Greatest response body unless the client says otherwise: 8 MiB.
const MAX_RESPONSE: usize = 8 << 20;

/// Longest wait that a server may ask for unless the client says otherwise.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Calls one server; cheap to clone.
///
/// It waits as long as the operation's policy and the caller's deadline allow, tries again as the operation's policy
/// says, passes the correlation id and the trace on, and turns whatever goes wrong into a [`Problem`]. What it reads it
/// reads as an open reader: unknown members, enum values and union payloads pass.
///
/// The server is the client's *target*: its breaker, its bulkhead and its retry budget belong to it and are shared by
/// all clones of the client. A client is made once, changed by its `with_` methods, and then cloned: what is changed
/// later starts a target of its own.
///
/// ```
/// use std::time::Duration;
///
/// use tiebeam::{Client, bulkhead};
///
/// let orders = Client::new("http://127.0.0.1:8080/order-process")?;
/// let payments = Client::new("http://127.0.0.1:8081")?
///     .with_timeout(Duration::from_secs(2))
///     .with_bulkhead(bulkhead::Policy { in_flight: 16, ..bulkhead::Policy::default() });
/// # Ok::<(), tiebeam::http::InvalidBaseUrl>(())
/// ```
///
/// [`Problem`]: crate::Problem
#[derive(Clone)]
pub struct Client {
    connect: Connect,
    patience: Patience,
    base: Arc<Base>,
    target: Arc<Target>,
    policies: Policies,
    pace: Pace,
    retries: Retries,
    timeout: Option<Duration>,
    max_response: usize,
    longest_wait: Duration,
}

/// Who decides about retries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Retries {
    /// The policy of the operation.
    ByPolicy,
    /// Nobody: there are none.
    Never,
}

impl Client {
    /// Calls the server at a base URL such as `http://orders.internal:8080` or `http://gateway/order-process`.
    ///
    /// # Errors
    ///
    /// When the text is not an `http` URL, or has a query. TLS is not spoken yet: `https` is refused.
    pub fn new(base_url: &str) -> Result<Self, InvalidBaseUrl> {
        let base = Base::parse(base_url)?;
        Ok(Self::with(Connect::network(Patience::default()), base, Pace::Machine))
    }

    /// Calls a router of this process: the same requests and responses, without a network.
    #[must_use]
    pub fn of_router(router: Router) -> Self {
        Self::with(Connect::Router(router), Base::local(), Pace::Machine)
    }

    /// Calls over a network that is written down, and goes by its clock.
    #[cfg(any(test, feature = "testkit"))]
    #[must_use]
    pub fn of_script(script: &Script) -> Self {
        let pace = Pace::Given(script.clock().shared());
        Self::with(Connect::Script(script.clone()), Base::local(), pace)
    }

    /// Waits at most so long for an answer, whatever the operation's policy says.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Waits at most so long for a connection; 3 seconds unless set.
    #[must_use]
    pub fn with_connect_timeout(mut self, timeout: Duration) -> Self {
        self.patience.connect = timeout;
        self.reconnected()
    }

    /// Closes a connection that was not used for so long; 30 seconds unless set.
    #[must_use]
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        self.patience.idle = timeout;
        self.reconnected()
    }

    /// Reads at most so many bytes of a response; 8 MiB unless set.
    #[must_use]
    pub fn with_max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// Waits at most so long because a server asks for it with `Retry-After`; 30 seconds unless set. What it asks
    /// beyond that is left to the caller, who finds it in the problem.
    #[must_use]
    pub fn with_longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// Makes one attempt per call, whatever the operations' policies say: for a caller that tries again by itself.
    #[must_use]
    pub fn without_retries(mut self) -> Self {
        self.retries = Retries::Never;
        self
    }

    /// Opens the breaker by another policy.
    #[must_use]
    pub fn with_breaker(mut self, policy: breaker::Policy) -> Self {
        self.policies.breaker = Some(policy);
        self.retargeted()
    }

    /// Calls the target however it fares.
    #[must_use]
    pub fn without_breaker(mut self) -> Self {
        self.policies.breaker = None;
        self.retargeted()
    }

    /// Bounds the calls in flight by another policy.
    #[must_use]
    pub fn with_bulkhead(mut self, policy: bulkhead::Policy) -> Self {
        self.policies.bulkhead = policy;
        self.retargeted()
    }

    /// Goes by another clock than the machine's. Connections are not opened and closed by it.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.pace = Pace::Given(clock);
        self.retargeted()
    }

    /// Draws its waits from the sequence of a seed, so that a test can repeat them.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.policies.seed = Some(seed);
        self.retargeted()
    }

    /// How the target fares.
    #[must_use]
    pub fn state(&self) -> ClientState {
        self.target.state(self.pace.instant())
    }

    /// Calls an operation.
    ///
    /// # Errors
    ///
    /// The operation's own errors, or a problem: `gateway-timeout`, `unavailable`, `circuit-open`, `too-many-calls`,
    /// `bad-gateway`, or whatever the server says.
    pub async fn call<Q, R, E>(
        &self,
        context: &Context,
        operation: &'static Operation,
        request: &Q,
    ) -> Result<R, E>
    where
        Q: Encode,
        R: Reply,
        E: Failure,
    {
        self.exchange(context, operation, request)
            .await
            .and_then(R::from_answer)
            .map_err(E::from_problem)
    }

    fn with(connect: Connect, base: Base, pace: Pace) -> Self {
        let policies = Policies::default();
        Self {
            connect,
            patience: Patience::default(),
            target: Arc::new(Target::new(base.server(), policies, pace.instant())),
            base: Arc::new(base),
            policies,
            pace,
            retries: Retries::ByPolicy,
            timeout: None,
            max_response: MAX_RESPONSE,
            longest_wait: LONGEST_WAIT,
        }
    }

    fn reconnected(mut self) -> Self {
        if let Connect::Network(_) = self.connect {
            self.connect = Connect::network(self.patience);
        }
        self
    }

    fn retargeted(mut self) -> Self {
        let now = self.pace.instant();
        self.target = Arc::new(Target::new(self.base.server(), self.policies, now));
        self
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("base_url", &self.base.to_string())
            .field("state", &self.state())
            .finish_non_exhaustive()
    }
}
