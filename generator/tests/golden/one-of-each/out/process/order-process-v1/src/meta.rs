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
    digest: "7a5697ec3825bbd43c15496fce613e6fdb255110cb84bfde281877632713dfae",
    openapi: include_str!("../openapi.json"),
};
