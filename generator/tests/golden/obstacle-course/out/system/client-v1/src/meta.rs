// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! What the Client API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "client",
    title: "Client API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "72983b37c9ce043984d4776fc8f2ffd97ce9dfa5eff48c675c82806cc00c3172",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
