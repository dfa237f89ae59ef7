//! The demonstration: the story in two processes and in many, on files and on servers, and how it ends when something is
//! not as expected.

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use retail_app::settings::Source;
use retail_app::{Layout, Scene, Settings, tell};
use tempfile::tempdir;
use tiebeam::store::{Postgres, Store as _};

use crate::domain::database;

/// The program.
const RETAIL: &str = env!("CARGO_BIN_EXE_retail");

/// Settings as the demonstration has them; what is kept is kept in a directory.
fn settings(directory: &Path) -> Settings {
    let directory = directory.to_str().expect("its name is text");
    let needs = [
        ("serve.first-port", "0"),
        ("serve.recorder", "true"),
        ("serve.metrics-port", "0"),
        ("log.format", "off"),
        ("simulation.admin", "true"),
        ("payco.timeout-ms", "1000"),
        ("bus.ack-wait-ms", "2000"),
        ("outbox.lease-ms", "2000"),
        ("store.directory", directory),
    ];
    needs.into_iter().fold(Settings::defaults(), |settings, (name, value)| {
        settings.with(name, value, Source::Demonstration)
    })
}

/// Whether somebody listens at a URL.
fn listens(url: &str) -> bool {
    TcpStream::connect(url.trim_start_matches("http://")).is_ok()
}

/// The URLs in a text.
fn urls(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter(|word| word.starts_with("http://127.0.0.1:"));
    words.map(str::to_owned).collect()
}

#[tokio::test]
async fn the_story_is_told_with_one_service_in_a_process_of_its_own() {
    let directory = tempdir().expect("there is room");
    let layout = Layout::OrdersApart(Path::new(RETAIL));
    let scene = Scene::build(&settings(directory.path()), layout).await;
    let mut scene = scene.expect("a child starts, and ports are free");
    assert_eq!((scene.processes().len(), scene.processes()[0]), (2, std::process::id()));
    assert!(tell(&mut scene).await.expect("the story can begin"));
    scene.take_down().await.expect("everything ends well");
}

#[tokio::test]
async fn the_same_story_is_told_in_a_process_for_each_system() {
    let directory = tempdir().expect("there is room");
    let settings = settings(directory.path());
    let scene = Scene::build(&settings, Layout::Apart(Path::new(RETAIL))).await;
    let mut scene = scene.expect("children start");
    assert_eq!(scene.processes().len(), 17);
    let urls = urls(&scene.to_string());
    assert!(urls.len() == 18 && urls.iter().all(|url| listens(url)));
    assert!(tell(&mut scene).await.expect("the story can begin"));
    scene.take_down().await.expect("every child ends well");
    assert!(!urls.iter().any(|url| listens(url)), "nobody stays behind");
}

#[tokio::test]
async fn the_same_story_is_told_with_a_schema_for_each_service() {
    let url = database().await;
    let directory = tempdir().expect("there is room");
    let settings = on_postgres(settings(&directory.path().join("unused")), &url);
    let scene = Scene::build(&settings, Layout::Apart(Path::new(RETAIL))).await;
    let mut scene = scene.expect("children start");
    assert!(tell(&mut scene).await.expect("the story can begin"));
    scene.take_down().await.expect("every child ends well");
    assert!(!directory.path().join("unused").exists(), "nothing is kept in files");
    let expected = [
        ("customer_service", "accounts"),
        ("customer_service", "confirmed_orders"),
        ("fulfilment_service", "plans"),
        ("inventory_service", "reservations"),
        ("inventory_service", "stock_levels"),
        ("order_history_service", "past_orders"),
        ("order_service", "order_numbers"),
        ("order_service", "orders"),
        ("payment_service", "payments"),
    ];
    assert_eq!(tables(&url).await, expected.map(|(schema, table)| format!("{schema}.{table}")));
}

#[tokio::test]
async fn the_same_story_is_told_on_postgres_and_nats() {
    let Ok(broker) = std::env::var("TIEBEAM_TEST_NATS") else {
        panic!(
            "TIEBEAM_TEST_NATS names no NATS to test against: run `cargo xtask test`, which starts one"
        )
    };
    let directory = tempdir().expect("there is room");
    let settings = on_postgres(settings(&directory.path().join("unused")), &database().await)
        .with("bus.kind", "nats", Source::CommandLine)
        .with("bus.url", &broker, Source::CommandLine);
    let scene = Scene::build(&settings, Layout::OrdersApart(Path::new(RETAIL))).await;
    let mut scene = scene.expect("a child starts, and ports are free");
    assert!(tell(&mut scene).await.expect("the story can begin"));
    scene.take_down().await.expect("everything ends well");
    assert!(!directory.path().join("unused").exists(), "nothing is kept in files");
}

/// The same settings with a database for everything that is kept.
fn on_postgres(settings: Settings, url: &str) -> Settings {
    settings
        .with("store.kind", "postgres", Source::CommandLine)
        .with("store.url", url, Source::CommandLine)
        .with("store.connections", "4", Source::CommandLine)
}

/// The tables of a database that are neither the runtime's nor PostgreSQL's, and not the versions of the others.
async fn tables(url: &str) -> Vec<String> {
    let store = Postgres::new(url).expect("the URL is one");
    let open = store.begin().await.expect("it answers");
    let sql = "SELECT schemaname || '.' || tablename AS name FROM pg_tables \
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema') \
         AND tablename NOT LIKE 'tiebeam_%' AND tablename <> 'schema_version' ORDER BY 1";
    let rows = open.query(sql, &[]).await.expect("it is a query");
    rows.iter().map(|row| row.get("name").expect("it is a text")).collect()
}

#[test]
fn a_story_about_data_that_stays_is_not_told_in_memory() {
    let output = Command::new(RETAIL)
        .arg("demo")
        .env("RETAIL_STORE_KIND", "memory")
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("set `store.kind` to sqlite or postgres"), "{said}");
}

#[tokio::test]
async fn children_that_cannot_start_are_an_error() {
    let directory = tempdir().expect("there is room");
    let broken = settings(directory.path()).with("erp.token", "not\na header", Source::CommandLine);
    let error = Scene::build(&broken, Layout::Apart(Path::new(RETAIL))).await;
    let error = format!("{:#}", error.expect_err("the ERP's system API cannot start"));
    assert_eq!(error, "erp-system could not be started: it ended before it was ready");
}

#[test]
fn a_story_that_does_not_go_as_expected_ends_with_1_and_leaves_nobody_behind() {
    for mode in [&["demo"][..], &["demo", "--distributed"]] {
        let output = Command::new(RETAIL)
            .args(mode)
            .env("RETAIL_SIMULATION_PAYCO_FAILURES", "100")
            .output()
            .expect("the program runs");
        let told = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{mode:?}: {told}");
        assert!(told.contains("NOT SO:"), "{told}");
        let urls = urls(&told);
        assert_eq!(urls.len(), 18, "{told}");
        assert!(!urls.iter().any(|url| listens(url)), "{mode:?}: nobody stays behind");
    }
}

#[test]
fn with_serve_everything_keeps_running_until_it_is_told_to_end() {
    let mut program = Command::new(RETAIL)
        .args(["demo", "--serve"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut lines = BufReader::new(program.stdout.take().expect("it is piped")).lines();
    let mut line = || lines.next().expect("there is more").expect("it is text");
    while !line().starts_with("Everything keeps running") {}
    line();
    let url = urls(&line()).pop().expect("a line has a URL");
    assert!(listens(&url));
    let told = Command::new("kill").args(["-INT", &program.id().to_string()]).status();
    assert!(told.expect("`kill` is there").success());
    assert_eq!(program.wait().expect("it ends").code(), Some(0));
    assert!(!listens(&url));
}
