// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the CRM System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "crm-system",
    title: "CRM System API",
    version: "1.2.0",
    major: 1,
    tier: Tier::System,
    digest: "5631a07aa0cc05399c1ec5d0a4b969bd1b6f2a4790b34015fd06ecf289641b17",
    openapi: include_str!("../openapi.json"),
};
