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
    digest: "11fff82452361cfc5b484764ad94dd469bb67a334d3bbf8ed28e30e24aae8d72",
    openapi: include_str!("../openapi.json"),
};
