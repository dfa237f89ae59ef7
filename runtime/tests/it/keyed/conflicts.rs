//! What gets into each other's way is run again.

use std::future::{Future as _, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tiebeam::idempotency::Local;
use tiebeam::store::{Isolation, Postgres, Store};

use super::api::{App, Asking, Notes, router};
use super::places;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_serialization_failure_runs_the_handler_again() {
    for isolation in [Isolation::RepeatableRead, Isolation::Serializable] {
        let url = places::database().await;
        let store: Arc<dyn Store> =
            Arc::new(Postgres::new(&url).expect("a URL").with_isolation(isolation));
        places::prepare(&*store).await;
        let app = App::new(Notes::Sql(Arc::clone(&store)));
        let router = router(&app, Local::new(Arc::clone(&store)));
        assert_eq!(Asking::new("first", "a", "").ask(&router).await.status, 201);
        let asking = Asking::new("k", "b", "append");
        let running = tokio::spawn({
            let (router, asking) = (router.clone(), asking.clone());
            async move { asking.ask(&router).await }
        });
        app.entered.acquire().await.expect("it stays").forget();
        // The handler has seen the row; now somebody else changes it.
        let open = store.begin().await.expect("a transaction");
        let changed = open.execute("UPDATE notes SET text = text || '+'", &[]).await;
        assert_eq!(changed, Ok(1));
        open.commit().await.expect("it is kept");
        app.gate.add_permits(2);
        let told = running.await.expect("no panic");
        assert_eq!(told.brief(), (201, false), "{told:?}");
        assert_eq!(app.calls(), 3, "it ran once, and once again");
        assert_eq!(app.commits(), 2, "it was committed once");
        assert_eq!(app.notes.texts().await, ["a+b", "b"]);
        assert_eq!(asking.ask(&router).await.brief(), (201, true));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_that_is_always_in_the_way_gives_up() {
    let url = places::database().await;
    let store: Arc<dyn Store> =
        Arc::new(Postgres::new(&url).expect("a URL").with_isolation(Isolation::Serializable));
    places::prepare(&*store).await;
    let app = App::new(Notes::Sql(Arc::clone(&store)));
    let router = router(&app, Local::new(Arc::clone(&store)));
    assert_eq!(Asking::new("first", "a", "").ask(&router).await.status, 201);
    let running = tokio::spawn({
        let router = router.clone();
        async move { Asking::new("k", "b", "append").ask(&router).await }
    });
    for _ in 0..3 {
        app.entered.acquire().await.expect("it stays").forget();
        let open = store.begin().await.expect("a transaction");
        open.execute("UPDATE notes SET text = text || '+'", &[]).await.expect("a row");
        open.commit().await.expect("it is kept");
        app.gate.add_permits(1);
    }
    let told = running.await.expect("no panic");
    assert_eq!((told.status, &*told.code()), (503, "unavailable"), "{told:?}");
    assert_eq!(app.notes.texts().await, ["a+++"], "none of its effects is left");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_silent_transaction_does_not_hold_up_a_commit_on_sqlite() {
    let place = places::sqlite().await;
    let add = "INSERT INTO notes (id, text) VALUES ($1, $1)";
    let one = place.store.begin().await.expect("a transaction");
    one.execute(add, &["one".into()]).await.expect("its turn");
    let silent = place.store.begin().await.expect("a transaction");
    let params = ["silent".into()];
    {
        let mut waiting = pin!(silent.execute(add, &params));
        let polled = poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context))).await;
        assert!(polled.is_pending(), "it waits for its turn");
        one.commit().await.expect("it does not wait for the silent one");
        assert_eq!(waiting.await, Ok(1), "it had its turn before it fell silent");
    }
    let error = silent.execute(add, &["more".into()]).await.expect_err("it was undone");
    assert!(error.is_conflict(), "{error:?}");
    assert!(silent.commit().await.expect_err("it was undone").is_conflict());
    assert_eq!(place.app.notes.texts().await, ["one"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_that_changes_under_a_statement_is_a_conflict_once() {
    let url = places::database().await;
    let store = Postgres::with_connections(&url, 1).expect("a URL");
    places::prepare(&store).await;
    let read = || async {
        let open = store.begin().await.expect("a transaction");
        open.query("SELECT * FROM notes", &[]).await.map(|rows| rows.len())
    };
    assert_eq!(read().await, Ok(0));
    let open = store.begin().await.expect("a transaction");
    open.execute("ALTER TABLE notes ADD COLUMN more TEXT", &[]).await.expect("it is altered");
    open.commit().await.expect("it is kept");
    assert!(read().await.expect_err("the plan is stale").is_conflict());
    assert_eq!(read().await, Ok(0));
}
