// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "386a0587e54ec6b15421b39ff7daca89ac2bd75ebc74af196954fd1c8ce752e6",
    openapi: include_str!("../openapi.json"),
};
