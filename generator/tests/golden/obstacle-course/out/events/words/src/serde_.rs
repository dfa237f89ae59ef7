// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Serde` of the words domain, version 1.0.0.
//!
//! `words.serde.v1` · domain event

use obstacle_models::serde::Shape;
use obstacle_models::words::Field;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{self, Shaped};

/// Called like a crate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Serde {
    /// Shape.
    pub shape: Shape,
    /// Field.
    pub field: Field,
}

impl Shaped for Serde {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape = shape::Shape::object("Serde", &[
            shape::Field::new("shape", shape::Shape::of::<Shape>()),
            shape::Field::new("field", shape::Shape::of::<Field>()),
        ]);
        &SHAPE
    }
}

impl Event for Serde {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Serde",
            version: "1.0.0",
            ty: "com.example.words.Serde.v1",
            topic: "words.serde.v1",
            schema_uri: "https://example.com/schemas/words/Serde/1.0.0",
            schema: include_str!("../schemas/Serde.v1.json"),
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
