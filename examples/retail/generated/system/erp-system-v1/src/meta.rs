// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the ERP System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "erp-system",
    title: "ERP System API",
    version: "1.4.0",
    major: 1,
    tier: Tier::System,
    digest: "d55148477aee19f60fec70c35142a9f8a42fe76fc5597d7901b3dd900f16ef91",
    openapi: include_str!("../openapi.json"),
};
