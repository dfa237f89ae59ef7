// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payments System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "payments-system",
    title: "Payments System API",
    version: "1.1.0",
    major: 1,
    tier: Tier::System,
    digest: "6ab31f95ad72a06f7daafc35adf92e7af499fc0ad45a09072f1badeeb8b44976",
    openapi: include_str!("../openapi.json"),
};
