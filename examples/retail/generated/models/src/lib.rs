// @generated from specs/models by `cargo xtask generate`. Do not edit.

//! The canonical models of acme-retail: one module a domain.
//!
//! The integration platform of Acme Retail, a mid-sized retailer with a web shop, a mobile app
//! and a handful of resellers.
//! Channels speak to experience APIs, experience APIs to process APIs, and only process APIs
//! know the systems of record and the domain services.
//! Everything that crosses a team's border is written down here first and generated from here.

pub mod common;
pub mod customer;
pub mod inventory;
pub mod order;
pub mod payment;
pub mod shipping;
