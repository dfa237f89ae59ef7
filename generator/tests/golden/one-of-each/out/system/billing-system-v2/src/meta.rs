// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "2.1.0",
    major: 2,
    tier: Tier::System,
    digest: "953c09707ab1f500cf08a20982fe6c3f119fef292a492a0609b546e94b558800",
    openapi: include_str!("../openapi.json"),
};
