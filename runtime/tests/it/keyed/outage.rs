//! H7 where the outage comes in the middle of a request.

use std::sync::Arc;

use tiebeam::idempotency::Flow;

use super::api::{Asking, router};
use super::places::{self, Means, Place};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h7_a_connection_that_breaks_under_a_handler_leaves_nothing() {
    let place = places::postgres().await;
    let router = place.router();
    let asking = Asking::new("k", "a", "wait");
    let running = tokio::spawn({
        let (router, asking) = (router.clone(), asking.clone());
        async move { asking.ask(&router).await }
    });
    place.app.entered.acquire().await.expect("it stays").forget();
    place.cut().await;
    place.app.gate.add_permits(1);
    let told = running.await.expect("no panic");
    assert_eq!((told.status, &*told.code()), (503, "unavailable"), "{told:?}");
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
    place.restore().await;
    place.app.gate.add_permits(1);
    assert_eq!(asking.ask_until_decided(&router).await.brief(), (201, false));
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h7_a_commit_whose_answer_was_lost_is_found_and_not_done_twice() {
    let place = places::postgres().await;
    let router = place.router();
    let Means::Postgres { proxy, .. } = &place.means else { unreachable!("it is PostgreSQL") };
    for round in 1..=5 {
        proxy.lose_next_commit();
        let (key, text) = (format!("k{round}"), format!("{round}"));
        let asking = Asking::new(&key, &text, "");
        let told = asking.ask_until_decided(&router).await;
        assert_eq!(told.status, 201, "{told:?}");
        assert_eq!(proxy.lost(), round);
        let again = asking.ask(&router).await;
        assert_eq!((again.brief(), &again.body), ((201, true), &told.body));
        check_notes(&place, round).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h7_in_flow_mode_a_commit_whose_answer_was_lost_is_found_and_not_done_twice() {
    let place = places::postgres().await;
    let Means::Postgres { proxy, .. } = &place.means else { unreachable!("it is PostgreSQL") };
    // The database needs a moment to notice, so this one goes by the clock of the machine.
    let router = router(&place.app, Flow::new(Arc::clone(&place.store)));
    let asking = Asking::new("first", "1", "");
    proxy.lose_next_commit();
    let told = asking.ask(&router).await;
    assert_eq!((told.brief(), proxy.lost()), ((201, false), 1), "{told:?}");
    assert_eq!(asking.ask(&router).await.body, told.body);
    check_notes(&place, 1).await;
    let asking = Asking::new("last", "2", "wait");
    let running = tokio::spawn({
        let (router, asking) = (router.clone(), asking.clone());
        async move { asking.ask(&router).await }
    });
    place.app.entered.acquire().await.expect("it stays").forget();
    proxy.lose_next_commit();
    place.app.gate.add_permits(1);
    let told = running.await.expect("no panic");
    assert_eq!((told.brief(), proxy.lost()), ((201, false), 2), "{told:?}");
    let again = asking.ask_until_decided(&router).await;
    assert_eq!((again.brief(), again.body), ((201, true), told.body));
    check_notes(&place, 2).await;
    assert_eq!(place.app.calls(), 2);
}

async fn check_notes(place: &Place, count: usize) {
    assert_eq!(place.app.notes.texts().await.len(), count, "one note for each key");
}
