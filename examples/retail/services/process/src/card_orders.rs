//! Version 1 of the Order Process API: one card, one address.
//!
//! It goes on as it is until its sunset, and shares with version 2 what never depended on the version:
//! prices and undoing.

use order_process_v1::crm::CrmSystem;
use order_process_v1::crm::operations::get_standing;
use order_process_v1::erp::operations::reserve_stock;
use order_process_v1::erp::{ErpSystem, ReservationRequest};
use order_process_v1::ledger::operations::record_payment;
use order_process_v1::ledger::{NewPayment, PaymentService};
use order_process_v1::operations::{get_order, list_orders, place_order};
use order_process_v1::orders::operations::{
    create_order, get_order as read_order, list_orders as list_entered,
};
use order_process_v1::orders::{NewOrder, OrderService};
use order_process_v1::payments::operations::authorize;
use order_process_v1::payments::{AuthorizationRequest, PaymentsSystem};
use order_process_v1::{CardOrder, OrderProcess};
use retail_models::common::Money;
use retail_models::inventory::{ReservationId, Sku};
use retail_models::order::{Order, OrderStatus};
use retail_models::payment::{Authorization, AuthorizationStatus, PaymentMethod};
use retail_relay::relayed;
use tiebeam::{Context, IdempotencyKey, Problem};

use crate::keys;
use crate::pricing::{self, Priced, Unpriced};
use crate::undo::Done;

/// Takes orders that are paid by card.
#[derive(Debug)]
pub struct CardOrderDesk<Crm, Erp, Payments, Ledger, Orders> {
    /// Owns the commercial standing.
    pub crm: Crm,
    /// Knows the products and promises stock.
    pub erp: Erp,
    /// Sets money aside.
    pub payments: Payments,
    /// Remembers what was paid.
    pub ledger: Ledger,
    /// Owns the orders.
    pub orders: Orders,
}

impl<Crm, Erp, Payments, Ledger, Orders> CardOrderDesk<Crm, Erp, Payments, Ledger, Orders>
where
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    /// Places an order, noting what was done so that the caller can undo it.
    async fn place(
        &self,
        context: &Context,
        request: place_order::Request,
        done: &mut Done,
    ) -> Result<Order, place_order::Error> {
        let key = request.idempotency_key.unwrap_or_else(IdempotencyKey::fresh);
        let body = request.body;
        self.check_standing(context, &body).await?;
        let lines = body.items.iter().map(|(sku, quantity)| (Sku(sku.clone()), *quantity));
        let priced = pricing::price(&self.erp, context, lines, None).await;
        let priced = priced.map_err(|unpriced| match unpriced {
            // Version 1 has no word for a product that does not exist.
            Unpriced::Unknown(_) => place_order::Error::OutOfStock,
            Unpriced::Other(problem) => problem.into(),
        })?;

        let reservation = self.reserve(context, &key, &priced).await?;
        done.reservation = Some(reservation);
        let authorization = self.authorize(context, &key, &body, &priced.total).await?;
        done.authorization = Some(authorization.id);
        let order = new_order(body, priced, reservation, &authorization);
        let order = self.enter(context, &key, order).await?;
        done.order = Some(order.id);
        let request = record_payment::Request {
            idempotency_key: keys::step(&key, "ledger"),
            body: NewPayment { order_id: order.id, authorization },
        };
        match self.ledger.record_payment(context, request).await {
            Ok(_) | Err(record_payment::Error::AlreadyPaid(_)) => Ok(order),
            Err(record_payment::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn check_standing(
        &self,
        context: &Context,
        body: &CardOrder,
    ) -> Result<(), place_order::Error> {
        let reading = get_standing::Request { customer_id: body.customer_id };
        match self.crm.get_standing(context, reading).await {
            Ok(standing) if standing.on_hold => Err(place_order::Error::CustomerOnHold),
            Ok(_) => Ok(()),
            Err(get_standing::Error::NotFound) => Err(place_order::Error::CustomerOnHold),
            Err(get_standing::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn reserve(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        priced: &Priced,
    ) -> Result<ReservationId, place_order::Error> {
        let request = reserve_stock::Request {
            idempotency_key: keys::step(key, "stock"),
            body: ReservationRequest {
                lines: priced.reserved_lines(),
                hold: "PT30M".parse().expect("half an hour is an ISO 8601 duration"),
            },
        };
        match self.erp.reserve_stock(context, request).await {
            Ok(reservation) => Ok(reservation.id),
            Err(reserve_stock::Error::OutOfStock(_) | reserve_stock::Error::UnknownProduct(_)) => {
                Err(place_order::Error::OutOfStock)
            }
            Err(reserve_stock::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn authorize(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        body: &CardOrder,
        total: &Money,
    ) -> Result<Authorization, place_order::Error> {
        let request = authorize::Request {
            idempotency_key: keys::step(key, "payment"),
            x_merchant_id: "acme-shop".to_owned(),
            body: AuthorizationRequest {
                customer_id: body.customer_id,
                amount: total.clone(),
                payment: PaymentMethod::Card(body.card.clone()),
            },
        };
        match self.payments.authorize(context, request).await {
            Ok(
                authorize::Response::Created { body: authorization, .. }
                | authorize::Response::Accepted(authorization),
            ) => Ok(*authorization),
            Err(authorize::Error::PaymentDeclined(_)) => Err(place_order::Error::PaymentDeclined),
            Err(authorize::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn enter(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        body: NewOrder,
    ) -> Result<Order, Problem> {
        let request = create_order::Request { idempotency_key: keys::step(key, "order"), body };
        let entered = self.orders.create_order(context, request).await;
        entered.map_err(|create_order::Error::Other(problem)| relayed(problem))
    }
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
        let mut done = Done::default();
        let outcome = self.place(context, request, &mut done).await;
        if outcome.is_err() {
            done.undo(context, &self.orders, &self.payments, &self.erp).await;
        }
        outcome
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let reading = read_order::Request { order_id: request.order_id };
        self.orders.get_order(context, reading).await.map_err(|error| match error {
            read_order::Error::NotFound => get_order::Error::NotFound,
            read_order::Error::Other(problem) => relayed(problem).into(),
        })
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
        self.orders
            .list_orders(context, listing)
            .await
            .map_err(|list_entered::Error::Other(problem)| relayed(problem).into())
    }
}

/// What is entered once everything is settled.
fn new_order(
    body: CardOrder,
    priced: Priced,
    reservation: ReservationId,
    authorization: &Authorization,
) -> NewOrder {
    let status = match authorization.status {
        AuthorizationStatus::Review => OrderStatus::Placed,
        _ => OrderStatus::Confirmed,
    };
    NewOrder {
        customer_id: body.customer_id,
        status,
        lines: priced.lines,
        discounts: priced.discounts,
        total: priced.total,
        payment: PaymentMethod::Card(body.card),
        ship_to: body.ship_to,
        gift_message: None,
        note: body.comment,
        reservation_id: Some(reservation),
        labels: None,
    }
}
