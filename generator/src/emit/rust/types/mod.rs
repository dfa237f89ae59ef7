//! Named types as Rust items: records, enums, unions, newtypes, patches.
//!
//! Everything here starts from a [`Scope`]: the crate that is being printed and what is known of its types.

mod about;
mod define;
mod enumeration;
mod facts;
mod literal;
mod newtype;
mod patch;
mod record;
mod redact;
mod scope;
mod shape;
mod shaped;
mod size;
mod traits;
mod type_ref;
mod union;

pub use about::element_lines;
pub use define::{define, exports, module, reserve};
pub use literal::{count, default_of};
pub use record::{data, detail as record, too_many_flags};
pub use redact::{debug, is_redacted};
pub use scope::Scope;
pub use shape::shape_of;
pub use size::{record_size, size_of};
pub use type_ref::rust_type;
