// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payment Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "payment-service",
    title: "Payment Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "30cc25b706c2f1dce37918d15b639f48451931ded81544651c45fe3e4d564fbd",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
