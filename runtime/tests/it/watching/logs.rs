//! The log: a line for every request, tied to whatever the implementation logs, and nothing that is classified.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock, Mutex};

use serde_json::Value;
use tiebeam::operation::{Decode, Encode, Input, Invalid, Method, Operation, Output, Success};
use tiebeam::problem::ProblemType;
use tiebeam::shape::{Classification, Field, Shape};
use tiebeam::telemetry::{Format, Logs};
use tiebeam::{Context, Problem, Router, Server};
use tracing::Dispatch;

use crate::ask::ask_of;
use crate::shop::meta::API;
use crate::shop::operations::get_order;

static GUEST: Shape = Shape::object(
    "Guest",
    &[
        Field::new("room", Shape::int32()),
        Field::new("name", Shape::string()).classified(Classification::Personal),
    ],
);

static NO_ROOM: ProblemType = ProblemType {
    uri: "https://x.example/no-room",
    code: "no-room",
    title: "No room",
    status: 409,
};

static CHECK_IN: Operation = Operation::new("checkIn", Method::Post, "/v1/guests/{guestId}")
    .body(GUEST)
    .success(&[Success::new(200).body(GUEST)])
    .errors(&[&NO_ROOM]);

struct CheckIn(Value);

impl Decode for CheckIn {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        input.body().map(Self)
    }
}

impl Encode for CheckIn {
    fn encode(&self, output: &mut Output) {
        output.body(&self.0);
    }
}

/// Lines that were written.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no panic").clone()).expect("text")
    }

    fn of(&self, target: &str) -> Vec<Value> {
        let text = self.text();
        let lines = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON"));
        lines.filter(|line: &Value| line["target"] == target).collect()
    }
}

/// Somebody else who listens for as long as the tests run. While there is only one listener, `tracing` asks the thread
/// that comes first to a line whether anybody wants it, and the threads of other tests say no for all.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| {
    let logs = Logs::new().filter("trace").expect("a filter");
    Dispatch::new(logs.subscriber(io::sink))
});

/// A reception that says who comes in, and has no room with the number 13.
fn reception() -> Router {
    Server::new(&API, ())
        .serve(&CHECK_IN, |_, _: Context, request: CheckIn| async move {
            tracing::info!(target: "reception", "somebody comes in");
            if request.0["room"] == 13 {
                return Err(get_order::Error::from(NO_ROOM.problem()));
            }
            if request.0["room"] == 0 {
                let problem: Problem = tiebeam::problem::own::INTERNAL_ERROR.problem();
                return Err(problem.caused_by("the key is lost").into());
            }
            Ok(request.0)
        })
        .into_router()
}

/// What is logged when somebody asks for a room.
async fn lines_of(filter: &str, room: u32) -> Lines {
    let lines = Lines::default();
    let writer = {
        let lines = lines.clone();
        move || lines.clone()
    };
    let logs = Logs::new().format(Format::Json).filter(filter).expect("a filter");
    let fields = [("content-type", "application/json"), ("x-correlation-id", "c-7")];
    let body = format!(r#"{{"room":{room},"name":"Ada Byrne"}}"#);
    LazyLock::force(&ANOTHER);
    // For this thread, which is the only one of the test: what the server spawns runs here too.
    let _listening = tracing::subscriber::set_default(logs.subscriber(writer));
    ask_of(reception(), "POST /v1/guests/ada.byrne", &fields, body).await;
    lines
}

#[tokio::test]
async fn a_request_is_a_line_that_names_the_operation_and_not_the_path() {
    let lines = lines_of("info", 7).await;
    let [line] = &lines.of("tiebeam::access")[..] else { panic!("{}", lines.text()) };
    assert_eq!(line["message"], "answered");
    assert_eq!(line["status"], 200);
    assert_eq!(line["route"], "/v1/guests/{guestId}");
    assert_eq!(line["span"]["operation"], "checkIn");
    assert_eq!(line["span"]["correlation_id"], "c-7");
    assert_eq!(line["span"]["trace_id"].as_str().map(str::len), Some(32));
    assert!(
        !lines.text().contains("Byrne") && !lines.text().contains("ada.byrne"),
        "{lines:?}",
        lines = lines.text()
    );
}

#[tokio::test]
async fn what_the_implementation_logs_says_which_request_it_belongs_to() {
    for filter in ["info", "off,reception=info,tiebeam::request=error"] {
        let lines = lines_of(filter, 7).await;
        let [line] = &lines.of("reception")[..] else { panic!("{filter}: {}", lines.text()) };
        assert_eq!(line["span"]["correlation_id"], "c-7", "{filter}");
    }
}

#[tokio::test]
async fn a_refusal_says_its_code_and_a_failure_its_cause() {
    let lines = lines_of("info", 13).await;
    assert_eq!(lines.of("tiebeam::access")[0]["code"], "no-room");
    let lines = lines_of("info", 0).await;
    assert_eq!(lines.of("tiebeam::access")[0]["status"], 500);
    assert!(lines.text().contains("the key is lost"), "{}", lines.text());
}

#[tokio::test]
async fn bodies_are_shown_to_whoever_asks_without_what_is_classified() {
    let lines = lines_of("info", 7).await;
    assert!(lines.of("tiebeam::bodies").is_empty());
    let lines = lines_of("off,tiebeam::bodies=debug", 7).await;
    let bodies = lines.of("tiebeam::bodies");
    let said: Vec<_> = bodies.iter().map(|line| (&line["message"], &line["body"])).collect();
    let body = Value::from(r#"{"room":7,"name":"<redacted>"}"#);
    assert_eq!(said, [(&"request".into(), &body), (&"response".into(), &body)]);
}

#[test]
fn a_filter_that_is_none_is_refused() {
    let error = Logs::new().filter("info,=,").expect_err("no filter");
    assert!(error.to_string().starts_with("`info,=,` is not a filter"), "{error}");
}
