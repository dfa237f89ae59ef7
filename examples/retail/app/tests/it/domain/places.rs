//! The stores that the contract is held against.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use tiebeam::store::{Postgres, Sqlite, Store};
use tokio_postgres::NoTls;

/// A database of one service.
pub struct Place {
    means: Means,
    /// Removed with the place.
    _directory: Option<TempDir>,
}

/// How the database is reached.
enum Means {
    File(PathBuf),
    Url(String),
}

impl Place {
    /// Opens the database, as another instance does, or the same one later.
    pub fn store(&self) -> Arc<dyn Store> {
        match &self.means {
            Means::File(path) => Arc::new(Sqlite::open(path).expect("the directory is ours")),
            Means::Url(url) => {
                Arc::new(Postgres::with_connections(url, 4).expect("the URL is one"))
            }
        }
    }
}

/// A file.
pub async fn sqlite() -> Place {
    let directory = tempfile::tempdir().expect("there is room");
    let means = Means::File(directory.path().join("service.db"));
    Place { means, _directory: Some(directory) }
}

/// A database of the cluster that `cargo xtask test` started.
pub async fn postgres() -> Place {
    Place { means: Means::Url(database().await), _directory: None }
}

/// Creates a database and answers its URL.
pub async fn database() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(url) = std::env::var("TIEBEAM_TEST_POSTGRES") else {
        panic!(
            "TIEBEAM_TEST_POSTGRES names no PostgreSQL to test against: run `cargo xtask test`, which starts one"
        )
    };
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("retail_{}_{number}", std::process::id());
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.expect("it answers");
    let running = tokio::spawn(connection);
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a database");
    drop(client);
    running.await.expect("no panic").expect("a connection");
    let (server, _) = url.rsplit_once('/').expect("the URL ends with the name of a database");
    format!("{server}/{name}")
}
