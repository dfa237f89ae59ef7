// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Payment Service, version 1.0.0 (service tier, payment domain, owned by payment-team).
//!
//! Owns the payment ledger: which order was paid with which authorization, and what became of
//! it.
//! It never talks to the provider; that is what the Payments System API is for.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`PaymentServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`record_payment`](operations::record_payment) | `POST /v1/payments` | Enter a payment. |
//! | [`get_payment`](operations::get_payment) | `GET /v1/payments/{paymentId}` | Read a payment. |
//! | [`list_payments`](operations::list_payments) | `GET /v1/payments` | List payments. |
//! | [`settle_payment`](operations::settle_payment) | `PUT /v1/payments/{paymentId}/status` | Enter what became of a payment. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`void_payment`](subscriptions::void_payment) | `order.order-cancelled.v1` | An order was given up, by the customer or by us. Whoever set something aside for it gives it back. |

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
pub use consumers::consumers;
pub use contract::PaymentService;
pub use logic::PaymentServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
pub use types::{NewPayment, Settlement};
