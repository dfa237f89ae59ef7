//! A system and its two faces.
//!
//! What makes a system real is the same for all of them: it takes its time, it fails now and then, and it can be told
//! to fail in a certain way. That is here, so that each system is only what it says.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::fault::{Fault, Script};
use crate::form::Form;
use crate::random::Random;

/// How long an answer stays away that was lost; nobody waits for it.
const LOST: Duration = Duration::from_mins(1);

/// What a system of record is.
pub trait System: Send + Sync + 'static {
    /// Where production finds it.
    const PATH: &'static str;

    /// Does what a request asks, and answers in its own way.
    fn answer(&self, headers: &HeaderMap, body: &str, now: Timestamp) -> Response;

    /// What it says when something inside it broke.
    fn broken() -> Response;

    /// What it says when a clerk has the record open.
    fn locked() -> Response;

    /// Everything that it remembers.
    fn state(&self) -> Value;

    /// What a clerk does at one of its screens.
    ///
    /// # Errors
    ///
    /// What the screen says when the clerk mistyped.
    fn screen(&self, name: &str, form: &Form, now: Timestamp) -> Result<(), String>;
}

/// How a simulated system behaves when nobody tells it otherwise.
#[derive(Clone)]
pub struct Options {
    /// What everything random follows from.
    pub seed: u64,
    /// How many milliseconds it thinks before it answers.
    pub latency: RangeInclusive<u64>,
    /// How many of a hundred requests fail.
    pub failures: u64,
    /// What it takes for the time.
    pub now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

/// A system that is simulated.
#[derive(Debug)]
pub struct Simulation<S> {
    system: S,
    script: Script,
    options: Options,
    random: Mutex<Random>,
}

impl<S: System> Simulation<S> {
    /// Simulates a system.
    pub fn new(system: S, options: Options) -> Arc<Self> {
        let random = Mutex::new(Random::new(options.seed));
        Arc::new(Self { system, script: Script::default(), options, random })
    }

    /// Lets the next requests fail in some way, one after the other.
    pub fn script(&self, fault: Fault, times: usize) {
        self.script.add(fault, times);
    }

    /// What production sees of it.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new().route(S::PATH, post(produce::<S>)).with_state(Arc::clone(self))
    }

    /// What only whoever runs the simulation sees.
    ///
    /// | request | what it does |
    /// | --- | --- |
    /// | `POST /faults` with `fault=fail&times=2` | lets the next two requests fail; also `lose`, `babble`, `lock`, `slow&millis=300`, and `none`, which ends them |
    /// | `GET /faults` | tells how many faults are still to come |
    /// | `GET /state` | shows everything that the system remembers |
    /// | `POST /screens/{name}` with a form | does what a clerk does at a screen |
    pub fn admin(self: &Arc<Self>) -> Router {
        Router::new()
            .route("/faults", get(faults::<S>).post(add_fault::<S>))
            .route("/state", get(state::<S>))
            .route("/screens/{name}", post(screen::<S>))
            .with_state(Arc::clone(self))
    }

    async fn think(&self) {
        let millis = self.draw(&self.options.latency);
        if millis > 0 {
            tokio::time::sleep(Duration::from_millis(millis)).await;
        }
    }

    /// The fault that was asked for, or else one that happens by itself.
    fn fault(&self) -> Option<Fault> {
        let happens = || (self.draw(&(1..=100)) <= self.options.failures).then_some(Fault::Fail);
        self.script.next().or_else(happens)
    }

    fn draw(&self, range: &RangeInclusive<u64>) -> u64 {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).within(range)
    }

    fn answer(&self, headers: &HeaderMap, body: &str) -> Response {
        self.system.answer(headers, body, (self.options.now)())
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, latency: 0..=0, failures: 0, now: Arc::new(Timestamp::now) }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Options")
            .field("seed", &self.seed)
            .field("latency", &self.latency)
            .field("failures", &self.failures)
            .finish_non_exhaustive()
    }
}

/// A response of JSON.
pub fn as_json(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

async fn produce<S: System>(
    State(simulation): State<Arc<Simulation<S>>>,
    headers: HeaderMap,
    body: String,
) -> Response {
    simulation.think().await;
    match simulation.fault() {
        None => simulation.answer(&headers, &body),
        Some(Fault::Fail) => S::broken(),
        Some(Fault::Lock) => S::locked(),
        Some(Fault::Slow(time)) => {
            tokio::time::sleep(time).await;
            simulation.answer(&headers, &body)
        }
        Some(Fault::Babble) => {
            drop(simulation.answer(&headers, &body));
            (StatusCode::OK, "<html><body>PLEASE CONTACT YOUR ADMINISTRATOR</body></html>")
                .into_response()
        }
        Some(Fault::Lose) => {
            drop(simulation.answer(&headers, &body));
            tokio::time::sleep(LOST).await;
            S::broken()
        }
    }
}

async fn add_fault<S: System>(
    State(simulation): State<Arc<Simulation<S>>>,
    body: String,
) -> Response {
    let form = Form::parse(&body);
    if form.get("fault") == "none" {
        simulation.script.end();
        return StatusCode::NO_CONTENT.into_response();
    }
    let times = form.number("times").and_then(|times| usize::try_from(times).ok()).unwrap_or(1);
    match Fault::of_form(&form) {
        Some(fault) => {
            simulation.script(fault, times);
            StatusCode::NO_CONTENT.into_response()
        }
        None => (StatusCode::UNPROCESSABLE_ENTITY, "no such fault").into_response(),
    }
}

async fn faults<S: System>(State(simulation): State<Arc<Simulation<S>>>) -> Response {
    as_json(&json!({ "left": simulation.script.left() }))
}

async fn state<S: System>(State(simulation): State<Arc<Simulation<S>>>) -> Response {
    as_json(&simulation.system.state())
}

async fn screen<S: System>(
    State(simulation): State<Arc<Simulation<S>>>,
    Path(name): Path<String>,
    body: String,
) -> Response {
    let now = (simulation.options.now)();
    match simulation.system.screen(&name, &Form::parse(&body), now) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(message) => (StatusCode::UNPROCESSABLE_ENTITY, message).into_response(),
    }
}
