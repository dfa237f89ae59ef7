// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Process,
    digest: "547392c1ca94a243b01b9fb66031c25039bac3a356bdb5641add2ade45745382",
    openapi: include_str!("../openapi.json"),
};
