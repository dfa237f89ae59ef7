//! What generated code calls: shapes and their validation, problems, serving and calling over HTTP.
//!
//! | to | use |
//! | --- | --- |
//! | know who asks, for how long, as part of what | [`Context`] |
//! | say what went wrong | [`Problem`], [`ProblemType`] |
//! | describe what a value looks like | [`shape`] |
//! | describe an operation, read and write its messages | [`operation`] |
//! | serve an API | [`Server`], [`serve`] |
//! | make a repeated request safe | [`idempotency`] |
//! | keep what is durable | [`store`] |
//! | call an API | [`Client`] |
//! | say what happened, and read what others say | [`event`] |
//! | carry events from who publishes to who subscribed | [`bus`] |
//! | pass on the failure of a call further down | [`Upstream`] |
//! | see what happens: logs, metrics | [`telemetry`] |
//! | stand in for an API in a test | [`stub`] |

#![warn(missing_docs)]

pub mod breaker;
pub mod bulkhead;
pub mod bus;
pub mod clock;
pub mod context;
pub mod etag;
pub mod event;
pub mod http;
pub mod idempotency;
mod literal;
pub mod operation;
pub mod page;
pub mod patch;
pub mod problem;
mod redacted;
mod retry;
pub mod shape;
pub mod store;
pub mod stub;
pub mod telemetry;
#[cfg(any(test, feature = "testkit"))]
pub mod testkit;
mod text;
pub mod types;
pub mod union;
pub mod upstream;
mod window;

pub use axum::Router;

pub use self::context::Context;
pub use self::etag::{ETag, IfMatch};
pub use self::http::{Client, Server, serve};
pub use self::idempotency::IdempotencyKey;
pub use self::literal::literal;
pub use self::page::{Cursor, CursorKey, Page, PageRequest};
pub use self::patch::Patch;
pub use self::problem::{Problem, ProblemType};
pub use self::redacted::Redacted;
pub use self::upstream::Upstream;
