// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the CRM System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "crm-system",
    title: "CRM System API",
    version: "1.3.0",
    major: 1,
    tier: Tier::System,
    digest: "8706f2dc400e363de6c28af4fdcc015321af747efb6f16a6965101dd5a20d84e",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
