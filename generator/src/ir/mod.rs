//! What the specs mean: plain, closed, resolved data that knows neither YAML nor Rust.
//!
//! Everything here has passed linking, so a consumer never meets a dangling name, a malformed type
//! or an impossible constraint. Collections are ordered and hashing ignores places: the digest of an
//! element changes when its meaning changes and not when a line above it moves.

mod api;
mod change;
mod digest;
mod event;
mod operation;
mod place;
mod platform;
mod types;
mod uses;
mod value;

pub use api::{Api, ApiId, Contact, Dependency, Deprecation, ErrorOrigin, ErrorType, Tier};
pub use change::{Change, patched_with};
pub use digest::{Digest, digest_of};
pub use event::{
    Compatibility, Emission, Event, EventClass, EventRef, OnFailure, Service, Subscription,
};
pub use operation::{
    Duration, Header, HttpMethod, Idempotency, IfMatch, Operation, Paging, Parameter, ParameterIn,
    PathSegment, RateLimit, RateLimitBy, Response, Retry,
};
pub use place::Place;
pub use platform::{Domain, Nats, Platform};
pub use types::{
    Builtin, Classification, Constraints, Docs, EnumValue, Field, Home, Shape, Type, TypeId,
    TypeRef, UnionVariant,
};
pub use value::{Number, Value};
