// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payments System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "payments-system",
    title: "Payments System API",
    version: "1.1.0",
    major: 1,
    tier: Tier::System,
    digest: "80040b4e5087959fdb5d2e8684ba942af4b96adc70777e1ca84749664749090a",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
