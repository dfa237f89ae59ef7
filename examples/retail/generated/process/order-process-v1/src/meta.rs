// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.6.0",
    major: 1,
    tier: Tier::Process,
    digest: "d9572538716d76e8c1cef449c09c60c844324c97df3812aca5960540c7fd34d2",
    openapi: include_str!("../openapi.json"),
};
