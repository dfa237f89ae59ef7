// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Event` of the words domain, version 1.0.0.
//!
//! `words.event.v1` · domain event · in order for each `value`

use obstacle_models::words::Value;
use serde::{Deserialize, Serialize};
use tiebeam::event::{self, Class, Definition, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like the trait.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Event {
    /// Value.
    pub value: Value,
}

impl Shaped for Event {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Event", &[Field::new("value", Shape::of::<Value>())]);
        &SHAPE
    }
}

impl event::Event for Event {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Event",
            version: "1.0.0",
            ty: "com.example.words.Event.v1",
            topic: "words.event.v1",
            schema_uri: "https://example.com/schemas/words/Event/1.0.0",
            schema: include_str!("../schemas/Event.v1.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.value)
    }
}
