//! How far a subscription is behind.

use std::time::Duration;

use jiff::Timestamp;

use crate::bus::error::Error;
use crate::bus::topic::{Lag, Subscription, no_subscription};
use crate::store::{self, Row, Transaction};

/// Numbers have no gaps, so nothing is counted but what is in flight.
const LOOK: &str = "SELECT reading.read_to, topic.last_number, \
     (SELECT MIN(number) FROM tiebeam_bus_message WHERE topic = $2) AS first_number, \
     (SELECT COUNT(*) FROM tiebeam_bus_flight \
         WHERE subscription = $1 AND topic = $2) AS in_flight, \
     (SELECT MIN(number) FROM tiebeam_bus_flight \
         WHERE subscription = $1 AND topic = $2) AS first_in_flight \
     FROM tiebeam_bus_reading AS reading \
     JOIN tiebeam_bus_topic AS topic ON topic.name = reading.topic \
     WHERE reading.subscription = $1 AND reading.topic = $2";

const OLDEST: &str = "SELECT published_at FROM tiebeam_bus_message \
     WHERE topic = $1 AND number >= $2 ORDER BY number LIMIT 1";

/// What waits in all topics.
pub(super) async fn of(
    transaction: &Transaction,
    subscription: &Subscription,
    now: Timestamp,
) -> Result<Lag, Error> {
    let mut lag = Lag::default();
    for topic in &subscription.topics {
        let params = [subscription.name.as_str().into(), topic.as_str().into()];
        let rows = transaction.query(LOOK, &params).await.map_err(Error::unavailable)?;
        let row = rows.first().ok_or_else(|| no_subscription(&subscription.name, topic))?;
        let here = of_topic(transaction, topic, row, now).await.map_err(Error::unavailable)?;
        lag.waiting += here.waiting;
        lag.undelivered += here.undelivered;
        lag.oldest = lag.oldest.max(here.oldest);
    }
    Ok(lag)
}

async fn of_topic(
    transaction: &Transaction,
    topic: &str,
    row: &Row,
    now: Timestamp,
) -> Result<Lag, store::Error> {
    let (read_to, last): (i64, i64) = (row.get("read_to")?, row.get("last_number")?);
    let first = row.get::<Option<i64>>("first_number")?.unwrap_or(last + 1);
    let in_flight: i64 = row.get("in_flight")?;
    let unread = (last - read_to.max(first - 1)).max(0);
    let Ok(waiting @ 1..) = u64::try_from(unread + in_flight) else { return Ok(Lag::default()) };
    let oldest = row.get::<Option<i64>>("first_in_flight")?.unwrap_or(read_to + 1);
    let rows = transaction.query(OLDEST, &[topic.into(), oldest.into()]).await?;
    let published: Option<i64> = rows.first().map(|row| row.get("published_at")).transpose()?;
    let age = published.map(|at| now.as_microsecond().saturating_sub(at).max(0).unsigned_abs());
    let undelivered = unread.unsigned_abs();
    Ok(Lag { waiting, undelivered, oldest: age.map(Duration::from_micros) })
}
