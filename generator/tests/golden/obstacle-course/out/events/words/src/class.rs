// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Class` of the words domain, version 1.0.0.
//!
//! `words.class.v1` · domain event · kept 1500ms

use serde::{Deserialize, Serialize};
use tiebeam::event::{self, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Bytes;

/// A class | with a pipe.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Class {
    /// Class.
    pub class: Bytes,
}

impl Shaped for Class {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Class", &[Field::new("class", Shape::bytes())]);
        &SHAPE
    }
}

impl Event for Class {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Class",
            version: "1.0.0",
            ty: "com.example.words.Class.v1",
            topic: "words.class.v1",
            schema_uri: "https://example.com/schemas/words/Class/1.0.0",
            schema: include_str!("../schemas/Class.v1.json"),
            class: event::Class::Domain,
            is_keyed: false,
            retention_seconds: Some(2),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        None
    }
}
