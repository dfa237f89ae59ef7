// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What the Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "service",
    title: "Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "dc8175d4cee04ea634ab63b0cdd2168d8ebaa741ebe3924262d686d89234e391",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
