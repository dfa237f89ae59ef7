// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Experience API.

use retail_models::inventory::Sku;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

use crate::types::PaymentHint;

/// The caller may not do this.
pub static FORBIDDEN: ProblemType = ProblemType {
    uri: "https://acme.example/problems/forbidden",
    code: "forbidden",
    title: "Forbidden",
    status: 403,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// A product in the basket is not sold any more; remove it.
pub static NOT_ORDERABLE: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-experience/not-orderable",
    code: "not-orderable",
    title: "Cannot be ordered",
    status: 422,
};

/// What `NOT_ORDERABLE` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NotOrderable {
    /// Which one.
    pub sku: Sku,
}

impl Shaped for NotOrderable {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("NotOrderable", &[Field::new("sku", Shape::of::<Sku>())]);
        &SHAPE
    }
}

/// Something sold out while the customer was thinking; offer what is left.
pub static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-experience/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// What `OUT_OF_STOCK` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OutOfStock {
    /// What.
    pub sku: Sku,
    /// How many are left.
    ///
    /// At least 0.
    pub left: i64,
}

impl Shaped for OutOfStock {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OutOfStock", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("left", Shape::int64().minimum(0)),
        ]);
        &SHAPE
    }
}

/// The payment did not work; nothing was charged.
pub static PAYMENT_FAILED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-experience/payment-failed",
    code: "payment-failed",
    title: "Payment failed",
    status: 402,
};

/// What `PAYMENT_FAILED` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PaymentFailed {
    /// What to suggest.
    pub hint: PaymentHint,
}

impl Shaped for PaymentFailed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("PaymentFailed", &[Field::new("hint", Shape::of::<PaymentHint>())]);
        &SHAPE
    }
}

/// The parcel left already; offer to send it back.
pub static TOO_LATE: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-experience/too-late",
    code: "too-late",
    title: "Too late to cancel",
    status: 409,
};
