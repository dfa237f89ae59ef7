//! Names of Rust items for the names of the specs.
//!
//! Casing itself is `crate::casing`, which linking uses too; this module adds what only Rust asks: words that are
//! keywords, names that would hide the prelude's, identifiers that start with a digit.

use proc_macro2::Ident;
use quote::format_ident;

use crate::casing;
use crate::ir::{ApiId, Tier};

/// A field, a variable, a method or a module: `order_line`; a keyword gets a trailing underscore.
pub fn value(name: &str) -> String {
    let mut text = casing::snake(name);
    if text.is_empty() || text.starts_with(|first: char| first.is_ascii_digit()) {
        text.insert(0, '_');
    }
    if casing::is_keyword(&text) {
        text.push('_');
    }
    text
}

/// A type or a variant: `OrderLine`; names that would hide one of the prelude's end in `Model`.
pub fn ty(name: &str) -> String {
    let mut text = casing::pascal(name);
    if text.is_empty() || text.starts_with(|first: char| first.is_ascii_digit()) {
        text.insert(0, 'N');
    }
    if HIDING.binary_search(&text.as_str()).is_ok() {
        text.push_str("Model");
    }
    text
}

/// A constant or a static: `OUT_OF_STOCK`.
pub fn constant(name: &str) -> String {
    casing::screaming(name)
}

/// Tokens of a name.
pub fn ident(name: &str) -> Ident {
    format_ident!("{name}")
}

/// The crate of an API or a service: `order-process-v1`.
pub fn contract_package(id: &ApiId) -> String {
    format!("{}-v{}", id.name, id.major)
}

/// The directory of an API's or a service's crate: `process/order-process-v1`.
pub fn contract_directory(tier: Tier, id: &ApiId) -> String {
    let room = match tier {
        Tier::Experience => "experience",
        Tier::Process => "process",
        Tier::System => "system",
        Tier::Service => "services",
    };
    format!("{room}/{}", contract_package(id))
}

/// The name a crate goes by in Rust code: `order_process_v1`.
pub fn library(package: &str) -> String {
    package.replace('-', "_")
}

/// Names of the prelude, and of what generated code uses everywhere, that a spec's type must not hide. Sorted.
static HIDING: &[&str] = &[
    "Box", "Clone", "Copy", "Debug", "Default", "Deserialize", "Drop", "Eq", "Err", "Fn", "From", "Hash", "Into",
    "Iterator", "None", "Ok", "Option", "Ord", "PartialEq", "PartialOrd", "Result", "Self", "Send", "Serialize", "Some",
    "String", "Sync", "ToString", "Vec",
];
