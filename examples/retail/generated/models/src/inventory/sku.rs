// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `Sku` of the inventory domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// Identifies a product that can be put on a shelf.
/// Three letters for the department, four digits within it; a color or a size is a product of
/// its own.
///
/// Matches `^[A-Z]{3}-[0-9]{4}$`. For example `LMP-0042`.
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
        static SHAPE: Shape = Shape::string().pattern(&SKU_PATTERN);
        &SHAPE
    }
}
