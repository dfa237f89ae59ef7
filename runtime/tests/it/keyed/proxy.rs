//! A proxy in front of PostgreSQL that can break connections, also between a request and its answer.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What the proxy does with what comes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// It is passed on.
    Open,
    /// Connections are closed at once.
    Cut,
    /// The next COMMIT is passed on, and its answer is not: the connection breaks.
    LosesCommit,
}

/// A proxy in front of PostgreSQL.
pub(crate) struct Proxy {
    url: String,
    mode: Arc<watch::Sender<Mode>>,
    lost: Arc<Mutex<usize>>,
}

impl Proxy {
    /// Starts a proxy in front of the server that a URL names.
    pub(crate) async fn start(url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").expect("a URL");
        let (authority, path) = rest.split_once('/').expect("a URL with a path");
        let (user, server) = authority.rsplit_once('@').expect("a URL with a user");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (mode, lost) =
            (Arc::new(watch::Sender::new(Mode::Open)), Arc::<Mutex<usize>>::default());
        let proxy = Self {
            url: format!("{scheme}://{user}@{address}/{path}"),
            mode: Arc::clone(&mode),
            lost: Arc::clone(&lost),
        };
        let server = server.to_owned();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if *mode.borrow() == Mode::Cut {
                    continue;
                }
                let Ok(server) = TcpStream::connect(&server).await else { continue };
                tokio::spawn(pass(client, server, Arc::clone(&mode), Arc::clone(&lost)));
            }
        });
        proxy
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn cut(&self) {
        self.mode.send_replace(Mode::Cut);
    }

    pub(crate) fn restore(&self) {
        self.mode.send_replace(Mode::Open);
    }

    pub(crate) fn lose_next_commit(&self) {
        self.mode.send_replace(Mode::LosesCommit);
    }

    /// How many answers to a COMMIT were lost.
    pub(crate) fn lost(&self) -> usize {
        *self.lost.lock().expect("no panic")
    }
}

/// Passes bytes on until one side closes or the mode says otherwise; both sides are closed then.
async fn pass(
    client: TcpStream,
    server: TcpStream,
    mode: Arc<watch::Sender<Mode>>,
    lost: Arc<Mutex<usize>>,
) {
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let ((from_client, to_client), (from_server, to_server)) =
        (client.into_split(), server.into_split());
    let mut changes = mode.subscribe();
    let cut = async move { drop(changes.wait_for(|mode| *mode == Mode::Cut).await) };
    tokio::select! {
        () = up(from_client, to_server, mode, lost) => {}
        () = down(from_server, to_client) => {}
        () = cut => {}
    }
}

async fn up(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mode: Arc<watch::Sender<Mode>>,
    lost: Arc<Mutex<usize>>,
) {
    let mut buffer = vec![0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        let bytes = &buffer[..count];
        if to.write_all(bytes).await.is_err() {
            return;
        }
        let has_commit = bytes.windows(6).any(|word| word == b"COMMIT");
        let is_losing = has_commit
            && mode.send_if_modified(|mode| {
                let is_losing = *mode == Mode::LosesCommit;
                if is_losing {
                    *mode = Mode::Open;
                }
                is_losing
            });
        if is_losing {
            *lost.lock().expect("no panic") += 1;
            return;
        }
    }
}

async fn down(mut from: OwnedReadHalf, mut to: OwnedWriteHalf) {
    let mut buffer = vec![0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        if to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
}
