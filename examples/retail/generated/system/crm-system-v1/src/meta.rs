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
    digest: "7e6eb28c0d74c765360c040fd1fdc2ba014ff937148eca47455f493f6f5be566",
    openapi: include_str!("../openapi.json"),
};
