// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Country` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// A country by its ISO 3166-1 alpha-2 code.
///
/// Matches `^[A-Z]{2}$`. For example `IE`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Country(pub String);

impl From<String> for Country {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Country {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static COUNTRY_PATTERN: Pattern = Pattern::new("^[A-Z]{2}$");

impl Shaped for Country {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&COUNTRY_PATTERN);
        &SHAPE
    }
}
