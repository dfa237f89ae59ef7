// @generated from specs/events/order.yaml by `cargo xtask generate`. Do not edit.

//! The events of the order domain, owned by order-team.
//!
//! The life of an order, one fact at a time.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`OrderCancelled`] | `order.order-cancelled.v1` | `orderId` | An order was given up, by the customer or by us. Whoever set something aside for it gives it back. |
//! | [`OrderConfirmed`] | `order.order-confirmed.v1` | `orderId` | Stock is reserved and the payment is authorized, so from here on we owe a delivery. |
//! | [`OrderCreated`] | `order.order-created.v1` | `orderId` | A customer placed an order and we accepted it; nothing is promised yet. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod order_cancelled;
mod order_confirmed;
mod order_created;

pub use order_cancelled::OrderCancelled;
pub use order_confirmed::OrderConfirmed;
pub use order_created::OrderCreated;
