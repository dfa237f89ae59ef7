// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Order Process API, version 1.6.0 (process tier, order domain, owned by order-team).
//!
//! Takes an order from request to fulfilment, for one card and one address.
//! It was made when cards were all we took; version 2 takes every way to pay and tells more
//! when something goes wrong.
//!
//! **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
//! knows cards only, and its errors do not say which item is missing.
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
//! | [`get_order`](operations::get_order) | `GET /v1/orders/{orderId}` | Read an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v1/orders` | List the orders of a customer. |

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
pub use types::CardOrder;

/// The CRM System API, which this API may call.
pub mod crm {
    pub use crm_system_v1::{
        Client, CrmSystem, StandingRequest, Stub, errors, meta, operations, router, server,
    };
}

/// The ERP System API, which this API may call.
pub mod erp {
    pub use erp_system_v1::{
        Client, ErpSystem, ProductSort, ReservationRequest, ShipmentRequest, Stub, errors, meta,
        operations, router, server,
    };
}

/// The Payment Service, which this API may call.
pub mod ledger {
    pub use payment_service_v1::{
        Client, NewPayment, PaymentService, Settlement, Stub, errors, meta, operations, router,
        server,
    };
}

/// The Order Service, which this API may call.
pub mod orders {
    pub use order_service_v1::{
        CancelOrder, Client, NewOrder, OrderService, StatusChange, Stub, errors, meta, operations,
        router, server,
    };
}

/// The Payments System API, which this API may call.
pub mod payments {
    pub use payments_system_v1::{
        AuthorizationRequest, CaptureRequest, Client, PaymentsSystem, Stub, errors, meta,
        operations, router, server,
    };
}
