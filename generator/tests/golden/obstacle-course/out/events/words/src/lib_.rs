// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Lib` of the words domain, version 1.0.0.
//!
//! `words.lib.v1` · domain event

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// Its file would be the root.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lib {
    /// Main.
    pub main: Timestamp,
}

impl Shaped for Lib {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Lib", &[Field::new("main", Shape::timestamp())]);
        &SHAPE
    }
}

impl Event for Lib {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Lib",
            version: "1.0.0",
            ty: "com.example.words.Lib.v1",
            topic: "words.lib.v1",
            schema_uri: "https://example.com/schemas/words/Lib/1.0.0",
            schema: include_str!("../schemas/Lib.v1.json"),
            class: Class::Domain,
            is_keyed: false,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        None
    }
}
