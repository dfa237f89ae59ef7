//! Everything that was asked, and what came of it.

use std::fmt;

use serde_json::Value;

use super::exchange::Exchange;
use crate::operation::Operation;

/// Everything that was asked, and what came of it, in the order in which it was asked.
///
/// Shown as text it has a line for each exchange, for the message of an assertion.
#[derive(Debug, Clone, Default)]
pub struct Transcript {
    /// The exchanges; the first request is the first.
    pub exchanges: Vec<Exchange>,
}

impl Transcript {
    /// What asked for an operation, and what came of that.
    #[must_use]
    pub fn of(&self, operation: &Operation) -> Self {
        let of_operation = |exchange: &&Exchange| exchange.asked.is(operation);
        Self { exchanges: self.exchanges.iter().filter(of_operation).cloned().collect() }
    }

    /// How many exchanges there were.
    #[must_use]
    pub fn count(&self) -> usize {
        self.exchanges.len()
    }

    /// The status that came back to each request; `None` where no answer did.
    #[must_use]
    pub fn statuses(&self) -> Vec<Option<u16>> {
        self.exchanges.iter().map(Exchange::status).collect()
    }

    /// A header field of each request.
    #[must_use]
    pub fn headers(&self, name: &str) -> Vec<Option<&str>> {
        self.exchanges.iter().map(|exchange| exchange.asked.header(name)).collect()
    }

    /// A header field that all requests have with the same value; `None` where one differs, or has none.
    #[must_use]
    pub fn common_header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        let first = values.first().copied().flatten()?;
        values.iter().all(|value| *value == Some(first)).then_some(first)
    }

    /// The body of each request as JSON; null where it is none.
    #[must_use]
    pub fn bodies(&self) -> Vec<Value> {
        self.exchanges.iter().map(|exchange| exchange.asked.json()).collect()
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for exchange in &self.exchanges {
            writeln!(formatter, "{exchange}")?;
        }
        Ok(())
    }
}
