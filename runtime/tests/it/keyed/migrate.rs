//! The tables of the runtime come to be once, whoever starts at the same time.

use std::path::Path;
use std::sync::Arc;

use expect_test::expect_file;
use tiebeam::bus::{self, Embedded, EventBus as _, Topic};
use tiebeam::store::{Database, Migration, Postgres, Sqlite, Store, migrations};
use tokio::task::JoinSet;
use tokio_postgres::NoTls;

use super::places;

async fn check(stores: Vec<Arc<dyn Store>>) {
    let mut migrating = JoinSet::new();
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

/// What an operator takes, in its order.
fn steps(database: Database) -> Vec<Migration> {
    migrations(database).into_iter().chain(bus::embedded::migrations(database)).collect()
}

#[test]
fn the_steps_stand_as_files_beside_the_sources() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files = Vec::new();
    for (database, name) in [(Database::Postgres, "postgres"), (Database::Sqlite, "sqlite")] {
        for Migration { of, version, sql } in steps(database) {
            let file = directory.join(name).join(format!("{of}-{version:04}.sql"));
            expect_file![&file].assert_eq(&sql);
            files.push(file);
        }
        let entries = std::fs::read_dir(directory.join(name)).expect("the steps are there");
        assert_eq!(entries.count(), 5, "no step is left over: {files:?}");
    }
}

/// Runs SQL as whoever a URL says.
async fn run(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("it answers");
    let running = tokio::spawn(connection);
    client.batch_execute(sql).await.expect("the SQL is right");
    drop(client);
    running.await.expect("no panic").expect("a connection");
}

/// What columns there are.
async fn columns(url: &str) -> Vec<String> {
    let store = Postgres::new(url).expect("a URL");
    let open = store.begin().await.expect("a transaction");
    let sql = "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, is_identity) AS told \
         FROM information_schema.columns WHERE table_schema = 'public' \
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";
    let rows = open.query(sql, &[]).await.expect("rows");
    rows.iter().map(|row| row.get("told").expect("a text")).collect()
}

async fn provision(store: Arc<dyn Store>) -> Result<(), bus::Error> {
    Embedded::new(store).provision(&[Topic::new("order.a.v1")], &[]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_makes_the_tables_and_who_may_create_nothing_works_on_them() {
    let url = places::database().await;
    let guest = format!("guest_{}", url.rsplit('_').next().unwrap_or_default());
    let guest = format!("{guest}_{}", std::process::id());
    run(&url, &format!("CREATE ROLE {guest}; REVOKE CREATE ON SCHEMA public FROM PUBLIC")).await;
    let as_guest = format!("{url}?options=-crole%3D{guest}");
    let service: Arc<dyn Store> = Arc::new(Postgres::new(&as_guest).expect("a URL"));

    let refused =
        service.migrate().await.expect_err("there are no tables, and it may not make any");
    assert!(refused.is_denied(), "{refused}");
    assert!(refused.to_string().contains("tables of `store` are not at version 4"), "{refused}");

    for Migration { sql, .. } in migrations(Database::Postgres) {
        run(&url, &sql).await;
    }
    run(
        &url,
        &format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {guest}"),
    )
    .await;
    service.migrate().await.expect("the tables stand");
    let refused = provision(Arc::clone(&service)).await.expect_err("those of the bus do not");
    assert!(refused.is_denied(), "{refused}");

    for Migration { sql, .. } in steps(Database::Postgres) {
        run(&url, &sql).await;
    }
    run(
        &url,
        &format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {guest}"),
    )
    .await;
    provision(service).await.expect("now they do");

    let other = places::database().await;
    provision(Arc::new(Postgres::new(&other).expect("a URL"))).await.expect("tables");
    assert_eq!(columns(&url).await, columns(&other).await, "whoever makes them, they are the same");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operators_and_instances_make_the_tables_at_the_same_moment() {
    let url = places::database().await;
    let mut at_once = JoinSet::new();
    for _ in 0..4 {
        let operator = url.clone();
        at_once.spawn(async move {
            for Migration { sql, .. } in steps(Database::Postgres) {
                run(&operator, &sql).await;
            }
        });
        let store = Arc::new(Postgres::new(&url).expect("a URL"));
        at_once.spawn(async move { provision(store).await.expect("the tables are made once") });
    }
    at_once.join_all().await;
}

#[tokio::test]
async fn the_tables_in_a_file_are_the_same_whoever_makes_them() {
    let directory = tempfile::tempdir().expect("a directory");
    let (by_hand, by_us) = (directory.path().join("hand.db"), directory.path().join("us.db"));
    let connection = rusqlite::Connection::open(&by_hand).expect("a file");
    for _ in 0..2 {
        for Migration { sql, .. } in steps(Database::Sqlite) {
            connection.execute_batch(&sql).expect("the SQL is right");
        }
    }
    drop(connection);
    for path in [&by_hand, &by_us] {
        let store = Sqlite::open(path).expect("a file");
        provision(Arc::new(store)).await.expect("the tables are there in the end");
    }
    let told = |path: &Path| {
        let connection = rusqlite::Connection::open(path).expect("a file");
        let sql = "SELECT type || ' ' || name FROM sqlite_master UNION ALL \
             SELECT name || ' ' || version FROM tiebeam_schema UNION ALL \
             SELECT 'epochs ' || count(*) FROM tiebeam_epoch ORDER BY 1";
        let mut statement = connection.prepare(sql).expect("the SQL is right");
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<Vec<String>, _>>().expect("texts")
    };
    assert_eq!(told(&by_hand), told(&by_us));
}
