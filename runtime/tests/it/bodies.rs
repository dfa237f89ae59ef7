//! Hostile and broken bodies: always a problem document, never a panic.

use crate::ask::ask;

const KEY: (&str, &str) = ("idempotency-key", "\"k\"");
const JSON: (&str, &str) = ("content-type", "application/json");

/// The body of an order with one more member.
pub(crate) fn order_with(member: &str) -> String {
    let comma = if member.is_empty() { "" } else { "," };
    format!(
        r#"{{"customerId":"0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70","lines":[{{"sku":"ABC-1234","quantity":1,"unitPrice":"9.99"}}],"payment":{{"method":"card","cardToken":"tok"}},"giftMessage":null{comma}{member}}}"#
    )
}

async fn check(body: impl Into<Vec<u8>>, status: u16, code: &str, word: &str) {
    let body = body.into();
    let shown = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
    let told = ask("POST /v1/orders", &[KEY, JSON], body).await;
    assert_eq!((told.status, told.code().as_str()), (status, code), "{shown}: {told:?}");
    assert!(told.text.contains(word), "{shown}: {word}: {told:?}");
}

#[tokio::test]
async fn text_that_is_not_json_is_refused_with_its_place() {
    for (body, word) in [
        (&b"{"[..], "Line 1, column 2"),
        (b"{\n  \"a\": 1,\n  b\n}", "Line 3, column 3"),
        (b"[1,]", "Line 1, column 4"),
        (b"nul", "expected"),
        (b"{\"a\":01}", "expected"),
        (b"{\"a\":1.}", "expected a digit"),
        (b"{\"a\":NaN}", "expected a JSON value"),
        (b"{\"a\":+1}", "expected a JSON value"),
        (b"{'a':1}", "double quotes"),
        (b"{\"a\":\"\x01\"}", "control character"),
        (b"{\"a\":\"\\ud800\"}", "surrogate"),
        (b"{\"a\":\"\\x\"}", "escape"),
        (b"{\"a\":1} x", "end of the text"),
        (b"{\"a\":1}{}", "end of the text"),
        (b" ", "the text ends"),
        (b"{\"a\":\"\xff\"}", "Byte 7 is not UTF-8"),
        (b"{\"a\":\"\xed\xa0\x80\"}", "not UTF-8"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
    ] {
        check(body, 400, "malformed-body", word).await;
    }
    for cut in 1..order_with("").len() {
        check(&order_with("").as_bytes()[..cut], 400, "malformed-body", "Line 1").await;
    }
}

#[tokio::test]
async fn depth_and_numbers_are_bounded() {
    for open in ["[", "{\"a\":"] {
        let deep = open.repeat(100_000);
        check(
            order_with(&format!("\"more\":{{\"anything\":{deep}")),
            400,
            "malformed-body",
            "nested too deeply",
        )
        .await;
    }
    let deepest = format!("\"more\":{{\"anything\":{}{}}}", "[".repeat(98), "]".repeat(98));
    let told = ask("POST /v1/orders", &[KEY, JSON], order_with(&deepest)).await;
    assert_eq!(told.status, 201, "{told:?}");
    let huge = "9".repeat(400);
    for (member, word) in [
        (r#""priority":1e400"#.to_owned(), "must be between"),
        (r#""priority":1e99999999999999999999"#.to_owned(), "must be between"),
        (r#""priority":2147483648"#.to_owned(), "must be between"),
        (format!(r#""priority":{huge}"#), "must be between"),
        (r#""priority":1e-400"#.to_owned(), "must be an integer"),
        (r#""more":{"count":9223372036854775808}"#.to_owned(), "must be between"),
        (r#""more":{"ratio":1e400}"#.to_owned(), "out of range"),
        (format!(r#""more":{{"ratio":{huge}}}"#), "out of range"),
        (r#""more":{"anything":[1,1e400]}"#.to_owned(), "#/more/anything/1"),
    ] {
        check(order_with(&member), 400, "validation-failed", word).await;
    }
}

#[tokio::test]
async fn duplicate_keys_are_refused_everywhere() {
    for (member, pointer) in [
        (r#""note":"a","note":"b""#, "#/note"),
        (r#""more":{"anything":{"a":1,"\u0061":2}}"#, "#/more/anything/a"),
        (r#""labels":{"x":"1","x":"2"}"#, "#/labels/x"),
        (r#""payment":{"method":"card","cardToken":"tok"}"#, "#/payment"),
    ] {
        check(
            order_with(member),
            400,
            "validation-failed",
            &format!("{{\"detail\":\"is written twice\",\"pointer\":\"{pointer}\"}}"),
        )
        .await;
    }
    let many: Vec<_> = (0..40).map(|index| format!("\"k{index}\":1")).collect();
    let twice = format!(r#""more":{{"anything":{{{},"k39":2}}}}"#, many.join(","));
    check(order_with(&twice), 400, "validation-failed", "#/more/anything/k39").await;
}

#[tokio::test]
async fn the_number_of_violations_is_bounded() {
    let unknown: Vec<_> = (0..5_000).map(|index| format!("\"x{index}\":1")).collect();
    let told = ask("POST /v1/orders", &[KEY, JSON], order_with(&unknown.join(","))).await;
    assert_eq!(told.violations().len(), 100);
}

#[tokio::test]
async fn a_body_has_a_size_a_type_and_a_place() {
    let order = order_with("");
    let large = order_with(&format!(r#""more":{{"mail":"{}"}}"#, "x".repeat(1 << 20)));
    let get = "GET /v1/orders/00000000-0000-0000-0000-000000000001";
    for (line, fields, body, status, code) in [
        ("POST /v1/orders", &[KEY, JSON][..], large.as_str(), 413, "payload-too-large"),
        ("POST /v1/orders", &[KEY], &order, 415, "unsupported-media-type"),
        (
            "POST /v1/orders",
            &[KEY, ("content-type", "text/plain")],
            &order,
            415,
            "unsupported-media-type",
        ),
        (
            "POST /v1/orders",
            &[KEY, ("content-type", "application/merge-patch+json")],
            &order,
            415,
            "unsupported-media-type",
        ),
        (
            "POST /v1/orders",
            &[KEY, ("content-type", "application/json; charset=latin1")],
            &order,
            415,
            "unsupported-media-type",
        ),
        (
            "POST /v1/orders",
            &[KEY, JSON, ("content-encoding", "gzip")],
            &order,
            415,
            "unsupported-media-type",
        ),
        (
            "POST /v1/orders",
            &[KEY, ("content-type", "application/json;charset=UTF-8")],
            &order,
            201,
            "",
        ),
        ("POST /v1/orders", &[KEY, JSON], "", 400, "validation-failed"),
        ("POST /v1/orders", &[KEY], "", 400, "validation-failed"),
        ("POST /v1/exports", &[], "{}", 400, "validation-failed"),
        ("POST /v1/exports", &[], "", 200, ""),
        (get, &[], "{}", 400, "validation-failed"),
    ] {
        let told = ask(line, fields, body).await;
        assert_eq!(
            (told.status, told.code().as_str()),
            (status, code),
            "{line} {fields:?}: {told:?}"
        );
    }
    let told = ask("POST /v1/orders", &[KEY, ("content-type", "text/plain")], order).await;
    assert_eq!(told.field("accept"), Some("application/json"));
}

#[tokio::test]
async fn complaints_do_not_outgrow_what_is_complained_about() {
    let name = " ".repeat(200_000);
    let twice = r#""a":1,"#.repeat(200);
    let body = order_with(&format!(r#""more":{{"{name}":{{{twice}"b":1}}}}"#));
    let told = ask("POST /v1/orders", &[KEY, JSON], body.clone()).await;
    assert_eq!((told.status, told.code().as_str()), (400, "validation-failed"));
    assert!(told.text.len() < 4 * body.len(), "{} bytes", told.text.len());
    let told = ask(&format!("GET /v1/regions/eu/orders?{}", "a&".repeat(3000)), &[], "").await;
    assert_eq!((told.status, told.violations().len()), (400, 100));
}

#[tokio::test]
async fn an_integer_that_would_lose_digits_is_refused() {
    for (number, status) in [
        ("18446744073709551615", 201),
        ("-9223372036854775808", 201),
        ("12345678901234567890123", 400),
        ("-9223372036854775809", 400),
        ("1e300", 201),
        ("1e999", 400),
    ] {
        let body = order_with(&format!(r#""more":{{"anything":{number}}}"#));
        let told = ask("POST /v1/orders", &[KEY, JSON], body).await;
        assert_eq!(told.status, status, "{number}: {told:?}");
    }
}
