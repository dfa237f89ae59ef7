//! Everything that remembers: the systems of record and the domain services.

use std::sync::Arc;

use retail_domain::{Customers, Ledger, Orders, Payments};
use retail_models::inventory::WarehouseCode;
use retail_system::{Crm, Erp, PayCo};

/// The parts of the enterprise with a memory of their own; cheap to clone.
///
/// Everything above them is stateless and could run many times over.
#[derive(Debug, Clone)]
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

impl Records {
    /// The records on the day on which the shop opens: the shelves are full, and nobody has ordered yet.
    #[must_use]
    pub fn on_the_first_day() -> Self {
        let (erp, stock) = (Erp::default(), Ledger::default());
        let warehouse = WarehouseCode("IE01".to_owned());
        for sku in erp.skus() {
            let pieces = erp.available(sku);
            stock.receive(sku.clone(), warehouse.clone(), pieces);
        }
        Self {
            crm: Arc::default(),
            erp: Arc::new(erp),
            payco: Arc::default(),
            customers: Arc::default(),
            stock: Arc::new(stock),
            orders: Arc::default(),
            payments: Arc::default(),
        }
    }
}
