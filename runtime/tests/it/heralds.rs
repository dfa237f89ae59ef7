//! The connections over which processes tell each other that there are events, as the server sees them.

use std::time::{Duration, Instant};

use tokio_postgres::{Client, NoTls};

/// Longest that anything may take.
const PATIENCE: Duration = Duration::from_mins(3);

const COUNT: &str = "SELECT count(*) FROM pg_stat_activity \
     WHERE datname = $1 AND application_name = 'tiebeam wake' AND state = 'idle'";

const KILL: &str = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
     WHERE datname = $1 AND application_name = 'tiebeam wake'";

/// Who looks at a database from another one.
pub(crate) struct Heralds {
    client: Client,
    database: String,
}

impl Heralds {
    /// Those of a database.
    pub(crate) async fn of(url: &str) -> Self {
        let (server, database) = url.rsplit_once('/').expect("a URL ends with a database");
        let (client, connection) = tokio_postgres::connect(&format!("{server}/postgres"), NoTls)
            .await
            .expect("it is there");
        tokio::spawn(connection);
        Self { client, database: database.to_owned() }
    }

    /// Waits until so many are there.
    pub(crate) async fn are(&self, count: i64) {
        until(async || self.count(COUNT).await == count).await;
    }

    /// Ends their connections; answers how many there were.
    pub(crate) async fn kill(&self) -> i64 {
        self.count(KILL).await
    }

    /// Refuses new connections, or takes them again.
    pub(crate) async fn may_connect(&self, may: &str) {
        let sql = format!("ALTER DATABASE {} ALLOW_CONNECTIONS {may}", self.database);
        self.client.batch_execute(&sql).await.expect("we may");
    }

    async fn count(&self, sql: &str) -> i64 {
        let row = self.client.query_one(sql, &[&self.database]).await;
        row.expect("a number").get(0)
    }
}

/// Waits until something is the case.
pub(crate) async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !is_so().await {
        assert!(started.elapsed() < PATIENCE, "it takes too long");
        tokio::task::yield_now().await;
    }
}
