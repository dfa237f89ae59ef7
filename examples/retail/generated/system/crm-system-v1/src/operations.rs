// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the CRM System API, a module each.

pub mod close_standing;
pub mod get_standing;
pub mod list_standings;
pub mod open_standing;
