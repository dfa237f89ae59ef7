// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Shipping Process API.

use retail_models::order::OrderStatus;
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

/// Only an order with stock set aside can be planned, and only a confirmed one can leave the
/// house.
pub static NOT_READY: ProblemType = ProblemType {
    uri: "https://acme.example/problems/shipping-process/not-ready",
    code: "not-ready",
    title: "Order is not ready to ship",
    status: 409,
};

/// What `NOT_READY` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NotReady {
    /// Where the order stands.
    pub order_status: OrderStatus,
}

impl Shaped for NotReady {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("NotReady", &[Field::new("orderStatus", Shape::of::<OrderStatus>())]);
        &SHAPE
    }
}

/// No carrier takes that much in one shipment; split the order.
pub static TOO_HEAVY: ProblemType = ProblemType {
    uri: "https://acme.example/problems/shipping-process/too-heavy",
    code: "too-heavy",
    title: "Too heavy",
    status: 422,
};

/// What `TOO_HEAVY` tells besides its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TooHeavy {
    /// What it weighs in kilograms.
    ///
    /// Greater than 0.
    pub weight: f64,
    /// What a carrier takes.
    ///
    /// Greater than 0.
    pub limit: f64,
}

impl Shaped for TooHeavy {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("TooHeavy", &[
            Field::new("weight", Shape::float64().exclusive_minimum_float(0.0)),
            Field::new("limit", Shape::float64().exclusive_minimum_float(0.0)),
        ]);
        &SHAPE
    }
}
