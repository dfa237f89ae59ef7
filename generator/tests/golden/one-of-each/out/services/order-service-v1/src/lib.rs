// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Order Service, version 1.0.0 (service tier, order domain, owned by order-team).
//!
//! Owns the orders.
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
//! | [`create_order`](operations::create_order) | `POST /v1/orders` | Store an order. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Show an order. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::OrderService;
pub use server::{router, server};
pub use stub::Stub;
