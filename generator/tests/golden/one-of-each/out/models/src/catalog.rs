// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! Catalog: the canonical models of the domain, owned by catalog-team.
//!
//! What is for sale.

mod article;
mod availability;
mod category;
mod sku;
mod tags;
mod weight;

pub use article::Article;
pub use availability::Availability;
pub use category::Category;
pub use sku::Sku;
pub use tags::Tags;
pub use weight::Weight;
