//! The tables of the runtime, and how they come to be: taken at start by whoever may, or beforehand by an operator.
//!
//! Each step adds something and none takes anything away, so an instance of the version before works on the tables of
//! the version after; that is what a rolling deployment needs. The version is a row, and a step and its row are one
//! transaction.
//!
//! A statement does nothing where what it makes is there. So the same step may be taken by several at once, by us and by
//! an operator, and again; and what an operator applies is what we would have run, and not a second version of it.
//!
//! Before anything is made it is looked whether anything is missing: a service that may create nothing starts where the
//! tables stand.

use super::backend::Store;
use super::error::Error;
use super::transaction::OpenTransaction;

/// A database that holds tables of the runtime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// PostgreSQL.
    Postgres,
    /// SQLite.
    Sqlite,
}

/// One step, for whoever takes it in our place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// Whose tables they are: `store`, or `bus` for those of the embedded bus.
    pub of: &'static str,
    /// The version that it leads to, from 1.
    pub version: usize,
    /// One transaction that takes the step, and does nothing where it was taken.
    pub sql: String,
}

/// The steps that lead to the tables of a store, in their order.
///
/// [`Store::migrate`] takes those that were not taken. An operator may take them before, where a service may not create
/// tables; it needs to read and change rows of all of them, and nothing else.
///
/// ```
/// use tiebeam::store::{Database, migrations};
///
/// for migration in migrations(Database::Postgres) {
///     println!("-- {}-{:04}.sql\n{}", migration.of, migration.version, migration.sql);
/// }
/// ```
#[must_use]
pub fn migrations(database: Database) -> Vec<Migration> {
    STORE.migrations(database)
}

/// How a store writes what SQL leaves open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// Begins a transaction that is going to write.
    begin: &'static str,
    /// Keeps other instances out until the transaction ends.
    pub(crate) lock: Option<&'static str>,
    /// The type of bytes.
    pub(crate) bytes: &'static str,
    /// The type of a number that grows with every row.
    pub(crate) serial: &'static str,
}

/// Tables that come to be together, and the steps that lead to them.
#[derive(Debug)]
pub(crate) struct Tables {
    /// Whose they are, in the table of versions.
    pub(crate) name: &'static str,
    /// The statements of each step; `BYTES` stands for the type of bytes, `SERIAL` for that of a number that grows with
    /// every row.
    pub(crate) steps: &'static [&'static [&'static str]],
}

const POSTGRES: Dialect = Dialect {
    begin: "BEGIN",
    // Any number will do that nobody else locks: the ASCII codes of "tiebeam\0".
    lock: Some("SELECT 1 FROM (SELECT pg_advisory_xact_lock(8388346139535044864)) AS locked"),
    bytes: "BYTEA",
    serial: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
};

const SQLITE: Dialect = Dialect {
    begin: "BEGIN IMMEDIATE",
    lock: None,
    bytes: "BLOB",
    serial: "INTEGER PRIMARY KEY AUTOINCREMENT",
};

impl Database {
    /// How it writes what SQL leaves open.
    pub(crate) fn dialect(self) -> Dialect {
        match self {
            Self::Postgres => POSTGRES,
            Self::Sqlite => SQLITE,
        }
    }
}

const VERSIONS: &str =
    "CREATE TABLE IF NOT EXISTS tiebeam_schema (name TEXT PRIMARY KEY, version BIGINT NOT NULL)";

/// Takes the steps to the tables of a store that were not taken yet.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(crate) async fn migrate(store: &dyn Store, database: Database) -> Result<(), Error> {
    if STORE.stand(store).await? {
        return Ok(());
    }
    let open = store.begin().await?;
    STORE.take(open, database.dialect()).await.map_err(|error| STORE.not_ours_to_make(error))
}

impl Tables {
    /// Whether nothing is left to do. Tables that are ahead of us have all that ours have.
    pub(crate) async fn stand(&self, store: &dyn Store) -> Result<bool, Error> {
        let open = store.begin_reading().await?;
        let sql = "SELECT version FROM tiebeam_schema WHERE name = $1";
        match open.query(sql, &[self.name.into()]).await {
            Ok(rows) => {
                let version: i64 = rows.first().map_or(Ok(0), |row| row.get("version"))?;
                Ok(usize::try_from(version).is_ok_and(|version| version >= self.steps.len()))
            }
            Err(error) if error.is_unavailable() => Err(error),
            Err(error) if error.is_denied() => {
                Err(Error::denied(format!("the table of versions may not be read: {error}")))
            }
            // There is no table of versions.
            Err(_) => Ok(false),
        }
    }

    /// Takes every step that was not taken.
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    async fn take(&self, open: OpenTransaction, dialect: Dialect) -> Result<(), Error> {
        if let Some(lock) = dialect.lock {
            open.query(lock, &[]).await?;
        }
        open.execute(VERSIONS, &[]).await?;
        self.take_from_here(&open, dialect).await?;
        open.commit().await
    }

    /// The same, where the table of versions is there and others are kept out.
    pub(crate) async fn take_from_here(
        &self,
        open: &OpenTransaction,
        dialect: Dialect,
    ) -> Result<(), Error> {
        let sql = "SELECT version FROM tiebeam_schema WHERE name = $1";
        let rows = open.query(sql, &[self.name.into()]).await?;
        let version: i64 = rows.first().map_or(Ok(0), |row| row.get("version"))?;
        let done = usize::try_from(version).unwrap_or_default();
        for version in done + 1..=self.steps.len() {
            for statement in self.statements(version, dialect) {
                open.execute(&statement, &[]).await?;
            }
        }
        Ok(())
    }

    /// Creates the row of the version, and with it keeps others out until the transaction ends.
    pub(crate) fn lock(&self) -> String {
        let name = self.name;
        format!(
            "INSERT INTO tiebeam_schema (name, version) VALUES ('{name}', 0) \
             ON CONFLICT (name) DO UPDATE SET version = tiebeam_schema.version"
        )
    }

    /// The statements that lead to a version, and the row that says so.
    fn statements(&self, version: usize, dialect: Dialect) -> Vec<String> {
        let spelled = |statement: &&str| {
            statement.replace("BYTES", dialect.bytes).replace("SERIAL", dialect.serial)
        };
        let mut statements: Vec<String> = self.steps[version - 1].iter().map(spelled).collect();
        let name = self.name;
        statements.push(format!(
            "INSERT INTO tiebeam_schema (name, version) VALUES ('{name}', {version}) \
             ON CONFLICT (name) DO UPDATE SET version = excluded.version \
             WHERE tiebeam_schema.version < excluded.version"
        ));
        statements
    }

    /// The steps as text.
    pub(crate) fn migrations(&self, database: Database) -> Vec<Migration> {
        let dialect = database.dialect();
        let versions = 1..=self.steps.len();
        let migrations = versions.map(|version| {
            let mut statements = vec![dialect.begin.to_owned()];
            statements.extend(dialect.lock.map(str::to_owned));
            statements.push(VERSIONS.to_owned());
            statements.push(self.lock());
            statements.extend(self.statements(version, dialect));
            statements.push("COMMIT".to_owned());
            let sql: String =
                statements.iter().map(|statement| unindented(statement) + ";\n").collect();
            Migration { of: self.name, version, sql }
        });
        migrations.collect()
    }

    /// What it means that a step was refused.
    pub(crate) fn not_ours_to_make(&self, error: Error) -> Error {
        if !error.is_denied() {
            return error;
        }
        let (name, version) = (self.name, self.steps.len());
        Error::denied(format!(
            "the tables of `{name}` are not at version {version}, and we may not make them: {error}"
        ))
    }
}

/// A statement that is indented as our sources are, as somebody would write it.
fn unindented(statement: &str) -> String {
    let lines = statement.lines().map(|line| {
        let depth = line.len() - line.trim_start().len();
        format!("{}{}", " ".repeat(depth.saturating_sub(8)), line.trim_start())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The tables of a store.
static STORE: Tables = Tables {
    name: "store",
    steps: &[
        &[
            "CREATE TABLE IF NOT EXISTS tiebeam_idempotency (
            scope BYTES PRIMARY KEY,
            operation TEXT NOT NULL,
            fingerprint BYTES NOT NULL,
            status BIGINT NOT NULL,
            fields BYTES NOT NULL,
            body BYTES NOT NULL,
            expires_at BIGINT NOT NULL
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_idempotency_expires_at ON tiebeam_idempotency (expires_at)",
        ],
        // A table of its own: a request that runs in one transaction never looks here.
        &[
            "CREATE TABLE IF NOT EXISTS tiebeam_idempotency_lease (
            scope BYTES PRIMARY KEY,
            operation TEXT NOT NULL,
            fingerprint BYTES NOT NULL,
            token BYTES NOT NULL,
            leased_until BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_idempotency_lease_expires_at ON tiebeam_idempotency_lease (expires_at)",
        ],
        // The outbox: the log of events, the heads of their keys, and what is still to be published.
        &[
            "CREATE TABLE IF NOT EXISTS tiebeam_epoch (epoch BIGINT NOT NULL, incarnation TEXT NOT NULL)",
            "INSERT INTO tiebeam_epoch (epoch, incarnation)
            SELECT 1, '' WHERE NOT EXISTS (SELECT 1 FROM tiebeam_epoch)",
            "CREATE TABLE IF NOT EXISTS tiebeam_event_head (
            topic TEXT NOT NULL,
            key TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            PRIMARY KEY (topic, key)
        )",
            "CREATE TABLE IF NOT EXISTS tiebeam_event (
            id TEXT PRIMARY KEY,
            topic TEXT NOT NULL,
            key TEXT,
            epoch BIGINT NOT NULL,
            sequence BIGINT,
            event TEXT NOT NULL,
            expires_at BIGINT
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_event_expires_at ON tiebeam_event (expires_at)",
            "CREATE TABLE IF NOT EXISTS tiebeam_outbox (
            id SERIAL,
            partition BIGINT NOT NULL,
            event_id TEXT NOT NULL,
            emitted_at BIGINT NOT NULL
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_outbox_partition ON tiebeam_outbox (partition, id)",
            "CREATE TABLE IF NOT EXISTS tiebeam_lease (
            name TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            leased_until BIGINT NOT NULL
        )",
        ],
        // The inbox: what a consumer has seen, where it stands in each key, and what it could not handle.
        &[
            "CREATE TABLE IF NOT EXISTS tiebeam_inbox (
            consumer TEXT NOT NULL,
            event_id TEXT NOT NULL,
            outcome TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            expires_at BIGINT,
            PRIMARY KEY (consumer, event_id)
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_inbox_expires_at ON tiebeam_inbox (expires_at)",
            "CREATE TABLE IF NOT EXISTS tiebeam_position (
            consumer TEXT NOT NULL,
            topic TEXT NOT NULL,
            key TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            sequence BIGINT NOT NULL,
            PRIMARY KEY (consumer, topic, key)
        )",
            "CREATE TABLE IF NOT EXISTS tiebeam_dead_letter (
            consumer TEXT NOT NULL,
            event_id TEXT NOT NULL,
            topic TEXT NOT NULL,
            key TEXT,
            epoch BIGINT,
            sequence BIGINT,
            event TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            died_at BIGINT NOT NULL,
            PRIMARY KEY (consumer, event_id)
        )",
            "CREATE INDEX IF NOT EXISTS tiebeam_dead_letter_key ON tiebeam_dead_letter (consumer, topic, key, sequence)",
        ],
    ],
};
