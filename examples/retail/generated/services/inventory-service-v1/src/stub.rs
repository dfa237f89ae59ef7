// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Inventory Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::InventoryService;
use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};

const STOCK_LEVEL_EXAMPLE: &str = r#"{"sku":"LMP-0042","warehouse":"IE01","onHand":120,"reserved":8,"countedAt":"2026-11-01T05:30:00Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl InventoryService for Stub {
    async fn list_stock_levels(
        &self,
        _: &Context,
        _: list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        stub::page(
            &list_stock_levels::OPERATION,
            r#"[{"sku":"LMP-0042","warehouse":"IE01","onHand":120,"reserved":8,"countedAt":"2026-11-01T05:30:00Z"}]"#,
        )
    }

    async fn get_stock_level(
        &self,
        _: &Context,
        _: get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        stub::example(&get_stock_level::OPERATION, STOCK_LEVEL_EXAMPLE)
    }

    async fn adjust_stock(
        &self,
        _: &Context,
        _: adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        stub::example(&adjust_stock::OPERATION, STOCK_LEVEL_EXAMPLE)
    }
}
