// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payment Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "payment-service",
    title: "Payment Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "dbd3be26cc7f0ff79a54522fc9a3fb2c7f34fe8bfcd8240afdb0624b80323524",
    openapi: include_str!("../openapi.json"),
};
