//! The Order Service: orders, their numbers and where they stand.

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::{NewOrder, OrderService, errors};
use retail_memory::{Once, Table, page};
use retail_models::order::{Cancellation, Order, OrderId, OrderNumber, OrderStatus};
use tiebeam::Context;
use tiebeam::types::{Timestamp, Uuid};

use crate::revision;

/// Orders in memory, in the order in which they were placed.
#[derive(Debug, Default)]
pub struct Orders {
    orders: Table<OrderId, Order>,
    entered: Once<OrderId>,
}

impl Orders {
    /// Enters an order that was placed elsewhere, as a migration from an older shop does.
    pub fn import(&self, order: Order) {
        self.orders.put(order.id, order);
    }
}

impl OrderService for Orders {
    async fn create_order(
        &self,
        _: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        let earlier = self.entered.created_by(&request.idempotency_key);
        if let Some(order) = earlier.and_then(|id| self.orders.get(&id)) {
            return Ok(order);
        }
        let order = self.orders.transact(|rows| {
            let order = order(request.body, rows.len() + 1);
            rows.insert(order.id, order.clone());
            order
        });
        self.entered.remember(&request.idempotency_key, order.id);
        Ok(order)
    }

    async fn get_order(
        &self,
        _: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.orders.get(&request.order_id).ok_or(get_order::Error::NotFound)
    }

    async fn list_orders(
        &self,
        _: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let mut orders = self.orders.rows();
        orders.reverse();
        orders.retain(|order| {
            request.customer_id.is_none_or(|id| order.customer_id == id)
                && (request.status.is_empty() || request.status.contains(&order.status))
                && request.number.as_ref().is_none_or(|number| order.number == *number)
                && request.placed_after.is_none_or(|instant| order.placed_at > instant)
        });
        Ok(page(orders, |order| order.id.to_string(), &request.page)?)
    }

    async fn change_status(
        &self,
        _: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        self.orders.transact(|rows| {
            let order = rows.get_mut(&request.order_id).ok_or(change_status::Error::NotFound)?;
            revision::check(request.if_match.as_ref(), order.revision)?;
            let status = request.body.status;
            if order.status == status {
                return Ok(order.clone());
            }
            if !leads_to(&order.status, &status) {
                return Err(change_status::Error::WrongStatus(errors::WrongStatus {
                    order_id: order.id,
                    order_status: order.status.clone(),
                }));
            }
            order.status = status;
            order.revision = revision::next(order.revision);
            Ok(order.clone())
        })
    }

    async fn cancel_order(
        &self,
        _: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        self.orders.transact(|rows| {
            let order = rows.get_mut(&request.order_id).ok_or(cancel_order::Error::NotFound)?;
            if order.status == OrderStatus::Cancelled {
                return Ok(order.clone());
            }
            revision::check(request.if_match.as_ref(), order.revision)?;
            if !leads_to(&order.status, &OrderStatus::Cancelled) {
                return Err(cancel_order::Error::WrongStatus(errors::WrongStatus {
                    order_id: order.id,
                    order_status: order.status.clone(),
                }));
            }
            order.status = OrderStatus::Cancelled;
            order.revision = revision::next(order.revision);
            order.cancellation = Some(Cancellation {
                reason: request.body.reason,
                comment: request.body.comment,
                cancelled_at: Timestamp::now(),
            });
            Ok(order.clone())
        })
    }
}

/// A new order, the `position`-th of the shop.
fn order(new: NewOrder, position: usize) -> Order {
    Order {
        id: OrderId(Uuid::now_v7()),
        number: OrderNumber(format!("A{position:08}")),
        revision: revision::FIRST,
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

/// Whether an order may go from one status to the other: forward only, and out before it left the house.
fn leads_to(from: &OrderStatus, to: &OrderStatus) -> bool {
    use OrderStatus::{Cancelled, Confirmed, Delivered, Placed, Shipped};
    matches!(
        (from, to),
        (Placed, Confirmed | Cancelled) | (Confirmed, Shipped | Cancelled) | (Shipped, Delivered)
    )
}

#[cfg(test)]
mod tests {
    use super::{OrderStatus, leads_to};

    #[test]
    fn an_order_moves_forward_only() {
        assert!(leads_to(&OrderStatus::Placed, &OrderStatus::Confirmed));
        assert!(leads_to(&OrderStatus::Confirmed, &OrderStatus::Cancelled));
        assert!(!leads_to(&OrderStatus::Shipped, &OrderStatus::Cancelled));
        assert!(!leads_to(&OrderStatus::Delivered, &OrderStatus::Placed));
    }
}
