// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Fulfilment Service, version 1.0.0 (service tier, shipping domain, owned by logistics-team).
//!
//! Keeps the list of what the warehouse has to pack.
//! It hears of stock that is set aside, has the parcels planned, and strikes out what was
//! cancelled.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`FulfilmentServiceLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`get_plan`](operations::get_plan) | `GET /v1/plans/{orderId}` | Read what is to be packed for an order. |
//! | [`list_plans`](operations::list_plans) | `GET /v1/plans` | List what is to be packed. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`plan_parcels`](subscriptions::plan_parcels) | `inventory.inventory-reserved.v1` | Stock is set aside for an order; the Shipping Process API plans the parcels when it hears of it. |
//! | [`drop_plan`](subscriptions::drop_plan) | `order.order-cancelled.v1` | An order was given up, by the customer or by us. Whoever set something aside for it gives it back. |

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
pub use consumers::{Apis, consumers};
pub use contract::FulfilmentService;
pub use logic::FulfilmentServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
pub use types::{PackingPlan, PlanState};

/// The Shipping Process API, which the handlers of this service may call.
pub mod shipping {
    pub use shipping_process_v1::{
        Client, Plan, PlanOrder, ShipOrder, ShippingProcess, Speed, Stub, errors, meta, operations,
        router, server,
    };
}
