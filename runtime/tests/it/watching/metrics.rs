//! Metrics: every request and every attempt is counted and timed.

use tiebeam::operation::{
    Decode, Encode, Input, Invalid, Method, Operation, Output, Parameter, Success,
};
use tiebeam::shape::Shape;
use tiebeam::telemetry::Metrics;
use tiebeam::testkit::{ManualClock, Reaction, Script};
use tiebeam::{Client, Context, Problem, Router, Server};

use crate::ask::ask_of;
use crate::shop::meta::API;
use crate::shop::operations::get_order;

static TALLY: Operation = Operation::new("tally", Method::Get, "/v1/tally/{of}")
    .parameters(&[Parameter::path("of", Shape::string()).required()])
    .success(&[Success::new(200).body(Shape::any())])
    .retry(tiebeam::operation::Retry {
        attempts: 2,
        base_millis: 1,
        cap_millis: 1,
        budget_percent: 20,
    });

struct Nothing;

impl Decode for Nothing {
    fn decode(_: &mut Input<'_>) -> Result<Self, Invalid> {
        Ok(Self)
    }
}

impl Encode for Nothing {
    fn encode(&self, output: &mut Output) {
        output.required("of", "a");
    }
}

fn tally() -> Router {
    Server::new(&API, ())
        .serve(&TALLY, |_, _: Context, _: Nothing| async {
            Ok::<_, get_order::Error>(serde_json::json!(1))
        })
        .into_router()
}

/// The one test of this process that counts: who counts is installed for all of it.
#[tokio::test]
async fn requests_and_attempts_are_counted_and_timed() {
    let metrics = Metrics::install().expect("nobody else counts");
    for (line, times) in [("GET /v1/tally/a", 3), ("GET /v1/tally/b?what=1", 2)] {
        for _ in 0..times {
            ask_of(tally(), line, &[], "").await;
        }
    }
    let clock = ManualClock::new();
    let script = Script::new(&clock, |asked| match asked.number {
        1 => Reaction::refuse(),
        _ => Reaction::json(200, "1"),
    });
    let client = Client::of_script(&script);
    let context = Context::new();
    let calling = client.call::<_, serde_json::Value, Problem>(&context, &TALLY, &Nothing);
    clock.drive(calling).await.expect("the second attempt succeeds");

    let text = ask_of_metrics(&metrics).await;
    let server = r#"api="order-process@1",operation="tally",http_request_method="GET",http_route="/v1/tally/{of}""#;
    for expected in [
        format!("http_server_request_duration_seconds_count{{{server},http_response_status_code=\"200\"}} 3"),
        format!("http_server_request_duration_seconds_count{{{server},http_response_status_code=\"400\"}} 2"),
        r#"http_server_active_requests{api="order-process@1",operation="tally"} 0"#.to_owned(),
        r#"http_client_request_duration_seconds_count{server="localhost",operation="tally",outcome="unconnected"} 1"#.to_owned(),
        r#"http_client_request_duration_seconds_count{server="localhost",operation="tally",outcome="200"} 1"#.to_owned(),
        r#"tiebeam_client_retries_total{server="localhost",operation="tally"} 1"#.to_owned(),
    ] {
        assert!(text.lines().any(|line| line == expected), "{expected}\nis not in\n{text}");
    }
    assert!(text.contains("http_server_request_duration_seconds_bucket"), "{text}");
}

async fn ask_of_metrics(metrics: &Metrics) -> String {
    use http_body_util::BodyExt as _;
    use tower::Service as _;

    let request = http::Request::get("/metrics").body(axum::body::Body::empty());
    let request = request.expect("a request");
    let response = metrics.router().call(request).await.unwrap_or_else(|never| match never {});
    assert_eq!(response.headers()["content-type"], "text/plain; version=0.0.4; charset=utf-8");
    let body = response.into_body().collect().await.expect("a body in memory").to_bytes();
    String::from_utf8(body.to_vec()).expect("a text")
}
