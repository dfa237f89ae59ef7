// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Customer Process API, version 1.4.0 (process tier, customer domain, owned by customer-team).
//!
//! Takes a customer from the first visit to the last.
//! It keeps the Customer Service and the CRM in agreement and knows the rules that belong to
//! neither.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`CustomerProcess`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`register_customer`](operations::register_customer) | `POST /v1/customers` | Register a customer. |
//! | [`get_customer`](operations::get_customer) | `GET /v1/customers/{customerId}` | Read a customer. |
//! | [`list_customers`](operations::list_customers) | `GET /v1/customers` | List customers. |
//! | [`change_profile`](operations::change_profile) | `PATCH /v1/customers/{customerId}` | Change a profile in part. |
//! | [`close_customer`](operations::close_customer) | `DELETE /v1/customers/{customerId}` | Close an account. |
//! | [`list_order_history`](operations::list_order_history) | `GET /v1/customers/{customerId}/order-history` | List what became of the orders of a customer. |
//! | [`get_standing`](operations::get_standing) | `GET /v1/customers/{customerId}/standing` | Read the commercial standing of a customer. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::CustomerProcess;
pub use server::{router, server};
pub use stub::Stub;
pub use types::Registration;

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

/// The Order History Service, which this API may call.
pub mod history {
    pub use order_history_service_v1::{
        Client, OrderHistoryService, Stub, errors, meta, operations, router, server,
    };
}

/// The Order Service, which this API may call.
pub mod orders {
    pub use order_service_v1::{
        CancelOrder, Client, NewOrder, OrderService, StatusChange, Stub, errors, meta, operations,
        router, server,
    };
}
