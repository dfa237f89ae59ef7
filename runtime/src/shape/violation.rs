//! One thing that is wrong with a request, and where.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// One thing that is wrong with a request; `errors[]` of a problem document holds all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// A sentence for people, without the value itself.
    pub detail: String,
    /// Where it is.
    pub place: Place,
}

/// Where a violation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the body: an RFC 6901 pointer in its URI fragment form, `#/lines/0/quantity`.
    Body(String),
    /// In a parameter.
    Parameter(String, ParameterIn),
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParameterIn {
    /// A path segment.
    Path,
    /// The query string.
    Query,
    /// A header field.
    Header,
}

impl Violation {
    /// Something wrong in the body.
    pub fn in_body(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), place: Place::Body(pointer.into()) }
    }

    /// Something wrong with a parameter.
    pub fn in_parameter(
        name: impl Into<String>,
        location: ParameterIn,
        detail: impl Into<String>,
    ) -> Self {
        Self { detail: detail.into(), place: Place::Parameter(name.into(), location) }
    }

    /// Reads one entry of `errors[]`; `None` where it is not one.
    pub(crate) fn from_value(value: &serde_json::Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
        let detail = text("detail")?;
        if let Some(pointer) = text("pointer") {
            return Some(Self::in_body(pointer, detail));
        }
        let location = match text("in")? {
            "path" => ParameterIn::Path,
            "query" => ParameterIn::Query,
            "header" => ParameterIn::Header,
            _ => return None,
        };
        Some(Self::in_parameter(text("parameter")?, location, detail))
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Body(pointer) => write!(formatter, "{pointer} {}", self.detail),
            Place::Parameter(name, location) => {
                write!(formatter, "{} {name} {}", location.as_str(), self.detail)
            }
        }
    }
}

impl ParameterIn {
    /// The word of `OpenAPI` for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Violation", 3)?;
        members.serialize_field("detail", &self.detail)?;
        match &self.place {
            Place::Body(pointer) => members.serialize_field("pointer", pointer)?,
            Place::Parameter(name, location) => {
                members.serialize_field("parameter", name)?;
                members.serialize_field("in", location.as_str())?;
            }
        }
        members.end()
    }
}
