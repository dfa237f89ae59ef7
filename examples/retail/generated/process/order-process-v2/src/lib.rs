// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! Order Process API, version 2.1.0 (process tier, order domain, owned by order-team).
//!
//! Takes an order from request to fulfilment, whatever the channel and however it is paid.
//!
//! An order is placed in five steps: the customer is looked up, the basket is priced, stock is
//! set aside, the payment is authorized, and the order is entered.
//! When a step fails, what was done before it is undone, the last thing first.
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
//! | [`list_products`](operations::list_products) | `GET /v2/products` | List what we sell. |
//! | [`get_category`](operations::get_category) | `GET /v2/categories/{category}` | Read a category with everything inside it. |
//! | [`quote_order`](operations::quote_order) | `POST /v2/quotes` | Price a basket. |
//! | [`place_order`](operations::place_order) | `POST /v2/orders` | Place an order. |
//! | [`get_order`](operations::get_order) | `GET /v2/orders/{orderId}` | Read an order. |
//! | [`list_orders`](operations::list_orders) | `GET /v2/orders` | List orders. |
//! | [`cancel_order`](operations::cancel_order) | `POST /v2/orders/{orderId}/cancellations` | Cancel an order. |
//! | [`find_order_by_number`](operations::find_order_by_number) | `GET /v2/order-numbers/{orderNumber}` | Find an order by its number. |

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
pub use types::{Basket, CancelRequest, PlaceOrder, Quote, RequestedLine};

/// The CRM System API, which this API may call.
pub mod crm {
    pub use crm_system_v1::{
        Client, CrmSystem, StandingRequest, Stub, errors, meta, operations, router, server,
    };
}

/// The Customer Service, which this API may call.
pub mod customers {
    pub use customer_service_v1::{
        Client, CustomerService, NewCustomer, Stub, errors, meta, operations, router, server,
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
