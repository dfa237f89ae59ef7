// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Currency` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// A currency by its ISO 4217 code, for example `EUR`.
///
/// Matches `^[A-Z]{3}$`. For example `EUR`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(pub String);

impl From<String> for Currency {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Currency {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static CURRENCY_PATTERN: Pattern = Pattern::new("^[A-Z]{3}$");

impl Shaped for Currency {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&CURRENCY_PATTERN);
        &SHAPE
    }
}
