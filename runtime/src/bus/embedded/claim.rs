//! A subscription takes what can be delivered: first what is due again, then what is new.

use jiff::Timestamp;

use super::rows;
use crate::bus::topic::Subscription;
use crate::store::{Error, Row, Transaction, Value};

/// Topics in which there is something, as far as a look without a lock can tell.
const PEEK: &str = "SELECT reading.topic FROM tiebeam_bus_reading AS reading \
     JOIN tiebeam_bus_topic AS topic ON topic.name = reading.topic \
     WHERE reading.subscription = $1 AND topic.last_number > reading.read_to \
     UNION SELECT topic FROM tiebeam_bus_flight WHERE subscription = $1 AND due_at <= $2";

/// Keeps other instances out until the transaction ends, and says where the subscription stands.
const LOCK: &str = "UPDATE tiebeam_bus_reading SET read_to = read_to \
     WHERE subscription = $1 AND topic = $2 RETURNING read_to";

const LAST: &str = "SELECT last_number, \
     (SELECT COUNT(*) FROM tiebeam_bus_flight WHERE subscription = $1 AND topic = $2) AS in_flight \
     FROM tiebeam_bus_topic WHERE name = $2";

const DUE: &str = "SELECT flight.number, flight.deliveries, message.event \
     FROM tiebeam_bus_flight AS flight \
     JOIN tiebeam_bus_message AS message \
     ON message.topic = flight.topic AND message.number = flight.number \
     WHERE flight.subscription = $1 AND flight.topic = $2 AND flight.due_at <= $3 \
     ORDER BY flight.number LIMIT $4";

const AGAIN: &str = "UPDATE tiebeam_bus_flight SET due_at = $4, deliveries = deliveries + 1 \
     WHERE subscription = $1 AND topic = $2 AND number = $3";

const UNREAD: &str = "SELECT number, event FROM tiebeam_bus_message \
     WHERE topic = $1 AND number > $2 ORDER BY number LIMIT $3";

const DEPART: &str =
    "INSERT INTO tiebeam_bus_flight (subscription, topic, number, due_at, deliveries)";

const READ: &str = "UPDATE tiebeam_bus_reading SET read_to = $3 \
     WHERE subscription = $1 AND topic = $2";

/// A message that is delivered now.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) topic: String,
    pub(super) number: i64,
    pub(super) event: String,
    pub(super) redelivered: u32,
}

/// The topics of a subscription in which there is something to take.
pub(super) async fn peek(
    transaction: &Transaction,
    subscription: &Subscription,
    now: Timestamp,
) -> Result<Vec<String>, Error> {
    let params = [subscription.name.as_str().into(), now.as_microsecond().into()];
    let rows = transaction.query(PEEK, &params).await?;
    let topics: Result<Vec<String>, _> = rows.iter().map(|row| row.get("topic")).collect();
    let mut topics = topics?;
    // In one order, so that two instances lock them in the same.
    topics.sort();
    topics.retain(|topic| subscription.topics.contains(topic));
    Ok(topics)
}

/// Takes at most so many messages.
pub(super) async fn take(
    transaction: &Transaction,
    subscription: &Subscription,
    topics: &[String],
    now: Timestamp,
    limit: usize,
) -> Result<Vec<Taken>, Error> {
    let mut taken = Vec::new();
    for topic in topics {
        let reading = Reading { transaction, subscription, topic, now };
        let Some(read_to) = reading.lock().await? else { continue };
        reading.take_due(limit, &mut taken).await?;
        reading.take_new(read_to, limit, &mut taken).await?;
    }
    Ok(taken)
}

/// A subscription on one topic.
struct Reading<'t> {
    transaction: &'t Transaction,
    subscription: &'t Subscription,
    topic: &'t str,
    now: Timestamp,
}

impl Reading<'_> {
    async fn lock(&self) -> Result<Option<i64>, Error> {
        let rows = self.transaction.query(LOCK, &self.params([])).await?;
        rows.first().map(|row| row.get("read_to")).transpose()
    }

    async fn take_due(&self, limit: usize, taken: &mut Vec<Taken>) -> Result<(), Error> {
        let now = self.now.as_microsecond();
        let room = room(limit, taken);
        let due = self.transaction.query(DUE, &self.params([now.into(), room.into()])).await?;
        for row in due {
            let message = self.taken(&row, row.get("deliveries")?)?;
            let again = self.params([message.number.into(), self.due_again().into()]);
            self.transaction.execute(AGAIN, &again).await?;
            taken.push(message);
        }
        Ok(())
    }

    async fn take_new(
        &self,
        read_to: i64,
        limit: usize,
        taken: &mut Vec<Taken>,
    ) -> Result<(), Error> {
        let rows = self.transaction.query(LAST, &self.params([])).await?;
        let Some(row) = rows.first() else { return Ok(()) };
        let (last, in_flight): (i64, i64) = (row.get("last_number")?, row.get("in_flight")?);
        let room = room(limit, taken).min(i64::from(self.subscription.max_in_flight) - in_flight);
        if room <= 0 || last <= read_to {
            return Ok(());
        }
        let unread = [self.topic.into(), read_to.into(), room.into()];
        let rows = self.transaction.query(UNREAD, &unread).await?;
        let mut flights = Vec::new();
        // Where there is nothing, what there was is not kept any longer.
        let mut reached = last;
        for row in &rows {
            let message = self.taken(row, 0)?;
            reached = message.number;
            let one: Value = 1_i64.into();
            flights.push(self.params([message.number.into(), self.due_again().into(), one]));
            taken.push(message);
        }
        rows::insert(self.transaction, DEPART, 5, &flights).await?;
        self.transaction.execute(READ, &self.params([reached.into()])).await?;
        Ok(())
    }

    fn due_again(&self) -> i64 {
        rows::later(self.now, self.subscription.ack_wait)
    }

    fn taken(&self, row: &Row, redelivered: i64) -> Result<Taken, Error> {
        Ok(Taken {
            topic: self.topic.to_owned(),
            number: row.get("number")?,
            event: row.get("event")?,
            redelivered: u32::try_from(redelivered).unwrap_or(u32::MAX),
        })
    }

    /// The subscription, the topic, and what follows.
    fn params(&self, more: impl IntoIterator<Item = Value>) -> Vec<Value> {
        let place = [self.subscription.name.as_str().into(), self.topic.into()];
        place.into_iter().chain(more).collect()
    }
}

fn room(limit: usize, taken: &[Taken]) -> i64 {
    i64::try_from(limit.saturating_sub(taken.len())).unwrap_or(i64::MAX)
}
