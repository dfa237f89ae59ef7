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
    digest: "214c96c050faca6b9aa14e76cc1cf102a2201776f1e27be82491918c88eab3a0",
    openapi: include_str!("../openapi.json"),
};
