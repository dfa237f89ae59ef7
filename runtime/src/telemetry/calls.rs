//! Counts and times the calls of one client, by OpenTelemetry's names for HTTP clients.

use std::time::Duration;

use metrics::Label;

use super::durations::Durations;
use crate::operation::Operation;

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ended {
    /// With this status.
    Status(u16),
    /// There was no connection.
    Unconnected,
    /// The connection broke, or what came is no answer to the operation.
    Broken,
    /// There was no answer in time.
    Late,
}

/// Why an attempt was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmade {
    /// The breaker is open.
    Breaker,
    /// The bulkhead is full.
    Bulkhead,
}

/// The calls to one server.
pub(crate) struct Calls {
    server: String,
    attempts: Durations<(&'static str, Ended)>,
}

impl Calls {
    /// The calls to a server, from now on.
    pub(crate) fn to(server: &str) -> Self {
        let attempts = Durations::named("http_client_request_duration_seconds");
        Self { server: server.to_owned(), attempts }
    }

    /// An attempt is over.
    pub(crate) fn attempted(&self, operation: &'static Operation, ended: Ended, took: Duration) {
        self.attempts.record((operation.name(), ended), took, || {
            let outcome = match ended {
                Ended::Status(status) => status.to_string(),
                Ended::Unconnected => "unconnected".to_owned(),
                Ended::Broken => "broken".to_owned(),
                Ended::Late => "late".to_owned(),
            };
            let [server, operation] = self.labels(operation);
            vec![server, operation, Label::new("outcome", outcome)]
        });
    }

    /// An attempt is going to be repeated.
    pub(crate) fn retried(&self, operation: &'static Operation) {
        metrics::counter!("tiebeam_client_retries_total", self.labels(operation).to_vec())
            .increment(1);
    }

    /// An attempt was not made.
    pub(crate) fn unmade(&self, why: Unmade) {
        let reason = match why {
            Unmade::Breaker => "breaker",
            Unmade::Bulkhead => "bulkhead",
        };
        let labels = vec![self.server(), Label::from_static_parts("reason", reason)];
        metrics::counter!("tiebeam_client_refusals_total", labels).increment(1);
    }

    /// The breaker closed.
    pub(crate) fn let_through(&self) {
        self.breaker(0.0);
    }

    /// The breaker opened.
    pub(crate) fn held_back(&self) {
        self.breaker(1.0);
    }

    fn breaker(&self, open: f64) {
        metrics::gauge!("tiebeam_client_breaker_open", vec![self.server()]).set(open);
    }

    fn labels(&self, operation: &'static Operation) -> [Label; 2] {
        [self.server(), Label::from_static_parts("operation", operation.name())]
    }

    fn server(&self) -> Label {
        Label::new("server", self.server.clone())
    }
}
