// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Process API.

use serde::{Deserialize, Serialize};
use shop_models::catalog::Sku;
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

/// The request contradicts the state of what it is about.
pub static CONFLICT: ProblemType = ProblemType {
    uri: "https://example.com/problems/conflict",
    code: "conflict",
    title: "Conflict",
    status: 409,
};

/// The caller may not do this.
pub static FORBIDDEN: ProblemType = ProblemType {
    uri: "https://example.com/problems/forbidden",
    code: "forbidden",
    title: "Forbidden",
    status: 403,
};

/// What was asked for existed once and does so no more.
pub static GONE: ProblemType = ProblemType {
    uri: "https://example.com/problems/gone",
    code: "gone",
    title: "Gone",
    status: 410,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://example.com/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// One of the articles is not available in the quantity asked.
pub static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://example.com/problems/order-process/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// What `OUT_OF_STOCK` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OutOfStock {
    /// The article that is missing.
    pub sku: Sku,
    /// How many there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<i32>,
}

impl Shaped for OutOfStock {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OutOfStock", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("available", Shape::int32()).optional(),
        ]);
        &SHAPE
    }
}

/// The payment was declined.
pub static PAYMENT_DECLINED: ProblemType = ProblemType {
    uri: "https://example.com/problems/order-process/payment-declined",
    code: "payment-declined",
    title: "Payment declined",
    status: 402,
};
