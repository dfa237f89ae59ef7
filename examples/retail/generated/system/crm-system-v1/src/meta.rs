// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the CRM System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "crm-system",
    title: "CRM System API",
    version: "1.2.0",
    major: 1,
    tier: Tier::System,
    digest: "88cf0a76c0db7bb18aad94a43f276d65ad81df50eb3f63b3fc752da1086589f0",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
