//! The store itself: a file, opened with the settings that durability asks for.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

use super::convert;
use super::session::SqliteSession;
use super::writer::{Mode, Writer};
use crate::store::backend::{Pending, Store};
use crate::store::error::Error;
use crate::store::keys::Keys;
use crate::store::migrations::{self, Database};
use crate::store::schema;
use crate::store::transaction::OpenTransaction;
use crate::store::wake::Wake;

/// How long to wait for another process that writes to the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A store in one SQLite file; clones are the same store.
///
/// Transactions run one after another on one connection, which belongs to a thread, and what is committed at about the
/// same time is made durable together: in WAL mode with `synchronous=FULL`, so an answer that was sent survives a power
/// cut. A transaction holds up all others while it is open: do not wait for anything slow inside one.
///
/// What only reads does so on another connection, and waits for nobody.
///
/// Other processes may use the file too; a key that is used in both at once waits there instead of being refused.
#[derive(Clone)]
pub struct Sqlite {
    writer: Writer,
    /// Reads; a store in memory has one connection for everything.
    reader: Writer,
    keys: Keys,
    wake: Wake,
}

impl Sqlite {
    /// Opens a file, or creates it.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened or is no SQLite file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::open_patiently(path, BUSY_TIMEOUT)
    }

    /// Opens a file, or creates it, and waits so long for other processes that write to it; 5 seconds unless told.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened or is no SQLite file.
    pub fn open_patiently(path: impl AsRef<Path>, patience: Duration) -> Result<Self, Error> {
        // SQLite's word for no file: two connections would have one each.
        if path.as_ref() == Path::new(":memory:") {
            return Self::in_memory();
        }
        let connect = |settings| {
            let connection = Connection::open(&path)?;
            connection.busy_timeout(patience)?;
            connection.execute_batch(settings)?;
            Ok(connection)
        };
        let writing = connect("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        let writer = start(writing.map_err(convert::error)?, Mode::Write)?;
        let reading = connect("PRAGMA query_only = ON;").map_err(convert::error)?;
        Ok(Self::of(writer, start(reading, Mode::Read)?))
    }

    /// A store in memory, which ends with the last of its clones: for tests.
    ///
    /// # Errors
    ///
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, Error> {
        let connection = Connection::open_in_memory().map_err(convert::error)?;
        let writer = start(connection, Mode::Write)?;
        Ok(Self::of(writer.clone(), writer))
    }

    fn of(writer: Writer, reader: Writer) -> Self {
        Self { writer, reader, keys: Keys::default(), wake: Wake::default() }
    }

    fn begin_on(&self, writer: &Writer) -> Pending<'_, OpenTransaction> {
        let session = SqliteSession::new(writer.clone(), self.keys.clone());
        Box::pin(std::future::ready(Ok(OpenTransaction::new(Box::new(session), &self.wake))))
    }
}

/// Gives a connection to a thread.
fn start(connection: Connection, mode: Mode) -> Result<Writer, Error> {
    connection.execute_batch("PRAGMA foreign_keys = ON").map_err(convert::error)?;
    connection.set_prepared_statement_cache_capacity(256);
    Writer::start(connection, mode)
}

impl Store for Sqlite {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        self.begin_on(&self.writer)
    }

    fn begin_reading(&self) -> Pending<'_, OpenTransaction> {
        self.begin_on(&self.reader)
    }

    fn migrate(&self) -> Pending<'_, ()> {
        Box::pin(async move { migrations::migrate(self, Database::Sqlite).await })
    }

    fn wake(&self) -> &Wake {
        &self.wake
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        let now = now.as_microsecond();
        Box::pin(
            async move { schema::sweep(self.begin().await?, Database::Sqlite, now, limit).await },
        )
    }
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sqlite").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Sqlite, Store as _};

    #[tokio::test]
    async fn what_is_written_without_a_file_is_read_again() {
        let store = Sqlite::open(":memory:").expect("there is memory");
        store.migrate().await.expect("tables");
        let reading = store.begin_reading().await.expect("a transaction");
        let rows = reading.query("SELECT count(*) AS events FROM tiebeam_event", &[]).await;
        assert_eq!(rows.expect("the table is there").len(), 1);
    }
}
