//! Rate limits: whom they count, when they refuse and what they tell.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tiebeam::clock::{Clock, SystemClock};
use tiebeam::http::RateLimits;
use tiebeam::operation::{Method, Operation, RateLimit, RateLimitBy, Success};
use tiebeam::shape::Shape;
use tiebeam::{Context, Router, Server};

use crate::ask::{Told, ask_of};
use crate::shop::meta::API;
use crate::shop::operations::get_order;

const LIMIT: RateLimit = RateLimit { requests: 3, per_millis: 60_000, by: RateLimitBy::All };

static LIMITED: Operation = Operation::new("count", Method::Get, "/v1/count")
    .success(&[Success::new(200).body(Shape::any())])
    .rate_limit(LIMIT);

/// A clock that is moved by hand.
#[derive(Debug)]
struct Hand(Mutex<Instant>);

impl Clock for Hand {
    fn now(&self) -> jiff::Timestamp {
        SystemClock.now()
    }

    fn instant(&self) -> Instant {
        *self.0.lock().expect("no panic")
    }

    fn sleep_until(
        &self,
        instant: Instant,
    ) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        SystemClock.sleep_until(instant)
    }
}

impl Hand {
    fn advance(&self, seconds: u64) {
        *self.0.lock().expect("no panic") += Duration::from_secs(seconds);
    }
}

fn limited(limits: RateLimits) -> (Router, Arc<Hand>) {
    let clock = Arc::new(Hand(Mutex::new(Instant::now())));
    let router = Server::new(&API, ())
        .clock(clock.clone())
        .rate_limits(limits)
        .serve(&LIMITED, |_, _: Context, _: Nothing| async {
            Ok::<_, get_order::Error>(serde_json::json!(1))
        })
        .into_router();
    (router, clock)
}

/// A request that says nothing.
struct Nothing;

impl tiebeam::operation::Decode for Nothing {
    fn decode(_: &mut tiebeam::operation::Input<'_>) -> Result<Self, tiebeam::operation::Invalid> {
        Ok(Self)
    }
}

async fn count(router: &Router) -> Told {
    ask_of(router.clone(), "GET /v1/count", &[], "").await
}

#[tokio::test]
async fn as_many_as_the_limit_says_are_let_through_and_what_is_left_is_told() {
    let (router, clock) = limited(RateLimits::Kept);
    for (left, reset) in [(2, 20), (1, 40), (0, 60)] {
        let told = count(&router).await;
        assert_eq!(told.status, 200, "{told:?}");
        assert_eq!(told.field("ratelimit-policy"), Some("\"default\";q=3;w=60"));
        let state = format!("\"default\";r={left};t={reset}");
        assert_eq!(told.field("ratelimit"), Some(&*state), "{told:?}");
    }
    let told = count(&router).await;
    assert_eq!((told.status, told.code().as_str()), (429, "too-many-requests"), "{told:?}");
    assert_eq!(told.field("retry-after"), Some("20"));
    assert_eq!(told.field("ratelimit"), Some("\"default\";r=0;t=20"));
    clock.advance(19);
    assert_eq!(count(&router).await.status, 429);
    clock.advance(1);
    assert_eq!(count(&router).await.status, 200);
    assert_eq!(count(&router).await.status, 429, "the bucket fills evenly, not at once");
}

#[tokio::test]
async fn nobody_counts_where_that_is_said() {
    let (router, _) = limited(RateLimits::Off);
    for _ in 0..10 {
        let told = count(&router).await;
        assert_eq!((told.status, told.field("ratelimit")), (200, None));
    }
}
