//! Everything that remembers: the systems of record and the domain services.

use std::sync::Arc;

use retail_domain::{Customers, Ledger, Orders, Payments};
use retail_system::{Crm, Erp, PayCo};

/// The parts of the enterprise with a memory of their own; cheap to clone.
///
/// Everything above them is stateless and could run many times over.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Commercial standings.
    pub crm: Arc<Crm>,
    /// Products, reservations and shipments.
    pub erp: Arc<Erp>,
    /// Money that is set aside.
    pub payco: Arc<PayCo>,
    /// Accounts.
    pub customers: Arc<Customers>,
    /// What lies where.
    pub stock: Arc<Ledger>,
    /// Orders.
    pub orders: Arc<Orders>,
    /// What was paid.
    pub payments: Arc<Payments>,
}
