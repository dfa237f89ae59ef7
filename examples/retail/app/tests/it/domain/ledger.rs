//! The Inventory Service.

use inventory_service_v1::operations::{adjust_stock, get_stock_level, list_stock_levels};
use inventory_service_v1::{Client, InventoryService, NewAdjustment};
use retail_domain::Ledger;
use retail_models::inventory::{AdjustmentReason, Sku, StockLevel, WarehouseCode};
use tiebeam::idempotency::Local;
use tiebeam::{Context, IdempotencyKey, PageRequest, Patch};

use super::places::Place;

async fn client(place: &Place) -> Client {
    let store = place.store();
    let service = Ledger::open(store.clone()).await.expect("tables");
    Ledger::take_stock(&*store).await.expect("shelves");
    let server = inventory_service_v1::server(service).idempotent(Local::new(store));
    Client::new(tiebeam::Client::of_router(server.into_router()))
}

async fn adjust(
    service: &Client,
    sku: &str,
    change: i64,
    reason: AdjustmentReason,
) -> Result<StockLevel, adjust_stock::Error> {
    let body = NewAdjustment {
        sku: Sku(sku.to_owned()),
        warehouse: WarehouseCode("IE01".to_owned()),
        change,
        reason,
        remark: Patch::Absent,
    };
    let request = adjust_stock::Request { idempotency_key: IdempotencyKey::fresh(), body };
    service.adjust_stock(&Context::new(), request).await
}

async fn on_hand(service: &Client, sku: &str) -> Option<i64> {
    let request = get_stock_level::Request {
        warehouse: WarehouseCode("IE01".to_owned()),
        sku: Sku(sku.to_owned()),
    };
    match service.get_stock_level(&Context::new(), request).await {
        Ok(level) => Some(level.on_hand),
        Err(get_stock_level::Error::NotFound) => None,
        Err(other) => panic!("{other:?}"),
    }
}

pub async fn never_negative(place: &Place) {
    let service = client(place).await;
    let lost = || adjust(&service, "LMP-0043", -2, AdjustmentReason::Lost);
    let (one, other) = tokio::join!(lost(), lost());
    let refused = [&one, &other].into_iter().find_map(|outcome| match outcome {
        Err(adjust_stock::Error::WouldBeNegative(detail)) => Some(detail.on_hand),
        _ => None,
    });
    assert_eq!(refused, Some(1), "three pieces are not enough for both: {one:?} {other:?}");
    assert_eq!(on_hand(&service, "LMP-0043").await, Some(1));
}

pub async fn deliveries(place: &Place) {
    let service = client(place).await;
    let counted = adjust(&service, "NEW-0001", 5, AdjustmentReason::Counted).await;
    assert!(matches!(counted, Err(adjust_stock::Error::NotFound)), "{counted:?}");
    let negative = adjust(&service, "NEW-0001", -5, AdjustmentReason::Received).await;
    assert!(matches!(negative, Err(adjust_stock::Error::WouldBeNegative(_))), "{negative:?}");
    let received = adjust(&service, "NEW-0001", 5, AdjustmentReason::Received).await;
    assert_eq!(received.expect("it arrived").on_hand, 5);
    let damaged = adjust(&service, "NEW-0001", -1, AdjustmentReason::Damaged).await;
    assert_eq!(damaged.expect("there are enough").on_hand, 4);
}

pub async fn stocktaking(place: &Place) {
    let service = client(place).await;
    adjust(&service, "LMP-0042", -20, AdjustmentReason::Shipped).await.expect("there are enough");
    let restarted = client(place).await;
    assert_eq!(on_hand(&restarted, "LMP-0042").await, Some(100), "nobody filled the shelf up");

    let mut listed = Vec::new();
    let mut next = Some(PageRequest { limit: 2, cursor: None });
    while let Some(page) = next {
        let request = list_stock_levels::Request {
            sku: ["TBL-0021", "CHR-0007", "LMP-0042"].map(|sku| Sku(sku.to_owned())).to_vec(),
            warehouse: Some(WarehouseCode("IE01".to_owned())),
            page: page.clone(),
        };
        let found = restarted.list_stock_levels(&Context::new(), request).await;
        let found = found.expect("it is a list");
        next = page.after(&found);
        listed.extend(found.items.into_iter().map(|level| (level.sku.0, level.on_hand)));
    }
    let expected = [("CHR-0007", 4), ("LMP-0042", 100), ("TBL-0021", 12)];
    assert_eq!(listed, expected.map(|(sku, pieces)| (sku.to_owned(), pieces)));
}
