//! The test kit before a server: what a network that is written down does to a call, and what it writes down.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tiebeam::http::RateLimits;
use tiebeam::idempotency::Local;
use tiebeam::operation::{
    Api, Decode, Encode, Idempotency, Input, Invalid, Method, Operation, Output, Retry, Success,
    Tier,
};
use tiebeam::shape::Shape;
use tiebeam::store::Memory;
use tiebeam::testkit::{Asked, Flaky, ManualClock, Outcome, Reaction, Script, Transcript};
use tiebeam::{Client, Context, IdempotencyKey, Problem, Router, Server};

static API: Api = Api {
    name: "turnstile",
    title: "Turnstile",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "0",
    openapi: "{}",
    asyncapi: None,
};

/// Lets one person through, and tells how many went before.
static ENTER: Operation = Operation::new("enter", Method::Post, "/v1/entries")
    .body(Shape::any())
    .success(&[Success::new(201).body(Shape::any())])
    .idempotency(Idempotency::Required)
    .timeout_millis(2_000)
    .retry(Retry { attempts: 3, base_millis: 100, cap_millis: 1_000, budget_percent: 20 });

/// Tells how many went.
static COUNT: Operation = Operation::new("count", Method::Get, "/v1/entries")
    .success(&[Success::new(200).body(Shape::any())])
    .timeout_millis(2_000);

struct Enter(IdempotencyKey);

struct Count;

impl Encode for Enter {
    fn encode(&self, output: &mut Output) {
        output.idempotency_key(&self.0);
        output.body(&json!({"ticket": "T-1"}));
    }
}

impl Decode for Enter {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let (key, body) = (input.idempotency_key(), input.body::<Value>());
        body?;
        Ok(Self(key?))
    }
}

impl Encode for Count {
    fn encode(&self, _: &mut Output) {}
}

impl Decode for Count {
    fn decode(_: &mut Input<'_>) -> Result<Self, Invalid> {
        Ok(Self)
    }
}

/// A turnstile behind a network.
struct Turnstile {
    entered: Arc<AtomicU32>,
    script: Script,
    client: Client,
}

impl Turnstile {
    /// Whoever repeats a request with its key enters once.
    fn behind(network: impl FnOnce(Router, &ManualClock) -> Script) -> Self {
        let entered = Arc::default();
        let server = server(&entered).idempotent(Local::new(Arc::new(Memory::new())));
        Self::of(entered, server.into_router(), network)
    }

    /// Whoever repeats a request enters again.
    fn forgetful(network: impl FnOnce(Router, &ManualClock) -> Script) -> Self {
        let entered = Arc::default();
        let router = server(&entered).into_router();
        Self::of(entered, router, network)
    }

    fn of(
        entered: Arc<AtomicU32>,
        router: Router,
        network: impl FnOnce(Router, &ManualClock) -> Script,
    ) -> Self {
        let script = network(router, &ManualClock::new());
        let client = Client::of_script(&script).with_seed(1).without_breaker();
        Self { entered, script, client }
    }

    async fn enter(&self) -> Result<Value, Problem> {
        self.enter_with(IdempotencyKey::fresh()).await
    }

    async fn enter_with(&self, key: IdempotencyKey) -> Result<Value, Problem> {
        let (context, request) = (Context::new(), Enter(key));
        self.script.clock().drive(self.client.call(&context, &ENTER, &request)).await
    }

    async fn count(&self) -> Result<Value, Problem> {
        let context = Context::new();
        self.script.clock().drive(self.client.call(&context, &COUNT, &Count)).await
    }

    fn entered(&self) -> u32 {
        self.entered.load(Ordering::Relaxed)
    }
}

fn server(entered: &Arc<AtomicU32>) -> Server<AtomicU32> {
    let counter = Arc::clone(entered);
    Server::new(&API, AtomicU32::new(0))
        .rate_limits(RateLimits::Off)
        .serve(&ENTER, {
            let counter = Arc::clone(&counter);
            move |_, _, _: Enter| {
                let before = counter.fetch_add(1, Ordering::Relaxed);
                std::future::ready(Ok::<Value, Problem>(json!({ "before": before })))
            }
        })
        .serve(&COUNT, move |_, _, Count| {
            std::future::ready(Ok::<Value, Problem>(json!(counter.load(Ordering::Relaxed))))
        })
}

/// A network on which the first attempt of each call meets something.
fn at_first(reaction: Reaction) -> impl FnOnce(Router, &ManualClock) -> Script {
    move |router, clock| {
        Script::before(router, clock, move |asked: &Asked| match asked.attempt() {
            1 => reaction.clone(),
            _ => Reaction::pass(),
        })
    }
}

#[tokio::test]
async fn each_reaction_is_what_it_says_for_the_caller_and_for_the_server() {
    let slow = Duration::from_millis(1_500);
    // The reaction to the first attempt; what came back to each; how often the server acted, with keys and without.
    for (reaction, statuses, once, without_keys) in [
        (Reaction::pass(), &[Some(201)][..], 1, 1),
        (Reaction::pass().after(slow), &[Some(201)], 1, 1),
        (Reaction::pass().after(2 * slow), &[None, Some(201)], 1, 2),
        (Reaction::twice(), &[Some(201)], 1, 2),
        (Reaction::lose_answer(), &[None, Some(201)], 1, 2),
        (Reaction::lose_answer().after(slow), &[None, Some(201)], 1, 2),
        (Reaction::break_off(), &[None, Some(201)], 1, 1),
        (Reaction::refuse(), &[None, Some(201)], 1, 1),
        (Reaction::hang(), &[None, Some(201)], 1, 1),
        (Reaction::status(503), &[Some(503), Some(201)], 1, 1),
        (Reaction::json(201, "{}"), &[Some(201)], 0, 0),
    ] {
        let turnstile = Turnstile::behind(at_first(reaction.clone()));
        turnstile.enter().await.expect("it works in the end");
        let asked = turnstile.script.transcript();
        assert_eq!(asked.statuses(), statuses, "{reaction:?}: {asked}");
        assert_eq!(turnstile.entered(), once, "{reaction:?}: {asked}");

        let forgetful = Turnstile::forgetful(at_first(reaction.clone()));
        forgetful.enter().await.expect("it works in the end");
        let asked = forgetful.script.transcript();
        assert_eq!(forgetful.entered(), without_keys, "{reaction:?}: {asked}");
    }
}

#[tokio::test]
async fn a_transcript_has_both_sides_of_a_lost_answer() {
    let turnstile = Turnstile::behind(at_first(Reaction::lose_answer()));
    turnstile.enter().await.expect("it works the second time");
    turnstile.count().await.expect_err("an operation without a retry ends with the first attempt");

    let all = turnstile.script.transcript();
    let lines: Vec<_> = all.exchanges.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "1 POST /v1/entries → a broken connection, the server having said 201",
            "2 POST /v1/entries → 201",
            "3 GET /v1/entries → a broken connection, the server having said 200",
        ]
    );
    let entering = all.of(&ENTER);
    assert_eq!((entering.count(), all.of(&COUNT).count()), (2, 1));
    assert!(entering.common_header("idempotency-key").is_some(), "{entering}");
    assert_eq!(entering.headers("tiebeam-attempt"), [None, Some("2")]);
    assert_eq!(entering.common_header("tiebeam-attempt"), None, "the first has none");
    assert_eq!(entering.bodies(), [json!({"ticket": "T-1"}), json!({"ticket": "T-1"})]);

    let [lost, second] = &entering.exchanges[..] else { panic!("two attempts: {entering}") };
    assert_eq!((&lost.outcome, lost.status()), (&Outcome::Broken, None));
    let answered = second.answered().expect("it came back");
    assert_eq!(answered.json(), json!({"before": 0}));
    assert_eq!(answered.body, lost.served[0].body, "the answer that was lost is given again");
    assert_eq!(answered.header("idempotency-replayed"), Some("true"));
    assert_eq!(lost.served[0].header("idempotency-replayed"), None);
}

#[tokio::test]
async fn a_field_may_be_added_to_whatever_answer_there_is() {
    let turnstile = Turnstile::behind(|router, clock| {
        Script::before(router, clock, |_| Reaction::pass().with_header("via", "1.1 proxy"))
    });
    turnstile.count().await.expect("it is passed on");
    let asked = turnstile.script.transcript();
    let answered = asked.exchanges[0].answered().expect("it came back");
    assert_eq!((answered.header("via"), answered.json()), (Some("1.1 proxy"), json!(0)));
    assert_eq!(asked.exchanges[0].served[0].header("via"), None);
}

#[tokio::test]
async fn a_recording_changes_nothing() {
    let turnstile = Turnstile::behind(Script::recording);
    assert_eq!(turnstile.enter().await, Ok(json!({"before": 0})));
    assert_eq!(turnstile.count().await, Ok(json!(1)));
    assert_eq!(turnstile.script.transcript().statuses(), [Some(201), Some(200)]);
    assert_eq!(turnstile.script.clock().elapsed(), Duration::ZERO);
}

#[tokio::test]
async fn a_caller_that_stops_waiting_gets_nothing() {
    let turnstile = Turnstile::behind(|router, clock| {
        Script::before(router, clock, |_| Reaction::lose_answer().after(Duration::from_hours(1)))
    });
    let problem = turnstile.count().await.expect_err("it waits two seconds");
    assert_eq!(problem.status(), 504);
    let asked = turnstile.script.transcript();
    assert_eq!(asked.exchanges[0].outcome, Outcome::Nothing, "{asked}");
    assert_eq!(turnstile.script.clock().elapsed(), Duration::from_secs(2));
}

/// What ten people meet who persist until they are through.
async fn ten_people(flaky: Flaky) -> (Transcript, u32) {
    let turnstile = Turnstile::behind(|router, clock| Script::flaky(router, clock, flaky));
    for _ in 0..10 {
        let key = IdempotencyKey::fresh();
        while turnstile.enter_with(key.clone()).await.is_err() {}
    }
    (turnstile.script.transcript(), turnstile.entered())
}

#[tokio::test]
async fn whoever_persists_on_a_flaky_network_enters_once() {
    let mut troubled = 0;
    for seed in 0..40 {
        let flaky = Flaky { seed, percent: 60 };
        let (asked, entered) = ten_people(flaky).await;
        assert_eq!(entered, 10, "{flaky:?}:\n{asked}");
        troubled += asked.count() - 10;
    }
    assert!(troubled > 100, "a flaky network fails, but {troubled} requests were repeated");
}

#[tokio::test]
async fn bad_luck_is_the_same_for_the_same_seed() {
    let luck = |seed, percent| async move {
        let (asked, _) = ten_people(Flaky { seed, percent }).await;
        asked.to_string()
    };
    assert_eq!(luck(7, 60).await, luck(7, 60).await);
    assert_ne!(luck(7, 60).await, luck(8, 60).await);
    assert_eq!(luck(7, 0).await.matches("→ 201\n").count(), 10, "nothing happens");
}
