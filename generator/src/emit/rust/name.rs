//! Names of Rust items, crates and directories.

use crate::emit::rust::code::Ident;
use crate::ir::{ApiId, Platform, Tier};
pub use crate::rust_name::{constant, is_known, ty, value, variant};

/// A name as code.
pub fn ident(name: &str) -> Ident {
    Ident(name.to_owned().into())
}

/// The crate of an API or a service: `order-process-v1`.
pub fn contract_package(id: &ApiId) -> String {
    format!("{}-v{}", id.name, id.major)
}

/// The crate of the canonical models: `retail-models`.
pub fn models_package(platform: &Platform) -> String {
    format!("{}-models", platform.crate_prefix)
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
