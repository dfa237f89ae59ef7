// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Payments System API.

use retail_models::common::Money;
use retail_models::customer::CustomerId;
use retail_models::payment::{AuthorizationId, PaymentMethod};
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Whose money to set aside, and how much.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRequest {
    /// Whose.
    pub customer_id: CustomerId,
    /// How much.
    pub amount: Money,
    /// How it is paid.
    pub payment: PaymentMethod,
}

impl Shaped for AuthorizationRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("AuthorizationRequest", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("amount", Shape::of::<Money>()),
            Field::new("payment", Shape::of::<PaymentMethod>()),
        ]);
        &SHAPE
    }
}

/// Which money to take.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaptureRequest {
    /// What was set aside before.
    pub authorization_id: AuthorizationId,
    /// Whether the rest is given back.
    ///
    /// `true` when absent.
    #[serde(default = "CaptureRequest::default_final_capture")]
    pub final_capture: bool,
}

impl CaptureRequest {
    fn default_final_capture() -> bool {
        true
    }
}

impl Shaped for CaptureRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CaptureRequest", &[
            Field::new("authorizationId", Shape::of::<AuthorizationId>()),
            Field::new("finalCapture", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}
