// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Payment Service.

use retail_models::payment::PaymentId;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

/// The order has a payment already; a second one would charge the customer twice.
pub static ALREADY_PAID: ProblemType = ProblemType {
    uri: "https://acme.example/problems/payment-service/already-paid",
    code: "already-paid",
    title: "Already paid",
    status: 409,
};

/// What `ALREADY_PAID` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AlreadyPaid {
    /// The payment that is there.
    pub payment_id: PaymentId,
}

impl Shaped for AlreadyPaid {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("AlreadyPaid", &[Field::new("paymentId", Shape::of::<PaymentId>())]);
        &SHAPE
    }
}

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};
