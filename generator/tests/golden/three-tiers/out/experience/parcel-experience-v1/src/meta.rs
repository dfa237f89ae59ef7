// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "parcel-experience",
    title: "Parcel Experience API",
    version: "1.0.0",
    major: 1,
    tier: Tier::Experience,
    digest: "0dc59fea16837f9282a8aa513d263743361cc757f98d73ccaba65adb795b1f2b",
    openapi: include_str!("../openapi.json"),
};
