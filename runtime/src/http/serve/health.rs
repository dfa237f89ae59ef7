//! Whether a process lives, and whether it is ready for requests.
//!
//! An orchestrator restarts what does not live and sends no requests to what is not ready, so the two must not be
//! confused: a process whose database is away is not ready, and restarting it would not bring the database back. What
//! others do is not asked at all. A service that called itself not ready because another one is would take itself out,
//! and its callers after it; for calls that fail there are breakers.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::any;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, StatusCode};
use serde_json::{Map, Value, json};
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::context::Context;
use crate::http::respond;
use crate::problem::own;
use crate::store::Store;

/// How long a check may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long a result is good for: who asks often must not cost much.
const FRESH: Duration = Duration::from_secs(1);

/// The path that asks whether the process lives.
const LIVE: &str = "/health/live";

/// The path that asks whether it is ready.
const READY: &str = "/health/ready";

type Checking = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// What a process needs to be ready; clones are the same.
///
/// `GET /health/live` is answered with 200 as long as anything is answered. `GET /health/ready` is answered with 200 if
/// all checks pass and the server was not told to stop, and with 503 otherwise, both in the format of
/// draft-inadarei-api-health-check. Why a check fails stands in the log and not in the answer.
///
/// ```
/// use tiebeam::http::{Health, Listener};
///
/// let health = Health::new().check("disk", || async {
///     std::fs::metadata("/").map(drop).map_err(|error| error.to_string())
/// });
/// let listener = Listener::new().health(health);
/// # drop(listener);
/// ```
#[derive(Clone)]
pub struct Health {
    checks: Vec<Check>,
    shared: Arc<Shared>,
}

#[derive(Clone)]
struct Check {
    name: &'static str,
    run: Arc<dyn Fn() -> Checking + Send + Sync>,
}

#[derive(Default)]
struct Shared {
    is_stopping: AtomicBool,
    last: Mutex<Option<(Instant, Vec<Checked>)>>,
}

/// How a check went.
#[derive(Debug, Clone)]
struct Checked {
    name: &'static str,
    is_passed: bool,
    took: Duration,
}

impl Health {
    /// Ready as soon as it is asked.
    #[must_use]
    pub fn new() -> Self {
        Self { checks: Vec::new(), shared: Arc::default() }
    }

    /// Ready only while this succeeds, within a second. It is asked at most once a second.
    #[must_use]
    pub fn check<F>(
        mut self,
        name: &'static str,
        run: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<(), String>> + Send + 'static,
    {
        self.checks.push(Check { name, run: Arc::new(move || Box::pin(run())) });
        self
    }

    /// Ready only while a store begins transactions.
    #[must_use]
    pub fn store(self, name: &'static str, store: Arc<dyn Store>) -> Self {
        self.check(name, move || {
            let store = Arc::clone(&store);
            async move {
                let open = store.begin().await.map_err(|error| error.to_string())?;
                open.rollback().await.map_err(|error| error.to_string())
            }
        })
    }

    /// Says from now on that the process is not ready, because it ends.
    pub fn stop(&self) {
        self.shared.is_stopping.store(true, Ordering::Relaxed);
    }

    /// The routes `/health/live` and `/health/ready`; a [`Listener`](super::Listener) has them already.
    pub fn router(&self) -> Router {
        let health = self.clone();
        Router::new()
            .route(LIVE, any(|request| answer(request, std::future::ready(alive()))))
            .route(READY, any(move |request| async move { answer(request, health.ready()).await }))
    }

    /// Whether a path is one of [`Health::router`]'s.
    pub(super) fn is_asked(path: &str) -> bool {
        matches!(path, LIVE | READY)
    }

    async fn ready(&self) -> Response {
        let checked = self.checked().await;
        let is_stopping = self.shared.is_stopping.load(Ordering::Relaxed);
        let is_ready = !is_stopping && checked.iter().all(|check| check.is_passed);
        let checks: Map<String, Value> = checked.iter().map(Checked::entry).collect();
        let mut report = json!({ "status": word(is_ready) });
        if !checks.is_empty() {
            report["checks"] = checks.into();
        }
        if is_stopping {
            report["output"] = "the server is about to stop".into();
        }
        let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
        response(status, &report)
    }

    /// The results of the checks, at most a second old.
    async fn checked(&self) -> Vec<Checked> {
        let mut last = self.shared.last.lock().await;
        if let Some((when, checked)) = &*last
            && when.elapsed() < FRESH
        {
            return checked.clone();
        }
        let running: Vec<_> =
            self.checks.iter().map(|check| tokio::spawn(check.clone().checked())).collect();
        let mut checked = Vec::with_capacity(running.len());
        for (running, check) in running.into_iter().zip(&self.checks) {
            let failed = Checked { name: check.name, is_passed: false, took: Duration::ZERO };
            checked.push(running.await.unwrap_or(failed));
        }
        *last = Some((Instant::now(), checked.clone()));
        checked
    }
}

impl Check {
    async fn checked(self) -> Checked {
        let begun = Instant::now();
        let outcome = tokio::time::timeout(PATIENCE, (self.run)()).await;
        let outcome = outcome.unwrap_or_else(|_| Err("it took too long".to_owned()));
        if let Err(cause) = &outcome {
            tracing::warn!(check = self.name, cause, "not ready");
        }
        Checked { name: self.name, is_passed: outcome.is_ok(), took: begun.elapsed() }
    }
}

impl Checked {
    fn entry(&self) -> (String, Value) {
        let millis = u64::try_from(self.took.as_millis()).unwrap_or(u64::MAX);
        let status = word(self.is_passed);
        let entry = json!([{ "status": status, "observedValue": millis, "observedUnit": "ms" }]);
        (self.name.to_owned(), entry)
    }
}

fn word(is_passed: bool) -> &'static str {
    if is_passed { "pass" } else { "fail" }
}

fn alive() -> Response {
    response(StatusCode::OK, &json!({ "status": "pass" }))
}

fn response(status: StatusCode, report: &Value) -> Response {
    let mut response = Response::new(Body::from(report.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/health+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Only reading is allowed; the router itself leaves out the body of what a HEAD is answered with.
async fn answer(request: Request<Body>, report: impl Future<Output = Response>) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return report.await;
    }
    let allowed = HeaderValue::from_static("GET, HEAD");
    let problem = own::method_not_allowed(&allowed).with_header(ALLOW, allowed.clone());
    respond::with_problem(problem, request.uri().path(), &Context::new())
}

impl Default for Health {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Health {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.checks.iter().map(|check| check.name).collect();
        formatter.debug_struct("Health").field("checks", &names).finish_non_exhaustive()
    }
}
