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
    digest: "643203741648fb6d763a6811bf381bbe58438df6cc8a9699ad5fe0a56f2ae60d",
    openapi: include_str!("../openapi.json"),
};
