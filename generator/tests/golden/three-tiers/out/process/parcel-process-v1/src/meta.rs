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
    digest: "b9a89cbf9e91c51cdb94bdadced4934aa882f6dc15a2b743551e93410f2a458b",
    openapi: include_str!("../openapi.json"),
};
