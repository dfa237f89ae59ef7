// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `String` of the words domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// A string that is not a `String`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StringModel(pub String);

impl From<String> for StringModel {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for StringModel {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for StringModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for StringModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string();
        &SHAPE
    }
}
