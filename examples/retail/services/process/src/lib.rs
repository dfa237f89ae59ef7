//! The business logic: what happens in which order, and what is undone when it fails.
//!
//! Every desk knows the contracts of what it uses and nothing else: in one process it is given the
//! implementations, across machines it is given clients, and it cannot tell the difference.
//!
//! | API | implementation |
//! | --- | --- |
//! | [`customer_process_v1`] | [`CustomerDesk`] |
//! | [`order_process_v1`] | [`CardOrderDesk`] |
//! | [`order_process_v2`] | [`OrderDesk`] |
//! | [`shipping_process_v1`] | [`ShippingDesk`] |

mod card_orders;
mod customers;
mod earlier;
mod keys;
mod orders;
mod placing;
mod pricing;
mod shipping;
mod undo;

pub use card_orders::CardOrderDesk;
pub use customers::CustomerDesk;
pub use orders::OrderDesk;
pub use placing::Placing;
pub use shipping::ShippingDesk;
