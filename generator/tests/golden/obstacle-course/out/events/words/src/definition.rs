// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Definition` of the words domain, version 1.0.0.
//!
//! `words.definition.v1` · integration event · in order for each `type`

use serde::{Deserialize, Serialize};
use tiebeam::event::{self, Class, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    /// Type.
    pub type_: i64,
    /// Self.
    pub self_: String,
}

impl Shaped for Definition {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Definition", &[
            Field::new("type", Shape::int64()),
            Field::new("self", Shape::string()),
        ]);
        &SHAPE
    }
}

impl Event for Definition {
    type Earlier = First;

    fn definition() -> &'static event::Definition {
        static DEFINITION: event::Definition = event::Definition {
            domain: "words",
            name: "Definition",
            version: "1.0.0",
            ty: "com.example.words.Definition.v1",
            topic: "words.definition.v1",
            schema_uri: "https://example.com/schemas/words/Definition/1.0.0",
            schema: include_str!("../schemas/Definition.v1.json"),
            class: Class::Integration,
            is_keyed: true,
            retention_seconds: None,
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.type_)
    }
}
