//! Topics and subscriptions are created, or brought up to what is wished.

use super::rows::micros;
use crate::bus::error::Error;
use crate::bus::topic::{Start, Subscription, Topic, no_topic};
use crate::store::{self, OpenTransaction, Value};

const TOPIC: &str = "INSERT INTO tiebeam_bus_topic (name, last_number, retention) VALUES ($1, 0, $2) \
     ON CONFLICT (name) DO UPDATE SET retention = excluded.retention";

const LAST: &str = "SELECT last_number FROM tiebeam_bus_topic WHERE name = $1";

const READING: &str = "INSERT INTO tiebeam_bus_reading (subscription, topic, read_to) \
     VALUES ($1, $2, $3) ON CONFLICT (subscription, topic) DO NOTHING";

/// Writes all of it in one transaction.
pub(super) async fn all(
    open: OpenTransaction,
    topics: &[Topic],
    subscriptions: &[Subscription],
) -> Result<(), Error> {
    let mut topics: Vec<&Topic> = topics.iter().collect();
    topics.sort_by(|one, other| one.name.cmp(&other.name));
    for topic in topics {
        let retention = topic.retention.map(micros);
        let params = [topic.name.as_str().into(), retention.into()];
        open.execute(TOPIC, &params).await.map_err(Error::unavailable)?;
    }
    for subscription in subscriptions {
        for topic in &subscription.topics {
            let last = last(&open, topic).await.map_err(Error::unavailable)?;
            let last = last.ok_or_else(|| no_topic(topic))?;
            let read_to = match subscription.start {
                Start::New => last,
                Start::Beginning => 0,
            };
            let params: [Value; 3] =
                [subscription.name.as_str().into(), topic.as_str().into(), read_to.into()];
            open.execute(READING, &params).await.map_err(Error::unavailable)?;
        }
    }
    open.commit().await.map_err(Error::unavailable)
}

async fn last(open: &OpenTransaction, topic: &str) -> Result<Option<i64>, store::Error> {
    let rows = open.query(LAST, &[topic.into()]).await?;
    rows.first().map(|row| row.get("last_number")).transpose()
}
