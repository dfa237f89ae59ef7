// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payments System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "payments-system",
    title: "Payments System API",
    version: "1.1.0",
    major: 1,
    tier: Tier::System,
    digest: "f8215a4f03e5d8e7dff1cec2cf1ed707855e872fb9ecc3fc41f32c8fb70e75da",
    openapi: include_str!("../openapi.json"),
};
