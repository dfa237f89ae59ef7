//! Pages: limit, cursor, `Link`.

use crate::ask::{ask, ask_of};
use crate::shop::{Shop, server};

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let shop = server::router(Shop::default());
    let target = "GET /v1/regions/eu/orders?status=placed&limit=1";
    let first = ask_of(shop.clone(), target, &[], "").await;
    let link = first.field("link").expect("there is another page").to_owned();
    let next = link
        .strip_prefix('<')
        .and_then(|link| link.split_once('>'))
        .expect("a target in angle brackets")
        .0;
    assert!(link.ends_with("; rel=\"next\""), "{link}");
    assert!(next.starts_with("/v1/regions/eu/orders?status=placed&limit=1&cursor="), "{next}");
    assert_eq!(first.json()["items"].as_array().map(Vec::len), Some(1));
    assert!(next.ends_with(first.json()["nextCursor"].as_str().expect("a cursor")), "{next}");

    let second = ask_of(shop, &format!("GET {next}"), &[], "").await;
    assert_eq!(second.json()["items"].as_array().map(Vec::len), Some(1));
    assert!(second.json().get("nextCursor").is_none());
    assert_eq!(second.headers.get_all("link").iter().count(), 1, "the deprecation alone");
}

#[tokio::test]
async fn a_cursor_of_another_making_is_refused() {
    let told = ask("GET /v1/regions/eu/orders?cursor=abc", &[], "").await;
    assert_eq!(told.violations(), ["query cursor: is not a cursor that this list gave out"]);
}

#[tokio::test]
async fn parameters_are_decoded() {
    let shop = Shop::default();
    let seen = shop.listed.clone();
    let target = "/v1/regions/a%2Fb%20+/orders?status=placed&status=%73hipped&minimum=1e2";
    let told =
        ask_of(server::router(shop), &format!("GET {target}"), &[("x-channel", "web")], "").await;
    assert_eq!(told.status, 200, "{told:?}");
    let request = seen.lock().expect("no panic").pop().expect("it was asked");
    assert_eq!((request.region.as_str(), request.minimum), ("a/b +", 100));
    let status: Vec<_> =
        request.status.iter().map(crate::shop::types::OrderStatus::as_str).collect();
    assert_eq!(status, ["placed", "shipped"]);
    assert_eq!((request.x_channel.as_deref(), request.page.limit), (Some("web"), 20));
}

#[tokio::test]
async fn a_cursor_is_good_for_its_list_alone() {
    let router = server::router(Shop::default());
    let first = ask_of(router.clone(), "GET /v1/regions/eu/orders?limit=1", &[], "").await;
    let cursor = first.json()["nextCursor"].as_str().expect("a cursor").to_owned();
    assert!(!cursor.contains(['=', '+', '/', '"']), "{cursor} needs no escapes");
    for (target, status) in [
        (format!("/v1/regions/eu/orders?limit=1&cursor={cursor}"), 200),
        (format!("/v1/regions/us/orders?limit=1&cursor={cursor}"), 400),
        (format!("/v1/regions/eu/orders?limit=1&cursor={cursor}A"), 400),
    ] {
        let told = ask_of(router.clone(), &format!("GET {target}"), &[], "").await;
        assert_eq!(told.status, status, "{target}: {told:?}");
    }
    let elsewhere = server::router(Shop::default());
    let told =
        ask_of(elsewhere, &format!("GET /v1/regions/eu/orders?cursor={cursor}"), &[], "").await;
    assert_eq!(told.status, 400, "another instance has another key, unless it is given the same");
}
