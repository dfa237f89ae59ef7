//! Rate limits: how many requests of whom an operation lets through.
//!
//! A bucket holds as many requests as the limit says and fills evenly over its window (the generic cell rate
//! algorithm), so a caller that paces itself is never refused and one that bursts is refused only as long as it must be.
//! What is left is told on every response, in the fields of draft-ietf-httpapi-ratelimit-headers.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use governor::middleware::{StateInformationMiddleware, StateSnapshot};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use http::{Extensions, HeaderMap, HeaderValue};

use super::header;
use super::serve::Peer;
use crate::clock::SharedClock;
use crate::context::Context;
use crate::operation::{RateLimit, RateLimitBy};
use crate::problem::{Problem, own};

/// Decisions after which callers that are back at a full bucket are forgotten.
const FORGET_AFTER: u32 = 4096;

/// The limit of one operation.
pub(super) struct Limiter {
    limit: RateLimit,
    buckets: RateLimiter<Caller, HashMapStateStore<Caller>, Ticks, StateInformationMiddleware>,
    clock: Ticks,
    decisions: AtomicU32,
}

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Caller {
    All,
    Named(String),
    At(IpAddr),
    Unknown,
}

/// The runtime's clock, as the buckets want it.
#[derive(Clone)]
struct Ticks(SharedClock);

impl governor::clock::Clock for Ticks {
    type Instant = Instant;

    fn now(&self) -> Instant {
        self.0.instant()
    }
}

impl Limiter {
    /// The buckets of a policy; none where the policy cannot be counted.
    pub(super) fn new(limit: RateLimit, clock: &SharedClock) -> Option<Self> {
        let burst = NonZeroU32::new(limit.requests)?;
        let window = Duration::from_millis(limit.per_millis);
        let quota = Quota::with_period(window / limit.requests)?.allow_burst(burst);
        let clock = Ticks(clock.clone());
        let state = HashMapStateStore::new(HashMap::default());
        let buckets = RateLimiter::new(quota, state, clock.clone());
        Some(Self { limit, buckets, clock, decisions: AtomicU32::new(0) })
    }

    /// Lets a request through, with the fields that say what is left, or refuses it.
    pub(super) fn decide(
        &self,
        context: &Context,
        extensions: &Extensions,
    ) -> Result<HeaderMap, Problem> {
        if self.decisions.fetch_add(1, Ordering::Relaxed) % FORGET_AFTER == FORGET_AFTER - 1 {
            self.buckets.retain_recent();
        }
        let caller = self.caller(context, extensions);
        match self.buckets.check_key(&caller) {
            Ok(state) => Ok(self.fields(state.remaining_burst_capacity(), self.refill(&state))),
            Err(until) => {
                let wait = seconds(until.wait_time_from(governor::clock::Clock::now(&self.clock)));
                let mut problem = own::too_many_requests(wait);
                for (name, value) in &self.fields(0, wait) {
                    problem = problem.with_header(name.clone(), value.clone());
                }
                Err(problem)
            }
        }
    }

    /// Whom a request counts for: who asks, as far as that is proven, otherwise where the request comes from.
    fn caller(&self, context: &Context, extensions: &Extensions) -> Caller {
        let identity = context.identity();
        let named = match self.limit.by {
            RateLimitBy::All => return Caller::All,
            RateLimitBy::Client => identity.and_then(|identity| identity.client.clone()),
            RateLimitBy::Subject => identity.map(|identity| identity.subject.clone()),
        };
        let address = extensions.get::<Peer>();
        match (named, address) {
            (Some(name), _) => Caller::Named(name),
            (None, Some(Peer(address))) => Caller::At(address.ip()),
            (None, None) => Caller::Unknown,
        }
    }

    /// Seconds until the bucket is full again.
    fn refill(&self, state: &StateSnapshot) -> u64 {
        let missing = self.limit.requests.saturating_sub(state.remaining_burst_capacity());
        let window = Duration::from_millis(self.limit.per_millis);
        seconds(window * missing / self.limit.requests.max(1))
    }

    /// `RateLimit-Policy` and `RateLimit`.
    fn fields(&self, remaining: u32, reset: u64) -> HeaderMap {
        let window = seconds(Duration::from_millis(self.limit.per_millis)).max(1);
        let policy = format!("\"default\";q={};w={window}", self.limit.requests);
        let state = format!("\"default\";r={remaining};t={reset}");
        let mut fields = HeaderMap::new();
        for (name, value) in [(&header::RATE_LIMIT_POLICY, policy), (&header::RATE_LIMIT, state)] {
            if let Ok(value) = HeaderValue::try_from(value) {
                fields.insert(name.clone(), value);
            }
        }
        fields
    }
}

/// Whole seconds, never too few.
fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
