//! How to reach a server, and what to ask of it.

use std::fmt;
use std::time::Duration;

use crate::redacted::Redacted;

/// How to reach NATS, and what to ask of it.
///
/// ```
/// use tiebeam::bus::jetstream::{Credentials, Settings};
///
/// let settings = Settings::new("nats://bus-1:4222,nats://bus-2:4222")
///     .with_credentials(Credentials::user("order-service", "secret"));
/// assert!(!format!("{settings:?}").contains("secret"));
/// ```
#[derive(Debug, Clone)]
pub struct Settings {
    pub(super) servers: Secret,
    pub(super) credentials: Credentials,
    pub(super) name: String,
    pub(super) inbox: Option<String>,
    pub(super) window: Duration,
    pub(super) replicas: usize,
    pub(super) timeout: Duration,
    pub(super) heartbeat: Duration,
}

/// Who we are.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum Credentials {
    /// Nobody, or who the URL says.
    #[default]
    None,
    /// A user with a password.
    User(String, Secret),
    /// Whoever holds a token.
    Token(Secret),
}

/// What must not be seen in logs.
#[derive(Clone)]
pub struct Secret(pub(super) String);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Redacted.fmt(formatter)
    }
}

impl Credentials {
    /// A user with a password.
    #[must_use]
    pub fn user(name: impl Into<String>, password: impl Into<String>) -> Self {
        Self::User(name.into(), Secret(password.into()))
    }

    /// Whoever holds a token.
    #[must_use]
    pub fn token(token: impl Into<String>) -> Self {
        Self::Token(Secret(token.into()))
    }
}

impl Settings {
    /// Servers by their URLs, with commas between them: `nats://host:4222`.
    ///
    /// Connections are not encrypted: use a loopback address or a network that is.
    #[must_use]
    pub fn new(servers: impl Into<String>) -> Self {
        Self {
            servers: Secret(servers.into()),
            credentials: Credentials::None,
            name: "tiebeam".to_owned(),
            inbox: None,
            window: Duration::from_mins(2),
            replicas: 1,
            timeout: Duration::from_secs(5),
            heartbeat: Duration::from_secs(5),
        }
    }

    /// Says who we are.
    #[must_use]
    pub fn with_credentials(self, credentials: Credentials) -> Self {
        Self { credentials, ..self }
    }

    /// Says what the server shows as our name; `tiebeam` unless told.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// Says what the subjects begin with at which we get answers; `_INBOX` unless told. Permissions may ask for one.
    #[must_use]
    pub fn with_inbox(self, prefix: impl Into<String>) -> Self {
        Self { inbox: Some(prefix.into()), ..self }
    }

    /// Says for how long a provisioned stream remembers what was published; 2 minutes unless told.
    #[must_use]
    pub fn with_window(self, window: Duration) -> Self {
        Self { window, ..self }
    }

    /// Says on how many servers a provisioned stream lies; 1 unless told.
    #[must_use]
    pub fn with_replicas(self, replicas: usize) -> Self {
        Self { replicas, ..self }
    }

    /// Says how long an answer may take; 5 seconds unless told.
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Says how often the server has to say that it has nothing to say; 5 seconds unless told. After twice as long
    /// without a word a subscription is opened anew.
    #[must_use]
    pub fn with_heartbeat(self, heartbeat: Duration) -> Self {
        Self { heartbeat, ..self }
    }
}
