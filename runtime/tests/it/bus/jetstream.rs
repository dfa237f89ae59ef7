//! What happens to a bus on NATS: its server dies and comes back, what it asks for gets lost, something is not
//! allowed.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tiebeam::bus::jetstream::{Credentials, Settings, requests};
use tiebeam::bus::{
    Deliveries, Delivery, Error, EventBus, JetStream, Position, Start, Subscription, Topic,
};

use super::seen::{ids, keyed, message};
use super::server::Server;
use super::swallow::Swallow;

const TOPIC: &str = "orders.order-created.v1";

/// Longest that anything may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// An operator, and two services of which one may publish and the other may consume.
const USERS: &str = r#"
authorization {
    users: [
        { user: operator, password: secret }
        { user: publisher, password: secret, permissions: {
            publish: ["orders.>", "$JS.API.STREAM.NAMES"], subscribe: "_INBOX.>" } }
        { user: consumer, password: secret, permissions: {
            publish: ["$JS.API.CONSUMER.INFO.orders.*", "$JS.API.CONSUMER.MSG.NEXT.orders.*",
                "$JS.API.STREAM.INFO.orders", "$JS.API.DIRECT.GET.orders.>", "$JS.API.DIRECT.GET.orders",
                "$JS.ACK.orders.>"],
            subscribe: "_INBOX.>" } }
        { user: onlooker, password: secret, permissions: {
            publish: ["$JS.API.CONSUMER.INFO.orders.*"], subscribe: "_INBOX.>" } }
    ]
}"#;

fn subscription() -> Subscription {
    Subscription::new("tests@1.handler", [TOPIC])
        .with_start(Start::Beginning)
        .with_ack_wait(Duration::from_secs(1))
}

/// A heartbeat that is noticed soon, and an answer that is not waited for long.
fn settings(server: &Server) -> Settings {
    let soon = Duration::from_millis(500);
    Settings::new(server.url()).with_heartbeat(soon).with_timeout(Duration::from_secs(2))
}

async fn connect(settings: Settings) -> Arc<dyn EventBus> {
    Arc::new(JetStream::connect(settings).await.expect("the server is there"))
}

async fn provision(bus: &Arc<dyn EventBus>) {
    let topics = [Topic::new(TOPIC)];
    bus.provision(&topics, &[subscription()]).await.expect("it is provisioned");
}

/// Publishes until the bus has it.
async fn publish(bus: &Arc<dyn EventBus>, number: usize) {
    while let Err(error) = bus.publish(&message(TOPIC, number)).await {
        assert!(error.is_unavailable(), "{error}");
        tokio::task::yield_now().await;
    }
}

/// The next delivery, in bounded time.
async fn next(deliveries: &mut Box<dyn Deliveries>) -> Result<Vec<Delivery>, Error> {
    let arrived = tokio::time::timeout(PATIENCE, deliveries.next(1)).await;
    arrived.expect("the bus does not leave us waiting")
}

async fn ack_all(deliveries: Vec<Delivery>) {
    for delivery in deliveries {
        delivery.ack().await.expect("the bus hears it");
    }
}

/// Consumes until each number up to this one was there; they are acknowledged.
async fn consume(bus: &Arc<dyn EventBus>, numbers: std::ops::Range<usize>) {
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    consume_on(&mut deliveries, numbers).await;
}

async fn consume_on(deliveries: &mut Box<dyn Deliveries>, numbers: std::ops::Range<usize>) {
    let mut missing: BTreeSet<String> = numbers.map(|number| number.to_string()).collect();
    let consuming = async {
        while !missing.is_empty() {
            for delivery in deliveries.next(10).await.unwrap_or_default() {
                missing.remove(delivery.message().id());
                delivery.ack().await.expect("the bus hears it");
            }
        }
    };
    let consumed = tokio::time::timeout(PATIENCE, consuming).await;
    assert!(consumed.is_ok(), "nothing comes any more; missing: {missing:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c6_a_subscription_goes_on_after_its_server_was_killed_and_came_back() {
    let mut server = Server::start("");
    let bus = connect(settings(&server)).await;
    provision(&bus).await;
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    for round in 0..3 {
        let first = round * 10;
        publish(&bus, first).await;
        // One delivery is under way when the server goes away, and a pull is waiting.
        drop(next(&mut deliveries).await.expect("the bus answers"));
        let idle = tokio::time::timeout(Duration::from_millis(50), deliveries.next(1)).await;
        assert!(idle.is_err(), "{idle:?}");
        server.kill();
        let refused = bus.publish(&message(TOPIC, first + 1)).await;
        assert!(refused.is_err_and(|error| error.is_unavailable()));
        server.restart();
        let published = Arc::clone(&bus);
        let publishing = tokio::spawn(async move {
            for number in first + 1..first + 10 {
                publish(&published, number).await;
            }
        });
        consume_on(&mut deliveries, first..first + 10).await;
        publishing.await.expect("no panic");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c6_a_pull_that_stalls_on_a_living_connection_is_noticed() {
    let server = Server::start("");
    let swallow = Swallow::before(&server.url(), "$JS.API.CONSUMER.MSG.NEXT.").await;
    let operator = connect(settings(&server)).await;
    provision(&operator).await;
    let soon = Duration::from_millis(500);
    let bus = connect(Settings::new(swallow.url()).with_heartbeat(soon)).await;
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    // What a subscription asks for is lost, now and then: the server knows of no pull, and lag grows while it is idle.
    for (number, lost) in [0, 1, 0, 2].into_iter().enumerate() {
        swallow.swallow(lost);
        publish(&operator, number).await;
        let arrived = next(&mut deliveries).await.expect("the stall is noticed");
        assert_eq!((ids(&arrived), swallow.left()), (vec![&*number.to_string()], 0));
        ack_all(arrived).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_publication_that_is_not_allowed_is_denied_and_does_not_time_out() {
    let server = Server::start(USERS);
    let as_user = |name| settings(&server).with_credentials(Credentials::user(name, "secret"));
    let operator = connect(as_user("operator")).await;
    provision(&operator).await;
    let publisher = connect(as_user("publisher")).await;
    let consumer = connect(as_user("consumer")).await;
    publisher.publish(&keyed(TOPIC, "a", 1)).await.expect("it may");
    let mut another = subscription();
    "tests@1.another".clone_into(&mut another.name);
    let refused = [
        consumer.publish(&message(TOPIC, 1)).await.err(),
        publisher.publish(&message("stock.changed.v1", 1)).await.err(),
        publisher.subscribe(&subscription()).await.err(),
        publisher.lag(&subscription()).await.err(),
        consumer.provision(&[Topic::new(TOPIC)], &[another]).await.err(),
    ];
    let is_denied = |error: &Option<Error>| error.as_ref().is_some_and(Error::is_denied);
    assert!(refused.iter().all(is_denied), "{refused:?}");
    let mut deliveries = consumer.subscribe(&subscription()).await.expect("it may");
    let arrived = next(&mut deliveries).await.expect("it may");
    assert_eq!(ids(&arrived), ["a-1-1"]);
    let from = Position { epoch: 1, sequence: 1 };
    let found = consumer.find(TOPIC, "a", from, 10).await.expect("it may");
    assert_eq!(found, [keyed(TOPIC, "a", 1)]);
    let onlooker = connect(as_user("onlooker")).await;
    let mut deliveries = onlooker.subscribe(&subscription()).await.expect("it may look");
    let refused = next(&mut deliveries).await.expect_err("it may not take anything");
    assert!(refused.is_denied(), "{refused}");
    let stranger = settings(&server).with_credentials(Credentials::user("nobody", "secret"));
    let refused = JetStream::connect(stranger).await.expect_err("nobody knows it");
    assert!(refused.is_denied(), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn retention_only_grows_when_it_is_provisioned_again() {
    let server = Server::start("");
    let bus = connect(settings(&server)).await;
    let hour = Duration::from_hours(1);
    let other = "orders.order-paid.v1";
    for topics in [
        vec![Topic::new(TOPIC).with_retention(hour)],
        vec![Topic::new(other).with_retention(Duration::from_secs(1))],
        vec![Topic::new(other).with_retention(2 * hour), Topic::new(TOPIC)],
        vec![Topic::new(TOPIC).with_retention(hour)],
    ] {
        bus.provision(&topics, &[subscription()]).await.expect("it is provisioned");
    }
    publish(&bus, 0).await;
    consume(&bus, 0..1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_event_is_passed_over() {
    let server = Server::start("");
    let bus = connect(settings(&server)).await;
    provision(&bus).await;
    let other = async_nats::connect(server.url()).await.expect("the server is there");
    other.publish(TOPIC, "hello".into()).await.expect("it is sent");
    other.flush().await.expect("it is there");
    publish(&bus, 1).await;
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    let arrived: Vec<Delivery> = next(&mut deliveries).await.expect("the bus answers");
    assert_eq!(ids(&arrived), ["1"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_subscription_that_is_taken_away_is_an_error_and_one_that_is_made_again_goes_on() {
    let server = Server::start("");
    let bus = connect(settings(&server)).await;
    provision(&bus).await;
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    publish(&bus, 0).await;
    ack_all(next(&mut deliveries).await.expect("the bus answers")).await;
    let operator = async_nats::connect(server.url()).await.expect("the server is there");
    let question =
        format!("$JS.API.CONSUMER.DELETE.orders.tests@1~handler=={}", TOPIC.replace('.', "~"));
    operator.request(question, "".into()).await.expect("it is deleted");
    let refused = next(&mut deliveries).await.expect_err("it is not there any more");
    assert!(refused.is_rejected(), "{refused}");
    provision(&bus).await;
    publish(&bus, 1).await;
    consume_on(&mut deliveries, 0..2).await;
}

#[tokio::test]
async fn a_server_that_is_not_there_or_wants_encryption_is_an_error() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("it has an address").port()
    };
    let away = Settings::new(format!("nats://127.0.0.1:{port}"));
    let refused = JetStream::connect(away).await.expect_err("nobody is there");
    assert!(refused.is_unavailable(), "{refused}");
    let refused = JetStream::connect(Settings::new("tls://127.0.0.1:1")).await;
    assert!(refused.expect_err("it is not supported").is_rejected());
}

/// Asks the server as somebody who knows nothing of us, and answers what it says of the kind of answer.
async fn ask(client: &async_nats::Client, subject: String, content: String) -> String {
    let answer = client.request(subject, content.into()).await.expect("the server answers");
    let answer = String::from_utf8(answer.payload.to_vec()).expect("JSON is text");
    assert!(!answer.contains("\"error\""), "{answer}");
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_operator_provisioned_is_found_by_who_may_create_nothing() {
    let users = USERS.replace(
        "$JS.API.CONSUMER.INFO.orders.*\", \"$JS.API.CONSUMER.MSG",
        "$JS.API.STREAM.INFO.*\", \"$JS.API.CONSUMER.INFO.orders.*\", \"$JS.API.CONSUMER.MSG",
    );
    let server = Server::start(&users);
    let as_user = |name| settings(&server).with_credentials(Credentials::user(name, "secret"));
    let service = connect(as_user("consumer")).await;
    let (topics, subscriptions) = ([Topic::new(TOPIC)], [subscription()]);
    let denied = service.provision(&topics, &subscriptions).await;
    assert!(denied.is_err_and(|error| error.is_denied()), "it may not create the stream");

    let options =
        async_nats::ConnectOptions::with_user_and_password("operator".into(), "secret".into());
    let operator = options.connect(server.url()).await.expect("the server is there");
    let all = requests(&settings(&server), &topics, &subscriptions);
    let subjects: Vec<&str> = all.iter().map(|request| request.subject.as_str()).collect();
    let consumer = "tests@1~handler==orders~order-created~v1";
    assert_eq!(
        subjects,
        [
            "$JS.API.STREAM.CREATE.orders".to_owned(),
            format!("$JS.API.CONSUMER.CREATE.orders.{consumer}.{TOPIC}"),
        ]
    );
    for request in all {
        ask(&operator, request.subject, request.content).await;
    }
    service.provision(&topics, &subscriptions).await.expect("all of it is there");
    consume_nothing(&service).await;
}

/// A subscription opens, and nothing comes.
async fn consume_nothing(bus: &Arc<dyn EventBus>) {
    let mut deliveries = bus.subscribe(&subscription()).await.expect("it was provisioned");
    let idle = tokio::time::timeout(Duration::from_millis(50), deliveries.next(1)).await;
    assert!(idle.is_err(), "{idle:?}");
}
