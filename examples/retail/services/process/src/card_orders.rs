//! Version 1 of the Order Process API: one card, one address.
//!
//! It goes on as it is until its sunset. How an order is placed does not depend on the version; what is here is how
//! version 1 is asked, and what it can say.

use order_process_v1::crm::CrmSystem;
use order_process_v1::erp::ErpSystem;
use order_process_v1::ledger::PaymentService;
use order_process_v1::operations::{get_order, list_orders, place_order};
use order_process_v1::orders::OrderService;
use order_process_v1::orders::operations::list_orders as list_entered;
use order_process_v1::payments::PaymentsSystem;
use order_process_v1::{CardOrder, OrderProcess};
use retail_models::inventory::Sku;
use retail_models::payment::PaymentMethod;
use retail_relay::relayed;
use tiebeam::{Context, IdempotencyKey};

use crate::placing::{Obstacle, Placing, Wish};

/// Takes orders that are paid by card.
#[derive(Debug)]
pub struct CardOrderDesk<Crm, Erp, Payments, Ledger, Orders> {
    /// Places them.
    pub placing: Placing<Crm, Erp, Payments, Ledger, Orders>,
}

impl<Crm, Erp, Payments, Ledger, Orders> OrderProcess
    for CardOrderDesk<Crm, Erp, Payments, Ledger, Orders>
where
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    async fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        let key = request.idempotency_key.unwrap_or_else(IdempotencyKey::fresh);
        Ok(self.placing.place(context, &key, wish(request.body)).await?)
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.placing.read(context, request.order_id, get_order::Error::NotFound).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let listing = list_entered::Request {
            customer_id: Some(request.customer_id),
            status: Vec::new(),
            number: None,
            placed_after: None,
            page: request.page,
        };
        self.placing
            .orders
            .list_orders(context, listing)
            .await
            .map_err(|list_entered::Error::Other(problem)| relayed(problem).into())
    }
}

fn wish(body: CardOrder) -> Wish {
    Wish {
        customer_id: body.customer_id,
        loyalty: None,
        lines: body.items.into_iter().map(|(sku, quantity)| (Sku(sku), quantity)).collect(),
        payment: PaymentMethod::Card(body.card),
        ship_to: body.ship_to,
        gift_message: None,
        note: body.comment,
        labels: None,
    }
}

/// Version 1 has fewer words: a product that does not exist is out of stock.
impl From<Obstacle> for place_order::Error {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::UnknownProduct(_) | Obstacle::OutOfStock { .. } => Self::OutOfStock,
            Obstacle::PaymentDeclined { .. } => Self::PaymentDeclined,
            Obstacle::CreditExceeded { .. } | Obstacle::CustomerOnHold => Self::CustomerOnHold,
            Obstacle::Other(problem) => problem.into(),
        }
    }
}
