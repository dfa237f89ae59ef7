// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Fulfilment Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "fulfilment-service",
    title: "Fulfilment Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "0215f36afd622cc3cc992a2cc08bd48cc8f52ff6e746097b15a14fa09fbc549a",
    openapi: include_str!("../openapi.json"),
};
