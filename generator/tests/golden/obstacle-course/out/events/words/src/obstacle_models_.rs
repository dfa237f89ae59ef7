// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `ObstacleModels` of the words domain, version 1.0.0.
//!
//! `words.obstacle-models.v1` · domain event

use std::collections::BTreeMap;

use obstacle_models::words::Request;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like the crate of the models.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ObstacleModels {
    /// Models.
    pub models: BTreeMap<String, Request>,
}

impl Shaped for ObstacleModels {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ObstacleModels", &[
            Field::new("models", Shape::map(&Shape::of::<Request>())),
        ]);
        &SHAPE
    }
}

impl Event for ObstacleModels {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "ObstacleModels",
            version: "1.0.0",
            ty: "com.example.words.ObstacleModels.v1",
            topic: "words.obstacle-models.v1",
            schema_uri: "https://example.com/schemas/words/ObstacleModels/1.0.0",
            schema: include_str!("../schemas/ObstacleModels.v1.json"),
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
