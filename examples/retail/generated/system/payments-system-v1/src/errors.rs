// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Payments System API.

use retail_models::payment::DeclineReason;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Duration;

/// The request contradicts the state of what it is about.
pub static CONFLICT: ProblemType = ProblemType {
    uri: "https://acme.example/problems/conflict",
    code: "conflict",
    title: "Conflict",
    status: 409,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// The money was captured already; refund it instead.
pub static NOT_VOIDABLE: ProblemType = ProblemType {
    uri: "https://acme.example/problems/payments-system/not-voidable",
    code: "not-voidable",
    title: "Not voidable",
    status: 409,
};

/// The provider said no.
/// With `retryAfter` another attempt may succeed later; without it, ask for another way to pay.
pub static PAYMENT_DECLINED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/payments-system/payment-declined",
    code: "payment-declined",
    title: "Payment declined",
    status: 402,
};

/// What `PAYMENT_DECLINED` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentDeclined {
    /// Why, as far as we are told.
    pub reason: DeclineReason,
    /// How long to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<Duration>,
}

impl Shaped for PaymentDeclined {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PaymentDeclined", &[
            Field::new("reason", Shape::of::<DeclineReason>()),
            Field::new("retryAfter", Shape::duration()).optional(),
        ]);
        &SHAPE
    }
}
