//! `PayCo` behind the Payments System API.

use payments_system_v1::operations::{
    authorize, capture_authorization, get_authorization, void_authorization,
};
use payments_system_v1::{AuthorizationRequest, CaptureRequest, PaymentsSystem};
use retail_backends::{Fault, Options};
use retail_models::common::{Amount, Currency, Money};
use retail_models::customer::CustomerId;
use retail_models::payment::{
    Authorization, AuthorizationId, AuthorizationStatus, CardPayment, DeclineReason,
    InvoicePayment, PaymentMethod,
};
use retail_system::PayCo;
use serde_json::json;
use tiebeam::types::{Decimal, Uuid};
use tiebeam::{Context, Problem};

use super::{FAULTS, Running, check_problem};

type Processor = Running<retail_backends::PayCo>;

async fn start() -> (Processor, PayCo) {
    start_with(Options::default()).await
}

async fn start_with(options: Options) -> (Processor, PayCo) {
    let running = Running::with(retail_backends::PayCo::new("merchant"), options).await;
    let payco = PayCo::new(running.line(), "merchant");
    (running, payco)
}

fn card(last_digits: &str) -> PaymentMethod {
    PaymentMethod::Card(CardPayment {
        token: "tok_4f9a1c77".to_owned(),
        last_digits: last_digits.to_owned(),
        expires: "2028-03".to_owned(),
    })
}

fn asking(key: &str, cents: i64, payment: PaymentMethod) -> authorize::Request {
    authorize::Request {
        x_merchant_id: "acme-shop".to_owned(),
        idempotency_key: key.parse().expect("a key"),
        body: AuthorizationRequest {
            customer_id: CustomerId(Uuid::from_u128(7)),
            amount: Money {
                amount: Amount(Decimal::new(cents, 2)),
                currency: Currency("EUR".to_owned()),
            },
            payment,
        },
    }
}

async fn ask(
    payco: &PayCo,
    request: authorize::Request,
) -> Result<authorize::Response, authorize::Error> {
    payco.authorize(&Context::new(), request).await
}

/// Money that is set aside with a card that works.
async fn approved(payco: &PayCo, key: &str) -> Authorization {
    match ask(payco, asking(key, 9_980, card("4242"))).await {
        Ok(authorize::Response::Created { body, .. }) => *body,
        other => panic!("{other:?}"),
    }
}

/// How many transactions there are.
async fn transactions(running: &Processor) -> usize {
    let admin = super::serve(running.simulation.admin()).await;
    let state = retail_app::send(&admin.address().to_string(), "GET /state", &[], None).await;
    state.expect("it answers").json().as_array().map_or(0, Vec::len)
}

async fn void(payco: &PayCo, id: AuthorizationId) -> Result<(), void_authorization::Error> {
    let request = void_authorization::Request { authorization_id: id };
    payco.void_authorization(&Context::new(), request).await
}

async fn capture(
    payco: &PayCo,
    id: AuthorizationId,
) -> Result<Authorization, capture_authorization::Error> {
    let request = capture_authorization::Request {
        idempotency_key: "capture".parse().expect("a key"),
        body: CaptureRequest { authorization_id: id, final_capture: true },
    };
    payco.capture_authorization(&Context::new(), request).await
}

#[tokio::test]
async fn forms_go_in_and_lines_come_out() {
    let (processor, _) = start().await;
    let money = "op=AUTH&mid=acme-shop&sec=merchant&ref=r1&amt=9980&cur=978&src=CC&last4=4242";
    for (form, status, lines) in [
        (money, 200, &["res=0", "code=00", "txn=7000000001", "state=AUTH", "amt=9980"][..]),
        (money, 200, &["txn=7000000001", "dup=1"]),
        (&*money.replace("9980", "1"), 406, &["res=9", "code=R409"]),
        (
            &*money.replace("r1", "r2").replace("4242", "0002"),
            200,
            &["res=1", "code=51", "wait=1440"],
        ),
        (&*money.replace("978", "EUR"), 400, &["res=9", "code=F004"]),
        (&*money.replace("sec=merchant", "sec=x"), 401, &["res=9", "code=M401"]),
        ("op=INFO&mid=acme-shop&sec=merchant&txn=1", 400, &["res=9", "code=T404"]),
    ] {
        let (found, body) = processor.raw(&[], form).await;
        assert_eq!(found, status, "{form}: {body}");
        for line in lines {
            assert!(body.lines().any(|found| found == *line), "{form}: {line} in {body}");
        }
    }
}

#[tokio::test]
async fn money_is_set_aside_taken_and_not_given_back_then() {
    let (_running, payco) = start().await;
    let authorization = approved(&payco, "a").await;
    assert_eq!(authorization.amount.amount.0, Decimal::new(9_980, 2));
    assert_eq!(authorization.customer_id, CustomerId(Uuid::from_u128(7)));
    let reading = get_authorization::Request { authorization_id: authorization.id };
    let read = payco.get_authorization(&Context::new(), reading).await;
    assert_eq!(read, Ok(authorization.clone()));
    for _ in 0..2 {
        let taken = capture(&payco, authorization.id).await.expect("it was set aside");
        assert_eq!(taken.status, AuthorizationStatus::Captured);
    }
    let refused = void(&payco, authorization.id).await;
    assert!(matches!(refused, Err(void_authorization::Error::NotVoidable)), "{refused:?}");
}

#[tokio::test]
async fn money_that_was_given_back_cannot_be_taken() {
    let (_running, payco) = start().await;
    let authorization = approved(&payco, "a").await;
    for _ in 0..2 {
        void(&payco, authorization.id).await.expect("giving back twice is fine");
    }
    let refused = capture(&payco, authorization.id).await;
    assert!(matches!(refused, Err(capture_authorization::Error::Conflict)), "{refused:?}");
    assert_ne!(approved(&payco, "a").await.id, authorization.id, "the next attempt begins anew");
    let unknown = AuthorizationId(Uuid::now_v7());
    void(&payco, unknown).await.expect("nothing is set aside");
    let refused = capture(&payco, unknown).await;
    assert!(matches!(refused, Err(capture_authorization::Error::NotFound)), "{refused:?}");
}

#[tokio::test]
async fn what_the_processor_thinks_is_said_in_our_words() {
    let (_running, payco) = start().await;
    for (payment, expected, wait) in [
        (card("0002"), DeclineReason::InsufficientFunds, Some("PT1440M")),
        (card("0069"), DeclineReason::ExpiredCard, None),
        (card("0101"), DeclineReason::SuspectedFraud, None),
        (PaymentMethod::Unknown(json!({ "method": "crypto" })), DeclineReason::Other, None),
    ] {
        match ask(&payco, asking("a", 100, payment.clone())).await {
            Err(authorize::Error::PaymentDeclined(detail)) => {
                assert_eq!(detail.reason, expected, "{payment:?}");
                let found = detail.retry_after.map(|it| it.to_string());
                assert_eq!(found.as_deref(), wait, "{payment:?}");
            }
            other => panic!("{payment:?}: {other:?}"),
        }
    }
    let review = ask(&payco, asking("b", 100, card("0119"))).await.expect("a person looks at it");
    assert!(
        matches!(review, authorize::Response::Accepted(it) if it.status == AuthorizationStatus::Review)
    );
    let invoice =
        InvoicePayment { terms: "P14D".parse().expect("two weeks"), purchase_order: None };
    let invoice = ask(&payco, asking("c", 100, PaymentMethod::Invoice(invoice))).await;
    assert!(matches!(invoice, Ok(authorize::Response::Created { .. })), "{invoice:?}");
}

#[tokio::test]
async fn the_same_key_is_the_same_money_and_other_money_is_refused() {
    let (running, payco) = start().await;
    let first = approved(&payco, "a").await;
    assert_eq!(approved(&payco, "a").await, first);
    assert_ne!(approved(&payco, "b").await.id, first.id);
    match ask(&payco, asking("a", 1, card("4242"))).await {
        Err(authorize::Error::Other(problem)) => assert_eq!(problem.status(), 502),
        other => panic!("{other:?}"),
    }
    assert_eq!(transactions(&running).await, 2);
}

#[tokio::test]
async fn an_answer_that_was_lost_is_found_by_its_key() {
    let (running, payco) = start().await;
    for fault in [Fault::Lose, Fault::Babble] {
        running.simulation.script(fault, 1);
        let hasty = PayCo::new(running.line_for(Some(fault)), "merchant");
        let lost = ask(&hasty, asking("a", 9_980, card("4242"))).await;
        assert!(matches!(lost, Err(authorize::Error::Other(_))), "{lost:?}");
        approved(&payco, "a").await;
        assert_eq!(transactions(&running).await, 1, "{fault:?}");
    }
}

#[tokio::test]
async fn whatever_goes_wrong_is_a_problem_of_ours() {
    let (running, _) = start().await;
    // What broke is a page for people.
    for (fault, status, retry_after) in FAULTS.into_iter().chain([(Fault::Fail, 502, None)]) {
        running.simulation.script(fault, 1);
        let payco = PayCo::new(running.line_for(Some(fault)), "merchant");
        match ask(&payco, asking("a", 100, card("4242"))).await {
            Err(authorize::Error::Other(problem)) => {
                check_problem(fault, &problem, status, retry_after);
            }
            other => panic!("{fault:?}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn bad_days_follow_from_the_seed() {
    let day = |seed| async move {
        let options = Options { seed, failures: 40, latency: 0..=2, ..Options::default() };
        let (_running, payco) = start_with(options).await;
        let mut outcomes = Vec::new();
        for number in 0..20 {
            let request = asking(&format!("key-{number}"), 100, card("4242"));
            outcomes.push(match ask(&payco, request).await {
                Ok(_) => 201,
                Err(authorize::Error::Other(problem)) => Problem::status(&problem),
                Err(other) => panic!("{other:?}"),
            });
        }
        outcomes
    };
    let first = day(7).await;
    assert_eq!(first, day(7).await);
    assert_ne!(first, day(8).await);
    assert!(first.contains(&201) && first.contains(&502), "{first:?}");
}
