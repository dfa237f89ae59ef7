// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Order Experience API, version 1.2.0 (experience tier, order domain, owned by mobile-team).
//!
//! Browsing, buying and tracking, as the mobile app needs it.
//! The app is updated when its owner feels like it, so answers only ever grow.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`OrderExperience`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`browse_products`](operations::browse_products) | `GET /v1/products` | Browse the catalog. |
//! | [`get_shelf`](operations::get_shelf) | `GET /v1/shelves/{shelf}` | Show a shelf and the shelves inside it. |
//! | [`quote_basket`](operations::quote_basket) | `POST /v1/quotes` | Show what a basket costs. |
//! | [`check_out`](operations::check_out) | `POST /v1/orders` | Buy what is in the basket. |
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Show an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v1/orders` | Show the orders of a customer. |
//! | [`cancel_order`](operations::cancel_order) | `POST /v1/orders/{orderId}/cancellations` | Cancel an order. |
//! | [`track_order`](operations::track_order) | `GET /v1/orders/{orderId}/parcels` | Show where the parcels are. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::OrderExperience;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{
    Basket, BasketLine, BasketPrice, CancelForm, CheckOut, DeliveryAddress, OnAccount, OrderState,
    OrderView, PaidByCard, PaidByWallet, PaidOnAccount, PaidWith, ParcelView, PayWith, PaymentHint,
    ProductCard, SavedCard, Shelf, Tracking, Wallet,
};

/// The Order Process API, which this API may call.
pub mod orders {
    pub use order_process_v2::{
        Basket, CancelRequest, Client, OrderProcess, PlaceOrder, Quote, RequestedLine, Stub, errors,
        meta, operations, router, server,
    };
}

/// The Shipping Process API, which this API may call.
pub mod shipping {
    pub use shipping_process_v1::{
        Client, Plan, PlanOrder, ShipOrder, ShippingProcess, Speed, Stub, errors, meta, operations,
        router, server,
    };
}
