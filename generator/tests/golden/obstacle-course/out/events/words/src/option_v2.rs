// @generated from specs/events.v2.yaml by `cargo xtask generate`. Do not edit.

//! `Option` of the words domain, version 2.0.0.
//!
//! `words.option.v2` · domain event

use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Date;

use crate::OptionModel;

/// The second of a name that the prelude has.
///
/// A reader that may meet [`OptionModel`] implements
/// [`Upcast`](tiebeam::event::Upcast) to this version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionV2 {
    /// None.
    pub none: Date,
}

impl Shaped for OptionV2 {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OptionV2", &[Field::new("none", Shape::date())]);
        &SHAPE
    }
}

impl Event for OptionV2 {
    type Earlier = OptionModel;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Option",
            version: "2.0.0",
            ty: "com.example.words.Option.v2",
            topic: "words.option.v2",
            schema_uri: "https://example.com/schemas/words/Option/2.0.0",
            schema: include_str!("../schemas/Option.v2.json"),
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
