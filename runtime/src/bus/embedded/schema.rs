//! The tables of the bus, and how they come to be.
//!
//! They follow the law of the store's own: each step adds something and none takes anything away.

use crate::bus::error::Error;
use crate::store::migrations::{Database, Migration, Tables};
use crate::store::{OpenTransaction, Store};

/// The steps that lead to the tables of an embedded bus, in their order; [`crate::store::migrations`] are those of the
/// store that it lies in, and come first.
#[must_use]
pub fn migrations(database: Database) -> Vec<Migration> {
    TABLES.migrations(database)
}

/// The tables of the bus. Their statements are such that SQLite and PostgreSQL read them alike.
static TABLES: Tables = Tables { name: "bus", steps: &[&[
    "CREATE TABLE IF NOT EXISTS tiebeam_bus_topic (
        name TEXT PRIMARY KEY,
        last_number BIGINT NOT NULL,
        retention BIGINT
    )",
    "CREATE TABLE IF NOT EXISTS tiebeam_bus_message (
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
    "CREATE INDEX IF NOT EXISTS tiebeam_bus_message_id ON tiebeam_bus_message (id)",
    "CREATE INDEX IF NOT EXISTS tiebeam_bus_message_key ON tiebeam_bus_message (topic, event_key, epoch, sequence)
        WHERE event_key IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS tiebeam_bus_reading (
        subscription TEXT NOT NULL,
        topic TEXT NOT NULL,
        read_to BIGINT NOT NULL,
        PRIMARY KEY (subscription, topic)
    )",
    // One row for each delivery that is not acknowledged; it comes and goes with the message.
    "CREATE TABLE IF NOT EXISTS tiebeam_bus_flight (
        subscription TEXT NOT NULL,
        topic TEXT NOT NULL,
        number BIGINT NOT NULL,
        due_at BIGINT NOT NULL,
        deliveries BIGINT NOT NULL,
        PRIMARY KEY (subscription, topic, number)
    )",
    "CREATE INDEX IF NOT EXISTS tiebeam_bus_flight_due ON tiebeam_bus_flight (subscription, topic, due_at)",
]] };

/// Takes the steps that were not taken yet.
pub(super) async fn migrate(store: &dyn Store) -> Result<(), Error> {
    // The store's own migration makes the table of versions.
    store.migrate().await.map_err(meaning)?;
    if TABLES.stand(store).await.map_err(meaning)? {
        return Ok(());
    }
    let open = store.begin().await.map_err(meaning)?;
    take(open).await.map_err(|error| meaning(TABLES.not_ours_to_make(error)))
}

async fn take(open: OpenTransaction) -> Result<(), crate::store::Error> {
    open.execute(&TABLES.lock(), &[]).await?;
    // Both databases read the statements alike, so either will do.
    TABLES.take_from_here(&open, Database::Sqlite.dialect()).await?;
    open.commit().await
}

fn meaning(error: crate::store::Error) -> Error {
    if error.is_denied() { Error::denied(error) } else { Error::unavailable(error) }
}
