// @generated from specs/events.yaml by `cargo xtask generate`. Do not edit.

//! `Request` of the words domain, version 1.0.0.
//!
//! `words.request.v1` · domain event

use obstacle_models::words::{self, Either, OperationPatch};
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like a model that it holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Request {
    /// Request.
    pub request: words::Request,
    /// Before.
    pub before: Vec<words::Request>,
    /// Either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub either: Option<Either>,
    /// Patch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patch: Option<OperationPatch>,
}

impl Shaped for Request {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Request", &[
            Field::new("request", Shape::of::<words::Request>()),
            Field::new("before", Shape::list(&Shape::of::<words::Request>())),
            Field::new("either", Shape::of::<Either>()).optional(),
            Field::new("patch", Shape::of::<OperationPatch>()).optional(),
        ]);
        &SHAPE
    }
}

impl Event for Request {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "words",
            name: "Request",
            version: "1.0.0",
            ty: "com.example.words.Request.v1",
            topic: "words.request.v1",
            schema_uri: "https://example.com/schemas/words/Request/1.0.0",
            schema: include_str!("../schemas/Request.v1.json"),
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
