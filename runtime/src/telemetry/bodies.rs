//! Bodies in the log, for whoever looks for a mistake: at the level `debug`, without what is classified.

use tracing::Level;

use crate::shape::{Shape, redacted};

/// Writes a body into the log, where somebody reads that.
pub(crate) fn log_body(what: &'static str, shape: Option<&Shape>, body: &[u8]) {
    if body.is_empty() || !tracing::enabled!(target: "tiebeam::bodies", Level::DEBUG) {
        return;
    }
    let text = std::str::from_utf8(body).unwrap_or("not UTF-8");
    let body = redacted(text, shape);
    tracing::debug!(target: "tiebeam::bodies", body, "{what}");
}
