//! The demonstration: a story through the experience APIs, over real HTTP, with generated clients.
//!
//! Each chapter does something that happens in every enterprise, shows which requests crossed which tier,
//! and checks what came of it.

mod accounts;
mod buying;
mod shipping;
mod stage;
mod versions;

use tiebeam::Context;

use self::stage::Stage;
use crate::enterprise::Enterprise;
use crate::hosts::Ports;
use crate::report::Report;

/// Starts the enterprise, tells the story and answers whether everything was as expected.
///
/// # Errors
///
/// When the enterprise cannot be started, or a chapter cannot go on.
pub async fn demo() -> anyhow::Result<bool> {
    let enterprise = Enterprise::start(Ports::Free).await?;
    println!("Acme Retail: {} APIs, each on a port of its own\n", enterprise.size());
    print!("{enterprise}");
    let mut stage = Stage { enterprise, report: Report::begin(), context: Context::new() };

    let ada = accounts::a_visitor_becomes_a_customer(&mut stage).await?;
    accounts::a_form_full_of_mistakes(&mut stage).await?;
    accounts::two_tabs_change_the_same_settings(&mut stage, ada).await?;
    accounts::what_has_not_changed_is_not_sent(&mut stage, ada).await?;

    buying::the_catalog_comes_in_pages(&mut stage).await?;
    let order = buying::an_order_is_placed_twice_and_exists_once(&mut stage, ada).await?;
    buying::something_sold_out(&mut stage, ada).await?;
    buying::a_declined_card_leaves_no_traces(&mut stage, ada).await?;
    buying::the_bank_takes_a_second_look(&mut stage, ada).await?;

    shipping::the_parcel_leaves(&mut stage, order).await?;
    shipping::words_that_nobody_knew(&mut stage, ada, order).await?;

    versions::two_majors_side_by_side(&mut stage, ada).await?;
    versions::whatever_goes_wrong_is_a_problem_document(&mut stage).await?;
    accounts::an_account_with_open_orders_stays(&mut stage, ada).await?;
    Ok(stage.report.end())
}
