//! Visits are booked, shown and cancelled.

use models::branch::BranchCode;
use tiebeam::Context;
use tiebeam::types::Uuid;
use web_experience_v1::operations::{book_visit, cancel_visit, get_visit};
use web_experience_v1::{VisitForm, VisitState, WebExperience};

use crate::website::{form, on_the_hour, send, store, website};

#[tokio::test]
async fn what_is_booked_can_be_shown_and_cancelled() {
    let (website, form) = (website(&store()).await, form());
    let booked = send(&website, Uuid::now_v7(), form.clone()).await.expect("the form is fine");
    assert!(booked.headline.starts_with("A loan for a bicycle: "), "{}", booked.headline);

    let request = get_visit::Request { visit_id: booked.id };
    let shown = website.get_visit(&Context::new(), request).await;
    assert_eq!(shown.expect("it is there"), booked);

    let request = cancel_visit::Request { visit_id: booked.id };
    let cancelled = website.cancel_visit(&Context::new(), request).await;
    assert_eq!(cancelled.expect("it is there").state, VisitState::Cancelled);
    let again = send(&website, Uuid::now_v7(), form).await;
    assert!(again.is_ok(), "the time was given back: {again:?}");
}

#[tokio::test]
async fn every_mistake_in_a_form_is_named_at_once() {
    let website = website(&store()).await;
    let wrong = VisitForm { name: String::new(), email: "ada".to_owned(), ..form() };
    match send(&website, Uuid::now_v7(), wrong).await {
        Err(book_visit::Error::Other(problem)) => {
            assert_eq!(problem.code(), "validation-failed");
            assert_eq!(problem.violations().len(), 2, "{problem:?}");
        }
        other => panic!("the form has two mistakes, but: {other:?}"),
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_books_one_visit() {
    let (website, form) = (website(&store()).await, form());
    let key = Uuid::now_v7();
    let first = send(&website, key, form.clone()).await.expect("the form is fine");
    let second = send(&website, key, form.clone()).await.expect("it is the same form");
    assert_eq!(first, second);
    let other = send(&website, Uuid::now_v7(), form).await;
    assert!(matches!(other, Err(book_visit::Error::SlotTaken)), "{other:?}");
}

#[tokio::test]
async fn a_time_that_is_too_soon_leads_to_the_next_that_will_do() {
    let website = website(&store()).await;
    let when = on_the_hour(0);
    match send(&website, Uuid::now_v7(), VisitForm { when, ..form() }).await {
        Err(book_visit::Error::UnsuitableTime(detail)) => {
            assert!(detail.next > when, "{detail:?}");
        }
        other => panic!("nobody can be there at once, but: {other:?}"),
    }
}

#[tokio::test]
async fn a_branch_that_is_closed_or_unknown_cannot_be_visited() {
    let website = website(&store()).await;
    for code in ["GAL", "XX"] {
        let elsewhere = VisitForm { branch: BranchCode(code.to_owned()), ..form() };
        let outcome = send(&website, Uuid::now_v7(), elsewhere).await;
        assert!(matches!(outcome, Err(book_visit::Error::NoSuchBranch)), "{code}: {outcome:?}");
    }
}

#[tokio::test]
async fn what_was_booked_outlives_the_process() {
    let store = store();
    let booked = send(&website(&store).await, Uuid::now_v7(), form()).await;
    let request = get_visit::Request { visit_id: booked.expect("the form is fine").id };
    let shown = website(&store).await.get_visit(&Context::new(), request).await;
    assert!(shown.is_ok(), "{shown:?}");
}
