//! What the log is told of a request: a span while it is answered, a line when it is over.

use std::fmt;
use std::time::Duration;

use axum::response::Response;
use http::Method;
use tracing::Span;

use crate::context::Context;
use crate::operation::{Api, Operation};

/// How a request ended.
pub(crate) enum Told<'r> {
    /// With a response.
    Answered(&'r Response),
    /// Nobody waited for the response.
    Abandoned,
}

/// The code of the problem that a response carries, in its extensions.
#[derive(Debug, Clone)]
pub(crate) struct Code(pub(crate) String);

/// Digits of an identifier of W3C Trace Context.
struct Hex<const DIGITS: usize>(u128);

/// The span around everything that is done for a request.
///
/// It has the level `error`, so that whatever is logged inside says what it belongs to, however little is logged.
pub(crate) fn request_span(api: &Api, operation: Option<&Operation>, context: &Context) -> Span {
    let trace = context.trace();
    tracing::error_span!(
        target: "tiebeam::request",
        "request",
        api = %format_args!("{}@{}", api.name, api.major),
        operation = operation.map(Operation::name),
        correlation_id = context.correlation_id(),
        trace_id = %Hex::<32>(trace.trace_id()),
        span_id = %Hex::<16>(trace.span_id().into()),
    )
}

impl Told<'_> {
    /// The status of the response, where there is one.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(response) => Some(response.status().as_u16()),
            Self::Abandoned => None,
        }
    }

    /// Writes the line of a request into the log, inside its span.
    pub(crate) fn log(
        &self,
        method: &Method,
        operation: Option<&Operation>,
        took: Duration,
        context: &Context,
    ) {
        let code = match self {
            Self::Answered(response) => response.extensions().get::<Code>(),
            Self::Abandoned => None,
        };
        let said = match self {
            Self::Answered(_) => "answered",
            Self::Abandoned => "abandoned by the caller",
        };
        tracing::info!(
            target: "tiebeam::access",
            method = method.as_str(),
            route = operation.map(Operation::path),
            status = self.status(),
            code = code.map(|code| code.0.as_str()),
            duration_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            client = context.identity().and_then(|identity| identity.client.as_deref()),
            "{said}"
        );
    }
}

impl<const DIGITS: usize> fmt::Display for Hex<DIGITS> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:0DIGITS$x}", self.0)
    }
}
