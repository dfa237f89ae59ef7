//! Listens on an address until told to stop.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server that is running; it stops, gracefully, when this is dropped or told to.
#[derive(Debug)]
pub struct Serving {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

/// Serves a router at an address; port 0 takes any free one.
///
/// # Errors
///
/// When the address cannot be listened on.
pub async fn serve(router: Router, address: impl ToSocketAddrs) -> io::Result<Serving> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let stopping = async {
        // Either way, an order or a dropped handle, it is time to stop.
        let _ = stopped.await;
    };
    let serving = axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |stream| {
            // Small responses must not wait for more to be sent; where the option fails they merely do.
            let _ = stream.set_nodelay(true);
        }),
        router,
    );
    let task = tokio::spawn(async move { serving.with_graceful_shutdown(stopping).await });
    Ok(Serving { address, stop: Some(stop), task })
}

impl Serving {
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
        match (&mut self.task).await {
            Ok(end) => end,
            Err(error) => Err(io::Error::other(error)),
        }
    }
}
