//! Chapters about browsing and buying, through the Order Experience API.

use order_experience_v1::operations::{browse_products, check_out, get_shelf, list_orders};
use order_experience_v1::{
    BasketLine, CheckOut, OrderExperience, OrderState, OrderView, PayWith, PaymentHint, SavedCard,
    Shelf,
};
use retail_models::customer::CustomerId;
use retail_models::inventory::{CategoryCode, Sku};
use retail_models::order::OrderId;
use tiebeam::operation::{Failure, Tier};
use tiebeam::{IdempotencyKey, PageRequest, Patch};

use super::stage::{Stage, reached, unexpected};
use crate::wire;

/// A card that works.
const GOOD_CARD: &str = "4242";
/// A card without money behind it.
const EMPTY_CARD: &str = "0002";
/// A card that the bank looks at twice.
const REVIEWED_CARD: &str = "0119";

/// What the app sends when the customer buys some pieces of one product.
fn purchase(customer: CustomerId, sku: &str, quantity: i32, card: &str) -> check_out::Request {
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

pub async fn the_catalog_comes_in_pages(stage: &mut Stage) -> anyhow::Result<()> {
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
        let answer = stage
            .enterprise
            .mobile
            .browse_products(&stage.context, request)
            .await
            .map_err(Failure::into_problem)?;
        next = page.after(&answer);
        titles
            .extend(answer.items.into_iter().map(|card| format!("{} {}", card.title, card.price)));
        pages += 1;
    }
    stage.crossings();
    stage.report.say(titles.join(" · "));
    stage.report.expect("three pages hold all eight products", pages == 3 && titles.len() == 8);

    let address = stage.address("order-experience", 1)?;
    let answer = wire::send(&address, "GET /v1/products?limit=3&maxPrice=100", &[], None).await?;
    let link = answer.field("link").unwrap_or_default().to_owned();
    stage.report.say(format!("Link: {link}"));
    let linked = link.contains("rel=\"next\"") && link.contains("maxPrice=100");
    stage.report.expect("a page links to the next one, with the same filter", linked);

    let request = get_shelf::Request { shelf: CategoryCode("home".to_owned()) };
    let home = stage
        .enterprise
        .mobile
        .get_shelf(&stage.context, request)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    stage.report.say(names(&home));
    stage
        .report
        .expect("shelves hold shelves", home.shelves.iter().any(|it| !it.shelves.is_empty()));
    Ok(())
}

/// A shelf and the shelves inside it: `Home (Lighting (Desk lamps, …), …)`.
fn names(shelf: &Shelf) -> String {
    if shelf.shelves.is_empty() {
        return shelf.title.clone();
    }
    let inside: Vec<String> = shelf.shelves.iter().map(names).collect();
    format!("{} ({})", shelf.title, inside.join(", "))
}

pub async fn an_order_is_placed_twice_and_exists_once(
    stage: &mut Stage,
    ada: CustomerId,
) -> anyhow::Result<OrderId> {
    stage.report.chapter("An order is placed twice and exists once");
    let before = stage.available("LMP-0042");
    let request = purchase(ada, "LMP-0042", 2, GOOD_CARD);
    let answer = stage
        .enterprise
        .mobile
        .check_out(&stage.context, request.clone())
        .await
        .map_err(Failure::into_problem)?;
    let check_out::Response::Created(order) = answer else {
        return unexpected("a good card was not enough for an order");
    };
    let crossings = stage.crossings();
    let OrderView { number, headline, total, .. } = &*order;
    stage.report.say(format!("order {number}: {headline}, {total}"));
    stage.report.expect("the order is confirmed", order.state == OrderState::Confirmed);
    let below = reached(&crossings, Tier::System) && reached(&crossings, Tier::Service);
    stage.report.expect("systems of record and services took part", below);
    stage.report.expect("two pieces are set aside", stage.available("LMP-0042") == before - 2);

    stage.report.say("The network hiccups, and the app sends the same request again.");
    let answer = stage
        .enterprise
        .mobile
        .check_out(&stage.context, request)
        .await
        .map_err(Failure::into_problem)?;
    stage.enterprise.journal.take();
    let same = matches!(answer, check_out::Response::Created(again) if again.id == order.id);
    stage.report.expect("it is answered with the same order", same);
    let once = stage.available("LMP-0042") == before - 2;
    stage.report.expect("nothing was set aside or charged twice", once);

    let listing = list_orders::Request {
        customer_id: ada,
        state: vec![OrderState::Confirmed, OrderState::Shipped],
        since: None,
        page: PageRequest::first(),
    };
    let orders = stage
        .enterprise
        .mobile
        .list_orders(&stage.context, listing)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    stage.report.expect("her list shows one order", orders.items.len() == 1);
    Ok(order.id)
}

pub async fn something_sold_out(stage: &mut Stage, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("Something sold out");
    let request = purchase(ada, "LMP-0043", 5, GOOD_CARD);
    let outcome = stage.enterprise.mobile.check_out(&stage.context, request).await;
    stage.crossings();
    let Err(check_out::Error::OutOfStock(detail)) = outcome else {
        return unexpected("five pieces of three were sold");
    };
    stage.report.say(format!("of {} there are {} left", detail.sku, detail.left));
    let typed = detail.sku.0 == "LMP-0043" && detail.left == 3;
    stage.report.expect("the error says what is left, in types of the app's own API", typed);
    Ok(())
}

pub async fn a_declined_card_leaves_no_traces(
    stage: &mut Stage,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A declined card leaves no traces");
    let before = stage.available("CHR-0007");
    let request = purchase(ada, "CHR-0007", 1, EMPTY_CARD);
    let outcome = stage.enterprise.mobile.check_out(&stage.context, request).await;
    let crossings = stage.crossings();
    let Err(check_out::Error::PaymentFailed(detail)) = outcome else {
        return unexpected("an empty card bought an armchair");
    };
    stage.report.say(format!("hint: {}", detail.hint));
    stage.report.expect("the app knows what to suggest", detail.hint == PaymentHint::TryAgainLater);
    let asked = crossings.iter().filter(|crossing| crossing.api() == "erp-system").count();
    stage.report.expect("stock was set aside and given back", asked == 3);
    stage.report.expect("the armchair is on sale again", stage.available("CHR-0007") == before);
    Ok(())
}

pub async fn the_bank_takes_a_second_look(
    stage: &mut Stage,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("The bank takes a second look");
    let request = purchase(ada, "TBL-0021", 1, REVIEWED_CARD);
    let answer = stage
        .enterprise
        .mobile
        .check_out(&stage.context, request)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    let check_out::Response::Accepted(order) = answer else {
        return unexpected("a payment under review was taken for settled");
    };
    stage.report.say(format!("order {} is {}", order.number, order.state));
    let open = order.state == OrderState::Placed;
    stage.report.expect("202 is a variant of its own, and the order waits", open);
    Ok(())
}
