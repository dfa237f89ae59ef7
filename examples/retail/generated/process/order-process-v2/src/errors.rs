// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Process API.

use retail_models::common::Money;
use retail_models::inventory::{Quantity, Sku};
use retail_models::order::OrderStatus;
use retail_models::payment::DeclineReason;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Duration;

/// The customer may not owe that much; offer to pay by card.
pub static CREDIT_EXCEEDED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/credit-exceeded",
    code: "credit-exceeded",
    title: "Credit limit exceeded",
    status: 409,
};

/// What `CREDIT_EXCEEDED` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CreditExceeded {
    /// What may be owed; null for somebody who has to pay in advance.
    pub limit: Option<Money>,
    /// What the order costs.
    pub total: Money,
}

impl Shaped for CreditExceeded {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CreditExceeded", &[
            Field::new("limit", Shape::of::<Money>().nullable()),
            Field::new("total", Shape::of::<Money>()),
        ]);
        &SHAPE
    }
}

/// The credit department or a clerk does not want new orders of this customer.
pub static CUSTOMER_ON_HOLD: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/customer-on-hold",
    code: "customer-on-hold",
    title: "Customer on hold",
    status: 403,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// One of the products is not available in the quantity asked; offer what there is.
pub static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// What `OUT_OF_STOCK` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OutOfStock {
    /// What is missing.
    pub sku: Sku,
    /// How many were asked for.
    pub requested: Quantity,
    /// How many there are.
    ///
    /// At least 0.
    pub available: i64,
}

impl Shaped for OutOfStock {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OutOfStock", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("requested", Shape::of::<Quantity>()),
            Field::new("available", Shape::int64().minimum(0)),
        ]);
        &SHAPE
    }
}

/// The payment was declined; nothing was charged and nothing is set aside.
pub static PAYMENT_DECLINED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/payment-declined",
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
    /// How long to wait before another attempt; absent when it is of no use.
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

/// One of the products does not exist, or is not sold any more.
pub static UNKNOWN_PRODUCT: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/unknown-product",
    code: "unknown-product",
    title: "Unknown product",
    status: 422,
};

/// What `UNKNOWN_PRODUCT` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UnknownProduct {
    /// Which one.
    pub sku: Sku,
}

impl Shaped for UnknownProduct {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("UnknownProduct", &[Field::new("sku", Shape::of::<Sku>())]);
        &SHAPE
    }
}

/// An order that left the house cannot be cancelled any more.
pub static WRONG_STATUS: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/wrong-status",
    code: "wrong-status",
    title: "Order is in the wrong status",
    status: 409,
};

/// What `WRONG_STATUS` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongStatus {
    /// Where it stands.
    pub order_status: OrderStatus,
}

impl Shaped for WrongStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("WrongStatus", &[Field::new("orderStatus", Shape::of::<OrderStatus>())]);
        &SHAPE
    }
}
