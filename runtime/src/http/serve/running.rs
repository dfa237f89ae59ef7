//! A server that runs until it is told to stop.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::accept::accept;
use super::listener::Listener;

/// A server that is running; it stops, gracefully, when this is dropped or told to.
#[derive(Debug)]
pub struct Serving {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

/// Serves a router at an address; port 0 takes any free one.
///
/// # Errors
///
/// When the address cannot be listened on.
pub async fn serve(router: Router, address: impl ToSocketAddrs) -> io::Result<Serving> {
    Listener::new().serve(router, address).await
}

impl Serving {
    /// Starts to accept.
    pub(super) fn start(
        listener: TcpListener,
        router: Router,
        limits: Listener,
    ) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(accept(listener, router, limits, stopped));
        Ok(Self { address, stop: Some(stop), task })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it listens, as a base URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Takes no more connections, finishes the requests that are running, then returns.
    ///
    /// # Errors
    ///
    /// When the server failed before.
    pub async fn stop(mut self) -> io::Result<()> {
        self.stop.take();
        self.finished().await
    }

    /// Waits until the server ends by itself, which it does only when it fails.
    ///
    /// # Errors
    ///
    /// When it failed.
    pub async fn finished(&mut self) -> io::Result<()> {
        (&mut self.task).await.map_err(io::Error::other)
    }
}
