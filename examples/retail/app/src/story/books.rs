//! The chapter in which the books of all services are compared: orders, reservations, payments and events.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};

use inventory_service_v1::InventoryService;
use inventory_service_v1::operations::list_stock_levels;
use order_service_v1::OrderService;
use order_service_v1::operations::list_orders;
use payment_service_v1::PaymentService;
use payment_service_v1::operations::list_payments;
use retail_inventory_events::{InventoryAdjusted, InventoryReserved};
use retail_models::inventory::{Reservation, Sku, StockLevel};
use retail_models::order::{Order, OrderId, OrderStatus};
use retail_models::payment::{AuthorizationStatus, Payment};
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use retail_payment_events::PaymentAuthorized;
use tiebeam::bus::Message;
use tiebeam::event::Event;
use tiebeam::operation::Failure;
use tiebeam::{PageRequest, Problem};

use super::following::STRANGER;
use super::stage::Stage;
use crate::auditor::{Records, consumers, event_id};
use crate::slots::{INVENTORY_SERVICE, ORDER_SERVICE, PAYMENT_SERVICE};

/// How much is read at once.
const PAGE: u32 = 100;

/// What the columns of the table are called.
const HEADS: [&str; 9] = [
    "orders",
    "set aside",
    "paid",
    "given back",
    "created",
    "reserved",
    "authorized",
    "confirmed",
    "cancelled",
];

/// What all books say of one order, or of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Entry {
    orders: usize,
    reservations: usize,
    /// Payments that were not given back.
    paid: usize,
    /// Payments that were.
    voided: usize,
    /// How many events came on each of the [`topics`].
    events: [usize; 5],
}

/// Everything that is compared.
struct Books {
    orders: Vec<Order>,
    payments: Vec<Payment>,
    reservations: BTreeMap<String, Reservation>,
    levels: Vec<StockLevel>,
    records: Records,
    heard: Vec<Message>,
}

pub async fn the_books_balance(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.report.chapter("The books balance");
    stage.auditor.wait_until_quiet().await?;
    let books = Books::read(stage).await?;
    books.tell(stage);
    let events = books.records.log.len();
    stage
        .report
        .say(format!("{events} events in the logs, {} heard on the bus", books.heard.len()));

    let is_kept = stage.answered.iter().all(|id| books.orders.iter().any(|it| it.id == *id));
    stage.report.expect("every order that a customer was told of is there", is_kept)?;
    let standing = books.orders.iter().filter(|it| it.status != OrderStatus::Cancelled);
    let told = standing.map(|it| it.id).all(|id| stage.answered.contains(&id));
    stage.report.expect("no other order stands: nothing was bought twice", told)?;
    let odd = books.odd();
    for line in &odd {
        stage.report.say(line);
    }
    let what =
        "an order that stands has one reservation and one payment, one that does not has none";
    stage.report.expect(what, odd.is_empty())?;
    stage
        .report
        .expect("the shelves hold what is promised, piece by piece", books.adds_up(stage))?;
    let held = held(stage).await?;
    let is_held = held == books.money();
    stage.report.expect("the processor holds money for those payments and no other", is_held)?;

    let crossed = books.crossed();
    stage.report.expect("every event that was emitted came over the bus, and no other", crossed)?;
    let in_order = in_order(&books.heard);
    stage.report.expect("the events of each key came in their order, without a gap", in_order)?;
    let applied = books.applied();
    stage.report.expect("every consumer has applied every event that it subscribed to", applied)
}

impl Books {
    async fn read(stage: &Stage<'_>) -> anyhow::Result<Self> {
        Ok(Self {
            orders: orders(stage).await?,
            payments: payments(stage).await?,
            reservations: stage.auditor.reservations().await?,
            levels: levels(stage).await?,
            records: stage.auditor.records().await?,
            heard: stage.listener.heard(),
        })
    }

    /// What all books say of an order.
    fn entry(&self, id: OrderId) -> Entry {
        let payments = || self.payments.iter().filter(|payment| payment.order_id == id);
        let voided =
            payments().filter(|payment| payment.status == AuthorizationStatus::Voided).count();
        let key = id.to_string();
        let log = self.records.log.iter().filter(|message| message.key() == Some(&key));
        let log: Vec<&str> = log.map(Message::topic).collect();
        let count = |topic| log.iter().filter(|it| **it == topic).count();
        Entry {
            orders: 1,
            reservations: usize::from(self.reservations.contains_key(&key)),
            paid: payments().count() - voided,
            voided,
            events: topics().map(count),
        }
    }

    /// A table: what the books say of the orders in each status.
    fn tell(&self, stage: &Stage<'_>) {
        let mut table: BTreeMap<&str, Entry> = BTreeMap::new();
        for order in &self.orders {
            let sum = table.entry(order.status.as_str()).or_default();
            *sum = sum.and(self.entry(order.id));
        }
        stage.report.say(row("", HEADS));
        for (status, sum) in table {
            let Entry { orders, reservations, paid, voided, events } = sum;
            let cells = [orders, reservations, paid, voided].into_iter().chain(events);
            stage.report.say(row(status, cells));
        }
    }

    /// The orders of which the books do not say what they should.
    fn odd(&self) -> Vec<String> {
        let entries = self.orders.iter().map(|order| (order, self.entry(order.id)));
        let odd = entries.filter(|(order, entry)| !entry.is_due(&order.status));
        odd.map(|(order, entry)| format!("{} is {}: {entry:?}", order.number, order.status))
            .collect()
    }

    /// Whether the ledger promises what is set aside, and has what it had but for what was corrected.
    fn adds_up(&self, stage: &Stage<'_>) -> bool {
        let mut promised: BTreeMap<&Sku, i64> = BTreeMap::new();
        let orders: BTreeSet<String> = self.orders.iter().map(|it| it.id.to_string()).collect();
        for line in self.reservations.values().flat_map(|it| &it.lines) {
            *promised.entry(&line.sku).or_default() += i64::from(line.quantity.0);
        }
        let mut on_hand = stage.shelves.clone();
        for message in &self.records.log {
            if let Ok(InventoryAdjusted { sku, change, .. }) = message.event().read() {
                *on_hand.entry(sku).or_default() += change;
            }
        }
        let is_promised = |level: &StockLevel| {
            let pieces = promised.get(&level.sku).copied().unwrap_or_default();
            (level.reserved, Some(&level.on_hand)) == (pieces, on_hand.get(&level.sku))
        };
        self.reservations.keys().all(|id| orders.contains(id))
            && self.levels.iter().all(is_promised)
    }

    /// How many payments stand for money that the processor holds.
    fn money(&self) -> usize {
        use AuthorizationStatus::{Approved, Captured};
        let holds = |it: &&Payment| matches!(it.status, Approved | Captured);
        self.payments.iter().filter(holds).count()
    }

    /// Whether what was heard is what was emitted, but for what somebody forged.
    fn crossed(&self) -> bool {
        let heard = self.heard.iter().filter(|it| it.event().source() != STRANGER).map(event_id);
        let logged = self.records.log.iter().map(event_id);
        heard.collect::<BTreeSet<_>>() == logged.collect()
    }

    fn applied(&self) -> bool {
        let is_applied = |message: &Message| {
            consumers(message.topic()).all(|consumer| self.records.is_applied(consumer, message))
        };
        self.records.log.iter().all(is_applied)
            && self.records.dead.iter().all(|letter| letter.event_id.ends_with(STRANGER))
    }
}

impl Entry {
    fn and(self, other: Self) -> Self {
        Self {
            orders: self.orders + other.orders,
            reservations: self.reservations + other.reservations,
            paid: self.paid + other.paid,
            voided: self.voided + other.voided,
            events: std::array::from_fn(|place| self.events[place] + other.events[place]),
        }
    }

    /// Whether this is what the books say of one order in a status.
    fn is_due(&self, status: &OrderStatus) -> bool {
        let Self { orders, reservations, paid, voided, events } = *self;
        let [created, reserved, authorized, confirmed, cancelled] = events;
        let state = (orders, reservations, paid, created, cancelled);
        match status {
            OrderStatus::Placed => {
                state == (1, 1, 1, 1, 0)
                    && (voided, reserved, authorized, confirmed) == (0, 1, 0, 0)
            }
            // It may have been given up at any moment before it left.
            OrderStatus::Cancelled => {
                let happened = [voided, reserved, authorized, confirmed];
                state == (1, 0, 0, 1, 1) && happened.iter().all(|times| *times <= 1)
            }
            _ => {
                state == (1, 1, 1, 1, 0)
                    && (voided, reserved, authorized, confirmed) == (0, 1, 1, 1)
            }
        }
    }
}

/// Whether the events of each key are numbered one after the other.
fn in_order(heard: &[Message]) -> bool {
    let mut reached: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    heard.iter().all(|message| {
        let (Some(key), Some(position)) = (message.key(), message.position()) else {
            return true;
        };
        let last = reached.entry((message.topic(), key)).or_default();
        *last += 1;
        *last == position.sequence
    })
}

/// The topics of the events of an order, in the order in which the table has them.
fn topics() -> [&'static str; 5] {
    [
        OrderCreated::definition().topic,
        InventoryReserved::definition().topic,
        PaymentAuthorized::definition().topic,
        OrderConfirmed::definition().topic,
        OrderCancelled::definition().topic,
    ]
}

/// A row of the table.
fn row(name: &str, cells: impl IntoIterator<Item = impl Display>) -> String {
    let mut row = format!("{name:<10}");
    for cell in cells {
        let _ = write!(row, "{cell:>11}");
    }
    row
}

/// Every order.
async fn orders(stage: &Stage<'_>) -> anyhow::Result<Vec<Order>> {
    let service = order_service_v1::Client::new(stage.client(&ORDER_SERVICE)?);
    let mut orders = Vec::new();
    let mut next = Some(PageRequest { limit: PAGE, cursor: None });
    while let Some(page) = next {
        let request = list_orders::Request {
            customer_id: None,
            status: Vec::new(),
            number: None,
            placed_after: None,
            page: page.clone(),
        };
        let listed = service.list_orders(&stage.context, request).await;
        let listed = listed.map_err(Failure::into_problem)?;
        next = page.after(&listed);
        orders.extend(listed.items);
    }
    Ok(orders)
}

/// Every payment.
async fn payments(stage: &Stage<'_>) -> anyhow::Result<Vec<Payment>> {
    let service = payment_service_v1::Client::new(stage.client(&PAYMENT_SERVICE)?);
    let mut payments = Vec::new();
    let mut next = Some(PageRequest { limit: PAGE, cursor: None });
    while let Some(page) = next {
        let request = list_payments::Request { order_id: None, page: page.clone() };
        let listed = service.list_payments(&stage.context, request).await;
        let listed = listed.map_err(Failure::into_problem)?;
        next = page.after(&listed);
        payments.extend(listed.items);
    }
    Ok(payments)
}

/// Everything that lies on a shelf.
pub async fn levels(stage: &Stage<'_>) -> anyhow::Result<Vec<StockLevel>> {
    let service = inventory_service_v1::Client::new(stage.client(&INVENTORY_SERVICE)?);
    let page = PageRequest { limit: PAGE, cursor: None };
    let request = list_stock_levels::Request { sku: Vec::new(), warehouse: None, page };
    let listed = service.list_stock_levels(&stage.context, request).await;
    listed.map(|page| page.items).map_err(Failure::into_problem).map_err(Problem::into)
}

/// How many transactions the processor holds or has taken money for.
async fn held(stage: &Stage<'_>) -> anyhow::Result<usize> {
    let states = stage.all_transactions().await?;
    Ok(states.iter().filter(|state| matches!(state.as_str(), "AUTH" | "CAPT")).count())
}

#[cfg(test)]
mod tests {
    use retail_models::order::OrderStatus::{self, Cancelled, Confirmed, Placed};
    use tiebeam::bus::{Message, Position};
    use tiebeam::event::Envelope;

    use super::{Entry, in_order};

    /// An order, what was set aside, paid and given back, and its events.
    type Facts = ([usize; 4], [usize; 5]);

    fn check(status: &OrderStatus, facts: &[Facts], is_due: bool) {
        for &([orders, reservations, paid, voided], events) in facts {
            let entry = Entry { orders, reservations, paid, voided, events };
            assert_eq!(entry.is_due(status), is_due, "{status}: {entry:?}");
        }
    }

    #[test]
    fn an_order_that_stands_has_one_of_each() {
        check(&Confirmed, &[([1, 1, 1, 0], [1, 1, 1, 1, 0])], true);
        check(&Placed, &[([1, 1, 1, 0], [1, 1, 0, 0, 0])], true);
        let odd = [
            ([1, 0, 1, 0], [1, 1, 1, 1, 0]),
            ([1, 1, 0, 0], [1, 1, 1, 1, 0]),
            ([1, 1, 2, 0], [1, 1, 1, 1, 0]),
            ([1, 1, 1, 1], [1, 1, 1, 1, 0]),
            ([1, 1, 1, 0], [0, 1, 1, 1, 0]),
            ([1, 1, 1, 0], [1, 1, 1, 2, 0]),
            ([1, 1, 1, 0], [1, 1, 1, 0, 0]),
            ([1, 1, 1, 0], [1, 1, 1, 1, 1]),
        ];
        check(&Confirmed, &odd, false);
        check(&Placed, &odd, false);
    }

    #[test]
    fn an_order_that_was_given_up_keeps_nothing_whenever_that_was() {
        let early = ([1, 0, 0, 0], [1, 0, 0, 0, 1]);
        check(&Cancelled, &[early, ([1, 0, 0, 1], [1, 1, 1, 1, 1])], true);
        let odd = [
            ([1, 1, 0, 1], [1, 1, 1, 1, 1]),
            ([1, 0, 1, 0], [1, 1, 1, 1, 1]),
            ([1, 0, 0, 1], [1, 1, 1, 1, 0]),
            ([1, 0, 0, 1], [1, 1, 1, 1, 2]),
        ];
        check(&Cancelled, &odd, false);
    }

    #[test]
    fn numbers_of_a_key_have_neither_gaps_nor_repetitions() {
        let message = |(key, sequence)| {
            let event = Envelope::new("1", "/shop", "a.B.v1").expect("it is an event");
            let message = Message::new("a.b.v1", event).with_key(key).expect("it is a key");
            message.with_position(Position { epoch: 1, sequence })
        };
        for (numbers, expected) in [
            (&[("a", 1), ("b", 1), ("a", 2)][..], true),
            (&[("a", 1), ("a", 3)], false),
            (&[("a", 2), ("a", 1)], false),
            (&[("a", 1), ("a", 1)], false),
        ] {
            let heard: Vec<Message> = numbers.iter().copied().map(message).collect();
            assert_eq!(in_order(&heard), expected, "{numbers:?}");
        }
    }
}
