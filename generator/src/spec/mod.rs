//! The YAML as written: one Rust type per kind of document, one to one, without judgement.
//!
//! These types are the single definition of the language's shape: serde reads documents with them and
//! schemars turns them into the JSON Schemas that editors and the slow path of loading use.
//! They carry no places; an element is addressed by its document and JSON Pointer, and lines and
//! columns are computed only for the few elements that have something wrong.

mod api;
mod common;
mod events;
mod forms;
mod load;
mod models;
mod platform;
mod schema;
mod service;
mod words;

pub use api::{Api, Defaults, ErrorDef, Operation, ResponseDef, ResponseLong, Tier};
pub use common::{
    Classification, Deprecation, Field, FieldLong, Idempotency, IfMatch, Lifecycle, Literal, Map,
    Page, RateLimit, Retry,
};
pub use events::{Event, Events};
pub use load::{Document, Kind, Specs, load, load_texts};
pub use models::{EnumValues, Models, TypeDef, Union};
pub use platform::{
    Bus, Crates, Embedded, Generate, Governance, Nats, Platform, Region, Routing, Security,
};
pub use schema::{schema, schemas};
pub use service::{Service, Subscription};
