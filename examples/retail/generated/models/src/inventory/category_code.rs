// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `CategoryCode` of the inventory domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// Names a category, in lower case with hyphens.
///
/// 2 to 40 characters. Matches `^[a-z]+(-[a-z]+)*$`. For example `lighting`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryCode(pub String);

impl From<String> for CategoryCode {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for CategoryCode {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for CategoryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static CATEGORY_CODE_PATTERN: Pattern = Pattern::new("^[a-z]+(-[a-z]+)*$");

impl Shaped for CategoryCode {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::string().min_length(2).max_length(40).pattern(&CATEGORY_CODE_PATTERN);
        &SHAPE
    }
}
