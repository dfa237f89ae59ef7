// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the ERP System API.

use retail_models::inventory::{Quantity, Sku};
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

/// What was asked for existed once and does so no more.
pub static GONE: ProblemType = ProblemType {
    uri: "https://acme.example/problems/gone",
    code: "gone",
    title: "Gone",
    status: 410,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};

/// There is not enough of a product in any one warehouse.
/// Ask for what is `available`, or come back after the product's lead time.
pub static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://acme.example/problems/erp-system/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// What `OUT_OF_STOCK` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OutOfStock {
    /// What is missing.
    pub sku: Sku,
    /// How many pieces were asked for.
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

/// The ERP does not know one of the products, or does not sell it any more.
pub static UNKNOWN_PRODUCT: ProblemType = ProblemType {
    uri: "https://acme.example/problems/erp-system/unknown-product",
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
