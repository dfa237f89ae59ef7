//! Counts what became of requests with an idempotency key.

use metrics::Label;

use crate::operation::{Api, Operation};

/// A request with a key is over: `answered`, `replayed`, `late`, or refused with the code of a problem.
pub(crate) fn keyed(api: &Api, operation: &'static Operation, outcome: &str) {
    let labels = vec![
        Label::new("api", format!("{}@{}", api.name, api.major)),
        Label::from_static_parts("operation", operation.name()),
        Label::new("outcome", outcome.to_owned()),
    ];
    metrics::counter!("tiebeam_idempotent_requests_total", labels).increment(1);
}
