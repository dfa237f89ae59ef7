//! Writes the log: lines of JSON for machines, or of text for people.

use std::io;

use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::{MakeWriter, SubscriberBuilder};
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};

/// How the log is written.
///
/// ```no_run
/// use tiebeam::telemetry::{Format, Logs};
///
/// Logs::new().format(Format::Text).filter("warn,tiebeam::access=info")?.install()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Logs {
    format: Format,
    filter: EnvFilter,
}

/// What a line of the log looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object, for whoever collects logs.
    Json,
    /// Words, for whoever reads along.
    Text,
}

/// Why a text is not a filter.
#[derive(Debug, thiserror::Error)]
#[error("`{filter}` is not a filter such as `info,tiebeam::access=warn`: {reason}")]
pub struct InvalidFilter {
    filter: String,
    reason: String,
}

impl Logs {
    /// JSON, at the level `info`.
    #[must_use]
    pub fn new() -> Self {
        Self { format: Format::Json, filter: EnvFilter::new("info") }
    }

    /// Writes lines of another format.
    #[must_use]
    pub fn format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// Writes only what a filter lets through: levels by target, as `tracing-subscriber`'s `EnvFilter` reads them.
    ///
    /// # Errors
    ///
    /// When the text is not one.
    pub fn filter(mut self, filter: &str) -> Result<Self, InvalidFilter> {
        self.filter = EnvFilter::try_new(filter).map_err(|error| InvalidFilter {
            filter: filter.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(self)
    }

    /// Writes to the standard error from now on, whatever logs in this process.
    ///
    /// # Errors
    ///
    /// When somebody else does so already.
    pub fn install(self) -> Result<(), TryInitError> {
        match self.format {
            Format::Json => self.json(io::stderr).try_init(),
            Format::Text => self.text(io::stderr).try_init(),
        }
    }

    /// What writes somewhere else, for a program that installs it by itself.
    pub fn subscriber<W>(self, writer: W) -> Box<dyn Subscriber + Send + Sync>
    where
        W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
    {
        match self.format {
            Format::Json => Box::new(self.json(writer)),
            Format::Text => Box::new(self.text(writer)),
        }
    }

    fn json<W>(self, writer: W) -> impl Subscriber + Send + Sync
    where
        W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
    {
        let lines: SubscriberBuilder = tracing_subscriber::fmt();
        lines
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .with_env_filter(self.filter)
            .with_writer(writer)
            .finish()
    }

    fn text<W>(self, writer: W) -> impl Subscriber + Send + Sync
    where
        W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
    {
        let lines: SubscriberBuilder = tracing_subscriber::fmt();
        lines.with_ansi(false).with_env_filter(self.filter).with_writer(writer).finish()
    }
}

impl Default for Logs {
    fn default() -> Self {
        Self::new()
    }
}
