//! What operators see: health, metrics, the log; and what they do not see.

use std::process::Stdio;

use retail_app::settings::Source;
use retail_app::slots::SLOTS;
use retail_app::{Answer, Layout, Scene, Settings, send};
use serde_json::{Value, json};

use crate::serving::Program;

/// Who signs up; nothing of it is anybody's business.
const PERSONAL: [&str; 4] = ["Ada Byrne", "ada@example.com", "Harbour Row", "X285"];

/// Settings of a program that keeps nothing, with others on top.
const MEMORY: (&str, &str) = ("RETAIL_STORE_KIND", "memory");

/// Signs up at a program that serves everything.
async fn sign_up(program: &Program) -> Answer {
    let body = json!({
        "name": "Ada Byrne", "email": "ada@example.com", "language": "en",
        "address": {
            "street": "14 Harbour Row", "city": "Dublin", "postalCode": "D02 X285", "country": "IE",
        },
    });
    let address = program.address("customer-experience-v1");
    let fields = [("Idempotency-Key", "\"ada\"")];
    let answer = send(&address, "POST /v1/accounts", &fields, Some(&body)).await;
    answer.expect("it answers")
}

#[tokio::test]
async fn everything_that_listens_lives_and_says_whether_it_is_ready() {
    let settings = [
        ("serve.first-port", "0"),
        ("serve.recorder", "true"),
        ("serve.metrics-port", "0"),
        ("simulation.admin", "true"),
        ("store.kind", "memory"),
    ];
    let settings = settings.into_iter().fold(Settings::defaults(), |settings, (name, value)| {
        settings.with(name, value, Source::CommandLine)
    });
    let scene = Scene::build(&settings, Layout::Together).await.expect("ports are free");
    assert_eq!(scene.not_ready().await.expect("everything answers"), [""; 0]);
    let places = scene.places();
    assert_eq!(places.len(), SLOTS.len() + 5, "metrics, recorder and three hands on backends");
    for (name, url) in places {
        let address = url.trim_start_matches("http://");
        let live = send(address, "GET /health/live", &[], None).await.expect("it answers");
        assert_eq!(live.status, 200, "{name}");
        let ready = send(address, "GET /health/ready", &[], None).await.expect("it answers");
        assert_eq!((ready.status, &ready.json()["status"]), (200, &json!("pass")), "{name}");
        assert_eq!(ready.field("content-type"), Some("application/health+json"), "{name}");
        let slot = SLOTS.iter().find(|slot| slot.name == name);
        let layer = slot.map_or("beside", |slot| slot.layer());
        let has_store = matches!(layer, "experience" | "process" | "service");
        let checks = &ready.json()["checks"]["store"][0]["status"];
        assert_eq!(checks == "pass", has_store, "{name}: {ready:?}");
    }
}

#[tokio::test]
async fn metrics_name_operations_and_nobody() {
    let program = Program::start(&[], &[MEMORY, ("RETAIL_SERVE_METRICS_PORT", "0")]);
    let account = sign_up(&program).await;
    assert_eq!(account.status, 201, "{account:?}");
    let metrics = send(&program.address("metrics"), "GET /metrics", &[], None).await;
    let metrics = metrics.expect("it answers").body;
    for (api, operation) in [
        ("customer-experience@1", "signUp"),
        ("customer-process@1", "registerCustomer"),
        ("customer-service@1", "createCustomer"),
    ] {
        let labels = format!("api=\"{api}\",operation=\"{operation}\"");
        for metric in ["http_server_request_duration_seconds_count", "http_server_active_requests"]
        {
            let is_there = metrics.contains(&format!("{metric}{{{labels}"));
            assert!(is_there, "{metric} of {operation}:\n{metrics}");
        }
        let keyed = format!("tiebeam_idempotent_requests_total{{{labels},outcome=\"answered\"}} 1");
        assert!(metrics.contains(&keyed), "{keyed}:\n{metrics}");
    }
    let id = account.json()["id"].as_str().expect("an account has one").to_owned();
    for personal in PERSONAL.iter().copied().chain([id.as_str()]) {
        assert!(!metrics.contains(personal), "{personal}:\n{metrics}");
    }
    let experience = program.address("customer-experience-v1");
    let elsewhere = send(&experience, "GET /metrics", &[], None);
    assert_eq!(elsewhere.await.expect("it answers").status, 404, "callers do not see them");
    program.tell_to_end();
    program.child.wait_with_output().expect("it ends");
}

#[tokio::test]
async fn the_log_tells_of_a_sign_up_and_not_who_signed_up() {
    let environment = [
        MEMORY,
        ("RETAIL_LOG_FORMAT", "json"),
        ("RETAIL_LOG_FILTER", "info,tiebeam::bodies=debug"),
    ];
    let program = Program::start_with_log(&[], &environment, Stdio::piped());
    let account = sign_up(&program).await;
    assert_eq!(account.status, 201, "{account:?}");
    program.tell_to_end();
    let output = program.child.wait_with_output().expect("it ends");
    let log = String::from_utf8(output.stderr).expect("it is text");
    let lines: Vec<Value> =
        log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    for (api, operation, route) in [
        ("customer-experience@1", "signUp", "/v1/accounts"),
        ("customer-process@1", "registerCustomer", "/v1/customers"),
        ("customer-service@1", "createCustomer", "/v1/customers"),
    ] {
        let mut lines = lines.iter().filter(|line| line["target"] == "tiebeam::access");
        let line = lines.find(|line| line["span"]["api"] == api && line["status"] == 201);
        let line = line.unwrap_or_else(|| panic!("no line of {operation}:\n{log}"));
        assert_eq!(line["span"]["operation"], operation, "{line}");
        assert_eq!((&line["method"], &line["route"]), (&json!("POST"), &json!(route)), "{line}");
    }
    assert!(lines.iter().any(|line| line["target"] == "tiebeam::bodies"), "bodies as well:\n{log}");
    for personal in PERSONAL {
        assert!(!log.contains(personal), "{personal}:\n{log}");
    }
}
