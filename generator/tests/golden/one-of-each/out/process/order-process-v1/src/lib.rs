// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! Order Process API, version 1.2.0 (process tier, order domain, owned by order-team).
//!
//! Takes an order from request to fulfilment.
//!
//! - checks the stock
//! - takes the payment
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`OrderProcess`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`place_order`](operations::place_order) | `POST /v1/orders` | Place an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v1/orders` | List the orders of a customer. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Show an order. |
//! | [`change_order`](operations::change_order) | `PATCH /v1/orders/{orderId}` | Change an order. |
//! | [`cancel_order`](operations::cancel_order) | `DELETE /v1/orders/{orderId}` | Cancel an order. |
//! | [`count_orders`](operations::count_orders) | `GET /v1/regions/{region}/count` | Count the orders of a region. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::OrderProcess;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{
    Count, DeliveryAddress, DeliveryAddressPatch, OrderChange, OrderChangePatch, OrderTicket,
    PlaceOrder,
};

/// The Billing System API, which this API may call.
pub mod billing {
    pub use billing_system_v2::{BillingSystem, Client, Stub, meta, operations, router, server};
}

/// The Order Service, which this API may call.
pub mod orders {
    pub use order_service_v1::{
        Client, OrderService, Stub, errors, meta, operations, router, server,
    };
}
