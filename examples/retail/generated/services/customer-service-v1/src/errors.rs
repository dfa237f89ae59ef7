// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The problem types (RFC 9457) of the Customer Service.

use retail_models::customer::CustomerId;
use serde::{Deserialize, Serialize};
use tiebeam::ProblemType;
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// The account was closed and takes no changes any more.
pub static ACCOUNT_CLOSED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/customer-service/account-closed",
    code: "account-closed",
    title: "Account closed",
    status: 409,
};

/// What `ACCOUNT_CLOSED` tells besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountClosed {
    /// Which account.
    pub customer_id: CustomerId,
    /// When it was closed.
    pub closed_at: Timestamp,
}

impl Shaped for AccountClosed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("AccountClosed", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("closedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}

/// Another open account has this e-mail address; the answer does not say whose.
pub static EMAIL_TAKEN: ProblemType = ProblemType {
    uri: "https://acme.example/problems/customer-service/email-taken",
    code: "email-taken",
    title: "Email taken",
    status: 409,
};

/// What was asked for does not exist.
pub static NOT_FOUND: ProblemType = ProblemType {
    uri: "https://acme.example/problems/not-found",
    code: "not-found",
    title: "Not found",
    status: 404,
};
