// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Shipping Process API, version 1.2.0 (process tier, shipping domain, owned by
//! logistics-team).
//!
//! Gets confirmed orders out of the house and tells where they are.
//! It chooses the carrier; the ERP prints the papers.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ShippingProcess`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`plan_shipment`](operations::plan_shipment) | `POST /v1/plans` | Plan the parcels of an order. |
//! | [`create_shipment`](operations::create_shipment) | `POST /v1/shipments` | Ship an order. |
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
pub use contract::ShippingProcess;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{Plan, PlanOrder, ShipOrder, Speed};

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

/// The Inventory Service, which this API may call.
pub mod stock {
    pub use inventory_service_v1::{
        Client, InventoryService, NewAdjustment, Stub, errors, meta, operations, router, server,
    };
}
