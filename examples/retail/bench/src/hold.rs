//! `hold`: callers that cost memory and not time, until standard input ends.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde::Serialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::load::{Kind, Request};

/// What a caller that does not read takes into its own buffer; the kernel doubles it.
const SMALL: u32 = 4096;

/// Requests that are written at once by a caller that reads no answer.
const PIPELINED: usize = 64;

/// A piece of a body that does not end.
const PIECE: usize = 16 << 10;

/// Hold connections that misbehave until standard input ends.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Connect to this address.
    address: String,
    /// Misbehave like this.
    #[arg(long, value_enum)]
    how: How,
    /// Hold so many connections.
    #[arg(long, default_value_t = 1000)]
    connections: usize,
}

/// How a caller misbehaves.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum How {
    /// It asks once and then says nothing more.
    Idle,
    /// It asks as much as it can and reads no answer.
    Slow,
    /// It sends a body that does not end.
    Endless,
}

/// What was done.
#[derive(Default)]
struct Done {
    connections: AtomicU64,
    bytes: AtomicU64,
    closed: AtomicU64,
}

#[derive(Serialize)]
struct Report {
    /// Connections that were opened.
    connections: u64,
    /// Bytes that the server took.
    bytes: u64,
    /// Connections that the server closed.
    closed: u64,
}

/// Holds the connections, after one line that says that they are there.
///
/// # Errors
///
/// When a connection cannot be opened.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let done = Arc::new(Done::default());
    let mut running = Vec::new();
    for _ in 0..arguments.connections {
        let stream = open(&arguments.address, arguments.how).await?;
        done.connections.fetch_add(1, Ordering::Relaxed);
        let (done, address) = (Arc::clone(&done), arguments.address.clone());
        let how = arguments.how;
        running.push(tokio::spawn(async move {
            match how {
                How::Idle => idle(stream, &address).await,
                How::Slow => slow(stream, &address, &done).await,
                How::Endless => endless(stream, &address, &done).await,
            }
        }));
    }
    println!("held");
    let mut nothing = [0; 64];
    while tokio::io::stdin().read(&mut nothing).await.is_ok_and(|read| read > 0) {}
    let report = Report {
        connections: done.connections.load(Ordering::Relaxed),
        bytes: done.bytes.load(Ordering::Relaxed),
        closed: done.closed.load(Ordering::Relaxed),
    };
    println!("{}", serde_json::to_string(&report)?);
    for running in running {
        running.abort();
    }
    Ok(())
}

async fn open(address: &str, how: How) -> anyhow::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    if let How::Slow = how {
        socket.set_recv_buffer_size(SMALL)?;
    }
    Ok(socket.connect(address.parse()?).await?)
}

async fn idle(mut stream: TcpStream, address: &str) -> io::Result<()> {
    let mut request = Request::new(Kind::Get, address);
    stream.write_all(request.numbered(0)).await?;
    let mut room = [0; 4096];
    while stream.read(&mut room).await? > 0 {}
    Ok(())
}

async fn slow(mut stream: TcpStream, address: &str, done: &Done) -> io::Result<()> {
    let mut request = Request::new(Kind::Get, address);
    let requests = request.numbered(0).repeat(PIPELINED);
    while let Ok(written) = stream.write(&requests).await {
        done.bytes.fetch_add(written as u64, Ordering::Relaxed);
    }
    done.closed.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

/// Sends piece after piece; where the server closes the connection, another is opened.
async fn endless(mut stream: TcpStream, address: &str, done: &Done) -> io::Result<()> {
    let head = format!(
        "POST /v1/orders HTTP/1.1\r\nhost: {address}\r\nidempotency-key: \"endless\"\r\n\
         content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    let piece = format!("{PIECE:x}\r\n{}\r\n", " ".repeat(PIECE));
    loop {
        if stream.write_all(head.as_bytes()).await.is_ok() {
            while stream.write_all(piece.as_bytes()).await.is_ok() {
                done.bytes.fetch_add(PIECE as u64, Ordering::Relaxed);
            }
        }
        done.closed.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(10)).await;
        stream = TcpStream::connect(address).await?;
        done.connections.fetch_add(1, Ordering::Relaxed);
    }
}
