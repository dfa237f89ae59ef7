//! Names of Rust items, crates and directories.

use crate::emit::rust::code::Ident;
use crate::ir::{ApiId, Platform, Tier};
pub use crate::rust_name::{constant, event, is_known, ty, value, variant};

/// A name as code.
pub fn ident(name: &str) -> Ident {
    Ident(name.to_owned().into())
}

/// A module beside which code names other crates: `place_order`; one called like such a crate gets a trailing
/// underscore, because paths that begin with its name would be ambiguous.
pub fn module(platform: &Platform, name: &str) -> String {
    let module = value(name);
    let is_crate = CRATES.contains(&module.as_str());
    if is_crate || module == library(&models_package(platform)) { module + "_" } else { module }
}

/// Crates that generated code names.
static CRATES: &[&str] = &["alloc", "core", "proc_macro", "serde", "std", "test", "tiebeam"];

/// The crate of an API or a service: `order-process-v1`.
pub fn contract_package(id: &ApiId) -> String {
    format!("{}-v{}", id.name, id.major)
}

/// The crate of the canonical models: `retail-models`.
pub fn models_package(platform: &Platform) -> String {
    format!("{}-models", platform.crate_prefix)
}

/// The crate of a domain's events: `retail-order-events`.
pub fn events_package(platform: &Platform, domain: &str) -> String {
    format!("{}-{domain}-events", platform.crate_prefix)
}

/// The directory of the crate of a domain's events: `events/order`.
pub fn events_directory(domain: &str) -> String {
    format!("events/{domain}")
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
