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
    digest: "98cfc4b83abe42deceb5904a878438ff406e07e8ae4fb89e5e2d28324b93b1a1",
    openapi: include_str!("../openapi.json"),
};
