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
    digest: "51463946627afac34479f6ed97309100aa1524c2bb9548e990219237fa3d78bd",
    openapi: include_str!("../openapi.json"),
};
