// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Customer Service, version 1.2.0 (service tier, customer domain, owned by customer-team).
//!
//! Owns the accounts and profiles of our customers.
//! Every change is an event, and whoever needs to know listens to those instead of asking here
//! again and again.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`CustomerServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`create_customer`](operations::create_customer) | `POST /v1/customers` | Open an account. |
//! | [`get_customer`](operations::get_customer) | `GET /v1/customers/{customerId}` | Read an account. |
//! | [`list_customers`](operations::list_customers) | `GET /v1/customers` | List accounts. |
//! | [`change_profile`](operations::change_profile) | `PATCH /v1/customers/{customerId}` | Change a profile in part. |
//! | [`close_customer`](operations::close_customer) | `DELETE /v1/customers/{customerId}` | Close an account. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`tell_crm`](subscriptions::tell_crm) | `customer.customer-updated.v1` | A customer's account was opened, changed or closed. It carries the whole state, so a consumer that missed some still ends up right with the next one. |
//! | [`raise_loyalty`](subscriptions::raise_loyalty) | `order.order-confirmed.v1` | Stock is reserved and the payment is authorized, so from here on we owe a delivery. |

mod client;
mod consumers;
mod contract;
pub mod errors;
mod logic;
pub mod meta;
pub mod operations;
mod server;
mod service;
mod stub;
pub mod subscriptions;
mod types;

pub use client::Client;
pub use consumers::{Apis, consumers};
pub use contract::CustomerService;
pub use logic::CustomerServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
pub use types::NewCustomer;

/// The CRM System API, which the handlers of this service may call.
pub mod crm {
    pub use crm_system_v1::{
        Client, CrmSystem, StandingRequest, Stub, errors, meta, operations, router, server,
    };
}
