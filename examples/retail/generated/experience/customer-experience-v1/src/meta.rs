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
    digest: "8187490bfb137b9349793c6bf73c6ffee7c4824e4f309bd28384c428771767a5",
    openapi: include_str!("../openapi.json"),
};
