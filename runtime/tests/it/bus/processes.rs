//! Several processes on one SQLite file: what they said was published arrives, also when they are killed.
//!
//! The test runs this program again, as those who publish: with [`ROLE`] in its environment it publishes and says so.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tiebeam::bus::{Embedded, EventBus, Lag, Subscription, Topic};
use tiebeam::store::Sqlite;

use super::seen::keyed;

/// Tells a process that it publishes: the file, the topic and the key.
const ROLE: &str = "TIEBEAM_TEST_BUS_PUBLISHER";

const TEST: &str =
    "bus::processes::what_several_processes_publish_arrives_also_when_they_are_killed";

const PUBLISHERS: usize = 3;

/// What each says before it is killed.
const EACH: u64 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_several_processes_publish_arrives_also_when_they_are_killed() {
    if let Ok(role) = std::env::var(ROLE) {
        return publish(&role).await;
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("bus.db");
    let bus = Embedded::new(Arc::new(Sqlite::open(&path).expect("a file")))
        .with_poll(Duration::from_millis(5));
    let topic = "tests.happened.v1";
    let subscription = Subscription::new("tests@1.handler", [topic]);
    let subscriptions = std::slice::from_ref(&subscription);
    bus.provision(&[Topic::new(topic)], subscriptions).await.expect("it is provisioned");
    let path = path.to_str().expect("a path in UTF-8");
    let publishers: Vec<_> = (0..PUBLISHERS)
        .map(|key| {
            let role = format!("{path}|{topic}|k{key}");
            tokio::task::spawn_blocking(move || Publisher::start(&role).kill_after(EACH))
        })
        .collect();
    let mut deliveries = bus.subscribe(&subscription).await.expect("it is there");
    let mut seen: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    let mut said = BTreeMap::new();
    let mut publishers = tokio::task::JoinSet::from_iter(publishers);
    loop {
        let is_all_seen = bus.lag(&subscription).await == Ok(Lag::default());
        if publishers.is_empty() && is_all_seen {
            break;
        }
        tokio::select! {
            Some(ended) = publishers.join_next() => {
                let (key, last) = ended.expect("no panic").expect("no panic");
                said.insert(key, last);
            }
            arrived = deliveries.next(50) => {
                for delivery in arrived.expect("the bus answers") {
                    let message = delivery.message();
                    let sequence = message.position().expect("it has one").sequence;
                    let key = message.key().expect("it has one").to_owned();
                    seen.entry(key).or_default().push(sequence);
                    delivery.ack().await.expect("the bus hears it");
                }
            }
        }
    }
    for (key, sequences) in &seen {
        let last = said[key];
        let expected: Vec<_> = (1..=*sequences.last().expect("there are some")).collect();
        assert_eq!(*sequences, expected, "{key}: in order and each once");
        assert!(sequences.len() as u64 >= last, "{key}: {last} were said to be published");
    }
    assert_eq!(seen.len(), PUBLISHERS);
}

/// Publishes until it is killed, and says which numbers the bus has.
async fn publish(role: &str) {
    let [path, topic, key] = role.split('|').collect::<Vec<_>>()[..] else { panic!("{role}") };
    let bus = Embedded::new(Arc::new(Sqlite::open(path).expect("a file")));
    for sequence in 1.. {
        while bus.publish(&keyed(topic, key, sequence)).await.is_err() {
            // The file is held by somebody else for too long.
            tokio::task::yield_now().await;
        }
        println!("{key} has {sequence}");
    }
}

struct Publisher {
    process: Child,
    key: String,
}

impl Publisher {
    fn start(role: &str) -> Self {
        let process = Command::new(std::env::current_exe().expect("this program"))
            .args([TEST, "--exact", "--nocapture"])
            .env(ROLE, role)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let key = role.rsplit('|').next().expect("it has parts").to_owned();
        Self { process, key }
    }

    /// Lets it publish so many, kills it, and answers the last that it said was published.
    fn kill_after(mut self, count: u64) -> (String, u64) {
        let output = BufReader::new(self.process.stdout.take().expect("it is piped"));
        let head = format!("{} has ", self.key);
        let mut last = 0;
        for line in output.lines().map_while(Result::ok) {
            let number = line.rsplit_once(&head).and_then(|(_, number)| number.parse().ok());
            last = number.unwrap_or(last);
            if last == count {
                let _ = self.process.kill();
            }
        }
        let _ = self.process.wait();
        (self.key, last)
    }
}
