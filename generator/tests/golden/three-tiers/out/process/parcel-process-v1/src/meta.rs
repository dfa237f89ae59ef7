// @generated from specs/process.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "parcel-process",
    title: "Parcel Process API",
    version: "1.4.0",
    major: 1,
    tier: Tier::Process,
    digest: "b83e0f9eb70ec926e7c00a31a64b3c15cefb3bb0895abe7f91b739f076f068b7",
    openapi: include_str!("../openapi.json"),
};
