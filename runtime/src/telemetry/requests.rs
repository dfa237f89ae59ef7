//! Counts and times the requests of one operation, by OpenTelemetry's names for HTTP servers.

use std::sync::OnceLock;
use std::time::Duration;

use metrics::{Gauge, Label};

use super::durations::Durations;
use super::told::Told;
use crate::operation::{Api, Operation};

/// Stands for a status where the caller did not wait for one.
const ABANDONED: u16 = 0;

/// The requests of one operation.
pub(crate) struct Requests {
    api: &'static Api,
    operation: &'static Operation,
    durations: Durations<u16>,
    active: OnceLock<Gauge>,
}

/// Counts a request among those that are being answered, until it is dropped.
pub(crate) struct Active(Gauge);

impl Requests {
    /// The requests of an operation, from now on.
    pub(crate) fn of(api: &'static Api, operation: &'static Operation) -> Self {
        let durations = Durations::named("http_server_request_duration_seconds");
        Self { api, operation, durations, active: OnceLock::new() }
    }

    /// A request has arrived.
    pub(crate) fn begin(&self) -> Active {
        let gauge = self
            .active
            .get_or_init(|| metrics::gauge!("http_server_active_requests", self.labels().to_vec()));
        gauge.increment(1.0);
        Active(gauge.clone())
    }

    /// A request is over.
    pub(crate) fn end(&self, told: &Told<'_>, took: Duration) {
        let status = told.status().unwrap_or(ABANDONED);
        self.durations.record(status, took, || {
            let [api, operation] = self.labels();
            let method = self.operation.method().as_str();
            let status = if status == ABANDONED { "abandoned".into() } else { status.to_string() };
            vec![
                api,
                operation,
                Label::from_static_parts("http_request_method", method),
                Label::from_static_parts("http_route", self.operation.path()),
                Label::new("http_response_status_code", status),
            ]
        });
    }

    fn labels(&self) -> [Label; 2] {
        [
            Label::new("api", format!("{}@{}", self.api.name, self.api.major)),
            Label::from_static_parts("operation", self.operation.name()),
        ]
    }
}

impl Drop for Active {
    fn drop(&mut self) {
        self.0.decrement(1.0);
    }
}
