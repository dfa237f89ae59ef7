// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Erp System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "erp-system",
    title: "Erp System API",
    version: "1.4.0",
    major: 1,
    tier: Tier::System,
    digest: "3753676d9ff02d379d3372b8bf7540db428eed7ce26f3858500e47d29c730896",
    openapi: include_str!("../openapi.json"),
};
