// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Sku` of the catalog domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// Identifies an article.
///
/// At most 8 characters. Matches `^[A-Z]{3}-\d{4}$`. For example `ABC-1234`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sku(pub String);

impl From<String> for Sku {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Sku {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Sku {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static SKU_PATTERN: Pattern = Pattern::new("^[A-Z]{3}-[0-9]{4}$");

impl Shaped for Sku {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().max_length(8).pattern(&SKU_PATTERN);
        &SHAPE
    }
}
