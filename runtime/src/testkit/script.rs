//! A network that is written down: what becomes of a request, and when, is a function; what came of it is a list.
//!
//! A socket cannot be told to refuse the third connection, and a real server cannot be slow on a clock that stands
//! still. A script can, so what a client does about it is tested in microseconds and the same each time. With a server
//! behind it the script is the network between the two; without one it is the server as well.

use std::fmt;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::request::Parts;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use tower::Service as _;

use super::clock::ManualClock;
use super::exchange::{Answered, Asked, Exchange, Outcome};
use super::flaky::Flaky;
use super::reaction::{End, Fault, Reaction};
use super::transcript::Transcript;
use crate::clock::Clock as _;

/// A network that is written down; clones are the same network.
///
/// With nothing behind it, it answers by itself:
///
/// ```
/// use tiebeam::Client;
/// use tiebeam::testkit::{ManualClock, Reaction, Script};
///
/// let script = Script::new(&ManualClock::new(), |asked| match asked.number {
///     1 => Reaction::status(503).with_header("retry-after", "1"),
///     _ => Reaction::json(200, r#"{"id":"o-1"}"#),
/// });
/// let client = Client::of_script(&script);
/// # drop(client);
/// ```
///
/// Whoever calls it goes by its clock, so a call that waits is [driven](ManualClock::drive).
#[derive(Clone)]
pub struct Script(Arc<Inner>);

struct Inner {
    clock: ManualClock,
    router: Option<Router>,
    react: Box<dyn Fn(&Asked) -> Reaction + Send + Sync>,
    exchanges: Mutex<Vec<Exchange>>,
}

impl Script {
    /// Stands in for a server: each request meets what a function says.
    ///
    /// There is no server behind it that a request could be passed on to.
    pub fn new(
        clock: &ManualClock,
        react: impl Fn(&Asked) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        Self::with(None, clock, Box::new(react))
    }

    /// Stands before the routes of a server: each request meets what a function says.
    pub fn before(
        router: Router,
        clock: &ManualClock,
        react: impl Fn(&Asked) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        Self::with(Some(router), clock, Box::new(react))
    }

    /// Stands before the routes of a server, passes everything on and writes it down.
    #[must_use]
    pub fn recording(router: Router, clock: &ManualClock) -> Self {
        Self::before(router, clock, |_| Reaction::pass())
    }

    /// Stands before the routes of a server as a network that fails now and then.
    #[must_use]
    pub fn flaky(router: Router, clock: &ManualClock, flaky: Flaky) -> Self {
        Self::before(router, clock, move |asked| flaky.reaction(asked))
    }

    /// The clock that it looks at.
    #[must_use]
    pub fn clock(&self) -> &ManualClock {
        &self.0.clock
    }

    /// Every request that arrived so far, and what came of it.
    #[must_use]
    pub fn transcript(&self) -> Transcript {
        Transcript { exchanges: self.exchanges().clone() }
    }

    /// Every request that arrived so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.exchanges().iter().map(|exchange| exchange.asked.clone()).collect()
    }

    /// How many requests arrived so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.exchanges().len()
    }

    /// Plays its part in one exchange.
    pub(crate) async fn play(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, Fault> {
        let (parts, body) = request.into_parts();
        let body = match body.collect().await {
            Ok(body) => body.to_bytes(),
            Err(never) => match never {},
        };
        let asked = self.note(&parts, &body);
        let Reaction { delay, fields, end } = (self.0.react)(&asked);
        let mut outcome = match end {
            End::Serve(times) => {
                for _ in 1..times {
                    self.serve(&asked, &parts, &body).await;
                }
                Outcome::Answered(self.serve(&asked, &parts, &body).await)
            }
            End::Lose => {
                self.serve(&asked, &parts, &body).await;
                Outcome::Broken
            }
            End::Answer(response) => Outcome::Answered(answered(response)),
            End::Fault(Fault::Refused) => Outcome::Refused,
            End::Fault(Fault::Broken) => Outcome::Broken,
            End::Never => pending().await,
        };
        if let Outcome::Answered(answered) = &mut outcome {
            answered.headers.extend(fields);
        }
        self.0.clock.sleep_until(self.0.clock.instant() + delay).await;
        self.exchanges()[asked.number - 1].outcome = outcome.clone();
        match outcome {
            Outcome::Answered(answered) => Ok(response(answered)),
            Outcome::Refused => Err(Fault::Refused),
            Outcome::Broken | Outcome::Nothing => Err(Fault::Broken),
        }
    }

    /// Writes down what was asked.
    fn note(&self, parts: &Parts, body: &Bytes) -> Asked {
        let mut exchanges = self.exchanges();
        let asked = Asked {
            number: exchanges.len() + 1,
            at: self.0.clock.instant(),
            method: parts.method.clone(),
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            body: body.clone(),
        };
        let (served, outcome) = (Vec::new(), Outcome::Nothing);
        exchanges.push(Exchange { asked: asked.clone(), served, outcome });
        asked
    }

    /// Hands the request to the server, and writes down what it answers.
    async fn serve(&self, asked: &Asked, parts: &Parts, body: &Bytes) -> Answered {
        let router = self.0.router.clone();
        let mut router = router.expect("only a script before a router passes requests on");
        let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
        let response = match router.call(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a router of this process ends what it begins");
        let answered = answered(Response::from_parts(parts, body.to_bytes()));
        self.exchanges()[asked.number - 1].served.push(answered.clone());
        answered
    }

    fn with(
        router: Option<Router>,
        clock: &ManualClock,
        react: Box<dyn Fn(&Asked) -> Reaction + Send + Sync>,
    ) -> Self {
        let (clock, exchanges) = (clock.clone(), Mutex::default());
        Self(Arc::new(Inner { clock, router, react, exchanges }))
    }

    fn exchanges(&self) -> MutexGuard<'_, Vec<Exchange>> {
        self.0.exchanges.lock().expect("nothing panics while it holds the list")
    }
}

fn answered(response: Response<Bytes>) -> Answered {
    let (parts, body) = response.into_parts();
    Answered { status: parts.status, headers: parts.headers, body }
}

fn response(answered: Answered) -> Response<Bytes> {
    let mut response = Response::new(answered.body);
    *response.status_mut() = answered.status;
    *response.headers_mut() = answered.headers;
    response
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Script").field("asked", &self.count()).finish_non_exhaustive()
    }
}
