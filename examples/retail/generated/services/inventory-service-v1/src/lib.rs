// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Inventory Service, version 1.1.0 (service tier, inventory domain, owned by warehouse-team).
//!
//! Owns the stock ledger: how many pieces of what lie where.
//! It tells warehouses and shipping what there is; promises to customers are made by the ERP.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`InventoryServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`list_stock_levels`](operations::list_stock_levels) | `GET /v1/stock-levels` | List what lies where. |
//! | [`get_stock_level`](operations::get_stock_level) | `GET /v1/warehouses/{warehouse}/stock-levels/{sku}` | Read how much of a product lies in a warehouse. |
//! | [`adjust_stock`](operations::adjust_stock) | `POST /v1/adjustments` | Correct the ledger. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`release_for_order`](subscriptions::release_for_order) | `order.order-cancelled.v1` | An order was given up, by the customer or by us. Whoever set something aside for it gives it back. |
//! | [`reserve_for_order`](subscriptions::reserve_for_order) | `order.order-created.v1` | A customer placed an order and we accepted it; nothing is promised yet. |

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
pub use contract::InventoryService;
pub use logic::InventoryServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
pub use types::NewAdjustment;
