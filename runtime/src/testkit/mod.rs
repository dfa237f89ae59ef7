//! What tests of services are made of: time that is moved by hand, and a network that is written down.
//!
//! | to | use |
//! | --- | --- |
//! | move time by hand, or let it pass by itself | [`ManualClock`] |
//! | stand before a server, or in for one, and say what becomes of each request | [`Script`], [`Reaction`] |
//! | break what can break, now and then, the same for the same seed | [`Flaky`] |
//! | see afterwards what was asked and what came of it | [`Transcript`], [`Exchange`] |
//!
//! A script stands between a client and the routes of a server, and neither knows.
//! Here the first answer is lost after the server has done what it was asked, and the client asks again:
//!
//! ```
//! # use axum::routing::get;
//! # use serde_json::{Value, json};
//! # use tiebeam::operation::{Encode, Method, Operation, Output, Retry, Success};
//! # use tiebeam::shape::Shape;
//! # use tiebeam::{Context, Problem, Router};
//! use tiebeam::Client;
//! use tiebeam::testkit::{ManualClock, Reaction, Script};
//!
//! # static GET_DAY: Operation = Operation::new("getDay", Method::Get, "/v1/day")
//! #     .success(&[Success::new(200).body(Shape::any())])
//! #     .retry(Retry { attempts: 2, base_millis: 100, cap_millis: 100, budget_percent: 20 });
//! # struct Request;
//! # impl Encode for Request {
//! #     fn encode(&self, _: &mut Output) {}
//! # }
//! # tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(async {
//! # let day = || async { ([("content-type", "application/json")], r#""Thursday""#) };
//! # let (router, context) = (Router::new().route("/v1/day", get(day)), Context::new());
//! let clock = ManualClock::new();
//! let script = Script::before(router, &clock, |asked| match asked.attempt() {
//!     1 => Reaction::lose_answer(),
//!     _ => Reaction::pass(),
//! });
//! let client = Client::of_script(&script);
//!
//! let call = client.call::<_, Value, Problem>(&context, &GET_DAY, &Request);
//! let day = clock.drive(call).await;
//!
//! assert_eq!(day, Ok(json!("Thursday")));
//! let asked = script.transcript().of(&GET_DAY);
//! assert_eq!(asked.statuses(), [None, Some(200)], "{asked}");
//! # });
//! ```
//!
//! With generated code `client` goes into the client of the API: `order_service_v1::Client::new(client)`.

mod clock;
mod exchange;
mod flaky;
mod reaction;
mod script;
mod transcript;

pub use clock::ManualClock;
pub use exchange::{Answered, Asked, Exchange, Outcome};
pub use flaky::Flaky;
pub(crate) use reaction::Fault;
pub use reaction::Reaction;
pub use script::Script;
pub use transcript::Transcript;
