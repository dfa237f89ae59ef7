// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! What the Carrier System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "carrier-system",
    title: "Carrier System API",
    version: "2.0.1",
    major: 2,
    tier: Tier::System,
    digest: "8e286b6a99c61185b496d560a9387942cd4df1073ca63917a68cbb156fa0cd82",
    openapi: include_str!("../openapi.json"),
};
