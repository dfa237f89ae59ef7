//! The website of a test: the whole platform behind it, and a form that is filled in.

use models::branch::BranchCode;
use tiebeam::store::Sqlite;
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey};
use web_experience_v1::operations::book_visit;
use web_experience_v1::{Client, VisitForm, WebExperience};

/// A store that is gone at the end of the test.
pub fn store() -> Sqlite {
    Sqlite::in_memory().expect("memory can be opened")
}

/// The website of a platform that keeps its appointments in a store.
pub async fn website(store: &Sqlite) -> Client {
    let router = app::wire(store.clone()).await.expect("the platform can be wired");
    Client::new(tiebeam::Client::of_router(router))
}

/// A form that leaves nothing to be desired.
pub fn form() -> VisitForm {
    VisitForm {
        branch: BranchCode("DUB".to_owned()),
        when: on_the_hour(7 * 24),
        name: "Ada Byrne".to_owned(),
        email: "ada@example.com".to_owned(),
        topic: "A loan for a bicycle".to_owned(),
    }
}

/// A full hour, so many hours from now.
pub fn on_the_hour(hours: i64) -> Timestamp {
    let now = Timestamp::now().as_second();
    Timestamp::from_second(now - now % 3600 + hours * 3600).expect("it is soon")
}

/// Sends a form under a key.
pub async fn send(
    website: &Client,
    key: Uuid,
    body: VisitForm,
) -> Result<book_visit::Response, book_visit::Error> {
    let request = book_visit::Request { idempotency_key: IdempotencyKey::from(key), body };
    website.book_visit(&Context::new(), request).await
}
