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
    digest: "a704713c04c261d4b1e47921d58b441af2a7a488a54eca0aa23ffd3e15d26340",
    openapi: include_str!("../openapi.json"),
};
