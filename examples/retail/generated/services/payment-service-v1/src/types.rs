// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Payment Service.

use retail_models::order::OrderId;
use retail_models::payment::{Authorization, AuthorizationStatus};
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// A payment as the provider authorized it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPayment {
    /// What is paid.
    pub order_id: OrderId,
    /// What the provider said.
    pub authorization: Authorization,
}

impl Shaped for NewPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("NewPayment", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("authorization", Shape::of::<Authorization>()),
        ]);
        &SHAPE
    }
}

/// What became of a payment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settlement {
    /// The new status.
    pub status: AuthorizationStatus,
}

impl Shaped for Settlement {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Settlement", &[
            Field::new("status", Shape::of::<AuthorizationStatus>()),
        ]);
        &SHAPE
    }
}
