//! H2 with real processes: a server is killed at random points while clients repeat their requests.
//!
//! Each test runs this program again, as the server: with [`ROLE`] in its environment it serves until it is killed.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tiebeam::idempotency::{Flow, Local, Mode};
use tiebeam::serve;
use tiebeam::store::{Postgres, Sqlite, Store};
use tokio::runtime::Runtime;

use super::api::{App, Notes, router};
use super::places;

/// Tells a process that it is the server, and where its store is.
const ROLE: &str = "TIEBEAM_TEST_KILL";

/// Servers that are killed, and clients that do not care.
const ROUNDS: usize = 12;
const CLIENTS: usize = 4;

/// Longest time that a key may be in progress after its server was killed.
const LONGEST: Duration = Duration::from_secs(30);

#[test]
fn h2_sigkill_anywhere_then_retry_is_one_effect_on_sqlite() {
    on_sqlite(local, "h2_sigkill_anywhere_then_retry_is_one_effect_on_sqlite");
}

#[test]
fn h2_sigkill_anywhere_then_retry_is_one_effect_on_postgres() {
    on_postgres(local, "h2_sigkill_anywhere_then_retry_is_one_effect_on_postgres");
}

#[test]
fn h2_sigkill_anywhere_then_retry_is_one_effect_in_flow_mode_on_sqlite() {
    on_sqlite(flow, "h2_sigkill_anywhere_then_retry_is_one_effect_in_flow_mode_on_sqlite");
}

#[test]
fn h2_sigkill_anywhere_then_retry_is_one_effect_in_flow_mode_on_postgres() {
    on_postgres(flow, "h2_sigkill_anywhere_then_retry_is_one_effect_in_flow_mode_on_postgres");
}

fn local(store: Arc<dyn Store>) -> Mode {
    Local::new(store).into()
}

/// A lease that runs out soon after its server was killed.
fn flow(store: Arc<dyn Store>) -> Mode {
    Flow::new(store).lease(Duration::from_millis(300)).into()
}

fn on_sqlite(mode: fn(Arc<dyn Store>) -> Mode, test: &str) {
    if let Ok(path) = std::env::var(ROLE) {
        return run_server(Arc::new(Sqlite::open(path).expect("a file")), mode);
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("store.db");
    let store: Arc<dyn Store> = Arc::new(Sqlite::open(&path).expect("a file"));
    check(store, path.to_str().expect("a path in UTF-8"), test);
}

fn on_postgres(mode: fn(Arc<dyn Store>) -> Mode, test: &str) {
    if let Ok(url) = std::env::var(ROLE) {
        return run_server(Arc::new(Postgres::new(&url).expect("a URL")), mode);
    }
    let url = Runtime::new().expect("a runtime").block_on(places::database());
    let store: Arc<dyn Store> = Arc::new(Postgres::new(&url).expect("a URL"));
    check(store, &url, test);
}

/// Serves until it is killed, or until nobody is left who could kill it.
fn run_server(store: Arc<dyn Store>, mode: fn(Arc<dyn Store>) -> Mode) {
    Runtime::new().expect("a runtime").block_on(async {
        let app = App::new(Notes::Sql(Arc::clone(&store)));
        let serving = serve(router(&app, mode(store)), "127.0.0.1:0").await;
        println!("listening on {}", serving.as_ref().expect("a free port").address());
        let parent = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
        let _ = parent.await;
    });
}

/// The server that is running now.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start(place: &str, test: &str) -> Self {
        let mut process = Command::new(std::env::current_exe().expect("this program"))
            .args([
                &format!("{}::{test}", module_path!().split_once("::").expect("a module").1),
                "--exact",
                "--nocapture",
            ])
            .env(ROLE, place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let output = BufReader::new(process.stdout.take().expect("it is piped"));
        let said = output.lines().map_while(Result::ok).find_map(|line| {
            line.split_once("listening on ").and_then(|(_, address)| address.parse().ok())
        });
        let Some(address) = said else {
            let _ = process.kill();
            panic!("the server did not come up")
        };
        Self { process, address }
    }
}

impl Drop for Server {
    /// SIGKILL: nothing in the process gets a chance to clean up.
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the clients share.
struct Scene {
    address: Mutex<SocketAddr>,
    asked: AtomicUsize,
    is_over: AtomicBool,
    /// The body of the answer to each key.
    answers: Mutex<BTreeMap<String, String>>,
    replayed: AtomicUsize,
}

fn check(store: Arc<dyn Store>, place: &str, test: &str) {
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(places::prepare(&*store));
    let seed = std::env::var("TIEBEAM_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| u64::from(std::process::id()) ^ 0x9e37_79b9_7f4a_7c15);
    println!("TIEBEAM_TEST_SEED={seed}");
    let mut random = Random(seed);
    let mut server = Server::start(place, test);
    let scene = Arc::new(Scene {
        address: Mutex::new(server.address),
        asked: AtomicUsize::new(0),
        is_over: AtomicBool::new(false),
        answers: Mutex::default(),
        replayed: AtomicUsize::new(0),
    });
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let scene = Arc::clone(&scene);
            thread::spawn(move || run_client(client, &scene))
        })
        .collect();
    for _ in 0..ROUNDS {
        let until = scene.asked.load(Ordering::SeqCst) + 5 + random.below(60);
        while scene.asked.load(Ordering::SeqCst) < until {
            thread::yield_now();
        }
        for _ in 0..random.below(20_000) {
            std::hint::spin_loop();
        }
        drop(server);
        server = Server::start(place, test);
        *scene.address.lock().expect("no panic") = server.address;
    }
    scene.is_over.store(true, Ordering::SeqCst);
    for client in clients {
        client.join().expect("no key is stuck");
    }
    drop(server);
    let answers = scene.answers.lock().expect("no panic");
    let notes = runtime.block_on(Notes::Sql(store).texts());
    let keys: Vec<_> = answers.keys().cloned().collect();
    assert_eq!(notes, keys, "one effect for each key");
    println!(
        "{} keys, {} requests, {} of them replayed after a kill",
        keys.len(),
        scene.asked.load(Ordering::SeqCst),
        scene.replayed.load(Ordering::SeqCst)
    );
    assert!(keys.len() > ROUNDS, "something was going on");
}

/// Sends one key after the other, each until it has an answer, and asks for some of them once more.
fn run_client(client: usize, scene: &Scene) {
    for number in 0.. {
        if scene.is_over.load(Ordering::SeqCst) {
            return;
        }
        let key = format!("{client}-{number:06}");
        let (body, is_replayed) = ask_until_decided(scene, &key);
        if is_replayed {
            scene.replayed.fetch_add(1, Ordering::SeqCst);
        }
        if number % 5 == 0 {
            let (again, is_replayed) = ask_until_decided(scene, &key);
            assert!(is_replayed && again == body, "{key}: {again}");
        }
        scene.answers.lock().expect("no panic").insert(key, body);
    }
}

fn ask_until_decided(scene: &Scene, key: &str) -> (String, bool) {
    let since = Instant::now();
    loop {
        scene.asked.fetch_add(1, Ordering::SeqCst);
        let address = *scene.address.lock().expect("no panic");
        let told = ask(address, key);
        match told.as_ref().map(|told| told.status) {
            Some(201) => {
                let told = told.expect("it was told");
                return (told.body, told.is_replayed);
            }
            Some(409 | 503) | None => {
                assert!(since.elapsed() < LONGEST, "{key} is stuck");
                thread::yield_now();
            }
            Some(status) => panic!("{key}: {status}"),
        }
    }
}

struct Heard {
    status: u16,
    is_replayed: bool,
    body: String,
}

/// One request on a connection of its own; `None` where the server was killed before it was answered in full.
fn ask(address: SocketAddr, key: &str) -> Option<Heard> {
    let mut stream = TcpStream::connect(address).ok()?;
    let body = serde_json::json!({ "text": key }).to_string();
    write!(
        stream,
        "POST /v1/notes HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nidempotency-key: \"{key}\"\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut text = String::new();
    stream.read_to_string(&mut text).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    serde_json::from_str::<Value>(body).ok()?;
    let is_replayed = head.to_ascii_lowercase().contains("idempotency-replayed: true");
    Some(Heard { status, is_replayed, body: body.to_owned() })
}

/// `SplitMix64`: enough to choose moments, and the same ones for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("it is below the bound")
    }
}
