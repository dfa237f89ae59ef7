//! Chapters about browsing and buying, through the Order Experience API.

use order_experience_v1::operations::{browse_products, check_out, get_shelf, list_orders};
use order_experience_v1::{
    BasketLine, CheckOut, OrderExperience, OrderState, OrderView, PayWith, SavedCard, Shelf,
};
use retail_models::customer::CustomerId;
use retail_models::inventory::{CategoryCode, Sku};
use tiebeam::operation::Failure;
use tiebeam::{IdempotencyKey, PageRequest, Patch};

use super::stage::{Stage, reached, stayed_in_the_channel, unexpected};
use crate::recorder::Crossing;
use crate::slots;
use crate::wire::Answer;

/// A card that works.
pub const GOOD_CARD: &str = "4242";

/// What the app sends when the customer buys some pieces of one product.
pub fn purchase(customer: CustomerId, sku: &str, quantity: i32, card: &str) -> check_out::Request {
    check_out::Request {
        idempotency_key: IdempotencyKey::fresh(),
        x_device_id: None,
        x_app_version: "7.12.0".to_owned(),
        body: CheckOut {
            customer_id: customer,
            lines: vec![BasketLine { sku: Sku(sku.to_owned()), quantity }],
            pay_with: PayWith::Card(SavedCard {
                token: format!("tok_demo{card}"),
                last_digits: card.to_owned(),
                expires: "2028-03".to_owned(),
            }),
            deliver_to: None,
            gift: Patch::Absent,
        },
    }
}

pub async fn the_catalog_comes_in_pages(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.report.chapter("The catalog comes in pages");
    let mut titles = Vec::new();
    let mut pages = 0;
    let mut next = Some(PageRequest { limit: 3, cursor: None });
    while let Some(page) = next {
        let request = browse_products::Request {
            shelf: None,
            sku: Vec::new(),
            max_price: None,
            page: page.clone(),
        };
        let answer = stage.mobile.browse_products(&stage.context, request).await;
        let answer = answer.map_err(Failure::into_problem)?;
        next = page.after(&answer);
        titles
            .extend(answer.items.into_iter().map(|card| format!("{} {}", card.title, card.price)));
        pages += 1;
    }
    stage.crossings().await?;
    stage.report.say(titles.join(" · "));
    stage.report.expect("three pages hold all eight products", pages == 3 && titles.len() == 8)?;

    let line = "GET /v1/products?limit=3&maxPrice=100";
    let answer = stage.send(&slots::ORDER_EXPERIENCE, line, &[], None).await?;
    stage.unseen().await?;
    let next_page = answer.field("link").unwrap_or_default().to_owned();
    stage.report.say(format!("Link: {next_page}"));
    let linked = next_page.contains("rel=\"next\"") && next_page.contains("maxPrice=100");
    stage.report.expect("a page links to the next one, with the same filter", linked)?;

    let request = get_shelf::Request { shelf: CategoryCode("home".to_owned()) };
    let home = stage.mobile.get_shelf(&stage.context, request).await;
    let home = home.map_err(Failure::into_problem)?;
    stage.crossings().await?;
    stage.report.say(names(&home));
    let nested = home.shelves.iter().any(|it| !it.shelves.is_empty());
    stage.report.expect("shelves hold shelves", nested)
}

/// A shelf and the shelves inside it: `Home (Lighting (Desk lamps, …), …)`.
fn names(shelf: &Shelf) -> String {
    if shelf.shelves.is_empty() {
        return shelf.title.clone();
    }
    let inside: Vec<String> = shelf.shelves.iter().map(names).collect();
    format!("{} ({})", shelf.title, inside.join(", "))
}

/// Buys something that is there with a card that works.
pub async fn buy(
    stage: &mut Stage<'_>,
    request: check_out::Request,
) -> anyhow::Result<Box<OrderView>> {
    let answer = stage.mobile.check_out(&stage.context, request).await;
    match answer.map_err(Failure::into_problem)? {
        check_out::Response::Created(order) => {
            stage.answered.insert(order.id);
            Ok(order)
        }
        check_out::Response::Accepted(_) => unexpected("a good card was not enough for an order"),
    }
}

pub async fn an_order_is_placed_twice_and_exists_once(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("An order is placed twice and exists once");
    let before = stage.available("LMP-0042").await?;
    let request = purchase(ada, "LMP-0042", 2, GOOD_CARD);
    let order = buy(stage, request.clone()).await?;
    let crossings = stage.crossings().await?;
    let OrderView { number, headline, total, .. } = &*order;
    stage.report.say(format!("order {number}: {headline}, {total}"));
    stage.report.expect("the order is confirmed", order.state == OrderState::Confirmed)?;
    let layers = ["experience", "process", "system", "service", "backend"];
    let all = layers.into_iter().all(|layer| reached(&crossings, layer));
    stage.report.expect("all tiers took part", all)?;
    let two = stage.available("LMP-0042").await? == before - 2;
    stage.report.expect("two pieces are set aside", two)?;

    stage.report.say("The network hiccups, and the app sends the same request again.");
    let (again, crossings) = send_again(stage, &request).await?;
    let is_same = again.status == 201 && again.json() == serde_json::to_value(&order)?;
    stage.report.expect("it is answered with the same order", is_same)?;
    let says_so = again.field("idempotency-replayed") == Some("true");
    stage.report.expect("the answer says that it is a repetition", says_so)?;
    let is_remembered = stayed_in_the_channel(&crossings);
    stage.report.expect("it was remembered, and nobody else was asked", is_remembered)?;
    let once = stage.available("LMP-0042").await? == before - 2;
    stage.report.expect("nothing was set aside twice", once)?;
    let charged = stage.transactions(9_980).await? == ["AUTH"];
    stage.report.expect("nothing was charged twice", charged)?;

    let listing = list_orders::Request {
        customer_id: ada,
        state: vec![OrderState::Confirmed, OrderState::Shipped],
        since: None,
        page: PageRequest::first(),
    };
    let orders = stage.mobile.list_orders(&stage.context, listing).await;
    let orders = orders.map_err(Failure::into_problem)?;
    stage.unseen().await?;
    stage.report.expect("her list shows one order", orders.items.len() == 1)
}

/// Sends a request as it was, for a look at the header fields of the answer and at who was asked.
async fn send_again(
    stage: &mut Stage<'_>,
    request: &check_out::Request,
) -> anyhow::Result<(Answer, Vec<Crossing>)> {
    let key = request.idempotency_key.to_field_value();
    let fields = [("Idempotency-Key", key.as_str()), ("X-App-Version", &request.x_app_version)];
    let body = serde_json::to_value(&request.body)?;
    let slot = &slots::ORDER_EXPERIENCE;
    let answer = stage.send(slot, "POST /v1/orders", &fields, Some(&body)).await?;
    Ok((answer, stage.crossings().await?))
}

pub async fn something_sold_out(stage: &mut Stage<'_>, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("Something sold out");
    let request = purchase(ada, "LMP-0043", 5, GOOD_CARD);
    let outcome = stage.mobile.check_out(&stage.context, request).await;
    stage.crossings().await?;
    let Err(check_out::Error::OutOfStock(detail)) = outcome else {
        return unexpected("five pieces of three were sold");
    };
    stage.report.say(format!("of {} there are {} left", detail.sku, detail.left));
    let typed = detail.sku.0 == "LMP-0043" && detail.left == 3;
    stage.report.expect("the error says what is left, in types of the app's own API", typed)
}
