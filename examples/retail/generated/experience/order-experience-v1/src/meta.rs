// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-experience",
    title: "Order Experience API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Experience,
    digest: "c1478b1920b410967969eef62f7951d27d18cdfddaeb77ce47722e9d0f3b4286",
    openapi: include_str!("../openapi.json"),
};
