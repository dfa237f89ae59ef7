//! What is generated for operators is what the runtime would do in their place, and what a service needs: no more, and
//! no less.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use retail_app::{SUBSCRIPTIONS, topics};
use retail_order_events::OrderCreated;
use retail_payment_events::PaymentAuthorized;
use serde_json::{Value, json};
use tempfile::TempDir;
use tiebeam::Context;
use tiebeam::bus::jetstream::{Credentials, Settings, requests};
use tiebeam::bus::{EventBus, JetStream, Message, Position, Subscription};
use tiebeam::event::{Envelope, Event, Source, from_json};
use tiebeam::types::{Timestamp, Uuid};

/// How long a server may take to answer, and anything else.
const PATIENCE: Duration = Duration::from_secs(20);

fn deploy() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/deploy/nats")
}

fn json_in(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("it is JSON")
}

/// Every file of a directory.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("the directory is generated");
    entries.map(|entry| entry.expect("it can be listed").path()).collect()
}

/// What an operator asks of a server who reads the generated files: the content, by the subject.
fn asked_by_an_operator() -> BTreeMap<String, Value> {
    let mut asked = BTreeMap::new();
    for path in files(&deploy().join("streams")) {
        let config = json_in(&path);
        let name = config["name"].as_str().expect("a stream has a name").to_owned();
        asked.insert(format!("$JS.API.STREAM.CREATE.{name}"), config);
    }
    for directory in files(&deploy().join("consumers")) {
        let stream = directory.file_name().expect("a name").to_string_lossy().into_owned();
        for path in files(&directory) {
            let config = json_in(&path);
            let text = |member: &str| config[member].as_str().expect("a text").to_owned();
            let (name, topic) = (text("durable_name"), text("filter_subject"));
            let subject = format!("$JS.API.CONSUMER.CREATE.{stream}.{name}.{topic}");
            asked.insert(subject, json!({ "stream_name": stream, "config": config }));
        }
    }
    asked
}

fn subscriptions() -> Vec<Subscription> {
    SUBSCRIPTIONS.iter().map(|subscription| subscription.on_bus()).collect()
}

#[test]
fn what_is_generated_for_an_operator_is_what_the_runtime_asks_of_a_server() {
    // As many copies as the specs say, of which the document of the platform is told too.
    let document = json_in(&deploy().join("../../docs/asyncapi.json"));
    let replicas = document["servers"]["nats"]["x-replicas"].as_u64().expect("a number");
    let replicas = usize::try_from(replicas).expect("a few");
    let settings = Settings::new("").with_replicas(replicas);
    let by_runtime = requests(&settings, &topics(), &subscriptions()).into_iter();
    let by_runtime: BTreeMap<String, Value> = by_runtime
        .map(|it| (it.subject, serde_json::from_str(&it.content).expect("it is JSON")))
        .collect();
    let by_operator = asked_by_an_operator();
    let subjects = |asked: &BTreeMap<String, Value>| asked.keys().cloned().collect::<Vec<_>>();
    assert_eq!(subjects(&by_operator), subjects(&by_runtime));
    for (subject, content) in by_runtime {
        assert_eq!(by_operator[&subject], content, "{subject}");
    }
}

#[test]
fn the_document_of_the_platform_names_every_subscription_of_the_runtime() {
    let document = json_in(&deploy().join("../../docs/asyncapi.json"));
    let operations = document["operations"].as_object().expect("there are operations").values();
    let mut told: Vec<(String, String)> = operations
        .filter(|operation| operation["action"] == "receive")
        .map(|operation| {
            let channel = operation["channel"]["$ref"].as_str().expect("a reference");
            let topic = channel.trim_start_matches("#/channels/").to_owned();
            (operation["x-subscription"].as_str().expect("a name").to_owned(), topic)
        })
        .collect();
    told.sort();
    let mut known: Vec<(String, String)> =
        subscriptions().into_iter().map(|it| (it.name, it.topics.concat())).collect();
    known.sort();
    assert_eq!(told, known);
}

/// A NATS that knows an operator, and a service with the permissions that are generated for it.
struct Server {
    process: Child,
    url: String,
    _home: TempDir,
}

impl Server {
    fn start(service: &str) -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = free.local_addr().expect("it has an address");
        drop(free);
        let permissions = json_in(&deploy().join(format!("permissions/{service}.json")));
        let configuration = format!(
            "listen: \"{address}\"\njetstream {{ store_dir: \"{}\" }}\nauthorization {{ users: [\n\
             {{ user: operator, password: secret }}\n\
             {{ user: service, password: secret, permissions: {permissions} }}\n] }}\n",
            home.path().join("data").display()
        );
        let file = home.path().join("nats.conf");
        fs::write(&file, configuration).expect("the disk has room");
        let mut process = Command::new(program());
        let process =
            process.arg("--config").arg(&file).stdout(Stdio::null()).stderr(Stdio::null());
        let process = process.spawn().expect("nats-server starts");
        let mut server = Self { process, url: format!("nats://{address}"), _home: home };
        let started = Instant::now();
        let mut greeting = [0; 5];
        while !TcpStream::connect(address).is_ok_and(|mut it| it.read_exact(&mut greeting).is_ok())
        {
            let ended = server.process.try_wait().expect("it can be watched");
            assert!(ended.is_none() && started.elapsed() < PATIENCE, "NATS does not start");
            std::thread::yield_now();
        }
        server
    }

    async fn bus(&self, user: &str, inbox: &str) -> JetStream {
        let settings = Settings::new(&self.url)
            .with_credentials(Credentials::user(user, "secret"))
            .with_timeout(PATIENCE)
            .with_inbox(inbox);
        JetStream::connect(settings).await.expect("the server is there")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The program: named by `cargo xtask test`, or where distributions put it.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TIEBEAM_TEST_NATS_SERVER") {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let found =
        directories.map(|directory| directory.join("nats-server")).find(|file| file.is_file());
    found.expect("nats-server is not there: run `cargo xtask test`, which installs it")
}

/// Does what the files say, on one server: with one copy of each stream, as it cannot have more.
async fn provision(server: &Server) {
    let options =
        async_nats::ConnectOptions::with_user_and_password("operator".into(), "secret".into());
    let operator = options.connect(&server.url).await.expect("the server is there");
    let (streams, consumers): (Vec<_>, Vec<_>) = asked_by_an_operator()
        .into_iter()
        .partition(|(subject, _)| subject.starts_with("$JS.API.STREAM"));
    for (subject, mut content) in streams.into_iter().chain(consumers) {
        if content.get("num_replicas").is_some() {
            content["num_replicas"] = 1.into();
        }
        let answer = operator.request(subject.clone(), content.to_string().into()).await;
        let answer = answer.expect("the server answers").payload;
        let answer: Value = serde_json::from_slice(&answer).expect("it is JSON");
        assert!(answer.get("error").is_none(), "{subject}: {answer}");
    }
}

/// The example of an event, as a message.
fn message<E: Event>() -> Message {
    let definition = E::definition();
    let schema: Value = serde_json::from_str(definition.schema).expect("a schema is JSON");
    let event: E = from_json(&schema["examples"][0].to_string()).expect("an example is right");
    let context = Context::new();
    let source = Source { uri: "/acme-retail/test", context: &context, cause: None };
    let envelope = Envelope::of(&event, Uuid::now_v7(), Timestamp::UNIX_EPOCH, &source);
    Message::new(definition.topic, envelope.expect("an example follows its schema"))
        .with_position(Position { epoch: 1, sequence: 1 })
}

fn subscription(name: &str) -> Subscription {
    let mut all = subscriptions().into_iter();
    all.find(|subscription| subscription.name == name).expect("there is one")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_can_do_its_work_with_the_permissions_that_are_generated_and_nothing_else() {
    let server = Server::start("order-service-v1");
    provision(&server).await;
    let operator = server.bus("operator", "_INBOX").await;
    let service = server.bus("service", "_INBOX_order-service-v1").await;

    service.publish(&message::<OrderCreated>()).await.expect("its own event");
    let denied = service.publish(&message::<PaymentAuthorized>()).await;
    assert!(denied.is_err_and(|error| error.is_denied()), "that of another");

    let paid = message::<PaymentAuthorized>();
    operator.publish(&paid).await.expect("an operator may do anything");
    let confirm = subscription("order-service@1.confirmPaidOrder");
    let mut deliveries = service.subscribe(&confirm).await.expect("its own subscription");
    let delivered = tokio::time::timeout(PATIENCE, deliveries.next(1)).await;
    let mut delivered = delivered.expect("it comes").expect("the bus delivers");
    assert_eq!(delivered[0].message().id(), paid.id());
    assert_eq!(service.lag(&confirm).await.expect("it may look").waiting, 1);
    let key = paid.key().expect("it has one");
    let from = Position { epoch: 1, sequence: 1 };
    let found = service.find(paid.topic(), key, from, 10).await.expect("it may look for a gap");
    assert_eq!(found.len(), 1);
    delivered.remove(0).ack().await.expect("it may say that it is done");
    let acknowledged = async {
        while service.lag(&confirm).await.expect("it may look").waiting > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, acknowledged).await.expect("the server heard it");

    let others = service.subscribe(&subscription("payment-service@1.voidPayment")).await;
    assert!(others.is_err_and(|error| error.is_denied()), "the subscription of another");
    let created = Arc::new(service).provision(&topics(), &subscriptions()).await;
    assert!(created.is_err_and(|error| error.is_denied()), "to create anything");
}
