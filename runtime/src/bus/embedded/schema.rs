//! The tables of the bus, and how they come to be.
//!
//! They follow the law of the store's own: each step adds something and none takes anything away.

use crate::bus::error::Error;
use crate::store::{OpenTransaction, Store};

/// The statements that lead from each version to the next. They are such that SQLite and PostgreSQL read them alike.
const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE tiebeam_bus_topic (
        name TEXT PRIMARY KEY,
        last_number BIGINT NOT NULL,
        retention BIGINT
    )",
    "CREATE TABLE tiebeam_bus_message (
        topic TEXT NOT NULL,
        number BIGINT NOT NULL,
        id TEXT NOT NULL,
        source TEXT NOT NULL,
        event_key TEXT,
        epoch BIGINT,
        sequence BIGINT,
        published_at BIGINT NOT NULL,
        event TEXT NOT NULL,
        PRIMARY KEY (topic, number)
    )",
    "CREATE INDEX tiebeam_bus_message_id ON tiebeam_bus_message (id)",
    "CREATE INDEX tiebeam_bus_message_key ON tiebeam_bus_message (topic, event_key, epoch, sequence)
        WHERE event_key IS NOT NULL",
    "CREATE TABLE tiebeam_bus_reading (
        subscription TEXT NOT NULL,
        topic TEXT NOT NULL,
        read_to BIGINT NOT NULL,
        PRIMARY KEY (subscription, topic)
    )",
    // One row for each delivery that is not acknowledged; it comes and goes with the message.
    "CREATE TABLE tiebeam_bus_flight (
        subscription TEXT NOT NULL,
        topic TEXT NOT NULL,
        number BIGINT NOT NULL,
        due_at BIGINT NOT NULL,
        deliveries BIGINT NOT NULL,
        PRIMARY KEY (subscription, topic, number)
    )",
    "CREATE INDEX tiebeam_bus_flight_due ON tiebeam_bus_flight (subscription, topic, due_at)",
]];

/// Creates the row of our version, and with it keeps other instances out until the transaction ends.
const LOCK: &str = "INSERT INTO tiebeam_schema (name, version) VALUES ('bus', 0) \
     ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version";

/// Takes the steps that were not taken yet.
pub(super) async fn migrate(store: &dyn Store) -> Result<(), Error> {
    // The store's own migration makes the table of versions.
    store.migrate().await.map_err(Error::unavailable)?;
    let open = store.begin().await.map_err(Error::unavailable)?;
    take(open).await.map_err(Error::unavailable)
}

async fn take(open: OpenTransaction) -> Result<(), crate::store::Error> {
    open.execute(LOCK, &[]).await?;
    let rows = open.query("SELECT version FROM tiebeam_schema WHERE name = 'bus'", &[]).await?;
    let version: i64 = rows.first().map_or(Ok(0), |row| row.get("version"))?;
    let done = usize::try_from(version).unwrap_or_default();
    for (index, step) in STEPS.iter().enumerate().skip(done) {
        for statement in *step {
            open.execute(statement, &[]).await?;
        }
        let version = i64::try_from(index + 1).expect("there are few steps");
        let written = "UPDATE tiebeam_schema SET version = $1 WHERE name = 'bus'";
        open.execute(written, &[version.into()]).await?;
    }
    open.commit().await
}
