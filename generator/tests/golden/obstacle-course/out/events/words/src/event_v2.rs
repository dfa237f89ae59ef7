// @generated from specs/events.v2.yaml by `cargo xtask generate`. Do not edit.

//! `Event` of the words domain, version 2.0.0-rc.1.
//!
//! `words.event.v2` · domain event

use obstacle_models::words::Request;
use serde::{Deserialize, Serialize};
use tiebeam::event::{self, Class, Definition};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::Event;

/// The second.
///
/// A reader that may meet [`Event`] implements
/// [`Upcast`](tiebeam::event::Upcast) to this version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct EventV2 {
    /// Events.
    pub events: Vec<Request>,
}

impl Shaped for EventV2 {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("EventV2", &[Field::new("events", Shape::list(&Shape::of::<Request>()))]);
        &SHAPE
    }
}

impl event::Event for EventV2 {
    type Earlier = Event;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Event",
            version: "2.0.0-rc.1",
            ty: "com.example.words.Event.v2",
            topic: "words.event.v2",
            schema_uri: "https://example.com/schemas/words/Event/2.0.0-rc.1",
            schema: include_str!("../schemas/Event.v2.json"),
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
