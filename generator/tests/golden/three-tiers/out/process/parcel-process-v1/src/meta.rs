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
    digest: "f2c7162e55429f1360ac226cb1f37ecc6629092559c11ac68142f0fcfcf4efa1",
    openapi: include_str!("../openapi.json"),
};
