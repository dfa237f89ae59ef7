// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the ERP System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "erp-system",
    title: "ERP System API",
    version: "1.4.0",
    major: 1,
    tier: Tier::System,
    digest: "50142d15e69ba71501c8127f8c37b4c673be66f3e83918cb269d20af951e9572",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
