//! How a server treats its connections.

use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, ToSocketAddrs};

use super::health::Health;
use super::running::Serving;

/// A listener that is not open yet, and its limits.
///
/// ```no_run
/// # async fn example(router: tiebeam::Router) -> std::io::Result<()> {
/// use std::time::Duration;
///
/// let serving = tiebeam::http::Listener::new()
///     .max_connections(20_000)
///     .drain_time(Duration::from_secs(10))
///     .serve(router, "127.0.0.1:8080")
///     .await?;
/// serving.stop().await
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Listener {
    pub(super) max_connections: usize,
    pub(super) head_time: Duration,
    pub(super) stall_time: Duration,
    pub(super) drain_time: Duration,
    pub(super) notice_time: Duration,
    pub(super) max_lag: Duration,
    pub(super) health: Health,
}

impl Listener {
    /// The limits that hold unless others are set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_connections: 16_384,
            head_time: Duration::from_secs(30),
            stall_time: Duration::from_secs(30),
            drain_time: Duration::from_secs(30),
            notice_time: Duration::ZERO,
            max_lag: Duration::from_millis(50),
            health: Health::new(),
        }
    }

    /// Keeps so many connections open at once; others wait to be accepted. 16,384 unless set.
    #[must_use]
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// Closes a connection on which the head of a request does not arrive in time, or none begins. 30 s unless set.
    #[must_use]
    pub fn head_time(mut self, time: Duration) -> Self {
        self.head_time = time;
        self
    }

    /// Closes a connection whose other end takes nothing of a response for so long. 30 s unless set.
    #[must_use]
    pub fn stall_time(mut self, time: Duration) -> Self {
        self.stall_time = time;
        self
    }

    /// Gives requests that are running so long to finish when the server stops. 30 s unless set.
    #[must_use]
    pub fn drain_time(mut self, time: Duration) -> Self {
        self.drain_time = time;
        self
    }

    /// Goes on for so long after it was told to stop, no longer [ready](Health): time for those who send requests here
    /// to notice. None unless set; behind a balancer that asks every 5 s, 10 s are a good choice.
    #[must_use]
    pub fn notice_time(mut self, time: Duration) -> Self {
        self.notice_time = time;
        self
    }

    /// Refuses requests with 503 `overloaded` while tasks wait longer than this for a processor. 50 ms unless set.
    #[must_use]
    pub fn max_lag(mut self, lag: Duration) -> Self {
        self.max_lag = lag;
        self
    }

    /// Says at `/health/ready` whether the process is ready; unless set, it is until it is told to stop.
    #[must_use]
    pub fn health(mut self, health: Health) -> Self {
        self.health = health;
        self
    }

    /// Serves a router at an address; port 0 takes any free one.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on.
    pub async fn serve(self, router: Router, address: impl ToSocketAddrs) -> io::Result<Serving> {
        Serving::start(TcpListener::bind(address).await?, router, self)
    }
}

impl Default for Listener {
    fn default() -> Self {
        Self::new()
    }
}
