// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! What the Carrier System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "carrier-system",
    title: "Carrier System API",
    version: "2.0.1",
    major: 2,
    tier: Tier::System,
    digest: "5e978686e6e68e087b4fb9bafe6e12e2871e808660333d837c32f89331e97ff3",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
