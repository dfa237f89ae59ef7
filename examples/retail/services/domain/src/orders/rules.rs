//! What may happen to an order.

use order_service_v1::operations::{cancel_order, change_status, create_order};
use order_service_v1::{NewOrder, errors};
use retail_models::order::{Cancellation, Order, OrderId, OrderNumber, OrderStatus};
use tiebeam::store::Transaction;
use tiebeam::types::{Timestamp, Uuid};

use super::rows;
use crate::revision;

/// Enters an order and gives it the next number.
pub async fn enter(
    transaction: &Transaction,
    new: &NewOrder,
) -> Result<Order, create_order::Error> {
    let number = rows::next_number(transaction).await?;
    let order = order(new.clone(), number);
    rows::insert(transaction, &order).await?;
    Ok(order)
}

/// Moves an order forward; moving it to where it stands changes nothing.
pub async fn advance(
    transaction: &Transaction,
    request: &change_status::Request,
) -> Result<Order, change_status::Error> {
    let order = rows::find(transaction, request.order_id).await?;
    let order = order.ok_or(change_status::Error::NotFound)?;
    revision::check(request.if_match.as_ref(), order.revision)?;
    let status = request.body.status.clone();
    if order.status == status {
        return Ok(order);
    }
    if !leads_to(&order.status, &status) {
        return Err(change_status::Error::WrongStatus(wrong_status(order)));
    }
    let changed = Order { status, revision: revision::next(order.revision), ..order };
    rows::replace(transaction, order.revision, &changed).await?;
    Ok(changed)
}

/// Cancels an order; cancelling it twice is the same as cancelling it once.
pub async fn give_up(
    transaction: &Transaction,
    request: &cancel_order::Request,
) -> Result<Order, cancel_order::Error> {
    let order = rows::find(transaction, request.order_id).await?;
    let order = order.ok_or(cancel_order::Error::NotFound)?;
    if order.status == OrderStatus::Cancelled {
        return Ok(order);
    }
    revision::check(request.if_match.as_ref(), order.revision)?;
    if !leads_to(&order.status, &OrderStatus::Cancelled) {
        return Err(cancel_order::Error::WrongStatus(wrong_status(order)));
    }
    let changed = Order {
        status: OrderStatus::Cancelled,
        revision: revision::next(order.revision),
        cancellation: Some(Cancellation {
            reason: request.body.reason.clone(),
            comment: request.body.comment.clone(),
            cancelled_at: Timestamp::now(),
        }),
        ..order
    };
    rows::replace(transaction, order.revision, &changed).await?;
    Ok(changed)
}

fn wrong_status(order: Order) -> errors::WrongStatus {
    errors::WrongStatus { order_id: order.id, order_status: order.status }
}

/// A new order.
fn order(new: NewOrder, number: OrderNumber) -> Order {
    Order {
        id: OrderId(Uuid::now_v7()),
        number,
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
