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
    digest: "132ed3eccb8cd80de5e110c54c031270a8625dafd32ce8d14d2b9c55d3542d9e",
    openapi: include_str!("../openapi.json"),
};
