// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Order History Service, version 1.0.0 (service tier, order domain, owned by order-team).
//!
//! Remembers what became of the orders of each customer.
//! It asks nobody and owns no order: everything in it was told by events, in whatever order
//! they came, and could be told again.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`OrderHistoryServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`list_past_orders`](operations::list_past_orders) | `GET /v1/past-orders` | List what became of orders. |
//! | [`get_past_order`](operations::get_past_order) | `GET /v1/past-orders/{orderId}` | Read what became of an order. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`note_cancellation`](subscriptions::note_cancellation) | `order.order-cancelled.v1` | An order was given up, by the customer or by us. Whoever set something aside for it gives it back. |
//! | [`note_confirmation`](subscriptions::note_confirmation) | `order.order-confirmed.v1` | Stock is reserved and the payment is authorized, so from here on we owe a delivery. |
//! | [`note_order`](subscriptions::note_order) | `order.order-created.v1` | A customer placed an order and we accepted it; nothing is promised yet. |

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
pub use consumers::consumers;
pub use contract::OrderHistoryService;
pub use logic::OrderHistoryServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
