//! Relationship Manager 7 behind the CRM System API.

use crm_system_v1::operations::{close_standing, get_standing, list_standings, open_standing};
use crm_system_v1::{CrmSystem, StandingRequest};
use retail_backends::Fault;
use retail_models::common::Country;
use retail_models::customer::{CustomerId, Rating};
use retail_system::Crm;
use tiebeam::types::Uuid;
use tiebeam::{Context, PageRequest, Problem};

use super::{FAULTS, Running, check_problem};

type Rm7 = Running<retail_backends::Crm>;

async fn start() -> (Rm7, Crm) {
    let running = Running::start(retail_backends::Crm::new("TIEBEAM", "relationship")).await;
    let crm = Crm::new(running.line(), "TIEBEAM", "relationship");
    (running, crm)
}

fn opening(customer_id: CustomerId, name: &str) -> open_standing::Request {
    let body = StandingRequest {
        name: name.to_owned(),
        country: Country("IE".to_owned()),
        business: false,
    };
    open_standing::Request { customer_id, body }
}

async fn standing(
    crm: &Crm,
    customer_id: CustomerId,
) -> Result<get_standing::Response, get_standing::Error> {
    crm.get_standing(&Context::new(), get_standing::Request { customer_id }).await
}

#[tokio::test]
async fn every_answer_is_a_200_whatever_it_means() {
    let (rm7, _) = start().await;
    let user = r#""USR":"TIEBEAM","PWD":"relationship""#;
    for (request, code) in [
        (format!(r#"{{"TX":"KD01",{user},"EXT_REF":"nobody"}}"#), r#""RC":"0004""#),
        (format!(r#"{{"TX":"KD02",{user},"KZ_FIRMA":"?"}}"#), r#""FLD":"KZ_FIRMA""#),
        (format!(r#"{{"TX":"KD77",{user}}}"#), r#""RC":"0099""#),
        (r#"{"TX":"KD01","USR":"TIEBEAM"}"#.to_owned(), r#""RC":"0091""#),
        ("not JSON".to_owned(), r#""RC":"0020""#),
    ] {
        let (status, body) = rm7.raw(&[], &request).await;
        assert_eq!(status, 200, "{request}");
        assert!(body.contains(code), "{request}: {body}");
    }
}

#[tokio::test]
async fn a_customer_is_opened_renamed_and_forgotten() {
    let (rm7, crm) = start().await;
    let (context, id) = (Context::new(), CustomerId(Uuid::now_v7()));
    assert!(matches!(standing(&crm, id).await, Err(get_standing::Error::NotFound)));

    let long = "Wilhelmine Charlotte Amalie von und zu Hohenstein-Waldeck";
    let opened = crm.open_standing(&context, opening(id, long)).await.expect("she is new");
    let open_standing::Response::Created { body: opened, x_account_number } = opened else {
        panic!("{opened:?}")
    };
    assert_eq!((opened.customer_id, &opened.rating), (id, &Rating::Good));
    let limit = opened.credit_limit.expect("a stranger may owe a little");
    assert_eq!((limit.amount.0.to_string(), limit.currency.0.as_str()), ("150.00".into(), "EUR"));

    let form = format!("EXT_REF={:X}&RTG=D&PREPAY=X&HOLD=X&HOLD_TXT=ASKED+TWICE", id.0.simple());
    rm7.clerk("review", &form).await;
    let again = crm.open_standing(&context, opening(id, "Ada")).await.expect("she is known");
    let open_standing::Response::Ok { body: again, x_account_number: number } = again else {
        panic!("{again:?}")
    };
    assert_eq!(number, x_account_number, "the account is the same");
    assert_eq!(
        (&again.rating, again.on_hold),
        (&Rating::Blocked, true),
        "the rating is left alone"
    );
    assert_eq!(again.credit_limit, None, "whoever pays in advance may owe nothing");
    assert_eq!(again.hold_reason.as_deref(), Some("ASKED TWICE"));

    for _ in 0..2 {
        let closing = close_standing::Request { customer_id: id };
        crm.close_standing(&context, closing).await.expect("forgotten now, or since long");
    }
    assert!(matches!(standing(&crm, id).await, Err(get_standing::Error::NotFound)));
}

#[tokio::test]
async fn customers_of_many_years_come_in_pages() {
    let (_rm7, crm) = start().await;
    let list = |rating: Vec<Rating>, on_hold, page| {
        let request = list_standings::Request { rating, on_hold, page };
        let crm = &crm;
        async move { crm.list_standings(&Context::new(), request).await.expect("it is a list") }
    };
    let mut ratings = Vec::new();
    let mut next = Some(PageRequest { limit: 2, cursor: None });
    while let Some(request) = next {
        let page = list(vec![], None, request.clone()).await;
        next = request.after(&page);
        ratings.push(page.items.into_iter().map(|it| it.rating).collect::<Vec<_>>());
    }
    assert_eq!(ratings, [vec![Rating::Excellent, Rating::Watch], vec![Rating::Blocked]]);
    let held = list(vec![], Some(true), PageRequest::first()).await;
    assert_eq!(held.items.len(), 1);
    assert!((held.items[0].risk_score - 0.75).abs() < f64::EPSILON);
    assert_eq!(held.items[0].reviewed_at.to_string(), "2002-01-01T00:00:00Z");
    let fine = list(vec![Rating::Excellent, Rating::Good], Some(false), PageRequest::first()).await;
    assert_eq!(fine.items.len(), 1);
}

#[tokio::test]
async fn whatever_goes_wrong_is_a_problem_of_ours() {
    let (rm7, crm) = start().await;
    let id = CustomerId(Uuid::now_v7());
    // A night batch is a line of text, and over sooner or later.
    for (fault, status, retry_after) in FAULTS.into_iter().chain([(Fault::Fail, 503, Some(1))]) {
        rm7.simulation.script(fault, 1);
        let crm = Crm::new(rm7.line_for(Some(fault)), "TIEBEAM", "relationship");
        match standing(&crm, id).await {
            Err(get_standing::Error::Other(problem)) => {
                check_problem(fault, &problem, status, retry_after);
            }
            other => panic!("{fault:?}: {other:?}"),
        }
    }
    assert!(matches!(standing(&crm, id).await, Err(get_standing::Error::NotFound)), "it recovers");
}

#[tokio::test]
async fn a_password_that_expired_and_a_system_that_is_gone_are_told_apart() {
    let (rm7, _) = start().await;
    let id = CustomerId(Uuid::now_v7());
    let status = |outcome| match outcome {
        Err(get_standing::Error::Other(problem)) => Problem::status(&problem),
        other => panic!("{other:?}"),
    };
    let expired = Crm::new(rm7.line(), "TIEBEAM", "old");
    assert_eq!(status(standing(&expired, id).await), 502);
    let gone = Crm::new(rm7.line(), "TIEBEAM", "relationship");
    rm7.serving.stop().await.expect("it ends well");
    assert_eq!(status(standing(&gone, id).await), 503);
}
