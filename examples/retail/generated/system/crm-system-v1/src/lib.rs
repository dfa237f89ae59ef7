// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! CRM System API, version 1.3.0 (system tier, customer domain, owned by customer-team).
//!
//! The stable face of the CRM, which is older than some of the people who look after it.
//! It speaks of standings and customers; rating letters and return codes stay behind it, and
//! account numbers are for looking up.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`CrmSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`get_standing`](operations::get_standing) | `GET /v1/standings/{customerId}` | Read the commercial standing of a customer. |
//! | [`list_standings`](operations::list_standings) | `GET /v1/standings` | List commercial standings. |
//! | [`open_standing`](operations::open_standing) | `PUT /v1/standings/{customerId}` | Make a customer known to the CRM. |
//! | [`close_standing`](operations::close_standing) | `DELETE /v1/standings/{customerId}` | Let the CRM forget a customer. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::CrmSystem;
pub use server::{router, server};
pub use stub::Stub;
pub use types::StandingRequest;
