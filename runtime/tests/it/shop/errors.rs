//! The problem types (RFC 9457) of the Order Process API.

use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

use super::types::Sku;

/// One of the items is not available in the quantity asked.
pub(crate) static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// What [`OUT_OF_STOCK`] tells besides its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OutOfStock {
    /// The item that is missing.
    pub(crate) sku: Sku,
}

impl Shaped for OutOfStock {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OutOfStock", &[Field::new("sku", Shape::of::<Sku>())]);
        &SHAPE
    }
}

/// The payment was declined.
pub(crate) static PAYMENT_DECLINED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/payment-declined",
    code: "payment-declined",
    title: "Payment declined",
    status: 402,
};

/// What was asked for is not there.
pub(crate) static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};
