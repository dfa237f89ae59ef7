//! Health: alive as long as anything is answered, ready while all checks pass and nobody said stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use tiebeam::http::{Health, Listener};
use tiebeam::store::Memory;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::shop::{Shop, server};

/// Asks, over HTTP/1.1, and answers the status and the body.
async fn ask(address: std::net::SocketAddr, line: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    let request = format!("{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("it closes in order");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).expect("a status").parse().expect("a number");
    (status, body.to_owned())
}

async fn listen(health: Health, notice: Duration) -> tiebeam::http::Serving {
    let listener = Listener::new().health(health).notice_time(notice);
    let serving = listener.serve(server::router(Shop::default()), "127.0.0.1:0").await;
    serving.expect("a free port")
}

#[tokio::test(start_paused = true)]
async fn a_server_is_alive_and_ready_unless_a_check_fails() {
    let is_there = Arc::new(AtomicBool::new(true));
    let asked = Arc::new(AtomicUsize::new(0));
    let disk = (Arc::clone(&is_there), Arc::clone(&asked));
    let health = Health::new().store("orders", Arc::new(Memory::new())).check("disk", move || {
        disk.1.fetch_add(1, Ordering::Relaxed);
        let is_there = disk.0.load(Ordering::Relaxed);
        async move { if is_there { Ok(()) } else { Err("/dev/sda is on fire".to_owned()) } }
    });
    let serving = listen(health, Duration::ZERO).await;
    let address = serving.address();

    let (status, body) = ask(address, "GET /health/ready").await;
    let report: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, &report["status"]), (200, &json!("pass")));
    assert_eq!(report["checks"]["orders"][0]["status"], "pass");

    is_there.store(false, Ordering::Relaxed);
    assert_eq!(ask(address, "GET /health/ready").await.0, 200, "a result is good for a second");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (status, body) = ask(address, "GET /health/ready").await;
    let report: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, &report["checks"]["disk"][0]["status"]), (503, &json!("fail")));
    assert!(!body.contains("sda"), "the reason is for the log alone: {body}");
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert_eq!(ask(address, "GET /health/live").await, (200, r#"{"status":"pass"}"#.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_check_that_hangs_fails() {
    let health = Health::new().check("hangs", std::future::pending);
    let serving = listen(health, Duration::ZERO).await;
    assert_eq!(ask(serving.address(), "GET /health/ready").await.0, 503);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_stops_says_so_before_it_takes_no_more_connections() {
    let serving = listen(Health::new(), Duration::from_secs(10)).await;
    let address = serving.address();
    let stopping = tokio::spawn(serving.stop());
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (status, body) = ask(address, "GET /health/ready").await;
    assert_eq!((status, body.contains("about to stop")), (503, true), "{body}");
    assert_eq!(ask(address, "GET /health/live").await.0, 200);
    assert_eq!(ask(address, "GET /openapi.json").await.0, 200, "it still answers");
    stopping.await.expect("no panic").expect("it was well");
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

#[tokio::test(start_paused = true)]
async fn health_is_read_and_not_written() {
    let serving = listen(Health::new(), Duration::ZERO).await;
    for (line, status) in [
        ("HEAD /health/ready", 200),
        ("POST /health/ready", 405),
        ("DELETE /health/live", 405),
        ("GET /health/other", 404),
    ] {
        let (found, body) = ask(serving.address(), line).await;
        assert_eq!(found, status, "{line}");
        assert!(status < 400 || body.contains("\"code\""), "{line}: {body}");
    }
}
