//! What a running system does: documents, headers, single systems, an orderly end.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use retail_app::settings::Source;
use retail_app::slots::SLOTS;
use retail_app::{Answer, Host, Layout, Scene, Settings, node, post, send, slots};
use tiebeam::operation::Tier;

/// What a link to a successor says of itself.
const SUCCESSOR: &str = "rel=\"successor-version\"";

/// The program, serving some systems.
pub struct Program {
    pub child: Child,
    places: Vec<(String, String)>,
}

impl Program {
    /// Starts it and waits until it is ready.
    pub fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::start_with_log(arguments, environment, Stdio::inherit())
    }

    /// The same, with its log somewhere else.
    pub fn start_with_log(arguments: &[&str], environment: &[(&str, &str)], log: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_retail"))
            .args(["serve", "--first-port", "0"])
            .args(arguments)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program runs");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let lines = lines.map(|line| line.expect("it is text"));
        let places = lines.take_while(|line| line != "ready");
        let places = places.filter_map(|line| Host::announced(&line)).collect();
        Self { child, places }
    }

    /// Sends it SIGTERM.
    pub fn tell_to_end(&self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("`kill` is there");
        assert!(told.success());
    }

    pub fn address(&self, name: &str) -> String {
        let place = self.places.iter().find(|(known, _)| known == name);
        place.expect("it is being served").1.trim_start_matches("http://").to_owned()
    }
}

async fn scene() -> Scene {
    scene_with(&[]).await
}

/// Everything in memory and on free ports, with other settings on top.
async fn scene_with(more: &[(&str, &str)]) -> Scene {
    let settings = [("serve.first-port", "0"), ("store.kind", "memory")];
    let settings =
        settings.iter().chain(more).fold(Settings::defaults(), |settings, (name, value)| {
            settings.with(name, value, Source::CommandLine)
        });
    Scene::build(&settings, Layout::Together).await.expect("ports are free")
}

async fn get(scene: &Scene, name: &str, path: &str) -> Answer {
    let address = scene.address(name).expect("it is being served");
    send(&address, &format!("GET {path}"), &[], None).await.expect("it answers")
}

#[tokio::test]
async fn every_api_serves_its_document() {
    let scene = scene().await;
    let apis = SLOTS.iter().filter_map(|slot| Some((slot.name, slot.api?)));
    let mut count = 0;
    for (name, api) in apis {
        let document = get(&scene, name, "/openapi.json").await.json();
        assert_eq!(document["openapi"], "3.1.0", "{name}");
        assert_eq!(document["info"]["version"], api.version, "{name}");
        count += 1;
    }
    assert_eq!(count, 15);
}

#[tokio::test]
async fn a_service_shows_what_it_sends_and_receives_and_nobody_else_does() {
    let scene = scene().await;
    let apis = SLOTS.iter().filter_map(|slot| Some((slot.name, slot.api?)));
    for (name, api) in apis {
        let answer = get(&scene, name, "/asyncapi.json").await;
        if api.tier != Tier::Service {
            assert_eq!(answer.status, 404, "{name}");
            continue;
        }
        let document = answer.json();
        assert_eq!(document["asyncapi"], "3.0.0", "{name}");
        assert_eq!(document["info"]["version"], api.version, "{name}");
    }
}

#[tokio::test]
async fn a_version_on_its_way_out_says_so_in_every_answer() {
    let scene = scene().await;
    let path = "orders?customerId=0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d";
    let old = get(&scene, "order-process-v1", &format!("/v1/{path}")).await;
    let new = get(&scene, "order-process-v2", &format!("/v2/{path}")).await;
    assert_eq!((old.status, new.status), (200, 200));
    assert!(old.field("deprecation").is_some_and(|date| date.starts_with('@')), "{old:?}");
    assert!(old.field("sunset").is_some_and(|date| date.ends_with("GMT")), "{old:?}");
    assert_eq!(new.field("deprecation"), None);
    let found = get(&scene, "order-process-v2", "/v2/order-numbers/A00000001").await;
    assert!(found.field("sunset").is_some(), "an operation of a living version may go as well");
    let named = |answer: &Answer| answer.fields("link").iter().any(|link| link.contains(SUCCESSOR));
    let url = format!("<http://{}/v2>", scene.address("order-process-v2").expect("it is served"));
    let link = format!("{url}; {SUCCESSOR}");
    assert!(old.fields("link").contains(&link.as_str()), "{old:?}");
    assert!(!named(&new) && !named(&found), "nothing takes the place of the newest version");
}

#[tokio::test]
async fn a_version_on_its_way_out_names_its_successor_where_it_was_said_to_be() {
    let scene = scene_with(&[("url.order-process-v2", "http://api.example/orders")]).await;
    let path = "/v1/orders?customerId=0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d";
    let old = get(&scene, "order-process-v1", path).await;
    let link = format!("<http://api.example/orders/v2>; {SUCCESSOR}");
    assert!(old.fields("link").contains(&link.as_str()), "{old:?}");
}

#[tokio::test]
async fn a_system_that_nobody_can_find_is_named() {
    let settings = Settings::defaults().with("serve.first-port", "0", Source::CommandLine).with(
        "serve.only",
        "customer-process",
        Source::CommandLine,
    );
    let error = node::start(&settings).await.expect_err("nothing that it uses is known");
    assert_eq!(
        error.to_string(),
        "customer-service-v1 does not run here, and nobody said where it does: \
         set `url.customer-service-v1`"
    );
}

#[tokio::test]
async fn a_system_that_is_told_to_end_finishes_what_it_has_begun() {
    let mut program = Program::start(
        &["--only", "crm-system", "--only", "crm"],
        &[("RETAIL_SIMULATION_ADMIN", "true")],
    );
    let slots: Vec<&str> = program.places.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(slots, ["crm", "crm-admin", "crm-system-v1"], "and nothing else");
    let admin = program.address("crm-admin");
    let scripted = post(&admin, "/faults", "fault=slow&millis=600").await.expect("it answers");
    assert_eq!(scripted.status, 204);

    let address = program.address(slots::CRM_SYSTEM.name);
    let line = "GET /v1/standings/018f0000-0000-7000-8000-000000000001";
    let request = tokio::spawn(async move { send(&address, line, &[], None).await });
    // The fault is taken when the CRM has the request.
    let left =
        || async { send(&admin, "GET /faults", &[], None).await.expect("it answers").json() };
    while left().await["left"] != 0 {}
    program.tell_to_end();

    let answer = request.await.expect("nobody panics").expect("the request is finished");
    assert_eq!((answer.status, &answer.json()["rating"]), (200, &"excellent".into()));
    assert_eq!(program.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn arguments_and_settings_that_make_no_sense_are_refused() {
    for (arguments, environment, code, expected) in [
        (&["serve", "--only", "order-proces"][..], None, 2, "did you mean `order-process`?"),
        (&["settings"], Some(("RETAIL_SERVE_FIRST_PROT", "1")), 2, "RETAIL_SERVE_FIRST_PORT"),
        (&["sevre"], None, 2, "'serve'"),
        (&["settings"], Some(("RETAIL_ERP_CLIENT", "200")), 0, "RETAIL_ERP_CLIENT"),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_retail"));
        let output = program.args(arguments).envs(environment).output().expect("it runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
}
