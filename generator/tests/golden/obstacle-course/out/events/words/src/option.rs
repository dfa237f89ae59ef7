// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Option` of the words domain, version 1.0.0.
//!
//! `words.option.v1` · domain event

use obstacle_models::words;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like one of the prelude's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionModel {
    /// Option.
    pub option: words::OptionModel,
}

impl Shaped for OptionModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OptionModel", &[
            Field::new("option", Shape::of::<words::OptionModel>()),
        ]);
        &SHAPE
    }
}

impl Event for OptionModel {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Option",
            version: "1.0.0",
            ty: "com.example.words.Option.v1",
            topic: "words.option.v1",
            schema_uri: "https://example.com/schemas/words/Option/1.0.0",
            schema: include_str!("../schemas/Option.v1.json"),
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
