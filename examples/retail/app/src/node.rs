//! What runs in one process: every system, or some of them.
//!
//! The enterprise is wired here, from the bottom up. Each line says where an API stands and what it is made of; whether
//! a system that it uses is in this process or in another shows nowhere, because a [`Way`] or a client leads to either.
//! A request with a key is answered once by each API on its way that takes one: by the channels, by the processes, by
//! the services. System APIs keep no answers, because an order that was undone is tried anew with the same references,
//! and the systems of record know what became of them.

use anyhow::Context as _;
use retail_backends::{Crm, Erp, Options, PayCo, Simulation, System};
use retail_experience::{MobileApp, WebShop};
use retail_process::{CardOrderDesk, CustomerDesk, OrderDesk, Placing, ShippingDesk};
use retail_system::Line;

use crate::hosts::Hosts;
use crate::services;
use crate::settings::Settings;
use crate::slots::{self, Slot};
use crate::way::Way;

type CrmSystem = Way<retail_system::Crm, crm_system_v1::Client>;
type ErpSystem = Way<retail_system::Erp, erp_system_v1::Client>;
type PaymentsSystem = Way<retail_system::PayCo, payments_system_v1::Client>;
type CustomerService = customer_service_v1::Client;
type HistoryService = order_history_service_v1::Client;
type InventoryService = inventory_service_v1::Client;
type OrderService = order_service_v1::Client;
type PaymentService = payment_service_v1::Client;

type PlacingOrders = Placing<CrmSystem, ErpSystem, PaymentsSystem, PaymentService, OrderService>;
type OrderProcess =
    OrderDesk<CustomerService, CrmSystem, ErpSystem, PaymentsSystem, PaymentService, OrderService>;
type CustomerProcess = CustomerDesk<CustomerService, CrmSystem, OrderService, HistoryService>;
type ShippingProcess =
    ShippingDesk<OrderService, InventoryService, ErpSystem, PaymentsSystem, PaymentService>;

/// The ways to everything that the process tier may call, as far as they are known.
struct Foundation {
    crm: Option<CrmSystem>,
    erp: Option<ErpSystem>,
    payments: Option<PaymentsSystem>,
    customers: Option<CustomerService>,
    stock: Option<InventoryService>,
    history: Option<HistoryService>,
    orders: Option<OrderService>,
    ledger: Option<PaymentService>,
}

/// Starts the systems that the settings name and answers what listens.
///
/// # Errors
///
/// When a port is not free, or a system that runs here uses one whose address nobody knows.
pub async fn start(settings: &Settings) -> anyhow::Result<Hosts> {
    let mut hosts = Hosts::new(settings).await?;
    serve_backends(&mut hosts, settings).await?;
    let below = Foundation::start(&mut hosts).await?;

    let make = || Ok(customer_process_v1::server(below.customer_desk()?));
    let customers = hosts.flow(&slots::CUSTOMER_PROCESS, make).await?;
    let make = || Ok(order_process_v2::server(below.order_desk()?));
    let orders = hosts.flow(&slots::ORDER_PROCESS_V2, make).await?;
    // After its successor, whose address it tells.
    let successor = hosts.base(&slots::ORDER_PROCESS_V2);
    let make = || {
        let server = order_process_v1::server(CardOrderDesk { placing: below.placing()? });
        Ok(match &successor {
            Some(address) => server.successor(address),
            None => server,
        })
    };
    let old_orders = hosts.flow(&slots::ORDER_PROCESS_V1, make).await?;
    let make = || Ok(shipping_process_v1::server(below.shipping_desk()?));
    let shipping = hosts.flow(&slots::SHIPPING_PROCESS, make).await?;
    // Services stand below the processes, but for this one: its events lead to calls of a process.
    let open = || {
        let shipping = known(&slots::SHIPPING_PROCESS, shipping.as_ref())?;
        Ok(services::fulfilment(shipping_process_v1::Client::new(shipping)))
    };
    hosts.service(&slots::FULFILMENT_SERVICE, open).await?;

    let make = || {
        let customers = known(&slots::CUSTOMER_PROCESS, customers.as_ref())?;
        let orders = known(&slots::ORDER_PROCESS_V1, old_orders.as_ref())?;
        Ok(customer_experience_v1::server(WebShop {
            customers: customer_process_v1::Client::new(customers),
            orders: order_process_v1::Client::new(orders),
        }))
    };
    hosts.flow(&slots::CUSTOMER_EXPERIENCE, make).await?;
    let make = || {
        let orders = known(&slots::ORDER_PROCESS_V2, orders.as_ref())?;
        let shipping = known(&slots::SHIPPING_PROCESS, shipping.as_ref())?;
        Ok(order_experience_v1::server(MobileApp {
            orders: order_process_v2::Client::new(orders),
            shipping: shipping_process_v1::Client::new(shipping),
        }))
    };
    hosts.flow(&slots::ORDER_EXPERIENCE, make).await?;
    Ok(hosts)
}

/// The systems of record, which were there before us.
async fn serve_backends(hosts: &mut Hosts, settings: &Settings) -> anyhow::Result<()> {
    let quick = Options { seed: settings.number("simulation.seed"), ..Options::default() };
    let unreliable = Options {
        latency: 0..=settings.number("simulation.payco-latency-ms"),
        failures: settings.number("simulation.payco-failures"),
        ..quick.clone()
    };
    let crm = || Crm::new(settings.text("crm.user"), settings.text("crm.password"));
    serve_backend(hosts, settings, &slots::CRM, crm, quick.clone()).await?;
    let erp = || Erp::new(settings.text("erp.client"), settings.text("erp.token"));
    serve_backend(hosts, settings, &slots::ERP, erp, quick).await?;
    let payco = || PayCo::new(settings.text("payco.secret"));
    serve_backend(hosts, settings, &slots::PAYCO, payco, unreliable).await
}

async fn serve_backend<S: System>(
    hosts: &mut Hosts,
    settings: &Settings,
    slot: &'static Slot,
    make: impl FnOnce() -> S,
    options: Options,
) -> anyhow::Result<()> {
    if !settings.runs(slot.system) {
        return Ok(());
    }
    let simulation = Simulation::new(make(), options);
    hosts.serve(slot, simulation.router()).await?;
    if settings.flag("simulation.admin") {
        hosts.serve_beside(slot, simulation.admin()).await?;
    }
    Ok(())
}

impl Foundation {
    /// The systems and the services.
    async fn start(hosts: &mut Hosts) -> anyhow::Result<Self> {
        let (crm, erp, payco) =
            (hosts.place(&slots::CRM), hosts.place(&slots::ERP), hosts.place(&slots::PAYCO));
        let make = |settings: &Settings| {
            let line = line(&slots::CRM, crm.as_ref(), settings)?;
            let (user, password) = (settings.text("crm.user"), settings.text("crm.password"));
            Ok(retail_system::Crm::new(line, user, password))
        };
        let (router, client) = (crm_system_v1::router, crm_system_v1::Client::new);
        let crm = hosts.way(&slots::CRM_SYSTEM, make, router, client).await?;
        let make = |settings: &Settings| {
            let line = line(&slots::ERP, erp.as_ref(), settings)?;
            let (client, token) = (settings.text("erp.client"), settings.text("erp.token"));
            Ok(retail_system::Erp::new(line, client, token)?)
        };
        let (router, client) = (erp_system_v1::router, erp_system_v1::Client::new);
        let erp = hosts.way(&slots::ERP_SYSTEM, make, router, client).await?;
        let make = |settings: &Settings| {
            let line = line(&slots::PAYCO, payco.as_ref(), settings)?;
            Ok(retail_system::PayCo::new(line, settings.text("payco.secret")))
        };
        let (router, client) = (payments_system_v1::router, payments_system_v1::Client::new);
        let payments = hosts.way(&slots::PAYMENTS_SYSTEM, make, router, client).await?;

        let open = || Ok(services::customers(known(&slots::CRM_SYSTEM, crm.as_ref())?));
        let customers = hosts.service(&slots::CUSTOMER_SERVICE, open).await?;
        let stock = hosts.service(&slots::INVENTORY_SERVICE, || Ok(services::stock())).await?;
        let history =
            hosts.service(&slots::ORDER_HISTORY_SERVICE, || Ok(services::history())).await?;
        let orders = hosts.service(&slots::ORDER_SERVICE, || Ok(services::orders())).await?;
        let ledger = hosts.service(&slots::PAYMENT_SERVICE, || Ok(services::payments())).await?;
        let customers = customers.map(CustomerService::new);
        let (stock, orders) = (stock.map(InventoryService::new), orders.map(OrderService::new));
        let (history, ledger) = (history.map(HistoryService::new), ledger.map(PaymentService::new));
        Ok(Self { crm, erp, payments, customers, stock, history, orders, ledger })
    }

    fn customer_desk(&self) -> anyhow::Result<CustomerProcess> {
        Ok(CustomerDesk {
            customers: known(&slots::CUSTOMER_SERVICE, self.customers.as_ref())?,
            crm: known(&slots::CRM_SYSTEM, self.crm.as_ref())?,
            orders: known(&slots::ORDER_SERVICE, self.orders.as_ref())?,
            history: known(&slots::ORDER_HISTORY_SERVICE, self.history.as_ref())?,
        })
    }

    fn order_desk(&self) -> anyhow::Result<OrderProcess> {
        let customers = known(&slots::CUSTOMER_SERVICE, self.customers.as_ref())?;
        Ok(OrderDesk { customers, placing: self.placing()? })
    }

    fn placing(&self) -> anyhow::Result<PlacingOrders> {
        Ok(Placing {
            crm: known(&slots::CRM_SYSTEM, self.crm.as_ref())?,
            erp: known(&slots::ERP_SYSTEM, self.erp.as_ref())?,
            payments: known(&slots::PAYMENTS_SYSTEM, self.payments.as_ref())?,
            ledger: known(&slots::PAYMENT_SERVICE, self.ledger.as_ref())?,
            orders: known(&slots::ORDER_SERVICE, self.orders.as_ref())?,
        })
    }

    fn shipping_desk(&self) -> anyhow::Result<ShippingProcess> {
        Ok(ShippingDesk {
            orders: known(&slots::ORDER_SERVICE, self.orders.as_ref())?,
            stock: known(&slots::INVENTORY_SERVICE, self.stock.as_ref())?,
            erp: known(&slots::ERP_SYSTEM, self.erp.as_ref())?,
            payments: known(&slots::PAYMENTS_SYSTEM, self.payments.as_ref())?,
            ledger: known(&slots::PAYMENT_SERVICE, self.ledger.as_ref())?,
        })
    }
}

/// A line to a system of record, with the patience that is set for it.
fn line(slot: &'static Slot, url: Option<&String>, settings: &Settings) -> anyhow::Result<Line> {
    let url = known(slot, url)?;
    let path = match slot.name {
        "crm" => Crm::PATH,
        "erp" => Erp::PATH,
        _ => PayCo::PATH,
    };
    let patience = settings.millis(&format!("{}.timeout-ms", slot.name));
    let url = format!("{}{path}", url.trim_end_matches('/'));
    Line::new(slot.name, &url, patience).with_context(|| format!("the address of {}", slot.name))
}

/// What runs here needs this, so somebody must know where it is.
fn known<W: Clone>(slot: &Slot, way: Option<&W>) -> anyhow::Result<W> {
    way.cloned().with_context(|| {
        let name = slot.name;
        format!("{name} does not run here, and nobody said where it does: set `url.{name}`")
    })
}
