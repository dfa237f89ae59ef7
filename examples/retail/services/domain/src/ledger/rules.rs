//! What may happen to the stock.

use inventory_service_v1::operations::adjust_stock;
use inventory_service_v1::subscriptions::reserve_for_order;
use inventory_service_v1::{NewAdjustment, errors};
use jiff::ToSpan;
use retail_inventory_events::{InventoryAdjusted, InventoryReserved, InventoryShort};
use retail_models::inventory::{
    AdjustmentReason, Reservation, ReservationId, ReservedLine, Sku, StockLevel, WarehouseCode,
};
use retail_models::order::OrderId;
use retail_order_events::OrderCreated;
use tiebeam::Problem;
use tiebeam::store::{Error, Transaction};
use tiebeam::types::{Timestamp, Uuid};

use super::rows;

/// Where everything lies on the first day.
const WAREHOUSE: &str = "IE01";

/// For how many days stock stays promised to an order.
const HOLD_DAYS: i64 = 14;

/// What was counted there.
const COUNTED: &[(&str, i64)] = &[
    ("CHR-0007", 4),
    ("CHR-0011", 60),
    ("LMP-0042", 120),
    ("LMP-0043", 3),
    ("LMP-0100", 25),
    ("RUG-0003", 9),
    ("TBL-0021", 12),
];

/// Enters what was counted on the first day, where nothing was entered before.
pub async fn take_stock(transaction: &Transaction) -> Result<(), Problem> {
    for &(sku, on_hand) in COUNTED {
        let (sku, warehouse) = (Sku(sku.to_owned()), WarehouseCode(WAREHOUSE.to_owned()));
        rows::insert(transaction, &level(warehouse, sku, on_hand)).await?;
    }
    Ok(())
}

/// Corrects the ledger; it never says that there is less than nothing.
pub async fn adjust(
    work: &adjust_stock::Work,
    adjustment: &NewAdjustment,
) -> Result<StockLevel, adjust_stock::Error> {
    let level = corrected(work.transaction(), adjustment).await?;
    work.emit(&InventoryAdjusted {
        sku: level.sku.clone(),
        warehouse: level.warehouse.clone(),
        change: adjustment.change,
        on_hand: level.on_hand,
        reason: adjustment.reason.clone(),
        remark: adjustment.remark.clone(),
    })?;
    Ok(level)
}

/// Sets aside what was ordered, as far as all of it lies in our warehouse. Where it does not, nothing is set aside, and
/// whether the order is lost is not ours to say: the ERP may have promised it, which knows where else there is some.
/// Nothing is set aside for an order of whose end we heard first.
pub async fn reserve(work: &reserve_for_order::Work, event: &OrderCreated) -> Result<(), Problem> {
    if rows::find_reservation(work.transaction(), event.order_id).await?.is_some() {
        return Ok(());
    }
    let warehouse = WarehouseCode(WAREHOUSE.to_owned());
    let lines: Vec<ReservedLine> = event
        .lines
        .iter()
        .map(|line| ReservedLine { sku: line.sku.clone(), quantity: line.quantity })
        .collect();
    for line in &lines {
        let level = rows::find(work.transaction(), &warehouse, &line.sku).await?;
        let free = level.map_or(0, |level| level.on_hand - level.reserved);
        let wanted = wanted(&lines, &line.sku);
        if free < wanted {
            let (order_id, sku) = (event.order_id, line.sku.clone());
            work.emit(&InventoryShort { order_id, sku, wanted, free: free.max(0) })?;
            return Ok(());
        }
    }
    for line in &lines {
        rows::promise(work.transaction(), &warehouse, &line.sku, line.quantity.0.into()).await?;
    }
    let reservation = Reservation {
        id: ReservationId(Uuid::now_v7()),
        lines,
        warehouse,
        expires_at: work.now() + (24 * HOLD_DAYS).hours(),
    };
    rows::insert_reservation(work.transaction(), event.order_id, &reservation).await?;
    work.emit(&InventoryReserved { order_id: event.order_id, reservation })?;
    Ok(())
}

/// Gives back what was set aside for an order, where anything was, and remembers that it is over: that an order was
/// entered and that it was given up are told on two topics, and nobody promises which is heard first.
pub async fn release(transaction: &Transaction, order_id: OrderId) -> Result<(), Problem> {
    let reservation = rows::find_reservation(transaction, order_id).await?;
    rows::close_reservation(transaction, order_id).await?;
    let Some(Some(reservation)) = reservation else { return Ok(()) };
    for line in &reservation.lines {
        let back = -i64::from(line.quantity.0);
        rows::promise(transaction, &reservation.warehouse, &line.sku, back).await?;
    }
    Ok(())
}

/// How many pieces of a product all lines want together.
fn wanted(lines: &[ReservedLine], sku: &Sku) -> i64 {
    let of_product = lines.iter().filter(|line| line.sku == *sku);
    of_product.map(|line| i64::from(line.quantity.0)).sum()
}

/// The level after a correction.
async fn corrected(
    transaction: &Transaction,
    adjustment: &NewAdjustment,
) -> Result<StockLevel, adjust_stock::Error> {
    let NewAdjustment { warehouse, sku, change, reason, .. } = adjustment;
    let now = Timestamp::now();
    if let Some(level) = rows::add(transaction, warehouse, sku, *change, now).await? {
        return Ok(level);
    }
    if let Some(StockLevel { on_hand, .. }) = rows::find(transaction, warehouse, sku).await? {
        return Err(would_be_negative(on_hand));
    }
    // A product is new to a warehouse when its first delivery arrives, and in no other way.
    if *reason != AdjustmentReason::Received {
        return Err(adjust_stock::Error::NotFound);
    }
    if *change < 0 {
        return Err(would_be_negative(0));
    }
    let level = level(warehouse.clone(), sku.clone(), *change);
    if rows::insert(transaction, &level).await? {
        return Ok(level);
    }
    let entered = Error::conflict("the first delivery was entered meanwhile");
    Err(Problem::from(entered).into())
}

fn would_be_negative(on_hand: i64) -> adjust_stock::Error {
    adjust_stock::Error::WouldBeNegative(errors::WouldBeNegative { on_hand })
}

/// A level of which nothing is promised.
fn level(warehouse: WarehouseCode, sku: Sku, on_hand: i64) -> StockLevel {
    StockLevel { sku, warehouse, on_hand, reserved: 0, counted_at: Timestamp::now() }
}
