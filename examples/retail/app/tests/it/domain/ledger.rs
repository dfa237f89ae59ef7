//! The Inventory Service.

use std::sync::Arc;
use std::time::{Duration, Instant};

use inventory_service_v1::operations::{adjust_stock, get_stock_level, list_stock_levels};
use inventory_service_v1::{Client, InventoryService, NewAdjustment};
use retail_domain::Ledger;
use retail_models::inventory::{AdjustmentReason, Sku, StockLevel, WarehouseCode};
use retail_models::order::{Cancellation, CancellationReason, OrderId};
use retail_order_events::{OrderCancelled, OrderCreated};
use tiebeam::bus::{EventBus, Memory, Message, Topic};
use tiebeam::event::{Envelope, Event, Source};
use tiebeam::idempotency::Local;
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey, PageRequest, Patch};
use tokio::sync::oneshot;

use super::orders::example;
use super::places::Place;

/// How long word may take to get around.
const PATIENCE: Duration = Duration::from_secs(20);

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
    level(service, sku).await.map(|level| level.on_hand)
}

async fn level(service: &Client, sku: &str) -> Option<StockLevel> {
    let request = get_stock_level::Request {
        warehouse: WarehouseCode("IE01".to_owned()),
        sku: Sku(sku.to_owned()),
    };
    match service.get_stock_level(&Context::new(), request).await {
        Ok(level) => Some(level),
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

pub async fn hearing(place: &Place) {
    let service = client(place).await;
    let store = place.store();
    let ledger = Arc::new(Ledger::open(store).await.expect("tables"));
    let bus: Arc<dyn EventBus> = Arc::new(Memory::new());
    let consumers = inventory_service_v1::consumers(ledger, Arc::clone(&bus));
    let (subscriptions, topics) = (consumers.subscriptions(), topics());
    bus.provision(&topics, &subscriptions).await.expect("it is all allowed");
    let (stop, stopped) = oneshot::channel::<()>();
    let consuming = tokio::spawn(consumers.run(async { drop(stopped.await) }));
    let tell = async |message: Message| {
        bus.publish(&message).await.expect("the topic is there");
        let begun = Instant::now();
        for subscription in &subscriptions {
            while bus.lag(subscription).await.expect("it is there").waiting > 0 {
                assert!(begun.elapsed() < PATIENCE, "nobody hears of {message:?}");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    };
    let order = example().await;
    let created = |id| OrderCreated {
        order_id: id,
        customer_id: order.customer_id,
        lines: order.lines.clone(),
        total: order.total.clone(),
        number: None,
        placed_at: None,
        channel: None,
    };
    let cancelled = |id| {
        let (reason, now) = (CancellationReason::Other, Timestamp::now());
        let cancellation = Cancellation { reason, comment: None, cancelled_at: now };
        OrderCancelled { order_id: id, cancellation }
    };
    let reserved = async || level(&service, "LMP-0042").await.expect("it is counted").reserved;
    let (one, other) = (OrderId(Uuid::now_v7()), OrderId(Uuid::now_v7()));
    tell(message(&created(one))).await;
    let pieces = reserved().await;
    assert!(pieces > 0, "an order sets stock aside");
    tell(message(&cancelled(other))).await;
    tell(message(&created(other))).await;
    assert_eq!(reserved().await, pieces, "the other is over already");
    tell(message(&cancelled(one))).await;
    assert_eq!(reserved().await, 0);
    drop(stop);
    consuming.await.expect("consumers end when they are told");
}

fn topics() -> [Topic; 2] {
    [Topic::of(OrderCreated::definition()), Topic::of(OrderCancelled::definition())]
}

/// An event as somebody publishes it who does not number it.
fn message<E: Event>(event: &E) -> Message {
    let context = Context::new();
    let source = Source { uri: "/test", context: &context, cause: None };
    let envelope = Envelope::of(event, Uuid::now_v7(), Timestamp::now(), &source);
    Message::new(E::definition().topic, envelope.expect("it follows its schema"))
}
