// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order History Service.

use tiebeam::ProblemType;

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};
