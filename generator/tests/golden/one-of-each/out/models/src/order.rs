// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! Order: the canonical models of the domain, owned by order-team.

mod card_payment;
mod customer_id;
mod invoice_payment;
mod order_id;
mod order_line;
mod order_model;
mod order_status;
mod payment;
mod revision;

pub use card_payment::CardPayment;
pub use customer_id::CustomerId;
pub use invoice_payment::InvoicePayment;
pub use order_id::OrderId;
pub use order_line::OrderLine;
pub use order_model::Order;
pub use order_status::OrderStatus;
pub use payment::Payment;
pub use revision::Revision;
