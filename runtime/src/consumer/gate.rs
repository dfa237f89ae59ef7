//! Whether an event is applied now: what was seen of it, and of its key, in the transaction of its effect.

use jiff::Timestamp;

use super::subscription::{Ordering, Subscription};
use crate::bus::{Message, Position};
use crate::letters::{event_id, number};
use crate::store::{Error, Transaction, Value};

/// For how long the inbox knows an event, in microseconds: longer than dead letters are kept and outages last.
const RETENTION: i64 = 35 * 24 * 60 * 60 * 1_000_000;

/// Marks an event as applied, unless it is applied or dead.
const RECEIVE: &str = "INSERT INTO tiebeam_inbox (consumer, event_id, outcome, attempts, expires_at) \
     VALUES ($1, $2, 'applied', 1, $3) ON CONFLICT (consumer, event_id) \
     DO UPDATE SET outcome = 'applied', expires_at = excluded.expires_at \
     WHERE tiebeam_inbox.outcome = 'failing'";

/// Counts a failure.
const FAIL: &str = "INSERT INTO tiebeam_inbox (consumer, event_id, outcome, attempts, expires_at) \
     VALUES ($1, $2, 'failing', 1, $3) ON CONFLICT (consumer, event_id) \
     DO UPDATE SET attempts = tiebeam_inbox.attempts + 1, expires_at = excluded.expires_at \
     WHERE tiebeam_inbox.outcome = 'failing' RETURNING attempts";

/// Marks an event as dead.
const DIE: &str = "INSERT INTO tiebeam_inbox (consumer, event_id, outcome, attempts, expires_at) \
     VALUES ($1, $2, 'dead', 1, $3) ON CONFLICT (consumer, event_id) \
     DO UPDATE SET outcome = 'dead', expires_at = excluded.expires_at \
     WHERE tiebeam_inbox.outcome = 'failing'";

/// Forgets the failures of an event, or that it was dead.
const FORGET: &str = "DELETE FROM tiebeam_inbox WHERE consumer = $1 AND event_id = $2";

/// How often an event has failed that may be tried again.
const FAILED: &str = "SELECT attempts FROM tiebeam_inbox \
     WHERE consumer = $1 AND event_id = $2 AND outcome = 'failing'";

/// Moves the position of a key on by one. After a failover numbers may be used again, in a later epoch.
const ADVANCE: &str = "UPDATE tiebeam_position SET epoch = $4, sequence = $5 \
     WHERE consumer = $1 AND topic = $2 AND key = $3 \
     AND ((epoch = $4 AND sequence = $5 - 1) OR (epoch < $4 AND sequence >= $5 - 1)) \
     AND NOT EXISTS (SELECT 1 FROM tiebeam_dead_letter AS letter \
         WHERE letter.consumer = $1 AND letter.topic = $2 AND letter.key = $3 \
         AND (letter.epoch < $4 OR (letter.epoch = $4 AND letter.sequence <= $5)))";

/// Begins the position of a key.
const BEGIN: &str = "INSERT INTO tiebeam_position (consumer, topic, key, epoch, sequence) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (consumer, topic, key) DO NOTHING";

/// Where a key stands.
const STANDS: &str = "SELECT epoch, sequence FROM tiebeam_position \
     WHERE consumer = $1 AND topic = $2 AND key = $3";

/// Whether an event, or one of its key before it, is a dead letter.
const IS_BLOCKED: &str = "SELECT 1 FROM tiebeam_dead_letter \
     WHERE consumer = $1 AND topic = $2 AND key = $3 \
     AND (epoch < $4 OR (epoch = $4 AND sequence <= $5)) LIMIT 1";

/// Whether an event is applied now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// It is, and that is written down.
    Open,
    /// It was dealt with before.
    Duplicate,
    /// Events of its key come before it: from this position on they are missing.
    Early(Position),
    /// It is a dead letter, or an earlier event of its key is.
    Blocked,
}

/// What is known of a key before its first event is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Baseline {
    /// Nothing: only its very first event begins it.
    First,
    /// The bus has nothing that is older than this event, so it begins the key.
    Oldest,
}

/// The key of an event and its position in it, where both count.
fn ordered<'m>(subscription: &Subscription, message: &'m Message) -> Option<(&'m str, Position)> {
    match subscription.ordering {
        Ordering::ByKey => message.key().zip(message.position()),
        Ordering::None => None,
    }
}

/// Passes an event, and writes down that it did.
pub(super) async fn pass(
    transaction: &Transaction,
    subscription: &Subscription,
    message: &Message,
    baseline: Baseline,
    now: Timestamp,
) -> Result<Gate, Error> {
    let Some((key, position)) = ordered(subscription, message) else {
        let received = [subscription.name.into(), event_id(message).into(), expiry(now)];
        let is_new = transaction.execute(RECEIVE, &received).await? > 0;
        return Ok(if is_new { Gate::Open } else { Gate::Duplicate });
    };
    let place = [subscription.name.into(), message.topic().into(), key.into()];
    let moved = [&place[..], &[number(position.epoch), number(position.sequence)]].concat();
    if transaction.execute(ADVANCE, &moved).await? > 0 {
        return Ok(Gate::Open);
    }
    let stands = stands(transaction, &place).await?;
    if stands.is_some_and(|stands| position <= stands) {
        return Ok(Gate::Duplicate);
    }
    if !transaction.query(IS_BLOCKED, &moved).await?.is_empty() {
        return Ok(Gate::Blocked);
    }
    let is_first = position.sequence == 1 || baseline == Baseline::Oldest;
    if is_first && transaction.execute(BEGIN, &moved).await? > 0 {
        return Ok(Gate::Open);
    }
    let next = stands.map_or(Position { epoch: 0, sequence: 1 }, |stands| Position {
        sequence: stands.sequence + 1,
        ..stands
    });
    Ok(Gate::Early(next))
}

/// Counts a failure of the handler; `None` where the event was dealt with meanwhile.
pub(super) async fn fail(
    transaction: &Transaction,
    subscription: &Subscription,
    message: &Message,
    now: Timestamp,
) -> Result<Option<u32>, Error> {
    let failed = [subscription.name.into(), event_id(message).into(), expiry(now)];
    let rows = transaction.query(FAIL, &failed).await?;
    rows.first().map(|row| row.get("attempts")).transpose()
}

/// Marks an event as dead; answers whether it was still to be handled.
pub(super) async fn die(
    transaction: &Transaction,
    subscription: &Subscription,
    message: &Message,
    now: Timestamp,
) -> Result<bool, Error> {
    let dead = [subscription.name.into(), event_id(message).into(), expiry(now)];
    Ok(transaction.execute(DIE, &dead).await? > 0)
}

/// Forgets what is known of an event besides its position.
pub(super) async fn forget(
    transaction: &Transaction,
    subscription: &Subscription,
    message: &Message,
) -> Result<(), Error> {
    let event = [subscription.name.into(), event_id(message).into()];
    transaction.execute(FORGET, &event).await.map(drop)
}

/// How often the handler of an event failed that waits for its next attempt.
pub(super) async fn failed(
    transaction: &Transaction,
    subscription: &Subscription,
    message: &Message,
) -> Result<u32, Error> {
    let event = [subscription.name.into(), event_id(message).into()];
    let rows = transaction.query(FAILED, &event).await?;
    rows.first().map_or(Ok(0), |row| row.get("attempts"))
}

async fn stands(transaction: &Transaction, place: &[Value]) -> Result<Option<Position>, Error> {
    let rows = transaction.query(STANDS, place).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Position { epoch: row.get("epoch")?, sequence: row.get("sequence")? }))
}

fn expiry(now: Timestamp) -> Value {
    now.as_microsecond().saturating_add(RETENTION).into()
}
