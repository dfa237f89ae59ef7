//! Responses that do not have the form of the contract.

use tiebeam::testkit::{ManualClock, Reaction, Script};
use tiebeam::types::Uuid;
use tiebeam::{Client, Context, PageRequest, Problem};

use crate::shop::operations::{get_order, list_orders};
use crate::shop::types::OrderId;
use crate::shop::{self, OrderProcess as _};

fn client(body: &'static str) -> shop::Client {
    let script = Script::new(&ManualClock::new(), move |_| Reaction::json(200, body));
    shop::Client::new(Client::of_script(&script))
}

async fn get(body: &'static str) -> Result<(), Problem> {
    let request = get_order::Request { order_id: OrderId(Uuid::from_u128(1)) };
    match client(body).get_order(&Context::new(), request).await {
        Ok(_) => Ok(()),
        Err(get_order::Error::Other(problem)) => Err(problem),
        Err(get_order::Error::NotFound) => panic!("nobody said so"),
    }
}

/// The log names these places; the document that our caller gets names nothing.
fn check(problem: &Problem, expected: &str) {
    assert_eq!((problem.status(), problem.code()), (502, "bad-gateway"));
    let cause = problem.cause().expect("the log is told");
    assert!(cause.contains(expected), "{cause}");
    assert!(!cause.contains("hunter2"), "{cause}");
    let document = serde_json::to_string(problem).expect("it can be written");
    assert!(!document.contains('#') && problem.detail().is_none(), "{document}");
}

#[tokio::test]
async fn a_body_without_the_form_of_the_contract_is_a_bad_gateway_that_names_the_places() {
    for (body, expected) in [
        (
            "{}",
            "#/id is required; #/status is required; #/payment is required; #/revision is required",
        ),
        (
            r#"{"id":"00000000-0000-0000-0000-000000000001","status":"placed","payment":{"method":"card"},"revision":1}"#,
            "#/payment/cardToken is required",
        ),
        (r#"{"id":"hunter2","status":7,"payment":[],"revision":"hunter2"}"#, "#/id must be a UUID"),
        (
            r#"{"id":"hunter2","status":7,"payment":[],"revision":"hunter2"}"#,
            "#/revision must be an integer, not a string",
        ),
        ("<html>hunter2", "Line 1, column 1"),
        ("", "the text ends where a value is expected"),
        ("null", "# must be an object, not null"),
    ] {
        check(&get(body).await.expect_err(body), expected);
    }
}

#[tokio::test]
async fn a_constraint_that_is_not_met_is_no_matter_for_a_reader() {
    let short_token = r#"{"id":"00000000-0000-0000-0000-000000000001","status":"placed","payment":{"method":"card","cardToken":"x"},"revision":1}"#;
    get(short_token).await.expect("it has the form");
}

#[tokio::test]
async fn a_place_in_a_list_is_named() {
    let request = list_orders::Request {
        region: "eu".to_owned(),
        customer_id: None,
        status: Vec::new(),
        minimum: 0,
        x_channel: None,
        page: PageRequest::first(),
    };
    let problem = client(r#"{"items":[{"id":1}]}"#)
        .list_orders(&Context::new(), request)
        .await
        .expect_err("it is not a list of orders");
    check(&problem, "#/items/0/id must be a string, not a number");
}
