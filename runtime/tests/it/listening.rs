//! Connections that stall, and servers that stop. Time is paused: it moves on when everyone waits.

use std::time::Duration;

use tiebeam::http::Listener;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::Instant;

use crate::shop::{Shop, server};

const SECONDS: fn(u64) -> Duration = Duration::from_secs;

/// What a server sends to a connection that says only this, and how long it takes to give up.
async fn say(text: &str, listener: Listener) -> (String, Duration) {
    let serving = listener.serve(server::router(Shop::default()), "127.0.0.1:0").await;
    let serving = serving.expect("a free port");
    let mut stream = TcpStream::connect(serving.address()).await.expect("it listens");
    let begun = Instant::now();
    stream.write_all(text.as_bytes()).await.expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("it closes in order");
    (answer, begun.elapsed())
}

#[tokio::test(start_paused = true)]
async fn a_head_that_does_not_arrive_is_not_waited_for() {
    for text in ["GET /openapi.json HTTP/1.1\r\nHost: x\r\nX", "G", ""] {
        let (answer, took) = say(text, Listener::new().head_time(SECONDS(7))).await;
        assert_eq!(answer, "", "{text}");
        assert!((SECONDS(7)..SECONDS(9)).contains(&took), "{text:?} took {took:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_not_used_any_more_is_closed() {
    let request = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    let (answer, took) = say(request, Listener::new().head_time(SECONDS(7))).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!((SECONDS(7)..SECONDS(9)).contains(&took), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_arrive_is_a_problem() {
    let request = "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\nIdempotency-Key: k\r\nConnection: close\r\n\r\n{";
    let (answer, took) = say(request, Listener::new()).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("request-timeout"), "{answer}");
    assert!((SECONDS(2)..SECONDS(3)).contains(&took), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn who_takes_nothing_of_a_response_is_given_up() {
    let listener = Listener::new().stall_time(SECONDS(3)).head_time(SECONDS(600));
    let page = axum_page();
    let serving = listener.serve(page, "127.0.0.1:0").await.expect("a free port");
    let mut stream = TcpStream::connect(serving.address()).await.expect("it listens");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("it reads");
    let begun = Instant::now();
    // The first bytes show that the response has begun; then nothing is read for longer than the server's patience.
    stream.read_exact(&mut [0; 12]).await.expect("a status line");
    tokio::time::sleep(SECONDS(10)).await;
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    assert!(rest.len() < LARGE, "the response was cut off after {} bytes", rest.len());
    assert!(begun.elapsed() >= SECONDS(10));
}

/// More than all buffers between two sockets hold.
const LARGE: usize = 64 << 20;

fn axum_page() -> tiebeam::Router {
    tiebeam::Router::new().fallback(|| async { "x".repeat(LARGE) })
}

#[tokio::test(start_paused = true)]
async fn a_server_stops_although_a_client_keeps_silent() {
    let listener = Listener::new().drain_time(SECONDS(4)).head_time(SECONDS(600));
    let serving = listener.serve(server::router(Shop::default()), "127.0.0.1:0").await;
    let serving = serving.expect("a free port");
    let mut stream = TcpStream::connect(serving.address()).await.expect("it listens");
    stream.write_all(b"GET / HTTP/1.1\r\nX").await.expect("it reads");
    tokio::task::yield_now().await;
    let begun = Instant::now();
    serving.stop().await.expect("it was well");
    assert!(begun.elapsed() <= SECONDS(5), "{:?}", begun.elapsed());
}

#[tokio::test(start_paused = true)]
async fn more_connections_than_allowed_wait_for_their_turn() {
    let listener = Listener::new().max_connections(1).head_time(SECONDS(5));
    let serving = listener.serve(server::router(Shop::default()), "127.0.0.1:0").await;
    let serving = serving.expect("a free port");
    let _silent = TcpStream::connect(serving.address()).await.expect("it listens");
    tokio::time::sleep(SECONDS(1)).await;
    let mut second = TcpStream::connect(serving.address()).await.expect("the system queues it");
    let request = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    second.write_all(request).await.expect("the system takes it");
    let begun = Instant::now();
    let mut answer = String::new();
    second.read_to_string(&mut answer).await.expect("it is served in the end");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(begun.elapsed() >= SECONDS(3), "{:?}", begun.elapsed());
}
