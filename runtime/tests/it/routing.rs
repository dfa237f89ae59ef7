//! Paths, methods and media types.

use tiebeam::Router;

use crate::ask::{ask, ask_of};
use crate::shop::{Shop, server};

const ORDER: &str = "/v1/orders/00000000-0000-0000-0000-000000000001";

#[tokio::test]
async fn what_is_not_there_and_what_is_not_allowed_are_problems() {
    for (line, status, code, allow) in [
        ("GET /", 404, "no-such-route", None),
        ("GET /v1/order", 404, "no-such-route", None),
        ("GET /v1/orders/", 404, "no-such-route", None),
        ("POST /v2/orders", 404, "no-such-route", None),
        ("GET /v1/orders", 405, "method-not-allowed", Some("OPTIONS, POST")),
        ("DELETE /v1/orders", 405, "method-not-allowed", Some("OPTIONS, POST")),
        ("POST ORDER", 405, "method-not-allowed", Some("DELETE, GET, HEAD, OPTIONS, PATCH")),
        ("BREW ORDER", 405, "method-not-allowed", Some("DELETE, GET, HEAD, OPTIONS, PATCH")),
        ("POST /openapi.json", 405, "method-not-allowed", Some("GET, HEAD, OPTIONS")),
        ("OPTIONS ORDER", 204, "", Some("DELETE, GET, HEAD, OPTIONS, PATCH")),
        ("OPTIONS /nothing", 404, "no-such-route", None),
        ("GET /v1/orders/7", 400, "validation-failed", None),
        ("GET ORDER", 200, "", None),
    ] {
        let told = ask(&line.replace("ORDER", ORDER), &[], "").await;
        assert_eq!((told.status, told.code().as_str()), (status, code), "{line}: {told:?}");
        assert_eq!(told.field("allow"), allow, "{line}");
    }
}

#[tokio::test]
async fn a_head_is_a_get_without_its_body() {
    let get = ask(&format!("GET {ORDER}"), &[], "").await;
    let head = ask(&format!("HEAD {ORDER}"), &[], "").await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
    for name in ["content-type", "etag"] {
        assert_eq!(head.field(name), get.field(name), "{name}");
    }
    assert_eq!(head.field("content-length"), Some(get.text.len().to_string().as_str()));
}

#[tokio::test]
async fn only_a_caller_that_takes_json_is_served() {
    for (accept, status) in [
        ("application/json", 200),
        ("*/*", 200),
        ("text/html, application/*;q=0.2", 200),
        ("text/html", 406),
        ("application/json;q=0, */*", 406),
    ] {
        let told = ask(&format!("GET {ORDER}"), &[("accept", accept)], "").await;
        assert_eq!(told.status, status, "{accept}: {told:?}");
    }
    let told = ask(
        &format!("GET {ORDER}"),
        &[("accept", "text/html"), ("accept", "application/json")],
        "",
    )
    .await;
    assert_eq!(told.status, 200, "the lines of a list are one list");
    let told = ask(&format!("DELETE {ORDER}"), &[("accept", "text/html")], "").await;
    assert_eq!(told.status, 204, "there is nothing to represent");
}

#[tokio::test]
async fn what_is_too_large_is_refused_before_anything_else() {
    let long = "x".repeat(9 << 10);
    let told = ask(&format!("GET /nowhere?{long}"), &[], "").await;
    assert_eq!((told.status, told.code().as_str()), (414, "uri-too-long"));
    let told = ask("GET /nowhere", &[("x-a", &long), ("x-b", &long)], "").await;
    assert_eq!((told.status, told.code().as_str()), (431, "header-fields-too-large"));
    let told = ask(&format!("GET {ORDER}"), &[("x-a", &long), ("x-b", &long)], "").await;
    assert_eq!((told.status, told.code().as_str()), (431, "header-fields-too-large"));
}

#[tokio::test]
async fn the_documents_are_served_and_cached() {
    for (path, text) in
        [("/openapi.json", r#"{"openapi":"3.1.0"}"#), ("/asyncapi.json", r#"{"asyncapi":"3.0.0"}"#)]
    {
        let ask = |fields: Vec<(&'static str, String)>| async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            ask(&format!("GET {path}"), &fields, "").await
        };
        let told = ask(Vec::new()).await;
        assert_eq!((told.status, told.text.as_str()), (200, text));
        assert_eq!(told.field("content-type"), Some("application/json"));
        let tag = told.field("etag").expect("the document has a tag").to_owned();
        let told = ask(vec![("if-none-match", tag)]).await;
        assert_eq!((told.status, told.text.as_str()), (304, ""));
        let told = ask(vec![("if-none-match", "\"0f1e2d\"".to_owned())]).await;
        assert_eq!(told.status, 200, "the digest of the facts says nothing about the bytes");
    }
}

#[tokio::test]
async fn several_apis_are_nested_and_know_where_they_are() {
    let nested = || {
        Router::new()
            .nest("/a", server::router(Shop::default()))
            .nest("/b", server::router(Shop::default()))
    };
    let told = ask_of(nested(), "GET /a/v1/regions/eu/orders?limit=1", &[], "").await;
    assert!(
        told.field("link").is_some_and(|link| link.starts_with("</a/v1/regions/eu/orders?")),
        "{told:?}"
    );
    let told = ask_of(nested(), "POST /b/v1/exports?status=placed", &[], "").await;
    assert_eq!(told.field("location"), Some("/b/v1/exports"), "{told:?}");
    let link = "</a/openapi.json>; rel=\"deprecation\"; type=\"application/json\"";
    let told = ask_of(nested(), "GET /a/v1/regions/eu/orders?limit=x", &[], "").await;
    assert_eq!(told.field("link"), Some(link), "{told:?}");
    assert_eq!(told.json()["instance"], "/a/v1/regions/eu/orders", "{told:?}");
    let told = ask_of(nested(), "GET /b/v1/nothing", &[], "").await;
    assert_eq!((told.status, told.code().as_str()), (404, "no-such-route"));
    assert_eq!(told.json()["instance"], "/b/v1/nothing", "{told:?}");
    let tenants = Router::new().nest("/t/{tenant}", server::router(Shop::default()));
    let told = ask_of(tenants, "POST /t/7/v1/exports?status=placed", &[], "").await;
    assert_eq!(told.field("location"), Some("/t/7/v1/exports"), "{told:?}");
}

#[tokio::test]
async fn how_a_patch_may_be_written_is_said() {
    let accepted = Some("application/merge-patch+json, application/json");
    let told = ask(&format!("OPTIONS {ORDER}"), &[], "").await;
    assert_eq!((told.status, told.field("accept-patch")), (204, accepted), "{told:?}");
    let fields = [("content-type", "application/json-patch+json"), ("if-match", "*")];
    let told = ask(&format!("PATCH {ORDER}"), &fields, "[]").await;
    assert_eq!((told.status, told.field("accept-patch")), (415, accepted), "{told:?}");
    let told = ask("OPTIONS /v1/orders", &[], "").await;
    assert_eq!((told.status, told.field("accept-patch")), (204, None), "{told:?}");
}
