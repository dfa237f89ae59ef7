// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Customer Experience API.

use retail_models::order::OrderNumber;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};

/// The request contradicts the state of what it is about.
pub static CONFLICT: ProblemType = ProblemType {
    uri: "https://acme.example/problems/conflict",
    code: "conflict",
    title: "Conflict",
    status: 409,
};

/// There is an account with this address; show the login form.
pub static EMAIL_TAKEN: ProblemType = ProblemType {
    uri: "https://acme.example/problems/customer-experience/email-taken",
    code: "email-taken",
    title: "E-mail address taken",
    status: 409,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// There are orders on their way; show them.
pub static OPEN_ORDERS: ProblemType = ProblemType {
    uri: "https://acme.example/problems/customer-experience/open-orders",
    code: "open-orders",
    title: "Open orders",
    status: 409,
};

/// What `OPEN_ORDERS` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OpenOrders {
    /// Their numbers.
    ///
    /// 1 to 10 items.
    pub orders: Vec<OrderNumber>,
}

impl Shaped for OpenOrders {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OpenOrders", &[
            Field::new(
                "orders",
                Shape::list(&Shape::of::<OrderNumber>()).min_items(1).max_items(10),
            ),
        ]);
        &SHAPE
    }
}

/// The shop sells to adults only.
pub static TOO_YOUNG: ProblemType = ProblemType {
    uri: "https://acme.example/problems/customer-experience/too-young",
    code: "too-young",
    title: "Too young",
    status: 422,
};

/// What `TOO_YOUNG` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TooYoung {
    /// In years.
    ///
    /// 0 to 150.
    pub minimum_age: i32,
}

impl Shaped for TooYoung {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("TooYoung", &[
            Field::new("minimumAge", Shape::int32().minimum(0).maximum(150)),
        ]);
        &SHAPE
    }
}
