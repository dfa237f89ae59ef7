// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `PhoneNumber` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Pattern, Shape, Shaped};

/// A telephone number in E.164 form, with the country code and without spaces.
///
/// 8 to 16 characters. Matches `^\+[1-9]\d+$`. For example `+35315550142`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhoneNumber(pub String);

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("PhoneNumber").field(&Redacted).finish()
    }
}

impl From<String> for PhoneNumber {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for PhoneNumber {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

static PHONE_NUMBER_PATTERN: Pattern = Pattern::new(r"^\+[1-9][0-9]+$");

impl Shaped for PhoneNumber {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::string().min_length(8).max_length(16).pattern(&PHONE_NUMBER_PATTERN);
        &SHAPE
    }
}
