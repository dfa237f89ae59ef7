// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Shaped` of the words domain, version 1.0.0.
//!
//! `words.shaped.v1` · domain event · in order for each `iso3166Code`

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{self, Classification, Field, Pattern, Shape};
use tiebeam::types::Value;
use tiebeam::{Patch, Redacted};

/// Called like a trait, and holds more flags than Clippy likes.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the contract has a flag each")]
pub struct Shaped {
    /// One.
    pub one: bool,
    /// Two.
    pub two: bool,
    /// Three.
    pub three: bool,
    /// Four.
    pub four: bool,
    /// Iso3166 code.
    ///
    /// Matches `^[\w\-/]+\."$`.
    pub iso3166_code: String,
    /// Secret.
    ///
    /// A secret; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub secret: Patch<String>,
    /// Anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything: Option<Value>,
    /// Level.
    ///
    /// `3` when absent.
    #[serde(default = "Shaped::default_level")]
    pub level: i32,
    /// A b c.
    #[serde(rename = "a.b$c")]
    pub a_b_c: String,
}

impl Shaped {
    fn default_level() -> i32 {
        3
    }
}

impl fmt::Debug for Shaped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Shaped")
            .field("one", &self.one)
            .field("two", &self.two)
            .field("three", &self.three)
            .field("four", &self.four)
            .field("iso3166_code", &self.iso3166_code)
            .field("secret", &Redacted)
            .field("anything", &self.anything)
            .field("level", &self.level)
            .field("a_b_c", &self.a_b_c)
            .finish()
    }
}

static SHAPED_ISO3166_CODE_PATTERN: Pattern = Pattern::new(r#"^[0-9A-Za-z_\-/]+\."$"#);

static SHAPED_SHAPE: Shape = Shape::object("Shaped", &[
    Field::new("one", Shape::boolean()),
    Field::new("two", Shape::boolean()),
    Field::new("three", Shape::boolean()),
    Field::new("four", Shape::boolean()),
    Field::new("iso3166Code", Shape::string().pattern(&SHAPED_ISO3166_CODE_PATTERN)),
    Field::new("secret", Shape::string().nullable()).optional().classified(Classification::Secret),
    Field::new("anything", Shape::any()).optional(),
    Field::new("level", Shape::int32()).optional(),
    Field::new("a.b$c", Shape::uri()),
]);

impl shape::Shaped for Shaped {
    fn shape() -> &'static Shape {
        &SHAPED_SHAPE
    }
}

impl Event for Shaped {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Shaped",
            version: "1.0.0",
            ty: "com.example.words.Shaped.v1",
            topic: "words.shaped.v1",
            schema_uri: "https://example.com/schemas/words/Shaped/1.0.0",
            schema: include_str!("../schemas/Shaped.v1.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.iso3166_code)
    }
}
