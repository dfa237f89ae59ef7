// @generated from specs/events by `cargo xtask generate`. Do not edit.

//! The events of the order domain, owned by order-team.
//!
//! What happens to orders, since they are priced.
//!
//! What happens to orders.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`OrderArchived`] | `order.order-archived.v1` |  | An order left the books. |
//! | [`OrderPlaced`] | `order.order-placed.v1` | `orderId` | A customer placed an order. |
//! | [`OrderPlacedV2`] | `order.order-placed.v2` | `orderId` | A customer placed an order, and knows what it costs. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod order_archived;
mod order_placed;
mod order_placed_v2;

pub use order_archived::OrderArchived;
pub use order_placed::OrderPlaced;
pub use order_placed_v2::OrderPlacedV2;
