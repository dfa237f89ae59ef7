//! The three tiers in one process: every call is a function call.

use std::sync::Arc;

use retail_domain::{Customers, Ledger, Orders, Payments};
use retail_experience::{MobileApp, WebShop};
use retail_process::{CardOrderDesk, CustomerDesk, OrderDesk, ShippingDesk};
use retail_system::{Crm, Erp, PayCo};

use crate::records::Records;

type CustomerProcess = CustomerDesk<Arc<Customers>, Arc<Crm>, Arc<Orders>>;
type OldOrderProcess = CardOrderDesk<Arc<Crm>, Arc<Erp>, Arc<PayCo>, Arc<Payments>, Arc<Orders>>;
type OrderProcess =
    OrderDesk<Arc<Customers>, Arc<Crm>, Arc<Erp>, Arc<PayCo>, Arc<Payments>, Arc<Orders>>;
type ShippingProcess = ShippingDesk<Arc<Orders>, Arc<Ledger>, Arc<Erp>, Arc<PayCo>, Arc<Payments>>;

/// The enterprise without HTTP.
#[derive(Debug)]
pub struct InOneProcess {
    /// What remembers.
    pub records: Records,
    /// The Customer Experience API.
    pub web: WebShop<Arc<CustomerProcess>, Arc<OldOrderProcess>>,
    /// The Order Experience API.
    pub mobile: MobileApp<Arc<OrderProcess>, Arc<ShippingProcess>>,
    /// The Shipping Process API.
    pub shipping: Arc<ShippingProcess>,
}

impl InOneProcess {
    /// Wires everything.
    #[must_use]
    pub fn new() -> Self {
        let records = Records::on_the_first_day();
        let customers = Arc::new(CustomerDesk {
            customers: records.customers.clone(),
            crm: records.crm.clone(),
            orders: records.orders.clone(),
        });
        let old_orders = Arc::new(CardOrderDesk {
            crm: records.crm.clone(),
            erp: records.erp.clone(),
            payments: records.payco.clone(),
            ledger: records.payments.clone(),
            orders: records.orders.clone(),
        });
        let orders = Arc::new(OrderDesk {
            customers: records.customers.clone(),
            crm: records.crm.clone(),
            erp: records.erp.clone(),
            payments: records.payco.clone(),
            ledger: records.payments.clone(),
            orders: records.orders.clone(),
        });
        let shipping = Arc::new(ShippingDesk {
            orders: records.orders.clone(),
            stock: records.stock.clone(),
            erp: records.erp.clone(),
            payments: records.payco.clone(),
            ledger: records.payments.clone(),
        });
        Self {
            web: WebShop { customers, orders: old_orders },
            mobile: MobileApp { orders, shipping: shipping.clone() },
            shipping,
            records,
        }
    }
}

impl Default for InOneProcess {
    fn default() -> Self {
        Self::new()
    }
}
