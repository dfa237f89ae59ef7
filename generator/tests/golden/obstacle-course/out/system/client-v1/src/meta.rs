// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! What the Client API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "client",
    title: "Client API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "e076665293ea619cc5f06fdfd4d0286ae21db80953abfb1369063eb4f2518898",
    openapi: include_str!("../openapi.json"),
};
