//! What may happen to the stock.

use inventory_service_v1::operations::adjust_stock;
use inventory_service_v1::{NewAdjustment, errors};
use retail_models::inventory::{AdjustmentReason, Sku, StockLevel, WarehouseCode};
use tiebeam::Problem;
use tiebeam::store::{Error, Transaction};
use tiebeam::types::Timestamp;

use super::rows;

/// Where everything lies on the first day.
const WAREHOUSE: &str = "IE01";

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
