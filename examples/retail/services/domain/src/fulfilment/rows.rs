//! The table of the Fulfilment Service. An order that was cancelled before it was planned has a row without a plan, so
//! that no plan is made of what comes late.

use fulfilment_service_v1::operations::list_plans;
use fulfilment_service_v1::{PackingPlan, PlanState};
use retail_models::order::OrderId;
use tiebeam::store::{Row, Transaction};
use tiebeam::{Page, Problem};

use crate::document;
use crate::listing::{Direction, Listing, Source};
use crate::schema::Steps;

/// How the table comes to be.
pub const STEPS: Steps = &[&["CREATE TABLE plans (
        order_id TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        document TEXT
    )"]];

/// In the order in which the orders were placed: identifiers grow with time.
static OLDEST: Source = Source {
    table: "plans",
    columns: "order_id, state, document",
    key: &["order_id"],
    direction: Direction::Ascending,
};

/// Writes a plan; one whose order was cancelled stays dropped.
pub async fn insert(transaction: &Transaction, plan: &PackingPlan) -> Result<(), Problem> {
    let sql = "INSERT INTO plans (order_id, state, document) VALUES ($1, $2, $3) \
         ON CONFLICT (order_id) DO UPDATE SET document = excluded.document";
    let params = [plan.order_id.0.into(), plan.state.as_str().into(), document::write(plan)?];
    transaction.execute(sql, &params).await?;
    Ok(())
}

/// Strikes out the plan of an order, also where there is none yet.
pub async fn drop(transaction: &Transaction, order_id: OrderId) -> Result<(), Problem> {
    let sql = "INSERT INTO plans (order_id, state) VALUES ($1, $2) \
         ON CONFLICT (order_id) DO UPDATE SET state = excluded.state";
    let params = [order_id.0.into(), PlanState::Dropped.as_str().into()];
    transaction.execute(sql, &params).await?;
    Ok(())
}

pub async fn find(
    transaction: &Transaction,
    order_id: OrderId,
) -> Result<Option<PackingPlan>, Problem> {
    let sql = "SELECT state, document FROM plans WHERE order_id = $1 AND document IS NOT NULL";
    let rows = transaction.query(sql, &[order_id.0.into()]).await?;
    rows.first().map(read).transpose()
}

pub async fn list(
    transaction: &Transaction,
    request: &list_plans::Request,
) -> Result<Page<PackingPlan>, Problem> {
    Listing::of(&OLDEST)
        .only("state =", request.state.as_ref().map(PlanState::as_str))
        // Only what has a plan.
        .only("document >", Some(""))
        .page(transaction, &request.page, read)
        .await
}

fn read(row: &Row) -> Result<PackingPlan, Problem> {
    let state: String = row.get("state")?;
    Ok(PackingPlan { state: PlanState::from(state), ..document::read(row)? })
}
