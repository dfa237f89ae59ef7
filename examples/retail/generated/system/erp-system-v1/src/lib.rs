// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! ERP System API, version 1.4.0 (system tier, inventory domain, owned by warehouse-team).
//!
//! The stable face of the ERP: products, promises on stock, and the papers with which parcels
//! leave the house.
//! Behind it, material numbers have eighteen digits and every field is in capitals.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ErpSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`list_products`](operations::list_products) | `GET /v1/products` | List products. |
//! | [`get_product`](operations::get_product) | `GET /v1/products/{sku}` | Read a product. |
//! | [`get_category`](operations::get_category) | `GET /v1/categories/{category}` | Read a category with everything inside it. |
//! | [`reserve_stock`](operations::reserve_stock) | `POST /v1/reservations` | Set stock aside. |
//! | [`get_reservation`](operations::get_reservation) | `GET /v1/reservations/{reservationId}` | Read a reservation. |
//! | [`release_stock`](operations::release_stock) | `DELETE /v1/reservations/{reservationId}` | Give stock back. |
//! | [`create_shipment`](operations::create_shipment) | `POST /v1/shipments` | Print the papers for a shipment. |
//! | [`get_shipment`](operations::get_shipment) | `GET /v1/shipments/{shipmentId}` | Read a shipment. |
//! | [`list_shipments`](operations::list_shipments) | `GET /v1/shipments` | List the shipments of an order. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::ErpSystem;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{ProductSort, ReservationRequest, ShipmentRequest};
