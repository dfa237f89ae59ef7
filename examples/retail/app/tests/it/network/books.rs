//! Books of orders and payments: stand-ins written by hand that remember, where the example of a stub would not do.
//!
//! The services keep theirs in databases, which wait for disks and not for the clock of a test.

use std::sync::{Mutex, PoisonError};

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::{NewOrder, OrderService};
use payment_service_v1::PaymentService;
use payment_service_v1::operations::{get_payment, list_payments, record_payment, settle_payment};
use retail_models::common::Revision;
use retail_models::order::{Cancellation, Order, OrderId, OrderNumber, OrderStatus};
use retail_models::payment::{Payment, PaymentId};
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey, Page};

/// Orders; the same key is the same order.
#[derive(Default)]
pub(super) struct Orders {
    entered: Mutex<Vec<(IdempotencyKey, Order)>>,
}

impl OrderService for Orders {
    async fn create_order(
        &self,
        _: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        let key = request.idempotency_key;
        let mut all = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, order)) = all.iter().find(|(known, _)| *known == key) {
            return Ok(order.clone());
        }
        let order = order(request.body, all.len() + 1);
        all.push((key, order.clone()));
        Ok(order)
    }

    async fn get_order(
        &self,
        _: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let all = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().find(|(_, order)| order.id == request.order_id);
        found.map(|(_, order)| order.clone()).ok_or(get_order::Error::NotFound)
    }

    async fn list_orders(
        &self,
        _: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let all = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        let orders = all.iter().map(|(_, order)| order);
        let is_wanted =
            |order: &&Order| request.customer_id.is_none_or(|it| it == order.customer_id);
        Ok(Page::last(orders.filter(is_wanted).cloned().collect()))
    }

    async fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        order_service_v1::Stub.change_status(context, request).await
    }

    async fn cancel_order(
        &self,
        _: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        let mut all = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter_mut().find(|(_, order)| order.id == request.order_id);
        let (_, order) = found.ok_or(cancel_order::Error::NotFound)?;
        order.status = OrderStatus::Cancelled;
        order.cancellation = Some(Cancellation {
            reason: request.body.reason,
            comment: request.body.comment,
            cancelled_at: Timestamp::now(),
        });
        Ok(order.clone())
    }
}

/// A new order.
fn order(new: NewOrder, number: usize) -> Order {
    Order {
        id: OrderId(Uuid::now_v7()),
        number: OrderNumber(format!("A{number:08}")),
        revision: Revision(1),
        customer_id: new.customer_id,
        status: new.status,
        lines: new.lines,
        discounts: new.discounts,
        total: new.total,
        payment: new.payment,
        ship_to: new.ship_to,
        gift_message: new.gift_message,
        note: new.note,
        reservation_id: new.reservation_id,
        cancellation: None,
        labels: new.labels,
        placed_at: Timestamp::now(),
    }
}

/// Payments, in the order in which they were entered; the same key is the same payment.
#[derive(Default)]
pub(super) struct Payments {
    recorded: Mutex<Vec<(IdempotencyKey, Payment)>>,
}

impl Payments {
    /// Everything that was entered.
    pub(super) fn recorded(&self) -> Vec<Payment> {
        let all = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().map(|(_, payment)| payment.clone()).collect()
    }
}

impl PaymentService for Payments {
    async fn record_payment(
        &self,
        _: &Context,
        request: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        let mut all = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, payment)) = all.iter().find(|(known, _)| *known == request.idempotency_key)
        {
            return Ok(payment.clone());
        }
        let authorization = request.body.authorization;
        let payment = Payment {
            id: PaymentId(Uuid::now_v7()),
            revision: Revision(1),
            order_id: request.body.order_id,
            authorization_id: authorization.id,
            amount: authorization.amount,
            status: authorization.status,
            recorded_at: Timestamp::now(),
        };
        all.push((request.idempotency_key, payment.clone()));
        Ok(payment)
    }

    async fn get_payment(
        &self,
        context: &Context,
        request: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        payment_service_v1::Stub.get_payment(context, request).await
    }

    async fn list_payments(
        &self,
        _: &Context,
        request: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        let is_wanted = |it: &Payment| request.order_id.is_none_or(|id| id == it.order_id);
        Ok(Page::last(self.recorded().into_iter().filter(is_wanted).collect()))
    }

    async fn settle_payment(
        &self,
        _: &Context,
        request: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        let mut all = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter_mut().find(|(_, payment)| payment.id == request.payment_id);
        let (_, payment) = found.ok_or(settle_payment::Error::NotFound)?;
        payment.status = request.body.status;
        Ok(payment.clone())
    }
}
