// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Shipping Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "shipping-process",
    title: "Shipping Process API",
    version: "1.1.0",
    major: 1,
    tier: Tier::Process,
    digest: "0e6c8f14c333af36f363c8bc3513fb6bf61dcdbc5419f5ea100a79d8717ecf1f",
    openapi: include_str!("../openapi.json"),
};
