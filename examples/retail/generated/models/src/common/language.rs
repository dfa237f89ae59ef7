// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Language` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// A language by its BCP 47 tag, as far as our shops speak it.
///
/// At most 12 characters. Matches `^[a-z]{2}(-[A-Z]{2})?$`. For example `en`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(pub String);

impl From<String> for Language {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Language {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static LANGUAGE_PATTERN: Pattern = Pattern::new("^[a-z]{2}(-[A-Z]{2})?$");

impl Shaped for Language {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().max_length(12).pattern(&LANGUAGE_PATTERN);
        &SHAPE
    }
}
