//! The chapter about a service that dies.

use order_experience_v1::operations::list_orders;
use order_experience_v1::{OrderExperience, OrderView};
use retail_models::customer::CustomerId;
use tiebeam::operation::Failure;
use tiebeam::{PageRequest, Problem};

use super::buying::{GOOD_CARD, buy, purchase};
use super::paying::may_work_later;
use super::stage::{Stage, stayed_in_the_channel, unexpected};
use crate::slots::ORDER_SERVICE;

pub async fn a_service_dies_and_comes_back(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A service dies and comes back with all its data");
    let request = purchase(ada, "LMP-0042", 3, GOOD_CARD);
    let order = buy(stage, request.clone()).await?;
    let before = orders(stage, ada).await?;
    stage.unseen().await?;

    stage.report.say("Somebody stumbles over the cable of the Order Service.");
    stage.take_away(&ORDER_SERVICE).await?;
    let Err(problem) = orders(stage, ada).await else {
        return unexpected("a service that is dead has answered");
    };
    stage.crossings().await?;
    stage.report.say(format!("{} {}", problem.status(), problem.code()));
    stage.report.expect("the app is told that it may work later", may_work_later(&problem))?;
    let again = buy(stage, request).await?;
    let crossings = stage.crossings().await?;
    let is_same = again == order && stayed_in_the_channel(&crossings);
    stage.report.expect("what was answered before the outage is answered again", is_same)?;

    stage.report.say("It is started again, with the store that it left behind.");
    stage.bring_back(&ORDER_SERVICE).await?;
    let after = orders(stage, ada).await?;
    stage.unseen().await?;
    stage.report.expect("every order is there as it was", before == after)?;
    let once = stage.transactions(14_970).await? == ["AUTH"];
    stage.report.expect("nothing was charged twice", once)
}

/// Her latest orders, as the app lists them.
async fn orders(stage: &Stage<'_>, ada: CustomerId) -> Result<Vec<OrderView>, Problem> {
    let request = list_orders::Request {
        customer_id: ada,
        state: Vec::new(),
        since: None,
        page: PageRequest { limit: 20, cursor: None },
    };
    let page = stage.mobile.list_orders(&stage.context, request).await;
    page.map(|page| page.items).map_err(Failure::into_problem)
}
