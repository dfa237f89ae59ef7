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
    digest: "afc6d56a6c7b150aa6d6b8b35f7a44982488d58e69608a433bee222c2b790d5f",
    openapi: include_str!("../openapi.json"),
};
