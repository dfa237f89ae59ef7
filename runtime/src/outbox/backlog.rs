//! How much waits in the outbox, and for how long: looked at now and then, in all partitions.
//!
//! A relay sees what it publishes, and the events that nobody publishes are those to be worried about. So it looks at all
//! of them, whoever holds the leases, and every relay of a service says the same.

use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::letters;
use crate::store::{Error, Store};
use crate::telemetry::{self, tell_letters};

/// How often to look.
const PAUSE: Duration = Duration::from_secs(10);

/// The oldest row is the one with the lowest number. Beyond some number it no longer matters how many there are.
const LOOK: &str = "SELECT \
     (SELECT count(*) FROM (SELECT 1 FROM tiebeam_outbox LIMIT 100000) AS some) AS waiting, \
     (SELECT emitted_at FROM tiebeam_outbox ORDER BY id LIMIT 1) AS emitted_at";

/// When to look next.
#[derive(Debug, Default)]
pub(super) struct Backlog(Option<Instant>);

impl Backlog {
    /// Looks, if that was not done lately, and tells it to whoever watches.
    pub(super) async fn tell_sometimes(
        &mut self,
        store: &dyn Store,
        (instant, now): (Instant, Timestamp),
    ) {
        if self.0.is_some_and(|next| instant < next) {
            return;
        }
        self.0 = Some(instant + PAUSE);
        if let Err(error) = look(store, now).await {
            // The gauges stay what they were, and the next sweep says what is wrong.
            tracing::debug!(%error, "nobody knows how much waits in the outbox");
        }
    }
}

async fn look(store: &dyn Store, now: Timestamp) -> Result<(), Error> {
    let looking = store.begin_reading().await?;
    let rows = looking.query(LOOK, &[]).await?;
    looking.rollback().await?;
    let Some(row) = rows.first() else { return Ok(()) };
    let oldest = row.get::<Option<i64>>("emitted_at")?;
    let oldest = oldest.map_or(0, |oldest| now.as_microsecond().saturating_sub(oldest));
    let oldest = Duration::from_micros(u64::try_from(oldest).unwrap_or_default());
    telemetry::Backlog { waiting: row.get("waiting")?, oldest }.tell();
    tell_letters(letters::OUTBOX, &letters::count(store, letters::OUTBOX).await?);
    Ok(())
}
