// @generated from specs/events/customer.yaml by `cargo xtask generate`. Do not edit.

//! The events of the customer domain, owned by customer-team.
//!
//! What happens to customers and their accounts.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`CustomerSyncedToCrm`] | `customer.customer-synced-to-crm.v1` | `customerId` | The CRM confirmed that it holds a certain revision of a customer. Reports that are made from the CRM wait for it before they trust what they read. |
//! | [`CustomerUpdated`] | `customer.customer-updated.v1` | `customerId` | A customer's account was opened, changed or closed. It carries the whole state, so a consumer that missed some still ends up right with the next one. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod customer_synced_to_crm;
mod customer_updated;

pub use customer_synced_to_crm::CustomerSyncedToCrm;
pub use customer_updated::CustomerUpdated;
