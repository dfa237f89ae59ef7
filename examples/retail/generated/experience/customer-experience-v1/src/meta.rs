// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "customer-experience",
    title: "Customer Experience API",
    version: "1.4.0",
    major: 1,
    tier: Tier::Experience,
    digest: "77182a288b96fb21681563871ace9ffb1fe841253474b81e2582c20588ab5313",
    openapi: include_str!("../openapi.json"),
};
