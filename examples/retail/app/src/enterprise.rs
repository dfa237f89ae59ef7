//! The enterprise over HTTP: every API on a host of its own, generated clients in between.

use std::fmt;

use retail_experience::{MobileApp, WebShop};
use retail_process::{CardOrderDesk, CustomerDesk, OrderDesk, ShippingDesk};
use tiebeam::Client;

use crate::hosts::{Host, Hosts, Ports};
use crate::journal::Journal;
use crate::records::Records;

/// The enterprise while it runs.
#[derive(Debug)]
pub struct Enterprise {
    /// What remembers.
    pub records: Records,
    /// Which requests crossed which tier.
    pub journal: Journal,
    /// The way of the web channel.
    pub web: customer_experience_v1::Client,
    /// The way of the mobile channel.
    pub mobile: order_experience_v1::Client,
    /// The way of the warehouse, which works with the Shipping Process API itself.
    pub shipping: shipping_process_v1::Client,
    hosts: Hosts,
}

/// The ways to everything that the process tier may call.
struct Foundation {
    crm: Client,
    erp: Client,
    payments: Client,
    customers: Client,
    stock: Client,
    orders: Client,
    ledger: Client,
}

impl Enterprise {
    /// Starts everything, from the bottom up.
    ///
    /// # Errors
    ///
    /// When a port is not free.
    pub async fn start(ports: Ports) -> anyhow::Result<Self> {
        let records = Records::on_the_first_day();
        let journal = Journal::default();
        let mut hosts = Hosts::new(ports, journal.clone());
        let below = Foundation::start(&mut hosts, &records).await?;

        let customers = hosts.serve(&customer_process_v1::meta::API, below.customer_process());
        let customers = customer_process_v1::Client::new(customers.await?);
        let old_orders = hosts.serve(&order_process_v1::meta::API, below.order_process_v1());
        let old_orders = order_process_v1::Client::new(old_orders.await?);
        let orders = hosts.serve(&order_process_v2::meta::API, below.order_process_v2());
        let orders = order_process_v2::Client::new(orders.await?);
        let shipping = hosts.serve(&shipping_process_v1::meta::API, below.shipping_process());
        let shipping = shipping_process_v1::Client::new(shipping.await?);

        let web = customer_experience_v1::router(WebShop { customers, orders: old_orders });
        let web = hosts.serve(&customer_experience_v1::meta::API, web).await?;
        let mobile = order_experience_v1::router(MobileApp { orders, shipping: shipping.clone() });
        let mobile = hosts.serve(&order_experience_v1::meta::API, mobile).await?;
        Ok(Self {
            records,
            journal,
            web: customer_experience_v1::Client::new(web),
            mobile: order_experience_v1::Client::new(mobile),
            shipping,
            hosts,
        })
    }

    /// The host that serves an API, by its name and major version.
    #[must_use]
    pub fn host(&self, name: &str, major: u32) -> Option<&Host> {
        self.hosts.iter().find(|host| host.api.name == name && host.api.major == major)
    }

    /// Every API that is being served, from the bottom up.
    pub fn hosts(&self) -> impl Iterator<Item = &Host> {
        self.hosts.iter()
    }

    /// How many APIs are being served.
    #[must_use]
    pub fn size(&self) -> usize {
        self.hosts.iter().count()
    }
}

/// A table of addresses, from the channels down.
impl fmt::Display for Enterprise {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for host in self.hosts.iter().rev() {
            writeln!(formatter, "{host}")?;
        }
        Ok(())
    }
}

impl Foundation {
    /// Serves the systems of record and the domain services.
    async fn start(hosts: &mut Hosts, records: &Records) -> anyhow::Result<Self> {
        let crm = crm_system_v1::router(records.crm.clone());
        let erp = erp_system_v1::router(records.erp.clone());
        let payments = payments_system_v1::router(records.payco.clone());
        let customers = customer_service_v1::router(records.customers.clone());
        let stock = inventory_service_v1::router(records.stock.clone());
        let orders = order_service_v1::router(records.orders.clone());
        let ledger = payment_service_v1::router(records.payments.clone());
        Ok(Self {
            crm: hosts.serve(&crm_system_v1::meta::API, crm).await?,
            erp: hosts.serve(&erp_system_v1::meta::API, erp).await?,
            payments: hosts.serve(&payments_system_v1::meta::API, payments).await?,
            customers: hosts.serve(&customer_service_v1::meta::API, customers).await?,
            stock: hosts.serve(&inventory_service_v1::meta::API, stock).await?,
            orders: hosts.serve(&order_service_v1::meta::API, orders).await?,
            ledger: hosts.serve(&payment_service_v1::meta::API, ledger).await?,
        })
    }

    fn customer_process(&self) -> axum::Router {
        customer_process_v1::router(CustomerDesk {
            customers: customer_service_v1::Client::new(self.customers.clone()),
            crm: crm_system_v1::Client::new(self.crm.clone()),
            orders: order_service_v1::Client::new(self.orders.clone()),
        })
    }

    fn order_process_v1(&self) -> axum::Router {
        order_process_v1::router(CardOrderDesk {
            crm: crm_system_v1::Client::new(self.crm.clone()),
            erp: erp_system_v1::Client::new(self.erp.clone()),
            payments: payments_system_v1::Client::new(self.payments.clone()),
            ledger: payment_service_v1::Client::new(self.ledger.clone()),
            orders: order_service_v1::Client::new(self.orders.clone()),
        })
    }

    fn order_process_v2(&self) -> axum::Router {
        order_process_v2::router(OrderDesk {
            customers: customer_service_v1::Client::new(self.customers.clone()),
            crm: crm_system_v1::Client::new(self.crm.clone()),
            erp: erp_system_v1::Client::new(self.erp.clone()),
            payments: payments_system_v1::Client::new(self.payments.clone()),
            ledger: payment_service_v1::Client::new(self.ledger.clone()),
            orders: order_service_v1::Client::new(self.orders.clone()),
        })
    }

    fn shipping_process(&self) -> axum::Router {
        shipping_process_v1::router(ShippingDesk {
            orders: order_service_v1::Client::new(self.orders.clone()),
            stock: inventory_service_v1::Client::new(self.stock.clone()),
            erp: erp_system_v1::Client::new(self.erp.clone()),
            payments: payments_system_v1::Client::new(self.payments.clone()),
            ledger: payment_service_v1::Client::new(self.ledger.clone()),
        })
    }
}
