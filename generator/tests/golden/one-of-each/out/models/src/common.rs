// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! Common: the canonical models of the domain, owned by platform-team.
//!
//! What every domain speaks of.

mod currency;
mod money;

pub use currency::Currency;
pub use money::Money;
