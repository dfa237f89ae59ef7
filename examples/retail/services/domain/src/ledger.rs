//! The Inventory Service: the stock ledger.

use inventory_service_v1::operations::{adjust_stock, get_stock_level, list_stock_levels};
use inventory_service_v1::{InventoryService, errors};
use retail_memory::{Once, Table, page};
use retail_models::inventory::{AdjustmentReason, Sku, StockLevel, WarehouseCode};
use tiebeam::Context;
use tiebeam::types::Timestamp;

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

/// The stock ledger, in memory: what lies where.
#[derive(Debug, Default)]
pub struct Ledger {
    levels: Table<(WarehouseCode, Sku), StockLevel>,
    adjusted: Once<(WarehouseCode, Sku)>,
}

impl Ledger {
    /// The ledger after the first stocktaking: the shelves are full.
    #[must_use]
    pub fn on_the_first_day() -> Self {
        let rows = COUNTED.iter().map(|&(sku, pieces)| {
            let (sku, warehouse) = (Sku(sku.to_owned()), WarehouseCode(WAREHOUSE.to_owned()));
            let key = (warehouse.clone(), sku.clone());
            let counted_at = Timestamp::now();
            (key, StockLevel { sku, warehouse, on_hand: pieces, reserved: 0, counted_at })
        });
        Self { levels: rows.collect(), adjusted: Once::default() }
    }
}

impl InventoryService for Ledger {
    async fn list_stock_levels(
        &self,
        _: &Context,
        request: list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        let mut levels = self.levels.rows();
        levels.retain(|level| {
            (request.sku.is_empty() || request.sku.contains(&level.sku))
                && request.warehouse.as_ref().is_none_or(|code| level.warehouse == *code)
        });
        let name = |level: &StockLevel| format!("{}/{}", level.warehouse, level.sku);
        Ok(page(levels, name, &request.page)?)
    }

    async fn get_stock_level(
        &self,
        _: &Context,
        request: get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        let key = (request.warehouse, request.sku);
        self.levels.get(&key).ok_or(get_stock_level::Error::NotFound)
    }

    async fn adjust_stock(
        &self,
        _: &Context,
        request: adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        let earlier = self.adjusted.created_by(&request.idempotency_key);
        if let Some(level) = earlier.and_then(|key| self.levels.get(&key)) {
            return Ok(level);
        }
        let body = request.body;
        let key = (body.warehouse.clone(), body.sku.clone());
        let level = self.levels.transact(|rows| {
            let on_hand = rows.get(&key).map_or(0, |level| level.on_hand);
            let reserved = rows.get(&key).map_or(0, |level| level.reserved);
            // A product is new to a warehouse when its first delivery arrives, and in no other way.
            if !rows.contains_key(&key) && body.reason != AdjustmentReason::Received {
                return Err(adjust_stock::Error::NotFound);
            }
            if on_hand + body.change < 0 {
                return Err(adjust_stock::Error::WouldBeNegative(errors::WouldBeNegative {
                    on_hand,
                }));
            }
            let level = StockLevel {
                sku: body.sku,
                warehouse: body.warehouse,
                on_hand: on_hand + body.change,
                reserved,
                counted_at: Timestamp::now(),
            };
            rows.insert(key.clone(), level.clone());
            Ok(level)
        })?;
        self.adjusted.remember(&request.idempotency_key, key);
        Ok(level)
    }
}
