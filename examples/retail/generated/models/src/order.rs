// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! Order: the canonical models of the domain, owned by order-team.
//!
//! What customers ask for and what we promised them.
//! An order is never edited: it is placed, and then either fulfilled or cancelled.

mod cancellation;
mod cancellation_reason;
mod discount;
mod order_id;
mod order_line;
mod order_model;
mod order_number;
mod order_status;
mod past_order;
mod percentage_discount;
mod voucher_discount;

pub use cancellation::Cancellation;
pub use cancellation_reason::CancellationReason;
pub use discount::Discount;
pub use order_id::OrderId;
pub use order_line::OrderLine;
pub use order_model::Order;
pub use order_number::OrderNumber;
pub use order_status::OrderStatus;
pub use past_order::PastOrder;
pub use percentage_discount::PercentageDiscount;
pub use voucher_discount::VoucherDiscount;
