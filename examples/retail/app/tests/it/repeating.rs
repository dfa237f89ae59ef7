//! Requests that come more than once: each API that takes a key answers them once, and asks nobody for a repetition.

use order_experience_v1::OrderState;
use retail_app::settings::Source;
use retail_app::slots::{self, SLOTS, Slot};
use retail_app::{Answer, Crossing, Layout, Scene, Settings, send};
use serde_json::{Value, json};
use tiebeam::{Context, IdempotencyKey};

use crate::shop::Shop;

/// Something that takes a key, what it is asked, and what of that is asked otherwise.
type Ask = (&'static Slot, &'static str, Value, (&'static str, Value));

/// Sends a request as it travels, and tells whom it reached.
async fn post(
    scene: &Scene,
    (slot, line): (&Slot, &str),
    key: &IdempotencyKey,
    body: &Value,
) -> (Answer, Vec<Crossing>) {
    let (context, key) = (Context::new(), key.to_field_value());
    let fields = [
        ("Idempotency-Key", key.as_str()),
        ("X-App-Version", "7.12.0"),
        ("X-Correlation-Id", context.correlation_id()),
    ];
    let address = scene.address(slot.name).expect("everything runs");
    let answer = send(&address, line, &fields, Some(body)).await.expect("it answers");
    let crossings = scene.crossings(context.correlation_id()).await.expect("it is written down");
    (answer, crossings)
}

/// Everything that takes a key and creates something, from the channels down.
fn everything(shop: &Shop, order: &Value) -> [Ask; 6] {
    let customer = shop.customer;
    let address = json!({ "lines": ["14 Harbour Row"], "city": "Dublin", "country": "IE" });
    let card = json!({ "token": "tok_4f9a1c77", "lastDigits": "4242", "expires": "2028-03" });
    let account = json!({
        "name": "Bea Byrne", "email": "bea@example.com", "language": "en",
        "address": { "street": "14 Harbour Row", "city": "Dublin", "country": "IE" },
    });
    let profile = json!({ "name": "Cid Byrne", "email": "cid@example.com", "address": address });
    let mut payment = card.clone();
    payment["method"] = "card".into();
    let lines = json!([{ "sku": "LMP-0042", "quantity": 1 }]);
    let basket = shop.purchase("LMP-0042", 1).body;
    let basket = serde_json::to_value(basket).expect("a basket is JSON");
    let registration = json!({ "profile": profile, "channel": "web" });
    let card_order = json!({
        "customerId": customer, "items": { "LMP-0042": 1 }, "card": card, "shipTo": address,
    });
    let placing = json!({ "customerId": customer, "lines": lines, "payment": payment });
    [
        (&slots::CUSTOMER_EXPERIENCE, "POST /v1/accounts", account, ("/name", json!("Bob"))),
        (&slots::ORDER_EXPERIENCE, "POST /v1/orders", basket, ("/lines/0/quantity", json!(2))),
        (&slots::CUSTOMER_PROCESS, "POST /v1/customers", registration, ("/channel", json!("app"))),
        (&slots::ORDER_PROCESS_V1, "POST /v1/orders", card_order, ("/items/LMP-0042", json!(2))),
        (&slots::ORDER_PROCESS_V2, "POST /v2/orders", placing, ("/lines/0/quantity", json!(2))),
        (
            &slots::SHIPPING_PROCESS,
            "POST /v1/shipments",
            json!({ "orderId": order, "speed": "standard" }),
            ("/speed", json!("express")),
        ),
    ]
}

#[tokio::test]
async fn a_repetition_is_answered_and_another_request_refused_without_anybody_being_asked() {
    let shop = Shop::open().await;
    let order = shop.order("LMP-0042", 1).await;
    let mut shown = 0;
    for (slot, line, body, (place, otherwise)) in everything(&shop, &json!(order.id)) {
        let key = IdempotencyKey::fresh();
        let (first, crossings) = post(&shop.scene, (slot, line), &key, &body).await;
        assert_eq!(first.status, 201, "{}: {first:?}", slot.name);
        assert_eq!(first.field("idempotency-replayed"), None, "{}", slot.name);
        assert!(crossings.len() > 1, "{} calls others", slot.name);
        let before = (shop.available("LMP-0042").await, shop.transactions().await);

        let (again, crossings) = post(&shop.scene, (slot, line), &key, &body).await;
        assert_eq!((again.status, &again.body), (201, &first.body), "{}", slot.name);
        assert_eq!(again.field("idempotency-replayed"), Some("true"), "{}", slot.name);
        assert_eq!(crossings.len(), 1, "{} has remembered it: {crossings:?}", slot.name);

        let mut other = body;
        *other.pointer_mut(place).expect("it is asked") = otherwise;
        let (refused, crossings) = post(&shop.scene, (slot, line), &key, &other).await;
        assert_eq!(refused.status, 422, "{}: {refused:?}", slot.name);
        assert_eq!(refused.json()["code"], "idempotency-key-reused", "{}", slot.name);
        assert_eq!(crossings.len(), 1, "nothing happens below {}: {crossings:?}", slot.name);
        let after = (shop.available("LMP-0042").await, shop.transactions().await);
        assert_eq!(after, before, "{}", slot.name);
        shown += 1;
    }
    let tiers = ["experience", "process"];
    let all = SLOTS.iter().filter(|slot| tiers.contains(&slot.layer())).count();
    assert_eq!(shown, all, "every API that calls others takes keys");
}

#[tokio::test]
async fn a_request_repeated_after_its_order_was_cancelled_is_answered_as_it_was() {
    let shop = Shop::open().await;
    let request = shop.purchase("RUG-0003", 2);
    let body = serde_json::to_value(&request.body).expect("a basket is JSON");
    let door = (&slots::ORDER_EXPERIENCE, "POST /v1/orders");
    let order = shop.send(&request).await.expect("it is there");
    shop.cancel(&order).await.expect("it has not left");
    let (again, _) = post(&shop.scene, door, &request.idempotency_key, &body).await;
    assert_eq!((again.status, again.field("idempotency-replayed")), (201, Some("true")));
    assert_eq!(again.json(), serde_json::to_value(&order).expect("an order is JSON"));
    assert_eq!(shop.available("RUG-0003").await, Some(9));
    assert_eq!(shop.transactions().await, ["VOID"], "nothing was taken anew");
}

#[tokio::test]
async fn two_requests_at_the_same_moment_place_one_order() {
    let shop = Shop::open().await;
    let request = shop.purchase("RUG-0003", 2);
    let (one, other) = tokio::join!(shop.send(&request), shop.send(&request));
    let (one, other) = (one.expect("it is there"), other.expect("it is the same"));
    assert_eq!((&one, one.state.clone()), (&other, OrderState::Confirmed));
    assert_eq!(shop.available("RUG-0003").await, Some(7));
    assert_eq!(shop.transactions().await, ["AUTH"]);
}

/// An instance of one system beside the shop, whose own memory is empty.
async fn newcomer(shop: &Shop, system: &str) -> Scene {
    let settings = Settings::defaults()
        .with("serve.first-port", "0", Source::CommandLine)
        .with("serve.only", system, Source::CommandLine)
        .with("serve.recorder", "true", Source::CommandLine)
        .with("store.kind", "memory", Source::CommandLine);
    let others = SLOTS.iter().filter(|slot| slot.system != system);
    let settings = others.fold(settings, |settings, slot| {
        let address = shop.scene.address(slot.name).expect("everything runs");
        let url = format!("http://{address}");
        settings.with(&format!("url.{}", slot.name), &url, Source::CommandLine)
    });
    Scene::build(&settings, Layout::Together).await.expect("ports are free")
}

#[tokio::test]
async fn an_order_whose_answer_was_lost_with_its_process_is_found_whatever_became_of_it() {
    let shop = Shop::open().await;
    let request = shop.purchase("RUG-0003", 1);
    let [.., (slot, line, body, _), _] = everything(&shop, &Value::Null);
    let (first, _) = post(&shop.scene, (slot, line), &request.idempotency_key, &body).await;
    assert_eq!(first.status, 201, "{first:?}");
    // What a process finds that died after the work and before the remembering, and lost its lease since.
    let newcomer = newcomer(&shop, slot.system).await;
    let (found, _) = post(&newcomer, (slot, line), &request.idempotency_key, &body).await;
    assert_eq!((found.status, found.json()), (201, first.json()));
    assert_eq!(found.field("idempotency-replayed"), None, "nobody remembered it");

    let id = first.json()["id"].as_str().expect("an order has one").to_owned();
    let cancelling = format!("POST /v2/orders/{id}/cancellations");
    let (cancelled, _) =
        post(&shop.scene, (slot, &cancelling), &IdempotencyKey::fresh(), &json!({})).await;
    assert_eq!(cancelled.status, 200, "{cancelled:?}");
    let newcomer = self::newcomer(&shop, slot.system).await;
    let (found, _) = post(&newcomer, (slot, line), &request.idempotency_key, &body).await;
    assert_eq!((found.status, &found.json()["status"]), (201, &json!("cancelled")), "{found:?}");
    assert_eq!(found.json()["id"], json!(id));
    assert_eq!(shop.transactions().await, ["VOID"], "nothing was taken anew");
}
