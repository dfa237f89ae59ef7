// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! Inventory: the canonical models of the domain, owned by warehouse-team.
//!
//! What we sell, where it lies and what is promised to whom.
//! The ERP is the system of record for products; the Inventory Service owns the stock ledger.

mod adjustment_reason;
mod category;
mod category_code;
mod product;
mod quantity;
mod reservation;
mod reservation_id;
mod reserved_line;
mod sku;
mod stock_level;
mod warehouse_code;

pub use adjustment_reason::AdjustmentReason;
pub use category::Category;
pub use category_code::CategoryCode;
pub use product::Product;
pub use quantity::Quantity;
pub use reservation::Reservation;
pub use reservation_id::ReservationId;
pub use reserved_line::ReservedLine;
pub use sku::Sku;
pub use stock_level::StockLevel;
pub use warehouse_code::WarehouseCode;
