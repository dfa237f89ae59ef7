// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Shipping Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "shipping-process",
    title: "Shipping Process API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Process,
    digest: "2e8bd05f75c8ae9f9d525469142593c850ad567eef721de5f3192dc8c894a467",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
