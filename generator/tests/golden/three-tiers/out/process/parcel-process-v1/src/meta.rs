// @generated from specs/process.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "parcel-process",
    title: "Parcel Process API",
    version: "1.4.0",
    major: 1,
    tier: Tier::Process,
    digest: "65c07917680326bab5b63c0e38ab818ad8db7498a60ae4d0e5d43422241f04c6",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
