// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Crm System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "crm-system",
    title: "Crm System API",
    version: "1.2.0",
    major: 1,
    tier: Tier::System,
    digest: "be6af597d1c4c4c09759a732f5548e140e844e46f461b23c0c299377dbabdc5a",
    openapi: include_str!("../openapi.json"),
};
