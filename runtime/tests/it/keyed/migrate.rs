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
    assert_eq!(rows[0].get::<i64>("version"), Ok(4));
    // A later version of us was here: its tables have all that ours have.
    open.execute("UPDATE tiebeam_schema SET version = 99", &[]).await.expect("a row");
    open.commit().await.expect("it is kept");
    stores[0].migrate().await.expect("we work on the tables of a later version");
}

/// Tables of the version before get what is new, and keep what is in them.
async fn check_upgrade(store: &dyn Store) {
    store.migrate().await.expect("tables");
    let open = store.begin().await.expect("a transaction");
    for sql in [
        "DROP TABLE tiebeam_idempotency_lease",
        "DROP TABLE tiebeam_epoch",
        "DROP TABLE tiebeam_event_head",
        "DROP TABLE tiebeam_event",
        "DROP TABLE tiebeam_outbox",
        "DROP TABLE tiebeam_lease",
        "DROP TABLE tiebeam_inbox",
        "DROP TABLE tiebeam_position",
        "DROP TABLE tiebeam_dead_letter",
        "UPDATE tiebeam_schema SET version = 1",
        "INSERT INTO tiebeam_idempotency (scope, operation, fingerprint, status, fields, body, expires_at) \
         SELECT '', 'notes/1 addNote', '', 201, '', '', 7",
    ] {
        open.execute(sql, &[]).await.expect("it can be done");
    }
    open.commit().await.expect("it is kept");
    store.migrate().await.expect("the tables of the version before");
    let open = store.begin().await.expect("a transaction");
    for (table, count) in
        [("tiebeam_idempotency", 1), ("tiebeam_idempotency_lease", 0), ("tiebeam_event", 0)]
    {
        let rows = open.query(&format!("SELECT expires_at FROM {table}"), &[]).await;
        assert_eq!(rows.expect("the table is there").len(), count, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tables_of_the_version_before_get_what_is_new() {
    let directory = tempfile::tempdir().expect("a directory");
    check_upgrade(&Sqlite::open(directory.path().join("store.db")).expect("a file")).await;
    let url = places::database().await;
    check_upgrade(&Postgres::new(&url).expect("a URL")).await;
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
