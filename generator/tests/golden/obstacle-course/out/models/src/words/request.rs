// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Request` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Called like what every operation has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// Self.
    pub self_: String,
    /// Self2.
    pub self2: String,
    /// Crate.
    pub crate_: String,
    /// Input.
    pub input: String,
    /// Output.
    pub output: String,
}

impl Shaped for Request {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Request", &[
            Field::new("self", Shape::string()),
            Field::new("self2", Shape::string()),
            Field::new("crate", Shape::string()),
            Field::new("input", Shape::string()),
            Field::new("output", Shape::string()),
        ]);
        &SHAPE
    }
}
