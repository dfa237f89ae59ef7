//! The day of a shop: a story that is told through the experience APIs, over HTTP, with generated clients.
//!
//! Each chapter does something that happens in every enterprise, shows which requests crossed which tier, and checks
//! what came of it. Where a system of record has to misbehave, somebody who runs the simulation sees to it; everything
//! else is done as a customer's browser or telephone does it. What follows from it on the bus somebody hears, and at the
//! end somebody looks into the books of every service. It does not matter whether everything runs in one process or in
//! many, on which store and on which bus.

mod accounts;
mod books;
mod buying;
mod crowd;
mod following;
mod lists;
mod outage;
mod paying;
mod stage;
mod watching;

use tiebeam::IdempotencyKey;

use self::stage::Stage;
use crate::scene::Scene;

/// Tells the story and answers whether everything was as expected; it ends where something is not.
///
/// # Errors
///
/// When it cannot begin.
pub async fn tell(scene: &mut Scene) -> anyhow::Result<bool> {
    let processes = scene.processes().len();
    println!(
        "Acme Retail, in {processes} {}:\n",
        if processes == 1 { "process" } else { "processes" }
    );
    print!("{scene}");
    let mut stage = Stage::set(scene).await?;
    let outcome = day(&mut stage).await;
    Ok(stage.report.end(outcome))
}

async fn day(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    let key = IdempotencyKey::fresh();
    let ada = accounts::a_visitor_becomes_a_customer(stage, &key).await?;
    accounts::a_key_belongs_to_one_request(stage, &key, ada).await?;
    accounts::a_form_full_of_mistakes(stage).await?;
    accounts::two_tabs_change_the_same_settings(stage, ada).await?;
    accounts::what_has_not_changed_is_not_sent(stage, ada).await?;

    buying::the_catalog_comes_in_pages(stage).await?;
    buying::an_order_is_placed_twice_and_exists_once(stage, ada).await?;
    buying::something_sold_out(stage, ada).await?;

    paying::a_declined_card_leaves_no_traces(stage, ada).await?;
    paying::the_processor_has_a_bad_day(stage, ada).await?;
    paying::an_answer_is_lost(stage, ada).await?;
    paying::the_bank_takes_a_second_look(stage, ada).await?;

    lists::she_changes_her_mind(stage, ada).await?;
    lists::orders_come_in_pages(stage, ada).await?;
    lists::a_version_is_on_its_way_out(stage, ada).await?;
    lists::a_carrier_signed_up_yesterday(stage, ada).await?;
    outage::a_service_dies_and_comes_back(stage, ada).await?;
    lists::whatever_goes_wrong_is_a_problem_document(stage).await?;
    accounts::an_account_with_open_orders_stays(stage, ada).await?;

    following::what_follows_from_an_order(stage, ada).await?;
    following::the_bank_says_no(stage, ada).await?;
    following::an_event_that_nobody_can_read(stage, ada).await?;
    crowd::a_service_is_killed_while_customers_buy(stage).await?;
    books::the_books_balance(stage).await?;
    watching::what_the_operators_saw(stage).await
}
