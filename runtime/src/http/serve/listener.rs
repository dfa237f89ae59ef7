//! How a server treats its connections.

use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, ToSocketAddrs};

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
