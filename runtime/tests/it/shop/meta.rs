//! What the Order Process API is.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub(crate) static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Process,
    digest: "0f1e2d",
    openapi: r#"{"openapi":"3.1.0"}"#,
    asyncapi: Some(r#"{"asyncapi":"3.0.0"}"#),
};
