//! What business code may do in a transaction, the same on both SQL stores.

use std::sync::Arc;

use tiebeam::store::{Error, Memory, OpenTransaction, Row, Store, Value};
use tiebeam::types::{Decimal, Timestamp, Uuid};

use super::api::Asking;
use super::places::{self, Means, Place};

/// Writes one test for each statement and each store that has SQL.
macro_rules! on_sql_stores {
    ($($store:ident { $($name:ident)* })*) => {
        $(
            mod $store {
                $(
                    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn $name() {
                        super::$name(&super::places::$store().await).await;
                    }
                )*
            }
        )*
    };
    ($($store:ident)*) => {
        on_sql_stores! {
            $($store {
                values_survive_a_round_trip
                a_transaction_is_whole_or_nothing
                errors_answer_questions
                a_failed_statement_spoils_the_transaction
                only_the_opener_ends_a_transaction
                a_success_in_spite_of_a_failed_statement_is_a_mistake
                staged_changes_follow_the_commit
                a_handle_that_outlives_its_transaction_is_refused
            })*
        }
    };
}

on_sql_stores! { sqlite postgres }

async fn begin(place: &Place) -> OpenTransaction {
    place.store.begin().await.expect("a transaction")
}

async fn values_survive_a_round_trip(place: &Place) {
    let open = begin(place).await;
    let bytes = if matches!(place.means, Means::Postgres { .. }) { "BYTEA" } else { "BLOB" };
    let table = format!(
        "CREATE TABLE kinds (n BIGINT, b BOOLEAN, r DOUBLE PRECISION, t TEXT, x {bytes}, u TEXT, at TEXT, d TEXT)"
    );
    open.execute(&table, &[]).await.expect("a table");
    let at: Timestamp = "2026-11-22T13:00:00.123456Z".parse().expect("a time");
    let values: [Value; 8] = [
        i64::MIN.into(),
        true.into(),
        0.1.into(),
        "ä'$1".into(),
        vec![0_u8, 255].into(),
        Uuid::from_u128(7).into(),
        at.into(),
        Decimal::new(-1050, 2).into(),
    ];
    let insert = "INSERT INTO kinds VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    assert_eq!(open.execute(insert, &values).await, Ok(1));
    let nothing: [Value; 8] = std::array::from_fn(|_| Value::Null);
    assert_eq!(open.execute(insert, &nothing).await, Ok(1));
    let sql = "SELECT * FROM kinds WHERE n = $1 AND t = $2 AND n = $1";
    let rows = open.query(sql, &[i64::MIN.into(), "ä'$1".into()]).await.expect("it is there");
    let [row] = &rows[..] else { panic!("it is one: {rows:?}") };
    check_first(row, at).expect("all can be read");
    let empty = open.query("SELECT t, n FROM kinds WHERE n IS NULL", &[]).await.expect("a row");
    assert_eq!(empty[0].get::<Option<String>>("t"), Ok(None));
    assert!(empty[0].get::<i64>("n").is_err(), "null is not a number");
    assert_eq!(open.query("SELECT 1 AS one WHERE 1 = 2", &[]).await, Ok(Vec::new()));
}

fn check_first(row: &Row, at: Timestamp) -> Result<(), Error> {
    assert_eq!(row.get::<i64>("n")?, i64::MIN);
    assert!(row.get::<bool>("b")?);
    assert_eq!(row.get::<Value>("r")?, Value::Real(0.1));
    assert_eq!(row.get::<String>("t")?, "ä'$1");
    assert_eq!(row.get::<Vec<u8>>("x")?, [0, 255]);
    assert_eq!(row.get::<Uuid>("u")?, Uuid::from_u128(7));
    assert_eq!(row.get::<Timestamp>("at")?, at);
    assert_eq!(row.get::<Decimal>("d")?, Decimal::new(-1050, 2));
    assert!(row.get::<i64>("absent").is_err());
    Ok(())
}

async fn a_transaction_is_whole_or_nothing(place: &Place) {
    let add = "INSERT INTO notes (id, text) VALUES ($1, $1)";
    let open = begin(place).await;
    open.execute(add, &["a".into()]).await.expect("it is new");
    open.rollback().await.expect("it is undone");
    let open = begin(place).await;
    open.execute(add, &["b".into()]).await.expect("it is new");
    drop(open);
    let open = begin(place).await;
    open.execute(add, &["c".into()]).await.expect("it is new");
    open.execute(add, &["d".into()]).await.expect("it is new");
    open.commit().await.expect("it is kept");
    assert_eq!(place.app.notes.texts().await, ["c", "d"]);
}

async fn errors_answer_questions(place: &Place) {
    let add = "INSERT INTO notes (id, text) VALUES ($1, 'a')";
    let open = begin(place).await;
    open.execute(add, &["a".into()]).await.expect("it is new");
    let error = open.execute(add, &["a".into()]).await.expect_err("it is there");
    assert!(error.is_unique_violation(), "{error:?}");
    drop(open);
    for (sql, params) in [
        ("INSERT INTO nowhere VALUES (1)", vec![]),
        ("SELEKT 1", vec![]),
        (add, vec![]),
        (add, vec!["a".into(), "b".into()]),
        ("INSERT INTO notes (id, text) VALUES ($1, $2)", vec!["a".into(), Value::Null]),
    ] {
        let open = begin(place).await;
        let error = open.execute(sql, &params).await.expect_err("it is wrong");
        let is_other = error.is_conflict() || error.is_unavailable() || error.is_unique_violation();
        assert!(!is_other && !error.is_ended(), "{sql}: {error:?}");
    }
}

async fn a_failed_statement_spoils_the_transaction(place: &Place) {
    let add = "INSERT INTO notes (id, text) VALUES ($1, 'a')";
    let open = begin(place).await;
    open.execute(add, &["a".into()]).await.expect("it is new");
    open.execute(add, &["a".into()]).await.expect_err("it is there");
    open.execute(add, &["b".into()]).await.expect_err("the transaction is spoiled");
    open.query("SELECT * FROM notes", &[]).await.expect_err("the transaction is spoiled");
    open.commit().await.expect_err("it cannot be kept");
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
    let add = "INSERT INTO notes (id, text) VALUES ($1, 'a') ON CONFLICT DO NOTHING";
    let open = begin(place).await;
    assert_eq!(open.execute(add, &["a".into()]).await, Ok(1));
    assert_eq!(open.execute(add, &["a".into()]).await, Ok(0), "said so, it is no failure");
    open.commit().await.expect("it is kept");
}

async fn only_the_opener_ends_a_transaction(place: &Place) {
    for sql in ["COMMIT", " rollback", "BEGIN", "Savepoint a", "end;", "RELEASE turn"] {
        let open = begin(place).await;
        open.execute("INSERT INTO notes (id, text) VALUES ('a', 'a')", &[]).await.expect("new");
        let error = open.execute(sql, &[]).await.expect_err("it is not theirs to end");
        assert!(error.to_string().contains("must not open with"), "{sql}: {error}");
    }
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
}

async fn a_success_in_spite_of_a_failed_statement_is_a_mistake(place: &Place) {
    let router = place.router();
    let told = Asking::new("k", "a", "fail silently").ask(&router).await;
    assert_eq!(told.brief(), (500, false));
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
    let refused = Asking::new("k", "a", "fail and be refused");
    assert_eq!(refused.ask_until_decided(&router).await.brief(), (409, false));
    assert_eq!(refused.ask(&router).await.brief(), (409, true), "a refusal needs no statement");
}

async fn staged_changes_follow_the_commit(place: &Place) {
    let done = Arc::new(std::sync::Mutex::new(Vec::new()));
    let note = |what: &'static str| {
        let done = Arc::clone(&done);
        move || done.lock().expect("no panic").push(what)
    };
    let open = begin(place).await;
    open.on_commit(note("told"));
    open.stage(note("first"));
    open.handle().stage(note("second"));
    assert!(done.lock().expect("no panic").is_empty());
    open.commit().await.expect("it is kept");
    assert_eq!(*done.lock().expect("no panic"), ["first", "second", "told"]);
    let open = begin(place).await;
    open.stage(note("never"));
    open.on_commit(note("never"));
    open.rollback().await.expect("it is undone");
    assert_eq!(done.lock().expect("no panic").len(), 3);
}

async fn a_handle_that_outlives_its_transaction_is_refused(place: &Place) {
    let open = begin(place).await;
    let handle = open.handle();
    handle.query("SELECT 1 AS one", &[]).await.expect("it is open");
    open.commit().await.expect("it is kept");
    let add = "INSERT INTO notes (id, text) VALUES ('late', 'late')";
    assert!(handle.execute(add, &[]).await.expect_err("it has ended").is_ended());
    let open = begin(place).await;
    let handle = open.handle();
    drop(open);
    assert!(handle.execute(add, &[]).await.expect_err("it has ended").is_ended());
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_store_in_memory_has_no_sql() {
    let open = Memory::new().begin().await.expect("a transaction");
    let error = open.execute("DELETE FROM notes", &[]).await.expect_err("there is no SQL");
    assert_eq!(error.to_string(), "the store in memory has no SQL: stage the change instead");
}
