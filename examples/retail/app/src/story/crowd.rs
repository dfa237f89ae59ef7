//! The chapter about a service that is killed while it is in use.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use customer_experience_v1::CustomerExperience;
use customer_experience_v1::operations::sign_up;
use order_experience_v1::OrderExperience;
use order_experience_v1::operations::check_out;
use retail_models::customer::CustomerId;
use retail_models::order::OrderId;
use tiebeam::operation::Failure;
use tiebeam::{Context, IdempotencyKey, Problem};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use super::accounts;
use super::buying::{GOOD_CARD, purchase};
use super::paying::may_work_later;
use super::stage::Stage;
use crate::slots::ORDER_SERVICE;

/// Who buys.
const CUSTOMERS: [&str; 4] = ["Bela", "Cleo", "Dora", "Emil"];

/// What each of them buys, one after the other: less than raises anybody's loyalty.
const BASKETS: [(&str, i32); 6] = [
    ("LMP-0042", 1),
    ("CHR-0011", 2),
    ("LMP-0042", 2),
    ("CHR-0011", 1),
    ("LMP-0100", 1),
    ("LMP-0042", 1),
];

/// After how many orders the service is killed.
const KILLED_AFTER: [usize; 2] = [5, 14];

/// How long a customer waits before asking again, where nobody says how long.
const PAUSE: Duration = Duration::from_millis(200);

/// How often a customer asks before it is enough.
const ATTEMPTS: usize = 60;

/// How long nobody may hear anything from any customer.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a customer is told.
enum Told {
    Bought(OrderId),
    Refused,
}

pub async fn a_service_is_killed_while_customers_buy(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.report.chapter("A service is killed while customers buy");
    let (teller, mut told) = unbounded_channel();
    let mut customers = JoinSet::new();
    for name in CUSTOMERS {
        let customer = sign_up(stage, name).await?;
        customers.spawn(shop(stage.mobile.clone(), customer, teller.clone()));
    }
    drop(teller);
    let expected = CUSTOMERS.len() * BASKETS.len();
    let names = CUSTOMERS.join(", ");
    stage.report.say(format!("{names} place {expected} orders, all at once."));

    let (mut bought, mut refused) = (Vec::new(), 0);
    for limit in KILLED_AFTER {
        while bought.len() < limit {
            hear(&mut told, &mut bought, &mut refused).await?;
        }
        let before = stage.processes();
        stage.take_away(&ORDER_SERVICE).await?;
        let after = stage.processes();
        let killed = before.iter().find(|id| !after.contains(id));
        let killed = killed.context("the Order Service has no process of its own")?;
        let waiting = stage.auditor.unpublished(&ORDER_SERVICE).await?;
        let orders = bought.len();
        stage.report.say(format!(
            "After {orders} orders process {killed} is killed, the Order Service: SIGKILL."
        ));
        stage.report.say(format!("Events in its store that are not published: {waiting}."));
        let noticed = refused;
        while refused == noticed {
            hear(&mut told, &mut bought, &mut refused).await?;
        }
        stage.bring_back(&ORDER_SERVICE).await?;
        stage.report.say("Somebody was told to come back later, and it is started again.");
    }
    while hear(&mut told, &mut bought, &mut refused).await.is_ok() {}
    while let Some(ended) = customers.join_next().await {
        ended.context("a customer fell over")??;
    }
    stage.report.say(format!("They had to ask again {refused} times."));
    stage.answered.extend(&bought);
    let all = bought.len() == expected;
    stage.report.expect(&format!("all {expected} orders were placed in the end"), all)
}

/// Opens an account.
async fn sign_up(stage: &Stage<'_>, name: &str) -> anyhow::Result<CustomerId> {
    let mut body = accounts::form();
    body.name = format!("{name} Byrne");
    body.email = format!("{}@example.com", name.to_ascii_lowercase());
    let request = sign_up::Request { idempotency_key: IdempotencyKey::fresh(), body };
    let account = stage.web.sign_up(&Context::new(), request).await;
    Ok(account.map_err(Failure::into_problem)?.id)
}

/// Buys one basket after the other, and asks again with the same key until there is an order.
async fn shop(
    mobile: order_experience_v1::Client,
    customer: CustomerId,
    teller: UnboundedSender<Told>,
) -> anyhow::Result<()> {
    for (sku, quantity) in BASKETS {
        let request = purchase(customer, sku, quantity, GOOD_CARD);
        let mut attempts = 1;
        let order = loop {
            let problem = match mobile.check_out(&Context::new(), request.clone()).await {
                Ok(check_out::Response::Created(order)) => break order,
                Ok(check_out::Response::Accepted(_)) => anyhow::bail!("a good card is reviewed"),
                Err(error) => error.into_problem(),
            };
            ensure!(is_worth_it(&problem) && attempts < ATTEMPTS, "{problem:?}");
            attempts += 1;
            teller.send(Told::Refused)?;
            let wait = problem.retry_after().map(|seconds| Duration::from_secs(seconds.into()));
            tokio::time::sleep(wait.unwrap_or(PAUSE)).await;
        };
        teller.send(Told::Bought(order.id))?;
    }
    Ok(())
}

/// Whether to ask again: what did not work may work later, and what is still being worked on is answered then.
fn is_worth_it(problem: &Problem) -> bool {
    may_work_later(problem) || problem.retry_after().is_some()
}

/// Waits for what the next customer is told.
async fn hear(
    told: &mut UnboundedReceiver<Told>,
    bought: &mut Vec<OrderId>,
    refused: &mut usize,
) -> anyhow::Result<()> {
    let next = tokio::time::timeout(PATIENCE, told.recv()).await;
    match next.context("the customers hear nothing")?.context("every customer has gone")? {
        Told::Bought(order) => bought.push(order),
        Told::Refused => *refused += 1,
    }
    Ok(())
}
