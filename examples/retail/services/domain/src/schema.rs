//! How the tables of a service come to be.
//!
//! Each step adds something and none takes anything away, so that an instance of the version before works on the tables
//! of the version after. How many steps were taken is a row. Whoever migrates takes that row first and keeps it until
//! the end, so instances that start at once go one after another, on either database.

use tiebeam::store::{Error, Store};

/// The statements that lead from each version to the next. They are never changed once somebody has taken them.
pub type Steps = &'static [&'static [&'static str]];

const VERSIONS: &str = "CREATE TABLE IF NOT EXISTS schema_version (
    service TEXT PRIMARY KEY,
    version BIGINT NOT NULL
)";

const BEGIN: &str =
    "INSERT INTO schema_version (service, version) VALUES ($1, 0) ON CONFLICT DO NOTHING";

/// Takes the row, and tells what it says.
const HOLD: &str =
    "UPDATE schema_version SET version = version WHERE service = $1 RETURNING version";

const WRITE: &str = "UPDATE schema_version SET version = $2 WHERE service = $1";

/// Takes a store into use for a service: creates the tables of the runtime and its own, or brings them up to date.
pub async fn open(store: &dyn Store, service: &str, steps: Steps) -> Result<(), Error> {
    store.migrate().await?;
    migrate(store, service, steps).await
}

/// Takes the steps that were not taken yet, in one transaction.
async fn migrate(store: &dyn Store, service: &str, steps: Steps) -> Result<(), Error> {
    create(store).await?;
    let open = store.begin().await?;
    open.execute(BEGIN, &[service.into()]).await?;
    let rows = open.query(HOLD, &[service.into()]).await?;
    let version: i64 = rows.first().map_or(Ok(0), |row| row.get("version"))?;
    // Tables that are ahead of us have taken all of our steps.
    let done = usize::try_from(version).unwrap_or_default();
    for (version, step) in (1_i64..).zip(steps).skip(done) {
        for statement in *step {
            open.execute(statement, &[]).await?;
        }
        open.execute(WRITE, &[service.into(), version.into()]).await?;
    }
    open.commit().await
}

/// Creates the table of versions. PostgreSQL may see two that both did not find it, and refuses one of them: what counts
/// is that it is there.
async fn create(store: &dyn Store) -> Result<(), Error> {
    let open = store.begin().await?;
    let Err(refused) = open.execute(VERSIONS, &[]).await else { return open.commit().await };
    open.rollback().await?;
    let open = store.begin().await?;
    open.query("SELECT version FROM schema_version LIMIT 1", &[]).await.map_err(|_| refused)?;
    open.commit().await
}
