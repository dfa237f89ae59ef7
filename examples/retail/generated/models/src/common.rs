// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! Common: the canonical models of the domain, owned by integration-team.
//!
//! The few words that every domain shares: money, places, versions.
//! A type belongs here when at least three domains mean exactly the same thing by it.

mod address;
mod amount;
mod country;
mod currency;
mod language;
mod money;
mod percentage;
mod phone_number;
mod revision;

pub use address::{Address, AddressPatch};
pub use amount::Amount;
pub use country::Country;
pub use currency::Currency;
pub use language::Language;
pub use money::Money;
pub use percentage::Percentage;
pub use phone_number::PhoneNumber;
pub use revision::Revision;
