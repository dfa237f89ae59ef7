// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Service.

use retail_models::order::{OrderId, OrderStatus};
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

/// What was asked is not possible for an order in this status; read it again and decide anew.
pub static WRONG_STATUS: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-service/wrong-status",
    code: "wrong-status",
    title: "Order is in the wrong status",
    status: 409,
};

/// What `WRONG_STATUS` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongStatus {
    /// Which order.
    pub order_id: OrderId,
    /// Where it stands.
    pub order_status: OrderStatus,
}

impl Shaped for WrongStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("WrongStatus", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("orderStatus", Shape::of::<OrderStatus>()),
        ]);
        &SHAPE
    }
}
