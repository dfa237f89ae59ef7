// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Customer Experience API, version 1.4.0 (experience tier, customer domain, owned by
//! web-team).
//!
//! Accounts, as the web shop shows them.
//! Every answer fits one page of the shop: flat, small, and with words that a customer would
//! use.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`CustomerExperience`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`sign_up`](operations::sign_up) | `POST /v1/accounts` | Open an account. |
//! | [`get_account`](operations::get_account) | `GET /v1/accounts/{customerId}` | Show an account. |
//! | [`change_settings`](operations::change_settings) | `PATCH /v1/accounts/{customerId}` | Change settings. |
//! | [`close_account`](operations::close_account) | `DELETE /v1/accounts/{customerId}` | Close an account. |
//! | [`get_dashboard`](operations::get_dashboard) | `GET /v1/accounts/{customerId}/dashboard` | Show the first page after the login. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::CustomerExperience;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{
    Account, AccountState, Dashboard, MemberLevel, OrderTeaser, PostalAddress, PostalAddressPatch,
    Settings, SettingsPatch, SignUp,
};

/// The Customer Process API, which this API may call.
pub mod customers {
    pub use customer_process_v1::{
        Client, CustomerProcess, Registration, Stub, errors, meta, operations, router, server,
    };
}

/// The Order Process API, which this API may call.
pub mod orders {
    pub use order_process_v1::{
        CardOrder, Client, OrderProcess, Stub, errors, meta, operations, router, server,
    };
}
