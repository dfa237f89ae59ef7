//! The domain services: each owns its data, and nobody else reads it.
//!
//! | service | implementation |
//! | --- | --- |
//! | [`customer_service_v1`] | [`Customers`] |
//! | [`inventory_service_v1`] | [`Ledger`] |
//! | [`order_service_v1`] | [`Orders`] |
//! | [`payment_service_v1`] | [`Payments`] |

mod customers;
mod ledger;
mod orders;
mod payments;
mod revision;

pub use customers::Customers;
pub use ledger::Ledger;
pub use orders::Orders;
pub use payments::Payments;
