//! Chapters about events: what followed from a request after it was answered, and who did it.

use order_experience_v1::operations::{check_out, get_order};
use order_experience_v1::{OrderExperience, OrderState};
use payment_service_v1::operations::{list_payments, settle_payment};
use payment_service_v1::{PaymentService, Settlement};
use retail_models::customer::CustomerId;
use retail_models::order::OrderId;
use retail_models::payment::AuthorizationStatus;
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::bus::{Message, Position};
use tiebeam::event::{Attribute, Data, Envelope, Event};
use tiebeam::operation::Failure;
use tiebeam::types::Uuid;
use tiebeam::{Context, PageRequest};

use super::buying::{GOOD_CARD, buy, purchase};
use super::paying::REVIEWED_CARD;
use super::stage::{Stage, unexpected};
use crate::auditor::{Records, consumers};
use crate::slots::PAYMENT_SERVICE;

/// Under which name somebody publishes who should not.
pub const STRANGER: &str = "/somebody-else";

pub async fn what_follows_from_an_order(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("What follows from an order");
    let context = stage.context.clone();
    let order = buy(stage, purchase(ada, "LMP-0042", 2, GOOD_CARD)).await?;
    stage.unseen().await?;
    stage
        .report
        .say(format!("The app is told of order {}; nobody asks for the rest.", order.number));
    let trail = Trail::of(stage, &context).await?;
    trail.tell(stage);
    let topics = [
        OrderCreated::definition().topic,
        retail_inventory_events::InventoryReserved::definition().topic,
        PaymentAuthorized::definition().topic,
        OrderConfirmed::definition().topic,
    ];
    let once = topics.iter().all(|topic| trail.count(topic) == 1);
    stage.report.expect("created, reserved, authorized, confirmed: each event came once", once)?;
    stage.report.expect("whoever subscribed has applied it", trail.is_applied())?;
    let aside = reserved(stage, order.id).await?;
    stage.report.expect("the stock ledger has set two pieces aside", aside == Some(2))
}

pub async fn the_bank_says_no(stage: &mut Stage<'_>, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("The bank says no");
    let request = purchase(ada, "TBL-0021", 1, REVIEWED_CARD);
    let answer = stage.mobile.check_out(&stage.context, request).await;
    let check_out::Response::Accepted(order) = answer.map_err(Failure::into_problem)? else {
        return unexpected("a payment under review was taken for settled");
    };
    stage.answered.insert(order.id);
    stage.unseen().await?;
    stage.auditor.wait_until_quiet().await?;
    stage.report.say(format!("order {} is {}", order.number, order.state));
    let aside = reserved(stage, order.id).await?;
    stage.report.expect("the stock ledger has set a table aside", aside == Some(1))?;

    stage.report.say("A clerk of the payment team enters what the bank has decided.");
    let context = stage.context.clone();
    strike_out(stage, order.id).await?;
    stage.crossings().await?;
    let trail = Trail::of(stage, &context).await?;
    trail.tell(stage);
    let topics = [PaymentFailed::definition().topic, OrderCancelled::definition().topic];
    let once = topics.iter().all(|topic| trail.count(topic) == 1);
    stage.report.expect("failed, cancelled: each event came once", once)?;
    let request = get_order::Request { order_id: order.id };
    let order = stage.mobile.get_order(&stage.context, request).await;
    let order = order.map_err(Failure::into_problem)?;
    stage.unseen().await?;
    let is_cancelled = order.state == OrderState::Cancelled;
    stage.report.expect("the order is cancelled", is_cancelled)?;
    let aside = reserved(stage, order.id).await?;
    stage.report.expect("the table is nobody's again", aside.is_none())
}

pub async fn an_event_that_nobody_can_read(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("An event that nobody can read");
    stage.report.say("Somebody publishes an order that has a key and nothing else.");
    let forged = forged()?;
    stage.listener.bus.publish(&forged).await?;
    stage.auditor.wait_until_quiet().await?;
    let records = stage.auditor.records().await?;
    for letter in &records.dead {
        stage.report.say(format!("{} has a dead letter: {}", letter.consumer, letter.reason));
    }
    let is_dead = |consumer| records.reason(consumer, &forged) == Some("unreadable");
    let is_kept = consumers(forged.topic()).all(is_dead);
    stage.report.expect("it is kept for an operator, with the reason", is_kept)?;

    let context = stage.context.clone();
    buy(stage, purchase(ada, "CHR-0011", 1, GOOD_CARD)).await?;
    stage.unseen().await?;
    let trail = Trail::of(stage, &context).await?;
    let goes_on = trail.count(OrderConfirmed::definition().topic) == 1 && trail.is_applied();
    stage.report.expect("the orders of others do not wait for it", goes_on)
}

/// Everything that followed from one request, once nothing is on its way any more.
struct Trail {
    events: Vec<Message>,
    records: Records,
}

impl Trail {
    async fn of(stage: &Stage<'_>, context: &Context) -> anyhow::Result<Self> {
        stage.auditor.wait_until_quiet().await?;
        let wanted = Some(context.correlation_id());
        let mut events = stage.listener.heard();
        events.retain(|message| extension(message, "correlationid") == wanted);
        events.sort_by_key(|message| message.event().time());
        Ok(Self { events, records: stage.auditor.records().await? })
    }

    /// How many events came on a topic.
    fn count(&self, topic: &str) -> usize {
        self.events.iter().filter(|message| message.topic() == topic).count()
    }

    /// Whether every consumer has applied what it subscribed to.
    fn is_applied(&self) -> bool {
        self.events.iter().all(|message| {
            consumers(message.topic()).all(|consumer| self.records.is_applied(consumer, message))
        })
    }

    /// What came of an event at a consumer.
    fn outcome(&self, consumer: &str, message: &Message) -> &str {
        if self.records.is_applied(consumer, message) {
            return "applied";
        }
        self.records.reason(consumer, message).unwrap_or("not applied")
    }

    /// Shows events under what they followed from.
    fn tell(&self, stage: &Stage<'_>) {
        let ids: Vec<&str> = self.events.iter().map(Message::id).collect();
        let is_caused = |message: &&Message| {
            extension(message, "causationid").is_some_and(|cause| ids.contains(&cause))
        };
        for message in self.events.iter().filter(|message| !is_caused(message)) {
            self.tell_of(stage, message, 0);
        }
    }

    fn tell_of(&self, stage: &Stage<'_>, message: &Message, depth: usize) {
        let indent = "    ".repeat(depth);
        let number = message.position().map_or(0, |Position { sequence, .. }| sequence);
        let key = message.key().unwrap_or_default();
        let from = format!("{indent}{}", service_of(message));
        stage.report.say(format!("{from:<28} {:<32} {number} of {key}", message.topic()));
        for consumer in consumers(message.topic()) {
            let outcome = self.outcome(consumer, message);
            let to = format!("{indent}  → {consumer}");
            stage.report.aside(&format!("{to:<46} {outcome}"));
            let (service, _) = consumer.split_once('@').unwrap_or_default();
            let followed = self.events.iter().filter(|it| {
                extension(it, "causationid") == Some(message.id()) && service_of(it) == service
            });
            for followed in followed {
                self.tell_of(stage, followed, depth + 1);
            }
        }
    }
}

/// An extension of an event that is a text.
fn extension<'m>(message: &'m Message, name: &str) -> Option<&'m str> {
    message.event().extension(name).and_then(Attribute::as_str)
}

/// Who published an event: the last part of its source.
fn service_of(message: &Message) -> &str {
    message.event().source().rsplit('/').next().unwrap_or_default()
}

/// How many pieces the stock ledger has set aside for an order.
async fn reserved(stage: &Stage<'_>, order_id: OrderId) -> anyhow::Result<Option<i32>> {
    let reservations = stage.auditor.reservations().await?;
    let reservation = reservations.get(&order_id.to_string());
    Ok(reservation.map(|it| it.lines.iter().map(|line| line.quantity.0).sum()))
}

/// Enters that the money for an order is not to be had.
async fn strike_out(stage: &Stage<'_>, order_id: OrderId) -> anyhow::Result<()> {
    let ledger = payment_service_v1::Client::new(stage.client(&PAYMENT_SERVICE)?);
    let page = PageRequest { limit: 1, cursor: None };
    let request = list_payments::Request { order_id: Some(order_id), page };
    let payments = ledger.list_payments(&stage.context, request).await;
    for payment in payments.map_err(Failure::into_problem)?.items {
        let body = Settlement { status: AuthorizationStatus::Voided };
        let request = settle_payment::Request { payment_id: payment.id, if_match: None, body };
        let settled = ledger.settle_payment(&stage.context, request).await;
        settled.map_err(Failure::into_problem)?;
    }
    Ok(())
}

/// An event that says it is a new order, and is none.
fn forged() -> anyhow::Result<Message> {
    let key = Uuid::now_v7().to_string();
    let definition = OrderCreated::definition();
    let data = Data::json(format!(r#"{{"orderId":"{key}"}}"#))?;
    let event = Envelope::new(Uuid::now_v7().to_string(), STRANGER, definition.ty)?.with_data(data);
    let message = Message::new(definition.topic, event).with_key(key)?;
    Ok(message.with_position(Position { epoch: 1, sequence: 1 }))
}
