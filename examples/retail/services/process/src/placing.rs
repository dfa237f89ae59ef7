//! How an order is placed, whatever the version in which somebody asked.
//!
//! Both majors of the Order Process API promise the same five steps, and that what was done is undone when a step
//! fails. They differ in what they can be asked and in what they can say about a failure, so that is all that is
//! left in [`CardOrderDesk`](crate::CardOrderDesk) and [`OrderDesk`](crate::OrderDesk): a request becomes a [`Wish`], and
//! an [`Obstacle`] becomes an error of the version.
//!
//! A request that is repeated with its idempotency key is answered as it was the first time, and nothing of it gets here.
//! Where that answer was lost together with its process, the order that was placed is the answer, whatever became of it
//! since; [`earlier`](crate::earlier) finds it. A request that did not come to its end takes the same steps with the same
//! keys, and each step is done once. An attempt that was undone is another matter: the next one sets stock and
//! money aside anew, and enters an order of its own. The keys of its last steps therefore follow from the authorization
//! as well.

use std::collections::BTreeMap;

use order_process_v2::crm::CrmSystem;
use order_process_v2::crm::operations::get_standing;
use order_process_v2::erp::operations::reserve_stock;
use order_process_v2::erp::{ErpSystem, ReservationRequest};
use order_process_v2::ledger::operations::record_payment;
use order_process_v2::ledger::{NewPayment, PaymentService};
use order_process_v2::orders::operations::{create_order, get_order};
use order_process_v2::orders::{NewOrder, OrderService};
use order_process_v2::payments::operations::authorize;
use order_process_v2::payments::{AuthorizationRequest, PaymentsSystem};
use retail_models::common::{Address, Money};
use retail_models::customer::{CustomerId, LoyaltyLevel};
use retail_models::inventory::{Quantity, ReservationId, Sku};
use retail_models::order::{Order, OrderId, OrderStatus};
use retail_models::payment::{Authorization, AuthorizationStatus, DeclineReason, PaymentMethod};
use retail_relay::relayed;
use tiebeam::types::Duration;
use tiebeam::{Context, IdempotencyKey, Problem};

use crate::earlier::{self, Earlier};
use crate::keys;
use crate::pricing::{self, Priced, Unpriced};
use crate::undo::Done;

/// What it takes to place an order, and what the versions of the API have in common.
#[derive(Debug)]
pub struct Placing<Crm, Erp, Payments, Ledger, Orders> {
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

/// What somebody wants.
pub struct Wish {
    pub customer_id: CustomerId,
    /// Takes something off the price, where it is known.
    pub loyalty: Option<LoyaltyLevel>,
    pub lines: Vec<(Sku, Quantity)>,
    pub payment: PaymentMethod,
    pub ship_to: Address,
    pub gift_message: Option<String>,
    pub note: Option<String>,
    pub labels: Option<BTreeMap<String, String>>,
}

/// Why an order cannot be placed.
pub enum Obstacle {
    UnknownProduct(Sku),
    OutOfStock { sku: Sku, requested: Quantity, available: i64 },
    PaymentDeclined { reason: DeclineReason, retry_after: Option<Duration> },
    CreditExceeded { limit: Option<Money>, total: Money },
    CustomerOnHold,
    Other(Problem),
}

impl<Crm, Erp, Payments, Ledger, Orders> Placing<Crm, Erp, Payments, Ledger, Orders>
where
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    /// Places an order; when it cannot be placed, nothing stays behind.
    pub(crate) async fn place(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        wish: Wish,
    ) -> Result<Order, Obstacle> {
        let (attempt, open) = match self.earlier(context, key, &wish).await? {
            Earlier::Placed(order) => return Ok(*order),
            Earlier::Undone { attempts, open } => (keys::attempt(context, key, attempts), open),
        };
        let labels = earlier::marked(wish.labels, earlier::mark(context, key));
        let wish = Wish { labels: Some(labels), ..wish };
        let mut done = Done { open, ..Done::default() };
        let outcome = self.take_steps(context, &attempt, wish, &mut done).await;
        if outcome.is_err() {
            done.undo(context, &self.ledger, &self.orders, &self.payments, &self.erp).await;
        }
        outcome
    }

    /// Reads an order; each version has a word of its own for one that does not exist.
    pub(crate) async fn read<E: From<Problem>>(
        &self,
        context: &Context,
        order_id: OrderId,
        not_found: E,
    ) -> Result<Order, E> {
        match self.orders.get_order(context, get_order::Request { order_id }).await {
            Ok(order) => Ok(order),
            Err(get_order::Error::NotFound) => Err(not_found),
            Err(get_order::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    /// Takes the steps, noting what has to be undone when a later one fails.
    async fn take_steps(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        wish: Wish,
        done: &mut Done,
    ) -> Result<Order, Obstacle> {
        let lines = wish.lines.iter().cloned();
        let priced = pricing::price(&self.erp, context, lines, wish.loyalty.as_ref()).await?;
        self.check_standing(context, &wish, &priced.total).await?;

        let reservation = self.reserve(context, key, &priced).await?;
        done.reservation = Some(reservation);
        let authorization = self.authorize(context, key, &wish, &priced.total).await?;
        done.authorization = Some(authorization.id);

        let key = context.step_key(key, &format!("order under {}", authorization.id));
        let order = new_order(wish, priced, reservation, &authorization);
        let order = self.enter(context, &key, order).await?;
        done.order = Some(order.id);
        done.give_up_others(context, &self.orders).await?;
        self.record(context, &key, order.id, authorization).await?;
        Ok(order)
    }

    /// Asks the CRM whether the customer may order, and may owe that much.
    async fn check_standing(
        &self,
        context: &Context,
        wish: &Wish,
        total: &Money,
    ) -> Result<(), Obstacle> {
        let reading = get_standing::Request { customer_id: wish.customer_id };
        let standing = match self.crm.get_standing(context, reading).await {
            Ok(standing) if standing.on_hold => return Err(Obstacle::CustomerOnHold),
            Ok(standing) => standing,
            Err(get_standing::Error::NotFound) => return Err(Obstacle::CustomerOnHold),
            Err(get_standing::Error::Other(problem)) => return Err(relayed(problem).into()),
        };
        let limit = standing.credit_limit;
        let is_on_account = matches!(wish.payment, PaymentMethod::Invoice(_));
        let is_covered = limit.as_ref().is_some_and(|limit| total.amount.0 <= limit.amount.0);
        if is_on_account && !is_covered {
            return Err(Obstacle::CreditExceeded { limit, total: total.clone() });
        }
        Ok(())
    }

    async fn reserve(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        priced: &Priced,
    ) -> Result<ReservationId, Obstacle> {
        let request = reserve_stock::Request {
            idempotency_key: context.step_key(key, "stock"),
            body: ReservationRequest {
                lines: priced.reserved_lines(),
                hold: "PT30M".parse().expect("half an hour is an ISO 8601 duration"),
            },
        };
        match self.erp.reserve_stock(context, request).await {
            Ok(reservation) => Ok(reservation.id),
            Err(reserve_stock::Error::OutOfStock(detail)) => Err(Obstacle::OutOfStock {
                sku: detail.sku,
                requested: detail.requested,
                available: detail.available,
            }),
            Err(reserve_stock::Error::UnknownProduct(detail)) => {
                Err(Obstacle::UnknownProduct(detail.sku))
            }
            Err(reserve_stock::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn authorize(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        wish: &Wish,
        total: &Money,
    ) -> Result<Authorization, Obstacle> {
        let request = authorize::Request {
            idempotency_key: context.step_key(key, "payment"),
            x_merchant_id: "acme-shop".to_owned(),
            body: AuthorizationRequest {
                customer_id: wish.customer_id,
                amount: total.clone(),
                payment: wish.payment.clone(),
            },
        };
        match self.payments.authorize(context, request).await {
            Ok(
                authorize::Response::Created { body: authorization, .. }
                | authorize::Response::Accepted(authorization),
            ) => Ok(*authorization),
            Err(authorize::Error::PaymentDeclined(detail)) => Err(Obstacle::PaymentDeclined {
                reason: detail.reason,
                retry_after: detail.retry_after,
            }),
            Err(authorize::Error::Other(problem)) => Err(relayed(problem).into()),
        }
    }

    async fn enter(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        body: NewOrder,
    ) -> Result<Order, Problem> {
        let request =
            create_order::Request { idempotency_key: context.step_key(key, "enter"), body };
        let entered = self.orders.create_order(context, request).await;
        entered.map_err(|create_order::Error::Other(problem)| relayed(problem))
    }

    async fn record(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        order_id: OrderId,
        authorization: Authorization,
    ) -> Result<(), Problem> {
        let request = record_payment::Request {
            idempotency_key: context.step_key(key, "record"),
            body: NewPayment { order_id, authorization },
        };
        match self.ledger.record_payment(context, request).await {
            // A payment that is there already is what we wanted.
            Ok(_) | Err(record_payment::Error::AlreadyPaid(_)) => Ok(()),
            Err(record_payment::Error::Other(problem)) => Err(relayed(problem)),
        }
    }
}

/// What is entered once everything is settled.
fn new_order(
    wish: Wish,
    priced: Priced,
    reservation: ReservationId,
    authorization: &Authorization,
) -> NewOrder {
    let status = match authorization.status {
        AuthorizationStatus::Review => OrderStatus::Placed,
        _ => OrderStatus::Confirmed,
    };
    NewOrder {
        customer_id: wish.customer_id,
        status,
        lines: priced.lines,
        discounts: priced.discounts,
        total: priced.total,
        payment: wish.payment,
        ship_to: wish.ship_to,
        gift_message: wish.gift_message,
        note: wish.note,
        reservation_id: Some(reservation),
        labels: wish.labels,
    }
}

impl From<Problem> for Obstacle {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl From<Unpriced> for Obstacle {
    fn from(unpriced: Unpriced) -> Self {
        match unpriced {
            Unpriced::Unknown(sku) => Self::UnknownProduct(sku),
            Unpriced::Other(problem) => Self::Other(problem),
        }
    }
}
