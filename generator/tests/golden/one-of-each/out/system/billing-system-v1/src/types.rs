// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Billing System API.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// How many there are.
    pub count: i64,
}

impl Shaped for Count {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Count", &[Field::new("count", Shape::int64())]);
        &SHAPE
    }
}
