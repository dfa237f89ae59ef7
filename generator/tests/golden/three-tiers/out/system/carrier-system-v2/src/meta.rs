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
    digest: "7bb655692017d7f3e69ed7e03c50c2803bcfdcabdb19d3451cc1b61814012cba",
    openapi: include_str!("../openapi.json"),
};
