//! Accepts connections and looks after them until the server stops.
//!
//! `axum::serve` does neither bound connections nor give up on those that stall, and a server is only as patient as
//! its memory. What the limits are is said by [`Listener`].

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::task::JoinHandle;

use super::front::{Front, Routes};
use super::listener::Listener;
use super::paced::Paced;
use super::pressure::Pressure;

/// How long nothing is accepted after the machine ran out of something, for example of file descriptors.
const BREATH: Duration = Duration::from_millis(50);

/// The address that a request came from, in its extensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// Serves until told to stop, then until the requests that are running are answered.
pub(super) async fn accept(
    listener: TcpListener,
    router: Router,
    limits: Listener,
    stopped: oneshot::Receiver<()>,
) {
    let pressure = Pressure::new(limits.max_lag);
    let _watching = Watching(tokio::spawn(Arc::clone(&pressure).watch()));
    let front = Routes::new(router, limits.health.router(), pressure);
    let mut stopped = pin!(noticed(stopped, &limits));
    let open = Arc::new(Semaphore::new(limits.max_connections));
    let connections = GracefulShutdown::new();
    let builder = builder(&limits);
    let gauge = metrics::gauge!("http_server_open_connections");
    loop {
        let next = next(&listener, &open);
        let (stream, peer, permit) = tokio::select! {
            accepted = next => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    complain(&error);
                    if !is_of_one_connection(&error) {
                        tokio::time::sleep(BREATH).await;
                    }
                    continue;
                }
            },
            () = &mut stopped => break,
        };
        let io = TokioIo::new(Paced::new(stream, limits.head_time, limits.stall_time));
        let service = TowerToHyperService::new(Front::new(&front, peer));
        let connection = builder.serve_connection_with_upgrades(io, service).into_owned();
        let connection = connections.watch(connection);
        let open = gauge.clone();
        tokio::spawn(async move {
            open.increment(1.0);
            if let Err(error) = connection.await {
                tracing::debug!(error = &*error, "a connection ended early");
            }
            open.decrement(1.0);
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.drain_time, connections.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests unanswered: they took longer than the drain time");
    }
}

/// Waits until the server is told to stop, and then for as long as others may need to notice.
async fn noticed(stopped: oneshot::Receiver<()>, limits: &Listener) {
    // Whoever could tell it to stop is gone: that is a way to tell.
    let _ = stopped.await;
    limits.health.stop();
    if !limits.notice_time.is_zero() {
        tokio::time::sleep(limits.notice_time).await;
    }
}

/// A task that ends with its listener.
struct Watching(JoinHandle<()>);

impl Drop for Watching {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The next connection, once there is room for it.
async fn next(
    listener: &TcpListener,
    open: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = Arc::clone(open).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    let _ = stream.set_nodelay(true);
    Ok((stream, peer, permit))
}

fn builder(limits: &Listener) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(limits.head_time);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(limits.head_time)
        .keep_alive_timeout(limits.head_time);
    builder
}

/// Whether only the one connection failed that was about to be accepted.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};

    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

fn complain(error: &io::Error) {
    if is_of_one_connection(error) {
        tracing::debug!(%error, "a connection was gone before it was accepted");
    } else {
        tracing::error!(%error, "cannot accept connections");
    }
}
