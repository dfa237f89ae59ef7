// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Inventory Service.

use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// The correction takes away more than there is; count again.
pub static WOULD_BE_NEGATIVE: ProblemType = ProblemType {
    uri: "https://acme.example/problems/inventory-service/would-be-negative",
    code: "would-be-negative",
    title: "Stock would be negative",
    status: 422,
};

/// What `WOULD_BE_NEGATIVE` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WouldBeNegative {
    /// How much there is.
    pub on_hand: i64,
}

impl Shaped for WouldBeNegative {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("WouldBeNegative", &[Field::new("onHand", Shape::int64())]);
        &SHAPE
    }
}
