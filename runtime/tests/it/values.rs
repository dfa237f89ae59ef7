//! What passes validation can be read, whatever notation it has.

use serde_json::{Value, json};
use tiebeam::Patch;

use crate::ask::{ask, ask_of};
use crate::bodies::order_with;
use crate::shop::types::{More, PlaceOrder};
use crate::shop::{Shop, server};

const FIELDS: [(&str, &str); 2] = [("idempotency-key", "k"), ("content-type", "application/json")];

async fn placed(member: &str) -> PlaceOrder {
    let shop = Shop::default();
    let seen = shop.placed.clone();
    let told = ask_of(server::router(shop), "POST /v1/orders", &FIELDS, order_with(member)).await;
    assert_eq!(told.status, 201, "{member}: {told:?}");
    let request = seen.lock().expect("no panic").pop().expect("an order was placed");
    request.body
}

#[tokio::test]
async fn integers_may_have_a_fraction_of_zero_or_an_exponent() {
    for (written, priority) in
        [("1", 1), ("1.0", 1), ("50e-1", 5), ("0.2E+1", 2), ("3.000000000000000000000", 3)]
    {
        assert_eq!(
            placed(&format!("\"priority\":{written}")).await.priority,
            priority,
            "{written}"
        );
    }
    let order =
        placed(r#""more":{"count":-0,"inner":{"count":-9223372036854775808.0},"ratio":1}"#).await;
    let more = order.more.expect("there is more");
    assert_eq!((more.count, more.ratio), (Some(0), Some(1.0)));
    assert_eq!(more.inner.expect("there is an inner").count, Some(i64::MIN));
    assert_eq!(order.priority, 3, "the default");
}

#[tokio::test]
async fn absent_null_and_value_are_three_things() {
    for (member, expected) in [
        ("", Patch::Absent),
        (r#""deliveryHint":null"#, Patch::Null),
        (r#""deliveryHint":"ring""#, Patch::Value("ring".to_owned())),
    ] {
        assert_eq!(placed(member).await.delivery_hint, expected, "{member}");
    }
}

#[tokio::test]
async fn every_scalar_is_checked_by_its_format() {
    for (name, good, bad) in [
        ("isGift", json!([true, false]), json!([null, 0, "true"])),
        ("day", json!(["2026-11-22"]), json!(["2026-02-30", 20_261_122, ""])),
        (
            "at",
            json!(["2026-11-22T09:30:00Z", "1998-12-31T23:59:60Z"]),
            json!(["2026-11-22", "9999-12-31T23:59:59Z"]),
        ),
        ("within", json!(["P1D", "PT36H"]), json!(["1 day", "-P1D", "P99999999999999999999Y"])),
        ("mail", json!(["ada@example.com"]), json!(["ada", ""])),
        ("link", json!(["urn:a:b"]), json!(["/a", ""])),
        ("data", json!(["", "aGVsbG8="]), json!(["a", "aGVsbG8"])),
        ("anything", json!([{"a": [1.5, "x", true]}, 7, "x"]), json!([])),
        (
            "tags",
            json!([[], [1, "1", [1], {"a": 1}]]),
            json!([[1, 1.0], [{"a": 1, "b": 2}, {"b": 2, "a": 1.0}], [null, null]]),
        ),
        ("ratio", json!([0.3, 1e3]), json!([0, -1, "1"])),
        ("status", json!(["placed"]), json!(["Placed", "", null])),
    ] {
        let values = |values: Value| values.as_array().cloned().unwrap_or_default();
        for value in values(good) {
            let more = placed(&format!("\"more\":{{\"{name}\":{value}}}"))
                .await
                .more
                .expect("there is more");
            let again = serde_json::to_value(&more).expect("it can be written");
            let written: More = serde_json::from_value(again).expect("it can be read");
            assert_eq!(written, more, "{name}: {value}");
        }
        for value in values(bad) {
            let told = ask(
                "POST /v1/orders",
                &FIELDS,
                order_with(&format!("\"more\":{{\"{name}\":{value}}}")),
            )
            .await;
            assert_eq!(
                (told.status, told.violations().len()),
                (400, 1),
                "{name}: {value}: {told:?}"
            );
        }
    }
}
