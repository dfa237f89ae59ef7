//! A connection to NATS on which some of what a client publishes gets lost, while everything else passes.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Stands before a server and swallows publications to some subjects.
pub(crate) struct Swallow {
    address: SocketAddr,
    left: Arc<AtomicU32>,
}

impl Swallow {
    /// Stands before a server; nothing is swallowed yet.
    pub(crate) async fn before(server: &str, subjects: &'static str) -> Self {
        let server = server.trim_start_matches("nats://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let left = Arc::new(AtomicU32::new(0));
        let swallowing = Arc::clone(&left);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let Ok(server) = TcpStream::connect(&server).await else { continue };
                let (from_client, mut to_client) = client.into_split();
                let (mut from_server, to_server) = server.into_split();
                let left = Arc::clone(&swallowing);
                tokio::spawn(async move {
                    let _ = pass(BufReader::new(from_client), to_server, subjects, &left).await;
                });
                tokio::spawn(async move {
                    let _ = tokio::io::copy(&mut from_server, &mut to_client).await;
                });
            }
        });
        Self { address, left }
    }

    /// Where it answers.
    pub(crate) fn url(&self) -> String {
        format!("nats://{}", self.address)
    }

    /// Swallows the next publications, so many.
    pub(crate) fn swallow(&self, count: u32) {
        self.left.store(count, Ordering::SeqCst);
    }

    /// How many are still to be swallowed.
    pub(crate) fn left(&self) -> u32 {
        self.left.load(Ordering::SeqCst)
    }
}

/// Passes on what a client says, but for some publications.
async fn pass(
    mut client: BufReader<tokio::net::tcp::OwnedReadHalf>,
    mut server: tokio::net::tcp::OwnedWriteHalf,
    subjects: &str,
    left: &AtomicU32,
) -> std::io::Result<()> {
    loop {
        let mut words = Vec::new();
        if client.read_until(b'\n', &mut words).await? == 0 {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&words).into_owned();
        let mut parts = line.split_whitespace();
        let is_publication = matches!(parts.next(), Some("PUB" | "HPUB"));
        if !is_publication {
            server.write_all(&words).await?;
            continue;
        }
        let is_meant = parts.next().is_some_and(|subject| subject.starts_with(subjects));
        let size: usize =
            parts.last().and_then(|size| size.parse().ok()).ok_or(ErrorKind::Other)?;
        let mut payload = vec![0; size + 2];
        client.read_exact(&mut payload).await?;
        let take = |left: u32| left.checked_sub(1);
        if is_meant && left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).is_ok() {
            continue;
        }
        server.write_all(&words).await?;
        server.write_all(&payload).await?;
    }
}
