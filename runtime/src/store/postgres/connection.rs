//! Connections and the statements that they have prepared.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use deadpool::managed::{Manager, Metrics, RecycleError, RecycleResult};
use tokio_postgres::error::SqlState;
use tokio_postgres::tls::NoTlsStream;
use tokio_postgres::{Client, Config, Error, NoTls, Socket, Statement};

/// Most statements that a connection keeps prepared.
const MOST_STATEMENTS: usize = 256;

/// How long the network may be silent before a connection is given up; without it a partition looks like slowness.
const SILENCE: Duration = Duration::from_secs(15);

/// Whoever stands still in the middle of a transaction holds its locks: a process that was stopped, or that the network
/// lost, would hold up everybody else for as long as it likes. What the operator says counts.
const NOT_IDLE_FOR_EVER: &str = "SELECT set_config('idle_in_transaction_session_timeout', '60s', false) \
     WHERE current_setting('idle_in_transaction_session_timeout') = '0'";

/// Makes connections.
#[derive(Clone)]
pub(super) struct Connector(Config);

/// One connection.
pub(super) struct Connection {
    pub(super) client: Client,
    statements: Mutex<HashMap<String, Statement>>,
}

impl Connector {
    pub(super) fn new(mut config: Config) -> Self {
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(SILENCE);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        config.keepalives_idle(SILENCE).keepalives_interval(SILENCE / 3).keepalives_retries(3);
        Self(config)
    }

    /// The same for a purpose that whoever looks at the server's connections sees.
    pub(super) fn named(&self, purpose: &str) -> Self {
        let mut config = self.0.clone();
        let name = config.get_application_name().unwrap_or("tiebeam");
        let name = format!("{name} {purpose}");
        config.application_name(name);
        Self(config)
    }

    /// Makes a connection that somebody else drives.
    pub(super) async fn connect(
        &self,
    ) -> Result<(Client, tokio_postgres::Connection<Socket, NoTlsStream>), Error> {
        self.0.connect(NoTls).await
    }
}

/// Whether an error says that a prepared statement has to be prepared again.
pub(super) fn is_stale(code: &SqlState) -> bool {
    matches!(*code, SqlState::FEATURE_NOT_SUPPORTED | SqlState::INVALID_SQL_STATEMENT_NAME)
}

impl Manager for Connector {
    type Type = Connection;
    type Error = Error;

    async fn create(&self) -> Result<Connection, Error> {
        let (client, connection) = self.connect().await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(error = error.to_string(), "a connection to PostgreSQL broke");
            }
        });
        client.batch_execute(NOT_IDLE_FOR_EVER).await?;
        Ok(Connection { client, statements: Mutex::default() })
    }

    async fn recycle(&self, connection: &mut Connection, _: &Metrics) -> RecycleResult<Error> {
        if connection.client.is_closed() {
            return Err(RecycleError::message("the connection is closed"));
        }
        Ok(())
    }
}

impl Connection {
    /// Prepares a statement, unless the connection has it.
    pub(super) async fn prepared(&self, sql: &str) -> Result<Statement, Error> {
        let known = self.statements().get(sql).cloned();
        if let Some(statement) = known {
            return Ok(statement);
        }
        let statement = self.client.prepare(sql).await?;
        let mut statements = self.statements();
        if statements.len() >= MOST_STATEMENTS {
            statements.clear();
        }
        statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Forgets a statement whose plan the server no longer takes: a table was changed, or somebody discarded the plan.
    pub(super) fn checked<T>(&self, sql: &str, result: Result<T, Error>) -> Result<T, Error> {
        let code = result.as_ref().err().and_then(Error::code);
        if code.is_some_and(is_stale) {
            self.statements().remove(sql);
        }
        result
    }

    fn statements(&self) -> MutexGuard<'_, HashMap<String, Statement>> {
        self.statements.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
