//! Dead letters: events that could not be handled, kept until somebody decides.
//!
//! A letter is written in the transaction that says that the event is dealt with, so an event is either applied, dead or
//! on its way, and never two of them. An event that waits behind a dead one of its key is *parked* in the same table.

use jiff::Timestamp;

use crate::bus::Message;
use crate::event::json;
use crate::store::{Error, Store, Transaction, Value};

/// The consumer of letters that were never published.
pub(crate) const OUTBOX: &str = "outbox";

const KEEP: &str = "INSERT INTO tiebeam_dead_letter \
     (consumer, event_id, topic, key, epoch, sequence, event, reason, detail, attempts, died_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (consumer, event_id) DO NOTHING";

const COUNT: &str = "SELECT reason, count(*) AS letters FROM tiebeam_dead_letter \
     WHERE consumer = $1 GROUP BY reason";

/// Why an event is among the dead letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It can never be published.
    Unpublishable,
    /// It is not the event that was expected, or not what its schema says.
    Unreadable,
    /// Its handler failed as often as the policy allows.
    Exhausted,
    /// Its handler says that it will never succeed.
    Refused,
    /// It waits for an earlier event of its key, which is a dead letter.
    Parked,
    /// Earlier events of its key are missing, and nobody has them.
    Gap,
}

/// An event that could not be handled.
pub(crate) struct Letter<'l> {
    pub(crate) consumer: &'l str,
    pub(crate) message: &'l Message,
    pub(crate) reason: Reason,
    /// What went wrong, for people.
    pub(crate) detail: &'l str,
    pub(crate) attempts: u32,
    pub(crate) died: Timestamp,
}

impl Reason {
    /// Every reason.
    const ALL: [Self; 6] = [
        Self::Unpublishable,
        Self::Unreadable,
        Self::Exhausted,
        Self::Refused,
        Self::Parked,
        Self::Gap,
    ];

    /// As it is written into the table and the metrics.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unpublishable => "unpublishable",
            Self::Unreadable => "unreadable",
            Self::Exhausted => "exhausted",
            Self::Refused => "refused",
            Self::Parked => "parked",
            Self::Gap => "gap",
        }
    }
}

/// What identifies an event to a consumer: ids are unique within a source.
pub(crate) fn event_id(message: &Message) -> String {
    format!("{} {}", message.id(), message.event().source())
}

/// A part of a position, as columns hold it.
pub(crate) fn number(number: u64) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

/// Keeps a letter; one that is there stays as it is.
pub(crate) async fn keep(transaction: &Transaction, letter: &Letter<'_>) -> Result<bool, Error> {
    let message = letter.message;
    let position = message.position();
    let params = [
        letter.consumer.into(),
        event_id(message).into(),
        message.topic().into(),
        message.key().map(str::to_owned).into(),
        position.map_or(Value::Null, |position| number(position.epoch)),
        position.map_or(Value::Null, |position| number(position.sequence)),
        json::write(message.event()).into(),
        letter.reason.as_str().into(),
        letter.detail.into(),
        letter.attempts.into(),
        letter.died.as_microsecond().into(),
    ];
    Ok(transaction.execute(KEEP, &params).await? > 0)
}

/// How many letters a consumer has, for every reason.
pub(crate) async fn count(
    store: &dyn Store,
    consumer: &str,
) -> Result<Vec<(&'static str, u64)>, Error> {
    let looking = store.begin_reading().await?;
    let rows = looking.query(COUNT, &[consumer.into()]).await?;
    looking.rollback().await?;
    let mut counts: Vec<_> = Reason::ALL.map(|reason| (reason.as_str(), 0)).into();
    for row in rows {
        let reason: String = row.get("reason")?;
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == reason) {
            *count = row.get("letters")?;
        }
    }
    Ok(counts)
}
