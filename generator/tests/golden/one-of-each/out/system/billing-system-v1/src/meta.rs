// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "ef9a88145d5e16a281fcd6cdfe16ca599449a08ee77728b2848f2367a45f9769",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
