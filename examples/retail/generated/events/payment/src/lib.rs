// @generated from specs/events/payment.yaml by `cargo xtask generate`. Do not edit.

//! The events of the payment domain, owned by payment-team.
//!
//! What the payment ledger learned.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`PaymentAuthorized`] | `payment.payment-authorized.v1` | `orderId` | The money for an order is set aside. |
//! | [`PaymentFailed`] | `payment.payment-failed.v1` | `orderId` | The provider declined, or did not answer in time and was told to forget it. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod payment_authorized;
mod payment_failed;

pub use payment_authorized::PaymentAuthorized;
pub use payment_failed::PaymentFailed;
