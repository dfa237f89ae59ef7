// @generated from specs/events.v2.yaml by `cargo xtask generate`. Do not edit.

//! `First` of the words domain, version 4.0.0.
//!
//! `words.first.v4` · platform event

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::First;

/// Two versions are gone.
///
/// A reader that may meet [`First`] implements
/// [`Upcast`](tiebeam::event::Upcast) to this version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FirstV4 {
    /// First.
    pub first: String,
}

impl Shaped for FirstV4 {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("FirstV4", &[Field::new("first", Shape::string())]);
        &SHAPE
    }
}

impl Event for FirstV4 {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "First",
            version: "4.0.0",
            ty: "com.example.words.First.v4",
            topic: "words.first.v4",
            schema_uri: "https://example.com/schemas/words/First/4.0.0",
            schema: include_str!("../schemas/First.v4.json"),
            class: Class::Platform,
            is_keyed: false,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        None
    }
}
