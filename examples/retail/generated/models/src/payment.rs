// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! Payment: the canonical models of the domain, owned by payment-team.
//!
//! How customers pay, and what became of it.
//! Card numbers never enter this platform: the channels exchange them for a token at the
//! provider, and the token is all we ever see.

mod authorization;
mod authorization_id;
mod authorization_status;
mod card_payment;
mod decline_reason;
mod invoice_payment;
mod payment_id;
mod payment_method;
mod payment_model;
mod wallet_payment;
mod wallet_provider;

pub use authorization::Authorization;
pub use authorization_id::AuthorizationId;
pub use authorization_status::AuthorizationStatus;
pub use card_payment::CardPayment;
pub use decline_reason::DeclineReason;
pub use invoice_payment::InvoicePayment;
pub use payment_id::PaymentId;
pub use payment_method::PaymentMethod;
pub use payment_model::Payment;
pub use wallet_payment::WalletPayment;
pub use wallet_provider::WalletProvider;
