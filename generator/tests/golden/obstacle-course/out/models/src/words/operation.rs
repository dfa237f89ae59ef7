// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Operation` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Operation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the contract has a flag each")]
pub struct Operation {
    /// New.
    pub new: String,
    /// Async.
    pub async_: bool,
    /// Await.
    pub await_: bool,
    /// Dyn.
    pub dyn_: bool,
    /// Match.
    pub match_: bool,
}

impl Shaped for Operation {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Operation", &[
            Field::new("new", Shape::string()),
            Field::new("async", Shape::boolean()),
            Field::new("await", Shape::boolean()),
            Field::new("dyn", Shape::boolean()),
            Field::new("match", Shape::boolean()),
        ]);
        &SHAPE
    }
}
