//! Operations as data: what travels, where, and under which policies; and the traits that tie types to them.

mod answer;
mod api;
mod buffer;
mod definition;
mod input;
mod output;
mod policy;
mod query;
mod reply;

pub use answer::Answer;
pub use api::{Api, Tier};
pub use definition::{Method, Operation, Parameter, Success};
pub use input::{Input, Invalid};
pub use output::Output;
pub(crate) use output::{RESERVED, Written};
pub use policy::{Deprecation, Idempotency, Paging, Precondition, RateLimit, RateLimitBy, Retry};
pub(crate) use query::{Query, as_uri, segment};
pub use reply::{Decode, Encode, Failure, Reply};

pub use crate::shape::ParameterIn;
