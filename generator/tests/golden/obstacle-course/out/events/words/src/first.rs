// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `First` of the words domain, version 1.0.0.
//!
//! `words.first.v1` · platform event · in order for each `first`

use serde::{Deserialize, Serialize};
use tiebeam::event::{self, Class, Definition, Event, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like what comes before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct First {
    /// First.
    pub first: f64,
}

impl Shaped for First {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("First", &[Field::new("first", Shape::float64())]);
        &SHAPE
    }
}

impl Event for First {
    type Earlier = event::First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "First",
            version: "1.0.0",
            ty: "com.example.words.First.v1",
            topic: "words.first.v1",
            schema_uri: "https://example.com/schemas/words/First/1.0.0",
            schema: include_str!("../schemas/First.v1.json"),
            class: Class::Platform,
            is_keyed: true,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.first)
    }
}
