//! What may happen to an order.

use order_service_v1::operations::{cancel_order, change_status, create_order};
use order_service_v1::subscriptions::{
    cancel_short_order, cancel_unpaid_order, confirm_paid_order, remember_reservation,
};
use order_service_v1::{NewOrder, errors};
use retail_inventory_events::InventoryReserved;
use retail_models::order::{
    Cancellation, CancellationReason, Order, OrderId, OrderNumber, OrderStatus,
};
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use tiebeam::consumer::Failure;
use tiebeam::store::Transaction;
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::work::Emits;
use tiebeam::{Problem, Work};

use super::rows;
use crate::revision;

/// Enters an order and gives it the next number.
pub async fn enter(
    work: &create_order::Work,
    new: &NewOrder,
) -> Result<Order, create_order::Error> {
    let number = rows::next_number(work.transaction()).await?;
    let order = order(new.clone(), number, work.now());
    rows::insert(work.transaction(), &order).await?;
    work.emit(&OrderCreated {
        order_id: order.id,
        customer_id: order.customer_id,
        lines: order.lines.clone(),
        total: order.total.clone(),
        number: Some(order.number.clone()),
        placed_at: Some(order.placed_at),
        channel: None,
    })?;
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
    work: &cancel_order::Work,
    request: &cancel_order::Request,
) -> Result<Order, cancel_order::Error> {
    let order = rows::find(work.transaction(), request.order_id).await?;
    let order = order.ok_or(cancel_order::Error::NotFound)?;
    if order.status == OrderStatus::Cancelled {
        return Ok(order);
    }
    revision::check(request.if_match.as_ref(), order.revision)?;
    if !leads_to(&order.status, &OrderStatus::Cancelled) {
        return Err(cancel_order::Error::WrongStatus(wrong_status(order)));
    }
    let cancellation = Cancellation {
        reason: request.body.reason.clone(),
        comment: request.body.comment.clone(),
        cancelled_at: work.now(),
    };
    let before = order.revision;
    let changed = cancelled(order, cancellation.clone());
    rows::replace(work.transaction(), before, &changed).await?;
    work.emit(&OrderCancelled { order_id: changed.id, cancellation })?;
    Ok(changed)
}

/// Writes down which stock is set aside for an order that does not know it yet.
pub async fn remember_reservation(
    work: &remember_reservation::Work,
    event: &InventoryReserved,
) -> Result<(), Failure> {
    let order = known(work.transaction(), event.order_id).await?;
    if order.reservation_id.is_some() {
        return Ok(());
    }
    let before = order.revision;
    let reservation_id = Some(event.reservation.id);
    let changed = Order { reservation_id, revision: revision::next(before), ..order };
    Ok(rows::replace(work.transaction(), before, &changed).await?)
}

/// Confirms an order that is paid, unless it was given up meanwhile.
pub async fn confirm(work: &confirm_paid_order::Work, id: OrderId) -> Result<(), Failure> {
    let order = known(work.transaction(), id).await?;
    if !matches!(order.status, OrderStatus::Placed | OrderStatus::Confirmed) {
        return Ok(());
    }
    let Some(reservation_id) = order.reservation_id else {
        return Err(Failure::not_yet(format!("nothing is set aside for order {id}")));
    };
    let (order_id, customer_id) = (order.id, order.customer_id);
    if order.status == OrderStatus::Placed {
        let before = order.revision;
        let status = OrderStatus::Confirmed;
        let changed = Order { status, revision: revision::next(before), ..order };
        rows::replace(work.transaction(), before, &changed).await?;
    }
    let confirmed_at = work.now();
    work.emit(&OrderConfirmed { order_id, customer_id, reservation_id, confirmed_at })?;
    Ok(())
}

/// Gives up an order that was not paid in the end, as long as it can be.
pub async fn cancel_unpaid(work: &cancel_unpaid_order::Work, id: OrderId) -> Result<(), Failure> {
    let order = known(work.transaction(), id).await?;
    Ok(abandon(work, order, CancellationReason::PaymentFailed).await?)
}

/// Gives up an order for which too little lies in our warehouse, unless the ERP has promised its stock.
pub async fn cancel_short(work: &cancel_short_order::Work, id: OrderId) -> Result<(), Failure> {
    let order = known(work.transaction(), id).await?;
    if order.reservation_id.is_some() {
        return Ok(());
    }
    Ok(abandon(work, order, CancellationReason::OutOfStock).await?)
}

/// Gives up an order, as long as it can be.
async fn abandon<D: Emits<OrderCancelled>>(
    work: &Work<D>,
    order: Order,
    reason: CancellationReason,
) -> Result<(), Problem> {
    if !leads_to(&order.status, &OrderStatus::Cancelled) {
        return Ok(());
    }
    let cancellation = Cancellation { reason, comment: None, cancelled_at: work.now() };
    let before = order.revision;
    let changed = cancelled(order, cancellation.clone());
    rows::replace(work.transaction(), before, &changed).await?;
    work.emit(&OrderCancelled { order_id: changed.id, cancellation })?;
    Ok(())
}

/// The order that an event is about. One that we do not know may still come.
async fn known(transaction: &Transaction, id: OrderId) -> Result<Order, Failure> {
    let order = rows::find(transaction, id).await?;
    order.ok_or_else(|| Failure::not_yet(format!("there is no order {id}")))
}

fn cancelled(order: Order, cancellation: Cancellation) -> Order {
    Order {
        status: OrderStatus::Cancelled,
        revision: revision::next(order.revision),
        cancellation: Some(cancellation),
        ..order
    }
}

fn wrong_status(order: Order) -> errors::WrongStatus {
    errors::WrongStatus { order_id: order.id, order_status: order.status }
}

/// A new order.
fn order(new: NewOrder, number: OrderNumber, placed_at: Timestamp) -> Order {
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
        placed_at,
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
