// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Shipping Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "shipping-process",
    title: "Shipping Process API",
    version: "1.1.0",
    major: 1,
    tier: Tier::Process,
    digest: "1d3149187e1e7d317ad5aec51312a121706ea88132162660895131f490e9b889",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
