//! A connection whose other end must say something, and take what it is sent.
//!
//! A client that asks for much and reads nothing would keep the response in memory for as long as it likes. One that
//! connects and says nothing is not hyper's yet: it has a timer for heads of requests, but only from the moment that it
//! knows which version of HTTP is spoken.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep};

/// Bytes after which the version of HTTP is known: the length of the preface of HTTP/2 (RFC 9113 §3.4).
const PREFACE: usize = 24;

/// A connection that breaks when nothing can be written for too long, or when it does not say what it speaks.
#[derive(Debug)]
pub(super) struct Paced {
    stream: TcpStream,
    patience: Duration,
    /// Set while a write waits.
    waiting: Option<Pin<Box<Sleep>>>,
    /// Set until enough was read.
    greeting: Option<Pin<Box<Sleep>>>,
    read: usize,
}

impl Paced {
    /// Watches over a connection: over its first bytes, and over its writes.
    pub(super) fn new(stream: TcpStream, greeting: Duration, patience: Duration) -> Self {
        let greeting = Box::pin(tokio::time::sleep(greeting));
        Self { stream, patience, waiting: None, greeting: Some(greeting), read: 0 }
    }

    /// Passes on what became of a write, unless it has waited for too long.
    fn watched<T>(
        &mut self,
        polled: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            self.waiting = None;
            return polled;
        }
        let patience = self.patience;
        let waiting = self
            .waiting
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(Instant::now() + patience)));
        match waiting.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(io::Error::new(
                io::ErrorKind::TimedOut,
                "the other end takes nothing",
            ))),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Paced {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        let Some(greeting) = &mut self.greeting else { return polled };
        if polled.is_pending() {
            return greeting.as_mut().poll(context).map(|()| {
                Err(io::Error::new(io::ErrorKind::TimedOut, "the other end says nothing"))
            });
        }
        self.read += buffer.filled().len() - before;
        if self.read >= PREFACE {
            self.greeting = None;
        }
        polled
    }
}

impl AsyncWrite for Paced {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watched(polled, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.watched(polled, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_flush(context);
        self.watched(polled, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
