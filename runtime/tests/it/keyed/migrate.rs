//! The tables of the runtime come to be once, whoever starts at the same time.

use std::sync::Arc;

use tiebeam::store::{Postgres, Sqlite, Store};

use super::places;

async fn check(stores: Vec<Arc<dyn Store>>) {
    let mut migrating = tokio::task::JoinSet::new();
    for store in &stores {
        let store = Arc::clone(store);
        migrating.spawn(async move { store.migrate().await });
    }
    for migrated in migrating.join_all().await {
        migrated.expect("each finds the tables in the end");
    }
    stores[0].migrate().await.expect("once more does no harm");
    let open = stores[0].begin().await.expect("a transaction");
    let rows = open.query("SELECT name, version FROM tiebeam_schema", &[]).await.expect("rows");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].get::<i64>("version"), Ok(1));
    // A later version of us was here: its tables have all that ours have.
    open.execute("UPDATE tiebeam_schema SET version = 99", &[]).await.expect("a row");
    open.commit().await.expect("it is kept");
    stores[0].migrate().await.expect("we work on the tables of a later version");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_instances_migrate_one_file() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("store.db");
    let open = |_| -> Arc<dyn Store> { Arc::new(Sqlite::open(&path).expect("a file")) };
    check((0..4).map(open).collect()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_instances_migrate_one_database() {
    let url = places::database().await;
    let open = |_| -> Arc<dyn Store> { Arc::new(Postgres::new(&url).expect("a URL")) };
    check((0..8).map(open).collect()).await;
}
