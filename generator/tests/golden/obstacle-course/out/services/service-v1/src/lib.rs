// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Service, version 1.0.0 (service tier, words domain, owned by naming-team).
//!
//! A service called like what is made of it, whose aliases and handlers are called like
//! everything around them.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ServiceApiLogic`] and make a [`Service`] of it |
//! | serve it | [`router`], or [`server()`] to say how |
//! | let it consume events | [`consumers`] |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`work`](operations::work) | `GET /v1/work` | Work. |
//!
//! # Subscriptions
//!
//! | handler | event | what happened |
//! | --- | --- | --- |
//! | [`bus`](subscriptions::bus) | `words.class.v1` | A class \| with a pipe. |
//! | [`consumers`](subscriptions::consumers) | `words.event.v1` | Called like the trait. |
//! | [`apis`](subscriptions::apis) | `words.first.v1` | Called like what comes before. |
//! | [`effects`](subscriptions::effects) | `words.lib.v1` | Its file would be the root. |

mod client;
mod consumers;
mod contract;
mod logic;
pub mod meta;
pub mod operations;
mod server;
mod service;
mod stub;
pub mod subscriptions;

pub use client::Client;
pub use consumers::{Apis, consumers};
pub use contract::ServiceApi;
pub use logic::ServiceApiLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;

/// The Client API, which the handlers of this service may call.
pub mod apis {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}

/// The Client API, which the handlers of this service may call.
pub mod arc {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}

/// The Client API, which the handlers of this service may call.
pub mod effects {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}

/// The Future API, which the handlers of this service may call.
pub mod events {
    pub use future_v1::{Client, FutureApi, Stub, meta, operations, router, server};
}

/// The Future API, which the handlers of this service may call.
pub mod result {
    pub use future_v1::{Client, FutureApi, Stub, meta, operations, router, server};
}

/// The Client API, which the handlers of this service may call.
pub mod t {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}

/// The Future API, which the handlers of this service may call.
pub mod work {
    pub use future_v1::{Client, FutureApi, Stub, meta, operations, router, server};
}
