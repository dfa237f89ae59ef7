//! The ERP behind the ERP System API.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use erp_system_v1::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};
use erp_system_v1::{ErpSystem, ProductSort, ReservationRequest, ShipmentRequest};
use retail_backends::{Fault, Options};
use retail_models::common::{Address, Amount, Country};
use retail_models::inventory::{
    CategoryCode, Quantity, Reservation, ReservationId, ReservedLine, Sku,
};
use retail_models::order::OrderId;
use retail_models::shipping::{Carrier, ShipmentId, ShipmentStatus};
use retail_system::Erp;
use tiebeam::types::{Decimal, Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey, PageRequest};

use super::{FAULTS, Running, check_problem};

type Old = Running<retail_backends::Erp>;

async fn start() -> (Old, Erp) {
    start_with(Options::default()).await
}

async fn start_with(options: Options) -> (Old, Erp) {
    let running = Running::with(retail_backends::Erp::new("100", "enterprise"), options).await;
    let erp = Erp::new(running.line(), "100", "enterprise").expect("they fit into header fields");
    (running, erp)
}

fn sku(text: &str) -> Sku {
    Sku(text.to_owned())
}

fn reserving(key: &str, lines: &[(&str, i32)]) -> reserve_stock::Request {
    let lines = lines
        .iter()
        .map(|(text, quantity)| ReservedLine { sku: sku(text), quantity: Quantity(*quantity) });
    reserve_stock::Request {
        idempotency_key: key.parse().expect("a key"),
        body: ReservationRequest {
            lines: lines.collect(),
            hold: "PT30M".parse().expect("a duration"),
        },
    }
}

async fn reserve(erp: &Erp, key: &str, pieces: i32) -> Reservation {
    let request = reserving(key, &[("LMP-0042", pieces)]);
    erp.reserve_stock(&Context::new(), request).await.expect("there are enough")
}

fn shipping(key: &str, reservation_id: ReservationId) -> create_shipment::Request {
    create_shipment::Request {
        idempotency_key: key.parse().expect("a key"),
        body: ShipmentRequest {
            order_id: OrderId(Uuid::from_u128(7)),
            reservation_id,
            carrier: Carrier::Dpd,
            weight: 2.8,
            ship_to: Address {
                lines: vec!["14 Harbour Row".to_owned()],
                city: "Dublin".to_owned(),
                postal_code: None,
                region: None,
                country: Country("IE".to_owned()),
            },
            remark: Some("Mind the dog.".to_owned()),
        },
    }
}

async fn products(erp: &Erp, change: impl FnOnce(&mut list_products::Request)) -> Vec<String> {
    let mut request = list_products::Request {
        sku: vec![],
        category: None,
        max_price: None,
        sort: ProductSort::Sku,
        page: PageRequest::first(),
    };
    change(&mut request);
    let page = erp.list_products(&Context::new(), request).await.expect("it is a list");
    page.items.into_iter().map(|product| product.sku.to_string()).collect()
}

#[tokio::test]
async fn what_cannot_be_done_is_a_500_with_a_document() {
    let (erp, _) = start().await;
    let fields = [("X-ERP-Client", "100"), ("X-ERP-Token", "enterprise")];
    let (status, body) = erp.raw(&fields, "<RESRD><NR>4500000001</NR></RESRD>").await;
    let expected = r#"<ERRDOC><ERR ID="M7" NO="058"><TXT>RESERVATION DOES NOT EXIST</TXT>"#;
    assert!(status == 500 && body.contains(expected), "{status} {body}");
    let (status, body) = erp.raw(&fields, "<HELLO/>").await;
    assert!(status == 500 && body.contains(r#"ID="SY" NO="002""#), "{status} {body}");
    let (status, body) = erp.raw(&fields[..1], "<GRPRD><CODE>HOME</CODE></GRPRD>").await;
    assert!(status == 403 && body.contains(r#"ID="SY" NO="008""#), "{status} {body}");
}

#[tokio::test]
async fn a_material_of_eighteen_digits_is_a_product() {
    let (_running, erp) = start().await;
    let context = Context::new();
    let reading = |text| get_product::Request { sku: sku(text) };
    let lamp = erp.get_product(&context, reading("LMP-0100")).await.expect("it is there");
    assert_eq!(
        (lamp.name.as_str(), lamp.category.0.as_str()),
        ("Floor lamp Gustav", "floor-lamps")
    );
    assert_eq!(lamp.price.amount.0, Decimal::new(12_900, 2));
    assert!((lamp.weight - 6.8).abs() < f64::EPSILON);
    assert_eq!((lamp.lead_time.to_string().as_str(), lamp.discontinued_on), ("P14D", None));
    assert_eq!(lamp.attributes["warranty"], "2 years");
    let missing = erp.get_product(&context, reading("LMP-9999")).await;
    assert!(matches!(missing, Err(get_product::Error::NotFound)), "{missing:?}");
}

#[tokio::test]
async fn lists_are_filtered_sorted_and_cut_into_pages() {
    let (_running, erp) = start().await;
    let lamps = products(&erp, |it| it.category = Some(CategoryCode("lighting".to_owned()))).await;
    assert_eq!(lamps, ["LMP-0042", "LMP-0043", "LMP-0100"]);
    let nothing = products(&erp, |it| it.category = Some(CategoryCode("pets".to_owned()))).await;
    assert!(nothing.is_empty());
    let cheap = |it: &mut list_products::Request| {
        it.max_price = Some(Amount(Decimal::new(4_990, 2)));
        it.sort = ProductSort::Price;
    };
    assert_eq!(products(&erp, cheap).await, ["CHR-0011", "LMP-0042"], "a price has a comma there");
    let two = products(&erp, |it| it.page.limit = 2).await;
    assert_eq!(two, ["CHR-0007", "CHR-0011"]);
    let some = products(&erp, |it| it.sku = vec![sku("RUG-0003"), sku("XXX-0000")]).await;
    assert_eq!(some, ["RUG-0003"]);
}

#[tokio::test]
async fn groups_inside_groups_are_categories() {
    let (_running, erp) = start().await;
    let read = |code: &str| {
        let request = get_category::Request { category: CategoryCode(code.to_owned()) };
        let erp = &erp;
        async move { erp.get_category(&Context::new(), request).await }
    };
    let home = read("home").await.expect("the root is there");
    assert_eq!(home.children[0].children[1].code.0, "floor-lamps");
    assert!(matches!(read("pets").await, Err(get_category::Error::NotFound)));
}

#[tokio::test]
async fn a_reservation_is_all_or_nothing_and_exists_once_for_a_key() {
    let (running, erp) = start().await;
    let context = Context::new();
    let made = reserve(&erp, "a", 2).await;
    assert_eq!(made.warehouse.0, "IE01");
    let again = reserve(&erp, "a", 2).await;
    assert_eq!(again, made, "a duplicate is answered with what is there");

    let lines = [("LMP-0042", 1), ("LMP-0043", 4)];
    match erp.reserve_stock(&context, reserving("b", &lines)).await {
        Err(reserve_stock::Error::OutOfStock(detail)) => {
            assert_eq!(
                (detail.sku.0.as_str(), detail.requested.0, detail.available),
                ("LMP-0043", 4, 3)
            );
        }
        other => panic!("{other:?}"),
    }
    match erp.reserve_stock(&context, reserving("c", &[("LMP-9999", 1)])).await {
        Err(reserve_stock::Error::UnknownProduct(detail)) => assert_eq!(detail.sku.0, "LMP-9999"),
        other => panic!("{other:?}"),
    }
    let free = |running: &Old| {
        let admin = running.simulation.admin();
        async move {
            let admin = super::serve(admin).await;
            let address = admin.address().to_string();
            let state = retail_app::send(&address, "GET /state", &[], None).await;
            state.expect("it answers").json()["available"]["LMP-0042"].as_i64()
        }
    };
    assert_eq!(free(&running).await, Some(118), "only the first took something");

    let read = get_reservation::Request { reservation_id: made.id };
    assert_eq!(erp.get_reservation(&context, read.clone()).await, Ok(made.clone()));
    for _ in 0..2 {
        let release = release_stock::Request { reservation_id: made.id };
        erp.release_stock(&context, release).await.expect("giving back twice is fine");
    }
    assert_eq!(free(&running).await, Some(120));
    let gone = erp.get_reservation(&context, read).await;
    assert!(matches!(gone, Err(get_reservation::Error::NotFound)), "{gone:?}");
    let anew = reserve(&erp, "a", 2).await;
    assert_ne!(anew.id, made.id, "what was given back is reserved anew");
}

#[tokio::test]
async fn a_reservation_that_nobody_uses_lapses() {
    let clock = Arc::new(AtomicI64::new(1_790_000_000));
    let now = Arc::clone(&clock);
    let now = move || Timestamp::from_second(now.load(Ordering::Relaxed)).expect("a time of today");
    let options = Options { now: Arc::new(now), ..Options::default() };
    let (_running, erp) = start_with(options).await;
    let made = reserve(&erp, "a", 2).await;
    assert_eq!(made.expires_at.as_second(), 1_790_000_000 + 30 * 60);
    clock.fetch_add(31 * 60, Ordering::Relaxed);
    let read = get_reservation::Request { reservation_id: made.id };
    let gone = erp.get_reservation(&Context::new(), read).await;
    assert!(matches!(gone, Err(get_reservation::Error::NotFound)), "{gone:?}");
}

#[tokio::test]
async fn what_leaves_has_papers_and_leaves_once() {
    let (running, erp) = start().await;
    let context = Context::new();
    let reservation = reserve(&erp, "a", 2).await;
    let request = shipping("s", reservation.id);
    let shipment = erp.create_shipment(&context, request.clone()).await.expect("it is there");
    assert_eq!((&shipment.carrier, &shipment.status), (&Carrier::Dpd, &ShipmentStatus::Prepared));
    assert_eq!(shipment.parcels[0].contents["LMP-0042"], 2);
    assert!((shipment.parcels[0].weight - 2.8).abs() < f64::EPSILON);
    let again = erp.create_shipment(&context, request).await;
    assert_eq!(again, Ok(shipment.clone()), "the same papers");
    let other = erp.create_shipment(&context, shipping("t", reservation.id)).await;
    assert!(matches!(other, Err(create_shipment::Error::Conflict)), "{other:?}");
    let nothing = ReservationId(Uuid::now_v7());
    let nothing = erp.create_shipment(&context, shipping("u", nothing)).await;
    assert!(matches!(nothing, Err(create_shipment::Error::NotFound)), "{nothing:?}");

    let form = format!("AUFNR={}&CARR=DRONE_EXPRESS", shipment.order_id.0.simple());
    running.clerk("carrier", &form).await;
    let page = PageRequest::first();
    let listing = list_shipments::Request { order_id: shipment.order_id, page };
    let listed = erp.list_shipments(&context, listing).await.expect("it is a list");
    assert_eq!(listed.items[0].carrier.as_str(), "droneExpress");
    let reading = get_shipment::Request { shipment_id: ShipmentId(Uuid::now_v7()) };
    let missing = erp.get_shipment(&context, reading).await;
    assert!(matches!(missing, Err(get_shipment::Error::NotFound)), "{missing:?}");
    let reading = get_shipment::Request { shipment_id: shipment.id };
    let found = erp.get_shipment(&context, reading).await.expect("it is there");
    assert_eq!(found, listed.items[0]);
}

#[tokio::test]
async fn whatever_goes_wrong_is_a_problem_of_ours() {
    let (running, _) = start().await;
    // A short dump is a 200 that is no document.
    for (fault, status, retry_after) in FAULTS.into_iter().chain([(Fault::Fail, 502, None)]) {
        running.simulation.script(fault, 1);
        let erp = Erp::new(running.line_for(Some(fault)), "100", "enterprise").expect("they fit");
        let request = reserving(IdempotencyKey::fresh().as_str(), &[("LMP-0042", 1)]);
        match erp.reserve_stock(&Context::new(), request).await {
            Err(reserve_stock::Error::Other(problem)) => {
                check_problem(fault, &problem, status, retry_after);
            }
            other => panic!("{fault:?}: {other:?}"),
        }
    }
    let wrong = Erp::new(running.line(), "100", "old").expect("it fits");
    let request = get_product::Request { sku: sku("LMP-0042") };
    match wrong.get_product(&Context::new(), request).await {
        Err(get_product::Error::Other(problem)) => assert_eq!(problem.status(), 502),
        other => panic!("{other:?}"),
    }
}
