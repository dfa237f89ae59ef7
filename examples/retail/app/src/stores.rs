//! Stores: where each service keeps its data, and each API above it the answers that it gave; and nobody else.
//!
//! | `store.kind` | the database of a service or of an API |
//! | --- | --- |
//! | `sqlite` | a file of its own in `store.directory` |
//! | `postgres` | a schema of its own in the database at `store.url`, and no other is on its search path |
//! | `memory` | gone when its owner stops |

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use tiebeam::store::{Error, Postgres, Sqlite, Store};

use crate::settings::Settings;

/// Opens the store of a service or of an API.
///
/// # Errors
///
/// When the settings do not say where it is, or it cannot be opened.
pub async fn open(settings: &Settings, owner: &str) -> anyhow::Result<Arc<dyn Store>> {
    match settings.text("store.kind") {
        "memory" => Ok(Arc::new(Sqlite::in_memory()?)),
        "postgres" => schema(settings, owner).await,
        _ => file(Path::new(settings.text("store.directory")), owner),
    }
}

fn file(directory: &Path, owner: &str) -> anyhow::Result<Arc<dyn Store>> {
    let context = || format!("cannot keep data in {}", directory.display());
    fs::create_dir_all(directory).with_context(context)?;
    let path = directory.join(format!("{owner}.db"));
    Ok(Arc::new(Sqlite::open(path).with_context(context)?))
}

async fn schema(settings: &Settings, owner: &str) -> anyhow::Result<Arc<dyn Store>> {
    let url = settings.text("store.url");
    ensure!(!url.is_empty(), "`store.kind` is postgres, and nobody said where: set `store.url`");
    let connections = usize::try_from(settings.number("store.connections"))?.max(1);
    let schema = owner.replace('-', "_");
    let store = Postgres::with_connections(&at_schema(url, &schema), connections)?;
    create(&store, &schema).await.context("cannot create its schema")?;
    Ok(Arc::new(store))
}

/// The same URL for sessions that see one schema.
fn at_schema(url: &str, schema: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}options=-csearch_path%3D{schema}")
}

/// Creates a schema. Of two instances that both did not find it, PostgreSQL refuses one, which finds it then; and it
/// refuses whoever may create none, even where the schema is there.
async fn create(store: &Postgres, schema: &str) -> Result<(), Error> {
    let open = store.begin().await?;
    match open.execute(&format!("CREATE SCHEMA IF NOT EXISTS {schema}"), &[]).await {
        Ok(_) => open.commit().await,
        Err(error) if error.is_unique_violation() => open.rollback().await,
        Err(error) if error.is_denied() => {
            open.rollback().await?;
            let open = store.begin().await?;
            let sql = "SELECT 1 AS there FROM pg_namespace WHERE nspname = $1";
            let rows = open.query(sql, &[schema.into()]).await?;
            if rows.is_empty() { Err(error) } else { open.rollback().await }
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::at_schema;

    #[test]
    fn a_session_sees_one_schema() {
        for (url, expected) in [
            ("postgres://h/d", "postgres://h/d?options=-csearch_path%3Dorder_service"),
            (
                "postgres://h/d?connect_timeout=1",
                "postgres://h/d?connect_timeout=1&options=-csearch_path%3Dorder_service",
            ),
        ] {
            assert_eq!(at_schema(url, "order_service"), expected);
        }
    }
}
