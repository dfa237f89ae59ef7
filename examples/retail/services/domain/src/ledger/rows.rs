//! The tables of the Inventory Service. No level is below zero.

use inventory_service_v1::operations::list_stock_levels;
use retail_models::inventory::{Reservation, Sku, StockLevel, WarehouseCode};
use retail_models::order::OrderId;
use tiebeam::store::{Row, Transaction};
use tiebeam::types::Timestamp;
use tiebeam::{Page, Problem};

use crate::document;
use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;

/// How the tables come to be.
pub const STEPS: Steps = &[
    &["CREATE TABLE stock_levels (
        warehouse TEXT NOT NULL,
        sku TEXT NOT NULL,
        on_hand BIGINT NOT NULL CHECK (on_hand >= 0),
        reserved BIGINT NOT NULL CHECK (reserved >= 0),
        counted_at TEXT NOT NULL,
        PRIMARY KEY (warehouse, sku)
    )"],
    &["CREATE TABLE reservations (order_id TEXT PRIMARY KEY, document TEXT NOT NULL)"],
];

/// Shelf by shelf.
static SHELVES: Source = Source {
    table: "stock_levels",
    columns: "warehouse, sku, on_hand, reserved, counted_at",
    key: &["warehouse", "sku"],
    direction: Direction::Ascending,
};

/// Writes a level that is new; does nothing and says so where there is one.
pub async fn insert(transaction: &Transaction, level: &StockLevel) -> Result<bool, Problem> {
    let sql = "INSERT INTO stock_levels (warehouse, sku, on_hand, reserved, counted_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (warehouse, sku) DO NOTHING";
    let params = [
        (&level.warehouse.0).into(),
        (&level.sku.0).into(),
        level.on_hand.into(),
        level.reserved.into(),
        level.counted_at.into(),
    ];
    Ok(transaction.execute(sql, &params).await? == 1)
}

/// Adds to a level, or takes away from it; does nothing where there is no level, or too little.
pub async fn add(
    transaction: &Transaction,
    warehouse: &WarehouseCode,
    sku: &Sku,
    change: i64,
    now: Timestamp,
) -> Result<Option<StockLevel>, Problem> {
    let sql = "UPDATE stock_levels SET on_hand = on_hand + $3, counted_at = $4 \
         WHERE warehouse = $1 AND sku = $2 AND on_hand + $3 >= 0 \
         RETURNING warehouse, sku, on_hand, reserved, counted_at";
    let params = [(&warehouse.0).into(), (&sku.0).into(), change.into(), now.into()];
    transaction.query(sql, &params).await?.first().map(read).transpose()
}

/// Promises pieces of a product, or fewer of them where the number is negative.
pub async fn promise(
    transaction: &Transaction,
    warehouse: &WarehouseCode,
    sku: &Sku,
    pieces: i64,
) -> Result<(), Problem> {
    let sql = "UPDATE stock_levels SET reserved = reserved + $3 WHERE warehouse = $1 AND sku = $2";
    let params = [(&warehouse.0).into(), (&sku.0).into(), pieces.into()];
    transaction.execute(sql, &params).await?;
    Ok(())
}

/// Writes down what is set aside for an order.
pub async fn insert_reservation(
    transaction: &Transaction,
    order_id: OrderId,
    reservation: &Reservation,
) -> Result<(), Problem> {
    let sql = "INSERT INTO reservations (order_id, document) VALUES ($1, $2)";
    transaction.execute(sql, &[order_id.0.into(), document::write(reservation)?]).await?;
    Ok(())
}

/// What is set aside for an order; nothing inside where something was, or never will be.
pub async fn find_reservation(
    transaction: &Transaction,
    order_id: OrderId,
) -> Result<Option<Option<Reservation>>, Problem> {
    let sql = "SELECT document FROM reservations WHERE order_id = $1";
    let rows = transaction.query(sql, &[order_id.0.into()]).await?;
    rows.first().map(document::read).transpose()
}

/// Writes down that nothing is set aside for an order from now on.
pub async fn close_reservation(
    transaction: &Transaction,
    order_id: OrderId,
) -> Result<(), Problem> {
    let sql = "INSERT INTO reservations (order_id, document) VALUES ($1, 'null') \
         ON CONFLICT (order_id) DO UPDATE SET document = excluded.document";
    transaction.execute(sql, &[order_id.0.into()]).await?;
    Ok(())
}

pub async fn find(
    transaction: &Transaction,
    warehouse: &WarehouseCode,
    sku: &Sku,
) -> Result<Option<StockLevel>, Problem> {
    let sql = "SELECT warehouse, sku, on_hand, reserved, counted_at FROM stock_levels \
         WHERE warehouse = $1 AND sku = $2";
    let params = [(&warehouse.0).into(), (&sku.0).into()];
    transaction.query(sql, &params).await?.first().map(read).transpose()
}

pub async fn list(
    transaction: &Transaction,
    request: &list_stock_levels::Request,
) -> Result<Page<StockLevel>, Problem> {
    Listing::of(&SHELVES)
        .one_of("sku", request.sku.iter().map(|sku| &sku.0))
        .only("warehouse =", request.warehouse.as_ref().map(|warehouse| &warehouse.0))
        .page(transaction, &request.page, read)
        .await
}

fn read(row: &Row) -> Result<StockLevel, Problem> {
    Ok(StockLevel {
        sku: Sku(row.get("sku")?),
        warehouse: WarehouseCode(row.get("warehouse")?),
        on_hand: row.get("on_hand")?,
        reserved: row.get("reserved")?,
        counted_at: row.get("counted_at")?,
    })
}
