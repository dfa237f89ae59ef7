// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Order Service, version 1.4.0 (service tier, order domain, owned by order-team).
//!
//! Owns orders: their numbers, their lines and where they stand.
//! It checks that an order is complete and that its status moves forward only; whether the
//! order is a good idea was decided before.
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
//! | [`create_order`](operations::create_order) | `POST /v1/orders` | Enter an order. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Read an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v1/orders` | List orders. |
//! | [`change_status`](operations::change_status) | `PUT /v1/orders/{orderId}/status` | Move an order forward. |
//! | [`cancel_order`](operations::cancel_order) | `PUT /v1/orders/{orderId}/cancellation` | Give an order up. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`remember_reservation`](subscriptions::remember_reservation) | `inventory.inventory-reserved.v1` | Stock is set aside for an order; the Shipping Process API plans the parcels when it hears of it. |
//! | [`cancel_short_order`](subscriptions::cancel_short_order) | `inventory.inventory-short.v1` | Too little lies in our warehouse for an order, so nothing is set aside for it. |
//! | [`confirm_paid_order`](subscriptions::confirm_paid_order) | `payment.payment-authorized.v1` | The money for an order is set aside. |
//! | [`cancel_unpaid_order`](subscriptions::cancel_unpaid_order) | `payment.payment-failed.v1` | The provider declined, or did not answer in time and was told to forget it. |

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
pub use contract::OrderService;
pub use logic::OrderServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
pub use types::{CancelOrder, NewOrder, StatusChange};
