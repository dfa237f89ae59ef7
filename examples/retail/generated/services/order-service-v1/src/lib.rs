// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Order Service, version 1.3.0 (service tier, order domain, owned by order-team).
//!
//! Owns orders: their numbers, their lines and where they stand.
//! It checks that an order is complete and that its status moves forward only; whether the
//! order is a good idea was decided before.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`OrderService`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`create_order`](operations::create_order) | `POST /v1/orders` | Enter an order. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Read an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v1/orders` | List orders. |
//! | [`change_status`](operations::change_status) | `PUT /v1/orders/{orderId}/status` | Move an order forward. |
//! | [`cancel_order`](operations::cancel_order) | `PUT /v1/orders/{orderId}/cancellation` | Give an order up. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::OrderService;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{CancelOrder, NewOrder, StatusChange};
