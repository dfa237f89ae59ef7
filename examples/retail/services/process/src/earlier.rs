//! What came of earlier attempts of the same request, where nobody remembers its answer.
//!
//! A request that was answered is answered again before it gets here. What gets here has a key that is new, or one whose
//! last run has no answer: its process died between the work and the remembering, or something further down did not
//! work, and then the key is free again, for another request too.
//!
//! The keys of steps do not tell what came of such a run. The ERP and the payment processor forget a reference together with what it stood for:
//! once an order is cancelled, its stock can be set aside and its money taken anew under the same keys. So the order
//! itself carries a mark that follows from the key of the request, and whoever repeats the request finds it. An order
//! whose payment was entered is complete, whatever became of it since; one that was cancelled before that belongs to an
//! attempt that was undone. One that stands without a payment is either completed by the same steps, or belongs to an
//! attempt that did not hear that it was entered and undid everything else: then whoever takes the steps gives it up.
//!
//! An order that has as many labels as it can carry has no room for a mark. Its request may be repeated as long as the
//! order stands, because then its steps find what they made.

use std::collections::BTreeMap;

use jiff::ToSpan;
use order_process_v2::crm::CrmSystem;
use order_process_v2::erp::ErpSystem;
use order_process_v2::ledger::PaymentService;
use order_process_v2::ledger::operations::list_payments;
use order_process_v2::orders::OrderService;
use order_process_v2::orders::operations::list_orders;
use order_process_v2::payments::PaymentsSystem;
use retail_models::order::{CancellationReason, Order, OrderId, OrderStatus};
use retail_relay::relayed;
use tiebeam::problem::own;
use tiebeam::types::Timestamp;
use tiebeam::{Context, IdempotencyKey, PageRequest, Problem};

use crate::placing::{Placing, Wish};

/// The label that is the mark.
const MARK: &str = "order-process.request";

/// As many labels as an order can carry.
const LABELS: usize = 20;

/// For how many hours a key is good, as the documents of the APIs promise.
const RETENTION: i64 = 24;

/// Orders that are looked at in one call.
const PAGE: u32 = 100;

/// What came of earlier attempts.
pub enum Earlier {
    /// The request was carried out: this is the order as it is now.
    Placed(Box<Order>),
    /// It was not.
    Undone {
        /// So many orders of it were entered and undone.
        attempts: usize,
        /// These were entered and stand, without a payment.
        open: Vec<OrderId>,
    },
}

/// The mark of what this request enters.
pub fn mark(context: &Context, key: &IdempotencyKey) -> String {
    context.step_key(key, "mark").to_string()
}

/// Labels with a mark, where there is room for one.
pub fn marked(labels: Option<BTreeMap<String, String>>, mark: String) -> BTreeMap<String, String> {
    let mut labels = labels.unwrap_or_default();
    if labels.len() < LABELS || labels.contains_key(MARK) {
        labels.insert(MARK.to_owned(), mark);
    }
    labels
}

impl<Crm, Erp, Payments, Ledger, Orders> Placing<Crm, Erp, Payments, Ledger, Orders>
where
    Crm: CrmSystem,
    Erp: ErpSystem,
    Payments: PaymentsSystem,
    Ledger: PaymentService,
    Orders: OrderService,
{
    /// Looks for the orders that this request entered before.
    pub(crate) async fn earlier(
        &self,
        context: &Context,
        key: &IdempotencyKey,
        wish: &Wish,
    ) -> Result<Earlier, Problem> {
        let mark = mark(context, key);
        let (mut attempts, mut open) = (0, Vec::new());
        let mut next = Some(PageRequest { limit: PAGE, cursor: None });
        while let Some(page) = next {
            let request = list_orders::Request {
                customer_id: Some(wish.customer_id),
                status: Vec::new(),
                number: None,
                placed_after: Some(Timestamp::now() - RETENTION.hours()),
                page: page.clone(),
            };
            let listed = self.orders.list_orders(context, request).await;
            let listed = listed.map_err(|list_orders::Error::Other(problem)| relayed(problem))?;
            next = page.after(&listed);
            for order in listed.items.into_iter().filter(|order| has_mark(order, &mark)) {
                if is_undone(&order) {
                    attempts += 1;
                    continue;
                }
                if self.is_complete(context, order.id).await? {
                    return placed(order, wish);
                }
                match order.status {
                    OrderStatus::Cancelled => attempts += 1,
                    _ => open.push(order.id),
                }
            }
        }
        Ok(Earlier::Undone { attempts, open })
    }

    /// Whether the last step was taken: a payment was entered, and may have been given back since.
    async fn is_complete(&self, context: &Context, order_id: OrderId) -> Result<bool, Problem> {
        let page = PageRequest { limit: 1, cursor: None };
        let listing = list_payments::Request { order_id: Some(order_id), page };
        let payments = self.ledger.list_payments(context, listing).await;
        let payments = payments.map_err(|list_payments::Error::Other(problem)| relayed(problem))?;
        Ok(!payments.items.is_empty())
    }
}

/// Whether the order was cancelled because its last step failed. Its payment may stand in the books all the same, where
/// the answers of the ledger were lost.
fn is_undone(order: &Order) -> bool {
    let reason = order.cancellation.as_ref().map(|cancellation| &cancellation.reason);
    reason == Some(&CancellationReason::PaymentFailed)
}

fn has_mark(order: &Order, mark: &str) -> bool {
    let label = order.labels.as_ref().and_then(|labels| labels.get(MARK));
    label.is_some_and(|label| label == mark)
}

/// The answer to a repetition, unless it asks for something else than the first request did: a key that is free again
/// may come with any request.
fn placed(order: Order, wish: &Wish) -> Result<Earlier, Problem> {
    let lines = order.lines.iter().map(|line| (&line.sku, line.quantity));
    let is_same = lines.eq(wish.lines.iter().map(|(sku, quantity)| (sku, *quantity)))
        && order.payment == wish.payment
        && (&order.gift_message, &order.note) == (&wish.gift_message, &wish.note);
    if is_same {
        return Ok(Earlier::Placed(Box::new(order)));
    }
    Err(own::IDEMPOTENCY_KEY_REUSED.problem())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{LABELS, MARK, marked};

    #[test]
    fn a_mark_takes_the_last_place_and_no_more() {
        let labels = |count: usize| {
            let labels = (0..count).map(|number| (format!("label {number}"), String::new()));
            labels.collect::<BTreeMap<String, String>>()
        };
        for (given, expected) in [(0, 1), (LABELS - 1, LABELS), (LABELS, LABELS)] {
            let marked = marked(Some(labels(given)), "m".to_owned());
            assert_eq!((marked.len(), marked.contains_key(MARK)), (expected, given < LABELS));
        }
    }
}
