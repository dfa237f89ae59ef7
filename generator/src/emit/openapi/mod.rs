//! The OpenAPI 3.1 document of an API, and the JSON Schemas of its types.

mod document;

pub use document::document;
