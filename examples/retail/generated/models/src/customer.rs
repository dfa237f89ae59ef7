// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! Customer: the canonical models of the domain, owned by customer-team.
//!
//! Who buys from us.
//! The Customer Service owns the profile, the CRM owns the commercial standing; nobody else
//! keeps a copy that they call the truth.

mod contact;
mod customer_id;
mod customer_model;
mod customer_status;
mod day_part;
mod email_contact;
mod loyalty_level;
mod organization;
mod phone_contact;
mod postal_contact;
mod profile;
mod rating;
mod standing;

pub use contact::Contact;
pub use customer_id::CustomerId;
pub use customer_model::Customer;
pub use customer_status::CustomerStatus;
pub use day_part::DayPart;
pub use email_contact::EmailContact;
pub use loyalty_level::LoyaltyLevel;
pub use organization::{Organization, OrganizationPatch};
pub use phone_contact::PhoneContact;
pub use postal_contact::PostalContact;
pub use profile::{Profile, ProfilePatch};
pub use rating::Rating;
pub use standing::Standing;
