//! The same over real connections: refused, broken, slow, overloaded.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tiebeam::operation::{Method, Operation, Retry};
use tiebeam::testkit::ManualClock;
use tiebeam::{Client, Problem};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::{READ, call};

/// Three attempts without a wait between them.
const AT_ONCE: Retry = Retry { attempts: 3, base_millis: 0, cap_millis: 0, budget_percent: 20 };

static READ_AT_ONCE: Operation = super::operation(Method::Get).retry(AT_ONCE);
static ACT_AT_ONCE: Operation = super::operation(Method::Post).retry(AT_ONCE);

const OK: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 6\r\n\r\n\"done\"";
const BROKEN: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 600\r\n\r\n\"do";
const OVERLOADED: &str = "HTTP/1.1 503 Busy\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n";
const SILENCE: &str = "";

/// What a server does once a request is there.
#[derive(Clone, Copy)]
enum Then {
    /// Writes this and closes the connection.
    Close(&'static str),
    /// Leaves the connection open.
    Hang,
}

/// A server that reads a request from each connection and reacts by its number.
struct Wire {
    url: String,
    requests: Arc<AtomicUsize>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn wire(reactions: Vec<Then>) -> Wire {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    let task = tokio::spawn(async move {
        let mut open = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                if stream.read_buf(&mut request).await.expect("it is read") == 0 {
                    break;
                }
            }
            let number = count.fetch_add(1, Ordering::SeqCst);
            match reactions[number.min(reactions.len() - 1)] {
                Then::Close(text) => {
                    stream.write_all(text.as_bytes()).await.expect("it is written");
                    stream.shutdown().await.expect("it is closed");
                }
                Then::Hang => open.push(stream),
            }
        }
    });
    Wire { url, requests, task }
}

impl Wire {
    fn client(&self) -> Client {
        Client::new(&self.url).expect("a base URL")
    }

    fn count(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_whatever_is_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    for operation in [&READ_AT_ONCE, &ACT_AT_ONCE] {
        let client = Client::new(&url).expect("a base URL");
        let problem = call(&client, operation).await.expect_err("nobody listens");
        assert_eq!((problem.status(), problem.code()), (503, "unavailable"), "{problem:?}");
        assert_eq!(client.state().retries_left, 8, "two of ten were made");
    }
}

#[tokio::test]
async fn a_server_that_closes_in_between_is_asked_again_where_that_is_safe() {
    for text in [SILENCE, BROKEN] {
        let server = wire(vec![Then::Close(text), Then::Close(OK)]).await;
        assert_eq!(call(&server.client(), &READ_AT_ONCE).await.expect("it works then"), "done");
        assert_eq!(server.count(), 2);

        let server = wire(vec![Then::Close(text), Then::Close(OK)]).await;
        let problem = call(&server.client(), &ACT_AT_ONCE).await.expect_err("it breaks off");
        assert_eq!((problem.status(), problem.code()), (502, "bad-gateway"), "{problem:?}");
        assert_eq!(server.count(), 1);
    }
}

/// Calls on a clock that is moved by hand: when somebody waits for it for no more than `most`, that time passes.
async fn call_and_pass_time(
    client: Client,
    clock: &ManualClock,
    most: Duration,
    operation: &'static Operation,
) -> Result<serde_json::Value, Problem> {
    let calling = tokio::spawn(async move { call(&client, operation).await });
    while !calling.is_finished() {
        if clock.next_sleeper().is_some_and(|wait| wait <= most) {
            clock.advance_to_next();
        }
        tokio::task::yield_now().await;
    }
    calling.await.expect("no panic")
}

#[tokio::test]
async fn a_slow_server_is_given_the_time_of_the_operation() {
    let server = wire(vec![Then::Hang, Then::Close(OK)]).await;
    let clock = ManualClock::new();
    let client = server.client().with_clock(clock.shared());
    let calling = tokio::spawn(async move { call(&client, &READ_AT_ONCE).await });
    while server.count() < 1 || clock.next_sleeper() != Some(Duration::from_secs(2)) {
        tokio::task::yield_now().await;
    }
    clock.advance(Duration::from_secs(2));
    assert_eq!(calling.await.expect("no panic").expect("it works then"), "done");
    assert_eq!((server.count(), clock.elapsed()), (2, Duration::from_secs(2)));
}

#[tokio::test]
async fn an_overloaded_server_is_left_alone_as_long_as_it_says() {
    let server = wire(vec![Then::Close(OVERLOADED), Then::Close(OK)]).await;
    let clock = ManualClock::new();
    let client = server.client().with_clock(clock.shared()).with_seed(1);
    // The timeout of an attempt is two seconds; the wait is one and at most a tenth.
    let result = call_and_pass_time(client, &clock, Duration::from_millis(1_100), &READ).await;
    assert_eq!(result.expect("it works then"), "done");
    assert_eq!(server.count(), 2);
    let waited = clock.elapsed();
    assert!((1_000..=1_100).contains(&waited.as_millis()), "{waited:?}");
}
