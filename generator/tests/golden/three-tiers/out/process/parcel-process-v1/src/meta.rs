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
    digest: "3e95605401d27c564fd10542e31e2d32e23b77625a23d82b7dc46bfcf12820cd",
    openapi: include_str!("../openapi.json"),
};
