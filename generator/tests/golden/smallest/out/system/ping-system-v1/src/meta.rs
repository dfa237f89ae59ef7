// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! What the Ping System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "ping-system",
    title: "Ping System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "bab2d14e061676b0021c33befa6ad577404f16646002bd7f1abca7cc0ff1c4b4",
    openapi: include_str!("../openapi.json"),
};
