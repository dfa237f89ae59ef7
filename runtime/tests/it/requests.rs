//! Everything that is wrong with a request is told at once, each with its place.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them when it updates")]

use expect_test::{Expect, expect};

use crate::ask::ask;
use crate::bodies::order_with;

const KEY: (&str, &str) = ("idempotency-key", "\"k\"");
const JSON: (&str, &str) = ("content-type", "application/json");

async fn check(line: &str, fields: &[(&str, &str)], body: &str, expected: Expect) {
    let told = ask(line, fields, body).await;
    assert_eq!((told.status, told.code().as_str()), (400, "validation-failed"), "{told:?}");
    expected.assert_eq(&told.violations().join("\n"));
}

#[tokio::test]
async fn all_violations_of_body_and_fields_come_at_once() {
    let body = r#"{
        "customerID": "0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70",
        "lines": [
            {"sku": "abc", "quantity": 0, "unitPrice": "-1.005"},
            {"sku": 7, "quantity": 1.5, "unitPrice": 9.99, "qantity": 1},
            {"quantity": 20000, "unitPrice": "x"},
            null
        ],
        "payment": {"method": "crad", "cardToken": "tok"},
        "note": "ünïcö",
        "priority": "high",
        "labels": {"a/b": 1, "b": "", "c": ""},
        "more": {"status": "Shiped", "tags": [1, 2, 1.0], "inner": {"all": [{}, {"inner": []}]}, "ratio": 0.35}
    }"#;
    check(
        "POST /v1/orders?dryRun=true",
        &[JSON],
        body,
        expect![[r#"
            header Idempotency-Key: is required
            #/customerID: is not a known field; did you mean `customerId`?
            #/lines/0/sku: must match ^[A-Z]{3}-[0-9]{4}$
            #/lines/0/quantity: must be at least 1
            #/lines/0/unitPrice: must be at least 0
            #/lines/0/unitPrice: must be a multiple of 0.01
            #/lines/1/sku: must be a string, not a number
            #/lines/1/quantity: must be an integer
            #/lines/1/unitPrice: must be a decimal number in a string, not a number
            #/lines/1/qantity: is not a known field; did you mean `quantity`?
            #/lines/2/quantity: must be at most 10000
            #/lines/2/unitPrice: must be a decimal number of at most 28 digits, for example 19.99
            #/lines/2/sku: is required
            #/lines/3: must be an object, not null
            #/lines: must have at most 3 items
            #/payment/method: must be one of `card`, `invoice`; did you mean `card`?
            #/priority: must be an integer, not a string
            #/labels/a~1b: must be a string, not a number
            #/labels: must have at most 2 entries
            #/more/status: must be one of `placed`, `confirmed`, `shipped`; did you mean `shipped`?
            #/more/tags/2: repeats item 0; the items must differ
            #/more/inner/all/1/inner: must be an object, not an array
            #/more/ratio: must be a multiple of 0.1
            #/customerId: is required
            #/giftMessage: is required
            query dryRun: is not a known parameter"#]],
    )
    .await;
}

#[tokio::test]
async fn a_body_of_the_wrong_kind_is_one_violation() {
    for (body, expected) in [
        ("null", expect!["#: must be an object, not null"]),
        ("[]", expect!["#: must be an object, not an array"]),
        ("7", expect!["#: must be an object, not a number"]),
    ] {
        check("POST /v1/orders", &[KEY, JSON], body, expected).await;
    }
}

#[tokio::test]
async fn the_tag_of_a_union_may_stand_anywhere() {
    let order =
        |payment: &str| order_with("").replace(r#"{"method":"card","cardToken":"tok"}"#, payment);
    for payment in [r#"{"days":30,"method":"invoice"}"#, r#"{"method":"invoice","days":3e1}"#] {
        assert_eq!(
            ask("POST /v1/orders", &[KEY, JSON], order(payment)).await.status,
            201,
            "{payment}"
        );
    }
    for (payment, expected) in [
        (r#"{"days":30}"#, expect!["#/payment/method: is required: one of `card`, `invoice`"]),
        (r#"{"method":7,"days":30}"#, expect!["#/payment/method: must be a string"]),
        (
            r#"{"days":31,"cardToken":"x","method":"invoice"}"#,
            expect![[r#"
                #/payment/days: must be a multiple of 10
                #/payment/cardToken: is not a known field"#]],
        ),
        (
            r#"{"method":"card","cardToken":"t"}"#,
            expect!["#/payment/cardToken: must have at least 3 characters"],
        ),
        (
            r#"{"method":"card","cardToken":"tok","method":"card"}"#,
            expect!["#/payment/method: is written twice"],
        ),
    ] {
        check("POST /v1/orders", &[KEY, JSON], &order(payment), expected).await;
    }
}

#[tokio::test]
async fn all_violations_of_parameters_come_at_once() {
    check(
        "GET /v1/regions/far%20too%20long/orders?customerId=7&status=placed&status=lost&status=shiped&minimum=-1&Limit=5&limit=0&cursor=&customerId=8&x=%zz",
        &[("x-channel", "wbe")],
        "",
        expect![[r#"
            path region: must have at most 8 characters
            query customerId: must not be repeated
            query status: must be given at most 2 times
            query status: must be one of `placed`, `confirmed`, `shipped`
            query status: must be one of `placed`, `confirmed`, `shipped`; did you mean `shipped`?
            query minimum: must be at least 0
            header X-Channel: must be one of `web`, `mobile`; did you mean `web`?
            query limit: must be an integer between 1 and 100
            query cursor: is not a cursor that this list gave out
            query Limit: is not a known parameter; did you mean `limit`?
            query x: is not a known parameter"#]],
    )
    .await;
    check(
        "GET /v1/regions/%ff/orders?customerId=%zz&minimum=1.5&limit=101",
        &[("x-channel", "web"), ("x-channel", "web")],
        "",
        expect![[r#"
            path region: is not percent-encoded UTF-8
            query customerId: is not percent-encoded UTF-8
            query minimum: must be an integer
            header X-Channel: must not be repeated
            query limit: must be an integer between 1 and 100"#]],
    )
    .await;
}

#[tokio::test]
async fn idempotency_keys_are_checked() {
    for (key, status) in [
        ("\"8e03978e-40d5-43e8-bc93-6894a57f9324\"", 201),
        ("8e03978e-40d5-43e8-bc93-6894a57f9324", 201),
        ("\"\"", 400),
        ("\"a", 400),
        ("a b", 400),
    ] {
        let told = ask("POST /v1/orders", &[JSON, ("idempotency-key", key)], order_with("")).await;
        assert_eq!(told.status, status, "{key}: {told:?}");
    }
}
