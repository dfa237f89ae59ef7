// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Order Service, version 1.0.0 (service tier, order domain, owned by order-team).
//!
//! Owns the orders.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`OrderServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`create_order`](operations::create_order) | `POST /v1/orders` | Store an order. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Show an order. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`refund_order`](subscriptions::refund_order) | `order.order-archived.v1` | An order left the books. |
//! | [`count_order`](subscriptions::count_order) | `order.order-placed.v1` | A customer placed an order. |

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

pub use client::Client;
pub use consumers::{Apis, consumers};
pub use contract::OrderService;
pub use logic::OrderServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;

/// The Billing System API, which the handlers of this service may call.
pub mod billing {
    pub use billing_system_v2::{BillingSystem, Client, Stub, meta, operations, router, server};
}
