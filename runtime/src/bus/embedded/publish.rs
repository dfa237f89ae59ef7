//! Messages are added to their topics, numbered and each once.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::Timestamp;

use super::rows;
use crate::bus::error::Error;
use crate::bus::message::{Message, check_size};
use crate::bus::topic::{check_topic, no_topic};
use crate::event::json;
use crate::store::{self, Transaction, Value};

/// Takes numbers. The row is locked until the transaction ends, so they are taken in the order of commits.
const TAKE: &str = "UPDATE tiebeam_bus_topic SET last_number = last_number + $2 WHERE name = $1 \
     RETURNING last_number";

const ADD: &str = "INSERT INTO tiebeam_bus_message \
     (topic, number, id, source, event_key, epoch, sequence, published_at, event)";

/// What identifies an event: its source, and its id.
type Identity = (String, String);

/// Adds messages; answers for each whether it was accepted.
pub(super) async fn all(
    transaction: &Transaction,
    messages: &[Message],
    now: Timestamp,
    window: Duration,
) -> Result<Vec<Result<(), Error>>, store::Error> {
    let mut outcomes = Vec::with_capacity(messages.len());
    // Topics in their order, so that two processes lock them in the same.
    let mut by_topic: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, message) in messages.iter().enumerate() {
        let checked = check(message);
        if checked.is_ok() {
            by_topic.entry(message.topic()).or_default().push(index);
        }
        outcomes.push(checked);
    }
    for (topic, indices) in by_topic {
        let here: Vec<&Message> = indices.iter().map(|index| &messages[*index]).collect();
        if !add(transaction, topic, &here, now, window).await? {
            for index in indices {
                outcomes[index] = Err(no_topic(topic));
            }
        }
    }
    Ok(outcomes)
}

fn check(message: &Message) -> Result<(), Error> {
    check_topic(message.topic())?;
    check_size(message)?;
    let fits = |number: u64| i64::try_from(number).is_ok();
    match message.position() {
        Some(position) if !(fits(position.epoch) && fits(position.sequence)) => {
            Err(Error::rejected(format!("a database does not hold the number of {position:?}")))
        }
        _ => Ok(()),
    }
}

/// Adds messages of one topic; answers whether there is such a topic.
async fn add(
    transaction: &Transaction,
    topic: &str,
    messages: &[&Message],
    now: Timestamp,
    window: Duration,
) -> Result<bool, store::Error> {
    let count = i64::try_from(messages.len()).expect("a group is small");
    let rows = transaction.query(TAKE, &[topic.into(), count.into()]).await?;
    let Some(row) = rows.first() else { return Ok(false) };
    let last: i64 = row.get("last_number")?;
    let since = now.as_microsecond().saturating_sub(rows::micros(window));
    let mut known = recent(transaction, topic, messages, since).await?;
    let mut number = last - count;
    let mut added = Vec::new();
    for message in messages {
        if known.insert((message.event().source().to_owned(), message.id().to_owned())) {
            number += 1;
            added.push(row_of(message, number, now));
        }
    }
    if number < last {
        // Nobody else saw the numbers that duplicates did not need.
        let back = number - last;
        transaction.query(TAKE, &[topic.into(), back.into()]).await?;
    }
    rows::insert(transaction, ADD, 9, &added).await?;
    Ok(true)
}

/// Which of them were published since a time.
async fn recent(
    transaction: &Transaction,
    topic: &str,
    messages: &[&Message],
    since: i64,
) -> Result<BTreeSet<Identity>, store::Error> {
    let mut known = BTreeSet::new();
    for some in messages.chunks(rows::LARGEST_LIST) {
        let ids: Vec<Value> = some.iter().map(|message| message.id().into()).collect();
        let (list, values) = rows::list(3, &ids);
        // A planner that knows nothing of the table yet would look up the topic, which is all of it: hence the `||`.
        let sql = format!(
            "SELECT source, id FROM tiebeam_bus_message \
             WHERE id IN ({list}) AND topic || '' = $1 AND published_at > $2"
        );
        let mut params = vec![topic.into(), since.into()];
        params.extend(values);
        for row in transaction.query(&sql, &params).await? {
            known.insert((row.get("source")?, row.get("id")?));
        }
    }
    Ok(known)
}

fn row_of(message: &Message, number: i64, now: Timestamp) -> Vec<Value> {
    let position = message.position();
    let whole = |number: u64| i64::try_from(number).expect("it was checked");
    vec![
        message.topic().into(),
        number.into(),
        message.id().into(),
        message.event().source().into(),
        message.key().into(),
        position.map(|position| whole(position.epoch)).into(),
        position.map(|position| whole(position.sequence)).into(),
        now.as_microsecond().into(),
        json::write(message.event()).into(),
    ]
}
