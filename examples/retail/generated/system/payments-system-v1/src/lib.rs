// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Payments System API, version 1.1.0 (system tier, payment domain, owned by payment-team).
//!
//! The stable face of `PayCo`, our payment provider.
//! An authorization sets money aside, a capture takes it, and voiding gives it back.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`PaymentsSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`authorize`](operations::authorize) | `POST /v1/authorizations` | Set money aside. |
//! | [`get_authorization`](operations::get_authorization) | `GET /v1/authorizations/{authorizationId}` | Read an authorization. |
//! | [`capture_authorization`](operations::capture_authorization) | `POST /v1/captures` | Take the money. |
//! | [`void_authorization`](operations::void_authorization) | `DELETE /v1/authorizations/{authorizationId}` | Give the money back before it was taken. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::PaymentsSystem;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{AuthorizationRequest, CaptureRequest};
