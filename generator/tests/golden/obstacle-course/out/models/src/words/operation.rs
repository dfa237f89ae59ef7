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

/// What changes in [`Operation`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OperationPatch {
    /// New.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// Async.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub async_: Option<bool>,
    /// Await.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub await_: Option<bool>,
    /// Dyn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dyn_: Option<bool>,
    /// Match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub match_: Option<bool>,
}

impl OperationPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, operation: &mut Operation) {
        if let Some(value) = self.new {
            operation.new = value;
        }
        if let Some(value) = self.async_ {
            operation.async_ = value;
        }
        if let Some(value) = self.await_ {
            operation.await_ = value;
        }
        if let Some(value) = self.dyn_ {
            operation.dyn_ = value;
        }
        if let Some(value) = self.match_ {
            operation.match_ = value;
        }
    }
}

impl Shaped for OperationPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OperationPatch", &[
            Field::new("new", Shape::string()).optional(),
            Field::new("async", Shape::boolean()).optional(),
            Field::new("await", Shape::boolean()).optional(),
            Field::new("dyn", Shape::boolean()).optional(),
            Field::new("match", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}
