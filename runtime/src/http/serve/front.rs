//! What stands before the routes of a listener: health, and the refusal of what is too much.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use http::Request;
use hyper::body::Incoming;
use tower::Service;

use super::accept::Peer;
use super::health::Health;
use super::pressure::Pressure;
use crate::clock::Pace;
use crate::context::Context;
use crate::http::respond;
use crate::problem::own;
use crate::telemetry::{Shed, shed};

/// The routes of a listener, for one connection.
#[derive(Debug, Clone)]
pub(super) struct Front {
    routes: Arc<Routes>,
    peer: SocketAddr,
}

/// The routes of a listener.
#[derive(Debug)]
pub(super) struct Routes {
    router: Router,
    health: Router,
    refusal: Router,
    pressure: Arc<Pressure>,
}

impl Routes {
    pub(super) fn new(router: Router, health: Router, pressure: Arc<Pressure>) -> Arc<Self> {
        let refusal =
            Router::new().fallback(|request: Request<Body>| std::future::ready(refuse(&request)));
        Arc::new(Self { router, health, refusal, pressure })
    }

    /// Health is told even when everything else is too much.
    fn choose(&self, path: &str) -> &Router {
        if Health::is_asked(path) {
            return &self.health;
        }
        if self.pressure.admits() { &self.router } else { &self.refusal }
    }
}

impl Front {
    pub(super) fn new(routes: &Arc<Routes>, peer: SocketAddr) -> Self {
        Self { routes: Arc::clone(routes), peer }
    }
}

impl Service<Request<Incoming>> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = RouteFuture<Infallible>;

    fn poll_ready(&mut self, _: &mut TaskContext<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Incoming>) -> Self::Future {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(self.peer));
        self.routes.choose(request.uri().path()).clone().call(request)
    }
}

/// Refuses a request at the least cost: nothing of it is read but its head.
fn refuse(request: &Request<Body>) -> Response {
    shed(Shed::Lag);
    let context = Context::of_request(request.headers(), &Pace::Machine);
    let problem = own::overloaded("tasks wait too long for a processor");
    respond::with_problem(problem, request.uri().path(), &context)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::Router;

    use super::{Pressure, Routes};

    #[test]
    fn what_is_too_much_is_refused_and_health_is_told_all_the_same() {
        let pressure = Pressure::new(Duration::from_millis(50));
        let routes = Routes::new(Router::new(), Router::new(), pressure.clone());
        let refused = |path: &str| {
            let chosen = (0..100).map(|_| routes.choose(path));
            chosen.filter(|chosen| std::ptr::eq(*chosen, &raw const routes.refusal)).count()
        };
        assert_eq!(refused("/v1/orders"), 0);
        for _ in 0..10 {
            pressure.judge(Duration::from_secs(1));
        }
        assert!(refused("/v1/orders") > 90);
        assert_eq!(refused("/health/ready"), 0);
    }
}
