//! The `OpenAPI` 3.1 document of an API, and the JSON Schemas of its types and of events.
//!
//! # Closed requests, open responses
//!
//! A server refuses members it does not know; a client ignores them. A schema therefore depends on the
//! way its values travel. In a request, records are closed (`additionalProperties: false`), enums list
//! all their values and unions all their kinds. In a response, records are open, enums are strings
//! whose known values are named by `x-extensible-enum`, and unions take kinds they do not know.
//!
//! One component serves both ways wherever the two schemas would be the same (a newtype of a scalar).
//! Otherwise each way that is used has a component of its own: `Order` is what a response holds, or the
//! only one there is; `OrderInput` is what a request holds where both are needed, and whatever a
//! component refers to travels the same way as the component itself.
//!
//! # Names of components
//!
//! | component | key | where that is taken |
//! | --- | --- | --- |
//! | a type of the API itself | `Quote` | |
//! | a canonical model | `Order` | `order.Order` |
//! | its form in requests, where both are used | `OrderInput` | `Order-Input` |
//! | a merge patch of it | `OrderPatch` | `Order-Patch` |
//! | a page of it | `OrderPage` | `Order-Page` |
//! | a kind of the union `Payment` | `Payment.card` | |
//! | a problem type | `OutOfStockProblem` | `OutOfStock-Problem` |
//!
//! Names of types hold neither `.` nor `-`, so the second choice is always free.
//!
//! # Order
//!
//! The text depends on nothing but the IR: members are written in the order of the specs or of the
//! `OpenAPI` specification, and what `utoipa` keeps in hash maps is put in order before it is printed.

mod catalog;
mod constraints;
mod document;
mod dress;
mod examples;
pub(super) mod json;
mod names;
mod operation;
mod order;
mod parameters;
mod problems;
mod responses;
mod schema;
mod standalone;
mod text;

pub use catalog::Direction;
pub(super) use document::contact;
pub use document::document;
pub(super) use dress::description;
pub(super) use standalone::payloads;
pub use standalone::{event_schema, schema};
pub(super) use text::{deprecation, paragraphs};
