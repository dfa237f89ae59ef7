//! The connection: made once, ridden through what happens to it.

use std::sync::Arc;
use std::time::Duration;

use async_nats::connection::State;
use async_nats::jetstream::Context;
use async_nats::jetstream::context::ContextBuilder;
use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event, ServerAddr, ServerError};
use tokio::sync::watch;

use super::denial::Denials;
use super::settings::{Credentials, Settings};
use crate::bus::error::Error;

/// How long to wait before the next attempt to connect, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// How often to see whether a silent server is there.
const PING: Duration = Duration::from_secs(10);

/// Most publications under way at once; more wait.
const MOST_UNDER_WAY: usize = 10_000;

/// A connection and what is known of it.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) client: Client,
    pub(super) context: Context,
    pub(super) denials: Denials,
    /// How many times it was made.
    pub(super) made: watch::Receiver<u64>,
    /// How many times it was lost.
    lost: watch::Receiver<u64>,
    pub(super) settings: Settings,
}

impl Connection {
    pub(super) async fn make(settings: Settings) -> Result<Arc<Self>, Error> {
        let servers = servers(&settings.servers.0)?;
        let denials = Denials::new();
        let ((making, made), (losing, lost)) = (watch::channel(0), watch::channel(0));
        let options = options(&settings, denials.clone(), making, losing);
        // A task of its own: the client panics where a server asks for encryption that was not compiled in.
        let connecting = tokio::spawn(async move { options.connect(servers).await });
        let client = match connecting.await {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => {
                return Err(match error.kind() {
                    ConnectErrorKind::Authentication | ConnectErrorKind::AuthorizationViolation => {
                        Error::denied(error)
                    }
                    ConnectErrorKind::ServerParse | ConnectErrorKind::Tls => Error::rejected(error),
                    _ => Error::unavailable(error),
                });
            }
            Err(_) => return Err(no_encryption()),
        };
        let context = ContextBuilder::new()
            .timeout(settings.timeout)
            .max_ack_inflight(MOST_UNDER_WAY)
            .backpressure_on_inflight(true)
            .build(client.clone());
        Ok(Arc::new(Self { client, context, denials, made, lost, settings }))
    }

    /// Waits until there is a connection: what is handed over before is sent when it may not be wanted any more.
    pub(super) async fn is_there(&self) {
        let mut made = self.made.clone();
        made.mark_unchanged();
        while self.check().is_err() {
            // The state of the client and the count of connections do not change at once.
            tokio::select! {
                _ = made.changed() => {}
                () = tokio::time::sleep(FIRST_PAUSE) => {}
            }
        }
    }

    /// What a question to a subject comes to, unless the server does not allow it, or the connection is lost meanwhile:
    /// no answer comes then, and there is nothing to wait for.
    pub(super) async fn answered<T>(
        &self,
        subject: &str,
        asking: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let mut lost = self.lost.clone();
        lost.mark_unchanged();
        tokio::select! {
            biased;
            answer = self.denials.unless(subject, asking) => answer,
            Ok(()) = lost.changed() => {
                Err(Error::unavailable("the connection was lost before the server answered"))
            }
        }
    }

    /// Refuses to hand something to a connection that is not there: it would be sent when nobody waits for it any more.
    pub(super) fn check(&self) -> Result<(), Error> {
        match self.client.connection_state() {
            State::Connected => Ok(()),
            State::Pending | State::Disconnected => {
                Err(Error::unavailable("there is no connection to the server"))
            }
        }
    }
}

fn servers(urls: &str) -> Result<Vec<ServerAddr>, Error> {
    let urls = urls.split(',').map(str::trim);
    let servers = urls.map(|url| match url.split_once("://") {
        Some(("tls" | "wss", _)) => Err(no_encryption()),
        _ => url.parse().map_err(|_| Error::rejected("a URL of a server cannot be read")),
    });
    servers.collect()
}

fn no_encryption() -> Error {
    Error::rejected("the server wants an encrypted connection, and those are not supported")
}

fn options(
    settings: &Settings,
    denials: Denials,
    making: watch::Sender<u64>,
    losing: watch::Sender<u64>,
) -> ConnectOptions {
    let mut options = ConnectOptions::new()
        .name(&settings.name)
        .connection_timeout(settings.timeout)
        .request_timeout(Some(settings.timeout))
        .ping_interval(PING)
        .reconnect_delay_callback(|attempts| {
            let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(u32::MAX).min(8);
            (FIRST_PAUSE * 2_u32.pow(doublings)).min(LONGEST_PAUSE)
        })
        .event_callback(move |event| {
            match event {
                Event::Connected => making.send_modify(|made| *made += 1),
                Event::Disconnected => losing.send_modify(|lost| *lost += 1),
                _ => {}
            }
            hear(&event, &denials);
            std::future::ready(())
        });
    if let Some(prefix) = &settings.inbox {
        options = options.custom_inbox_prefix(prefix);
    }
    match settings.credentials.clone() {
        Credentials::None => options,
        Credentials::User(name, password) => options.user_and_password(name, password.0),
        Credentials::Token(token) => options.token(token.0),
    }
}

fn hear(event: &Event, denials: &Denials) {
    match event {
        Event::Connected => tracing::info!("connected to NATS"),
        Event::ServerError(ServerError::Other(text)) => {
            tracing::warn!(text, "NATS says");
            denials.hear(text);
        }
        Event::Disconnected | Event::Closed | Event::LameDuckMode | Event::Draining => {
            tracing::warn!("the connection to NATS: {event}");
        }
        Event::ServerError(_) | Event::ClientError(_) | Event::SlowConsumer(_) => {
            tracing::warn!("NATS: {event}");
        }
    }
}
