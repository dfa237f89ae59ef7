// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! Obstacle API, version 1.0.0-rc.1+build.5 (process tier, words domain, owned by naming-team).
//!
//! Everything that can go wrong with a name or a text: `{{ raw }}`, "quotes", {curly},
//! CamelCase.
//!
//! A second paragraph.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ObstacleApi`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`new`](operations::new) | `POST /v1/things` | Make a "new" thing. |
//! | [`drop`](operations::drop) | `DELETE /v1/things/{self}` | `drop` it \| or not. |
//! | [`clone`](operations::clone) | `GET /v1/clones/{type}/{input}` | Clone. |
//! | [`into`](operations::into) | `GET /v1/into` | Into. |
//! | [`from_here`](operations::from_here) | `GET /v1/from-here` | Go. |
//! | [`into_there`](operations::into_there) | `GET /v1/into-there` | Arrive. |
//! | [`iter`](operations::iter) | `GET /v1/iter` | Iterate. |
//! | [`router`](operations::router) | `GET /v1/router` | Route. |
//! | [`api`](operations::api) | `GET /v1/api` | Called like a parameter. |
//! | [`server`](operations::server) | `GET /v1/server` | Called like another parameter. |
//! | [`jump`](operations::jump) | `PATCH /v1/hurdles/{self}` | Change what is nested. |
//! | [`shorten`](operations::shorten) | `GET /v1/short` | Answer what is longer than it may be. |
//! | [`std_`](operations::std_) | `GET /v1/std` | Standard. |
//! | [`core_`](operations::core_) | `GET /v1/core` | Core. |
//! | [`serde_`](operations::serde_) | `PUT /v1/serde` | Serde. |
//! | [`tiebeam_`](operations::tiebeam_) | `PATCH /v1/tiebeam` | Tiebeam. |
//! | [`self_`](operations::self_) | `GET /v1/self` | Self. |
//! | [`errors`](operations::errors) | `GET /v1/errors` | Errors. |
//! | [`a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more`](operations::a_very_long_operation_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more) | `GET /v1/a/very/long/path/that/goes/on/and/on/{andOn}/until/nobody/remembers/what/it/was/about/and/then/some/more` | Do something whose summary is also very long, much longer than a line of code should ever be allowed to be. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::ObstacleApi;
pub use server::{router, server};
pub use stub::Stub;
pub use types::{
    AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfItToo, Arc, Card,
    Cash, Hidden, Hurdle, HurdlePatch, Inner, InnerPatch, Long, Obstacle, Server, Short, Wrapped,
};

/// The Client API, which this API may call.
pub mod callers {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}

/// The Future API, which this API may call.
pub mod future_v1 {
    pub use future_v1::{Client, FutureApi, Stub, meta, operations, router, server};
}

/// The Client API, which this API may call.
pub mod tests {
    pub use client_v1::{Client, ClientApi, Server, Stub, meta, operations, router, server};
}
