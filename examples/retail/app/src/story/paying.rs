//! Chapters about money, and about a processor that is not to be relied on.

use order_experience_v1::operations::check_out;
use order_experience_v1::{OrderExperience, OrderState, OrderView, PaymentHint};
use retail_models::customer::CustomerId;
use tiebeam::Problem;
use tiebeam::operation::Failure;

use super::buying::{GOOD_CARD, purchase};
use super::stage::{Stage, asked, unexpected};

/// A card without money behind it.
const EMPTY_CARD: &str = "0002";
/// A card that the bank looks at twice.
pub const REVIEWED_CARD: &str = "0119";

/// How often the app tries.
const ATTEMPTS: usize = 3;

pub async fn a_declined_card_leaves_no_traces(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A declined card leaves no traces");
    let before = stage.available("CHR-0007").await?;
    let request = purchase(ada, "CHR-0007", 1, EMPTY_CARD);
    let outcome = stage.mobile.check_out(&stage.context, request).await;
    let crossings = stage.crossings().await?;
    let Err(check_out::Error::PaymentFailed(detail)) = outcome else {
        return unexpected("an empty card bought an armchair");
    };
    stage.report.say(format!("hint: {}", detail.hint));
    let knows = detail.hint == PaymentHint::TryAgainLater;
    stage.report.expect("the app knows what to suggest", knows)?;
    let released = crossings.iter().any(|crossing| crossing.operation == "releaseStock");
    stage.report.expect("stock was set aside and given back", released)?;
    let is_back = stage.available("CHR-0007").await? == before;
    stage.report.expect("the armchair is on sale again", is_back)
}

pub async fn the_processor_has_a_bad_day(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("The payment processor has a bad day");
    let before = stage.available("LMP-0100").await?;
    stage.break_next("payco", "fault=fail&times=1").await?;
    let order = persist(stage, purchase(ada, "LMP-0100", 1, GOOD_CARD)).await?;
    let crossings = stage.crossings().await?;
    stage.report.say(format!("order {}: {}", order.number, order.total));
    stage.report.expect("the order is confirmed", order.state == OrderState::Confirmed)?;
    stage.report.expect("the processor was asked again", asked(&crossings, "payco") >= 2)?;
    let once = stage.transactions(12_900).await? == ["AUTH"];
    stage.report.expect("money is set aside once", once)?;
    let is_aside = stage.available("LMP-0100").await? == before - 1;
    stage.report.expect("one lamp is set aside", is_aside)
}

pub async fn an_answer_is_lost(stage: &mut Stage<'_>, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("The processor takes the money, and its answer is lost");
    stage.break_next("payco", "fault=lose&times=1").await?;
    let order = persist(stage, purchase(ada, "RUG-0003", 1, GOOD_CARD)).await?;
    let crossings = stage.crossings().await?;
    stage.report.say(format!("order {}: {}", order.number, order.total));
    stage.report.expect("the order is confirmed", order.state == OrderState::Confirmed)?;
    let late = crossings.iter().any(|it| it.layer == "system" && it.status == Some(504));
    stage.report.expect("nobody waited for the lost answer: 504", late)?;
    let once = stage.transactions(21_900).await? == ["AUTH"];
    stage.report.expect("the second attempt found the money of the first", once)
}

pub async fn the_bank_takes_a_second_look(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("The bank takes a second look");
    let request = purchase(ada, "TBL-0021", 1, REVIEWED_CARD);
    let answer = stage.mobile.check_out(&stage.context, request).await;
    let answer = answer.map_err(Failure::into_problem)?;
    stage.crossings().await?;
    let check_out::Response::Accepted(order) = answer else {
        return unexpected("a payment under review was taken for settled");
    };
    stage.answered.insert(order.id);
    stage.report.say(format!("order {} is {}", order.number, order.state));
    let is_open = order.state == OrderState::Placed;
    stage.report.expect("202 is a variant of its own, and the order waits", is_open)
}

/// Buys, and tries again with the same idempotency key when something further down did not work.
async fn persist(
    stage: &mut Stage<'_>,
    request: check_out::Request,
) -> anyhow::Result<Box<OrderView>> {
    for attempt in 1..=ATTEMPTS {
        match stage.mobile.check_out(&stage.context, request.clone()).await {
            Ok(check_out::Response::Created(order)) => {
                stage.answered.insert(order.id);
                return Ok(order);
            }
            Err(check_out::Error::Other(problem)) if may_work_later(&problem) => {
                let (status, code) = (problem.status(), problem.code());
                stage
                    .report
                    .say(format!("attempt {attempt}: {status} {code}, and the app persists"));
            }
            other => return unexpected(&format!("the app was told {other:?}")),
        }
    }
    unexpected("the processor did not recover")
}

/// Whether it is worth another attempt.
pub fn may_work_later(problem: &Problem) -> bool {
    problem.is_timeout() || problem.is_unavailable() || problem.status() == 502
}
