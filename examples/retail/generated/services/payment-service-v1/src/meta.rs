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
    digest: "a65aafbe6e20e8105eb5255b1b81a7ae48bb68f06c41e72194de0b1998ad1886",
    openapi: include_str!("../openapi.json"),
};
