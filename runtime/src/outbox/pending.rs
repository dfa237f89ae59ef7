//! The pending rows: what is still to be published, and what the relay does to them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::Timestamp;

use crate::bus::{Message, Position};
use crate::event::json;
use crate::letters::{self, Letter, OUTBOX, Reason};
use crate::store::{Error, Row, Store, Transaction};

/// A pending row and its event.
#[derive(Debug, Clone)]
pub(super) struct PendingEvent {
    pub(super) id: i64,
    pub(super) message: Message,
}

/// Removes rows, as long as we hold the lease on their partitions. `json_each` is a function of both databases, and so
/// is that its second column is called `value`; only the type of that column differs.
const REMOVE: &str = "DELETE FROM tiebeam_outbox \
     WHERE id IN (SELECT CAST(CAST(value AS TEXT) AS BIGINT) FROM json_each($1)) \
     AND EXISTS (SELECT 1 FROM tiebeam_lease WHERE name = 'outbox/' || partition AND owner = $2)";

/// What waits in some partitions, the oldest first.
pub(super) async fn read(
    store: &dyn Store,
    partitions: &BTreeSet<u16>,
    limit: usize,
) -> Result<Vec<PendingEvent>, Error> {
    let sql = format!(
        "SELECT waiting.id, log.topic, log.key, log.epoch, log.sequence, log.event \
         FROM tiebeam_outbox AS waiting JOIN tiebeam_event AS log ON log.id = waiting.event_id \
         WHERE waiting.partition IN ({}) ORDER BY waiting.id LIMIT {limit}",
        list(partitions)
    );
    let transaction = store.begin_reading().await?;
    let rows = transaction.query(&sql, &[]).await?;
    transaction.rollback().await?;
    rows.iter().map(event).collect()
}

/// Removes the rows of events that were published.
pub(super) async fn remove(store: &dyn Store, owner: &str, ids: &[i64]) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let transaction = store.begin().await?;
    remove_in(&transaction, owner, ids).await?;
    transaction.commit().await
}

/// The same in a transaction.
async fn remove_in(transaction: &Transaction, owner: &str, ids: &[i64]) -> Result<u64, Error> {
    let mut object = String::from("{");
    for (number, id) in ids.iter().enumerate() {
        let comma = if number == 0 { "" } else { "," };
        write!(object, "{comma}\"{number}\":{id}").map_err(Error::unavailable)?;
    }
    object.push('}');
    transaction.execute(REMOVE, &[object.into(), owner.into()]).await
}

/// Makes a dead letter of an event that can never be published, and removes its row.
pub(super) async fn bury(
    store: &dyn Store,
    owner: &str,
    event: &PendingEvent,
    reason: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let transaction = store.begin().await?;
    if remove_in(&transaction, owner, &[event.id]).await? > 0 {
        let letter = Letter {
            consumer: OUTBOX,
            message: &event.message,
            reason: Reason::Unpublishable,
            detail: reason,
            attempts: 1,
            died: now,
        };
        letters::keep(&transaction, &letter).await?;
    }
    transaction.commit().await
}

fn event(row: &Row) -> Result<PendingEvent, Error> {
    let text: String = row.get("event")?;
    let event = json::read(text.as_bytes()).map_err(Error::unavailable)?;
    let topic: String = row.get("topic")?;
    let mut message = Message::new(topic, event);
    if let Some(key) = row.get::<Option<String>>("key")? {
        message = message.with_key(key).map_err(Error::unavailable)?;
    }
    if let Some(sequence) = row.get::<Option<u64>>("sequence")? {
        message = message.with_position(Position { epoch: row.get("epoch")?, sequence });
    }
    Ok(PendingEvent { id: row.get("id")?, message })
}

fn list(partitions: &BTreeSet<u16>) -> String {
    let numbers: Vec<_> = partitions.iter().map(u16::to_string).collect();
    numbers.join(",")
}
