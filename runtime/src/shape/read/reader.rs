//! A text that is being read, until something is not as expected.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use crate::shape::json::{Json, Malformed};

/// A text that is being read.
pub(super) struct Reader<'t> {
    pub(super) json: Json<'t>,
    /// Whether something was not as expected, even if the type made light of it.
    has_given_up: bool,
}

/// Something is not as expected; what it is, the walk will say.
#[derive(Debug)]
pub(super) struct GivenUp;

impl<'t> Reader<'t> {
    /// Starts before the first byte.
    pub(super) fn new(text: &'t str) -> Self {
        Self { json: Json::new(text), has_given_up: false }
    }

    /// Whether the whole text was read, and all of it was as expected.
    pub(super) fn is_through(&mut self) -> bool {
        !self.has_given_up && self.json.finish().is_ok()
    }

    /// Reads no further.
    pub(super) fn give_up<T>(&mut self) -> Result<T, GivenUp> {
        self.has_given_up = true;
        Err(GivenUp)
    }

    /// Goes on with what was found in the text.
    pub(super) fn found<T>(&mut self, found: Result<T, Malformed>) -> Result<T, GivenUp> {
        found.or_else(|_| self.give_up())
    }

    /// Goes on with what the type took; what it refused once it must not take another time.
    pub(super) fn taken<T>(&mut self, taken: Result<T, GivenUp>) -> Result<T, GivenUp> {
        taken.or_else(|GivenUp| self.give_up())
    }
}

impl fmt::Display for GivenUp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not as expected")
    }
}

impl std::error::Error for GivenUp {}

/// Nobody reads what a type says: it says it again when `serde_json` asks.
impl Error for GivenUp {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
}
