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
    digest: "71a0ee7704a904d1fc7bc009fba82e235573a041c373c5facbbad3717bb3ed02",
    openapi: include_str!("../openapi.json"),
};
