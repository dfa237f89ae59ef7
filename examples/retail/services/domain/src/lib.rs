//! The domain services: each owns its data, and nobody else reads it.
//!
//! | service | implementation | its tables |
//! | --- | --- | --- |
//! | [`customer_service_v1`] | [`Customers`] | `accounts`, `confirmed_orders` |
//! | [`fulfilment_service_v1`] | [`Fulfilment`] | `plans` |
//! | [`inventory_service_v1`] | [`Ledger`] | `stock_levels`, `reservations` |
//! | [`order_history_service_v1`] | [`Histories`] | `past_orders` |
//! | [`order_service_v1`] | [`Orders`] | `orders`, `order_numbers` |
//! | [`payment_service_v1`] | [`Payments`] | `payments` |
//!
//! Each service is three rooms, and a request goes through them in this order:
//!
//! - the *logic*: what the generated trait asks, said in one line each. Each of its methods is given a unit of work: a
//!   transaction, and the way to emit what its spec declares.
//! - `rules`: the business, where there is more to it than to keep. Its functions work in a transaction that somebody else began and will end, so they serve
//!   whoever has one: a request or an event.
//! - `rows`: the SQL, and the tables that it needs. What is searched or checked is a column, everything else is in a
//!   JSON document beside it; what must never be wrong is a constraint.
//!
//! A handler that calls other APIs is given its [`Effects`](tiebeam::consumer::Effects) first, and a unit of work when it
//! has called: no transaction waits for a network.
//!
//! The SQL is the same on SQLite and on PostgreSQL.

mod customers;
mod document;
mod fulfilment;
mod histories;
mod ledger;
mod listing;
mod orders;
mod payments;
mod revision;
mod schema;

pub use customers::Customers;
pub use fulfilment::Fulfilment;
pub use histories::Histories;
pub use ledger::Ledger;
pub use orders::Orders;
pub use payments::Payments;
