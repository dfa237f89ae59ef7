// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Process API.

use tiebeam::ProblemType;

/// The credit department does not want new orders of this customer.
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

/// One of the items is not available in the quantity asked.
pub static OUT_OF_STOCK: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/out-of-stock",
    code: "out-of-stock",
    title: "Out of stock",
    status: 409,
};

/// The card was declined.
pub static PAYMENT_DECLINED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/order-process/payment-declined",
    code: "payment-declined",
    title: "Payment declined",
    status: 402,
};
