//! Messages of one key are found by their positions.

use super::rows;
use crate::bus::message::{Message, Position};
use crate::store::{Error, Transaction};

const FIND: &str = "SELECT event, epoch, sequence FROM tiebeam_bus_message \
     WHERE topic = $1 AND event_key = $2 AND (epoch > $3 OR (epoch = $3 AND sequence >= $4)) \
     ORDER BY epoch, sequence, number LIMIT $5";

/// At most so many messages of a key from a position on, each once.
pub(super) async fn some(
    transaction: &Transaction,
    topic: &str,
    key: &str,
    from: Position,
    limit: usize,
) -> Result<Vec<Message>, Error> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let params = [
        topic.into(),
        key.into(),
        whole(from.epoch).into(),
        whole(from.sequence).into(),
        limit.into(),
    ];
    let mut found: Vec<Message> = Vec::new();
    for row in transaction.query(FIND, &params).await? {
        let event: String = row.get("event")?;
        let message = rows::message(topic, &event).map_err(Error::unavailable)?;
        // The same event again, published after the window.
        if found.last().and_then(Message::position) != message.position() {
            found.push(message);
        }
    }
    Ok(found)
}
