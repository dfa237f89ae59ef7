//! Chapters about what was ordered: changed minds, lists, versions, parcels.

use anyhow::Context as _;
use customer_experience_v1::CustomerExperience;
use customer_experience_v1::operations::get_dashboard;
use order_experience_v1::operations::{cancel_order, list_orders, track_order};
use order_experience_v1::{CancelForm, OrderExperience, OrderState};
use retail_models::customer::CustomerId;
use tiebeam::operation::Failure;
use tiebeam::{IdempotencyKey, PageRequest};

use super::buying::{GOOD_CARD, buy, purchase};
use super::stage::{Stage, asked};
use crate::slots;

pub async fn she_changes_her_mind(stage: &mut Stage<'_>, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("She changes her mind");
    let before = stage.available("CHR-0011").await?;
    let purchase = purchase(ada, "CHR-0011", 4, GOOD_CARD);
    let order = buy(stage, purchase.clone()).await?;
    stage.unseen().await?;
    let request = cancel_order::Request {
        order_id: order.id,
        idempotency_key: IdempotencyKey::fresh(),
        if_match: None,
        body: CancelForm { why: Some("There were stools in the attic.".to_owned()) },
    };
    let cancelled = stage.mobile.cancel_order(&stage.context, request).await;
    let cancelled = cancelled.map_err(Failure::into_problem)?;
    stage.crossings().await?;
    stage.report.expect("the order is cancelled", cancelled.state == OrderState::Cancelled)?;
    let is_back = stage.available("CHR-0011").await? == before;
    stage.report.expect("the stools are on sale again", is_back)?;
    let is_void = stage.transactions(15_800).await? == ["VOID"];
    stage.report.expect("the processor has given the money back", is_void)?;

    stage.report.say("The app finds the purchase in its outbox and sends it once more.");
    let again = buy(stage, purchase).await?;
    stage.crossings().await?;
    stage.report.expect("it is answered as it was, and nothing is bought anew", again == order)?;
    let is_void = stage.transactions(15_800).await? == ["VOID"];
    stage.report.expect("the money stays with her", is_void)
}

pub async fn orders_come_in_pages(stage: &mut Stage<'_>, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("Orders come in pages, the newest first");
    let mut numbers = Vec::new();
    let mut pages = 0;
    let mut next = Some(PageRequest { limit: 2, cursor: None });
    while let Some(page) = next {
        let request = list_orders::Request {
            customer_id: ada,
            state: Vec::new(),
            since: None,
            page: page.clone(),
        };
        let answer = stage.mobile.list_orders(&stage.context, request).await;
        let answer = answer.map_err(Failure::into_problem)?;
        next = page.after(&answer);
        numbers.extend(answer.items.into_iter().map(|order| order.number.to_string()));
        pages += 1;
    }
    stage.crossings().await?;
    stage.report.say(numbers.join(" · "));
    let is_whole = pages == 3 && numbers.len() == 5;
    stage.report.expect("three pages hold five orders", is_whole)?;
    let newest_first = numbers.iter().rev().is_sorted();
    stage.report.expect("the newest is the first", newest_first)
}

pub async fn a_version_is_on_its_way_out(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A version is on its way out");
    let request = get_dashboard::Request { customer_id: ada, orders: 10, x_page_view: None };
    let dashboard = stage.web.get_dashboard(&stage.context, request).await;
    let dashboard = dashboard.map_err(Failure::into_problem)?;
    let old = stage.crossings().await?;
    let page = PageRequest { limit: 10, cursor: None };
    let request = list_orders::Request { customer_id: ada, state: Vec::new(), since: None, page };
    let orders = stage.mobile.list_orders(&stage.context, request).await;
    let orders = orders.map_err(Failure::into_problem)?;
    let new = stage.crossings().await?;
    let announced = old.iter().any(|it| it.system == "order-process@1" && it.is_deprecated);
    stage.report.expect("the web shop still asks version 1, which announces its end", announced)?;
    let current = new.iter().any(|it| it.system == "order-process@2" && !it.is_deprecated);
    stage.report.expect("the app asks version 2, which does not", current)?;
    let shown: Vec<_> = dashboard.body.latest_orders.iter().map(|order| &order.number).collect();
    let listed: Vec<_> = orders.items.iter().map(|order| &order.number).collect();
    stage.report.expect("both tell of the same orders", shown == listed)
}

pub async fn a_carrier_signed_up_yesterday(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A carrier signed up yesterday");
    let before = stage.reservations().await?;
    let order = buy(stage, purchase(ada, "LMP-0042", 1, GOOD_CARD)).await?;
    stage.unseen().await?;
    let after = stage.reservations().await?;
    let reservation = after.iter().find(|number| !before.contains(number));
    let reservation = reservation.context("the ERP set nothing aside")?;
    stage.report.say("A clerk in the warehouse gives the parcel to a carrier that no code knows.");
    let order_number = order.id.0.simple();
    let form = format!("AUFNR={order_number}&RES={reservation}&CARR=DRONE_EXPRESS");
    stage.clerk("erp", "ship", &form).await?;
    let tracking = track_order::Request { order_id: order.id };
    let tracking = stage.mobile.track_order(&stage.context, tracking).await;
    let tracking = tracking.map_err(Failure::into_problem)?;
    let crossings = stage.crossings().await?;
    let carriers: Vec<&str> = tracking.parcels.iter().map(|it| it.carrier.as_str()).collect();
    stage.report.say(format!("carried by {}", carriers.join(", ")));
    stage.report.expect("the ERP was asked", asked(&crossings, "erp") == 1)?;
    let has_passed = carriers == ["droneExpress"];
    stage.report.expect("three tiers pass on a name that came after their code", has_passed)
}

pub async fn whatever_goes_wrong_is_a_problem_document(
    stage: &mut Stage<'_>,
) -> anyhow::Result<()> {
    stage.report.chapter("Whatever goes wrong is a problem document");
    for (line, status) in [
        ("GET /v1/baskets", 404),
        ("DELETE /v1/products", 405),
        ("GET /v1/products?limit=1000&colour=red", 400),
        ("GET /v1/orders/not-a-uuid", 400),
        ("GET /v1/orders/0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c", 404),
        ("POST /v1/orders", 400),
    ] {
        let answer = stage.send(&slots::ORDER_EXPERIENCE, line, &[], None).await?;
        let code = answer.json()["code"].as_str().unwrap_or("(none)").to_owned();
        let is_problem = answer.status == status
            && answer.field("content-type") == Some("application/problem+json");
        stage.report.expect(&format!("{line} is {status} {code}"), is_problem)?;
    }
    stage.unseen().await.map(drop)
}
