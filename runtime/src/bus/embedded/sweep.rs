//! What is not kept any longer is removed, some at a time.

use jiff::Timestamp;

use crate::store::{Error, Transaction};

const TOPICS: &str = "SELECT name, retention FROM tiebeam_bus_topic WHERE retention IS NOT NULL \
     ORDER BY name";

const OLDEST: &str = "SELECT number, published_at FROM tiebeam_bus_message WHERE topic = $1 \
     ORDER BY number LIMIT $2";

const REMOVE: &str = "DELETE FROM tiebeam_bus_message WHERE topic = $1 AND number <= $2";

/// What is in flight goes with the message.
const REMOVE_FLIGHTS: &str = "DELETE FROM tiebeam_bus_flight WHERE topic = $1 AND number <= $2";

/// Removes at most so many messages of each topic; says how many in all.
pub(super) async fn some(
    transaction: &Transaction,
    now: Timestamp,
    limit: u32,
) -> Result<u64, Error> {
    let mut count = 0;
    for row in transaction.query(TOPICS, &[]).await? {
        let (topic, retention): (String, i64) = (row.get("name")?, row.get("retention")?);
        let until = now.as_microsecond().saturating_sub(retention);
        let mut last = None;
        for row in transaction.query(OLDEST, &[topic.as_str().into(), limit.into()]).await? {
            let published: i64 = row.get("published_at")?;
            if published > until {
                break;
            }
            last = Some(row.get::<i64>("number")?);
        }
        if let Some(last) = last {
            let params = [topic.as_str().into(), last.into()];
            count += transaction.execute(REMOVE, &params).await?;
            transaction.execute(REMOVE_FLIGHTS, &params).await?;
        }
    }
    Ok(count)
}
