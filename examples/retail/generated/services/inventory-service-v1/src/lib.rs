// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Inventory Service, version 1.0.0 (service tier, inventory domain, owned by warehouse-team).
//!
//! Owns the stock ledger: how many pieces of what lie where.
//! It tells warehouses and shipping what there is; promises to customers are made by the ERP.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`InventoryService`] |
//! | serve it | [`router`], or [`server()`] to say how |
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

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::InventoryService;
pub use server::{router, server};
pub use stub::Stub;
pub use types::NewAdjustment;
