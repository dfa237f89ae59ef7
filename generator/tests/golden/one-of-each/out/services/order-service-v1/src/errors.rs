// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Order Service.

use tiebeam::ProblemType;

/// The request contradicts the state of what it is about.
pub static CONFLICT: ProblemType = ProblemType {
    uri: "https://example.com/problems/conflict",
    code: "conflict",
    title: "Conflict",
    status: 409,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://example.com/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};
