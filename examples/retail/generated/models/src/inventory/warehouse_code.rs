// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `WarehouseCode` of the inventory domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// A warehouse by country and number.
///
/// Matches `^[A-Z]{2}[0-9]{2}$`. For example `IE01`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WarehouseCode(pub String);

impl From<String> for WarehouseCode {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for WarehouseCode {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for WarehouseCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static WAREHOUSE_CODE_PATTERN: Pattern = Pattern::new("^[A-Z]{2}[0-9]{2}$");

impl Shaped for WarehouseCode {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&WAREHOUSE_CODE_PATTERN);
        &SHAPE
    }
}
