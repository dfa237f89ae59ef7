//! Documents of services and of platforms, judged by the schema of `AsyncAPI` 3.0 and by what a schema cannot say.

mod rules;

use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};
use tiebeam_generator::emit;
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec;

use crate::golden;
use crate::openapi::rules::text;

/// Every document below a directory of specs, by its path in the generated tree.
fn documents(specs: &str) -> Vec<(String, Value)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(specs);
    let specs = spec::load(&directory).expect("the specs can be read");
    let (platform, findings) = resolve(&specs);
    let platform = platform.unwrap_or_else(|| panic!("{findings:#?}"));
    let files = emit::emit(&platform).files.into_iter();
    let documents = files.filter(|(path, _)| path.ends_with("asyncapi.json"));
    let parse = |text: &[u8]| serde_json::from_slice(text).expect("a document is JSON");
    documents.map(|(path, text)| (path, parse(&text))).collect()
}

/// Those of the reference enterprise.
static ENTERPRISE: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| documents("../specs"));

fn of_the_enterprise(path: &str) -> Value {
    let mut documents = ENTERPRISE.iter();
    documents.find(|(known, _)| known == path).expect("there is one").1.clone()
}

fn keep_the_rules(specs: &str, paths: &[&str]) {
    let documents = documents(specs);
    let found: Vec<&str> = documents.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(found, paths);
    for (path, document) in documents {
        assert_eq!(rules::violations(&document), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn documents_of_the_reference_enterprise_keep_the_rules() {
    keep_the_rules(
        "../specs",
        &[
            "docs/asyncapi.json",
            "services/customer-service-v1/asyncapi.json",
            "services/fulfilment-service-v1/asyncapi.json",
            "services/inventory-service-v1/asyncapi.json",
            "services/order-history-service-v1/asyncapi.json",
            "services/order-service-v1/asyncapi.json",
            "services/payment-service-v1/asyncapi.json",
        ],
    );
}

#[test]
fn documents_of_every_golden_platform_keep_the_rules() {
    let of_case = |case: &str| match case {
        "one-of-each" => &["docs/asyncapi.json", "services/order-service-v1/asyncapi.json"][..],
        "obstacle-course" => &["docs/asyncapi.json", "services/service-v1/asyncapi.json"],
        _ => &[],
    };
    for case in golden::CASES {
        keep_the_rules(&format!("tests/golden/{case}/specs"), of_case(case));
    }
}

#[test]
fn a_service_sends_what_it_publishes_and_receives_what_it_consumes() {
    let document = of_the_enterprise("services/order-service-v1/asyncapi.json");
    let operations = document["operations"].as_object().expect("there are operations");
    let told: Vec<String> = operations
        .iter()
        .map(|(key, operation)| {
            let message = text(&operation["messages"][0]["$ref"]);
            let name = message.rsplit('/').next().unwrap_or_default();
            format!("{} {name}: {key}", text(&operation["action"]))
        })
        .collect();
    let expected = [
        "send OrderCancelled: sendOrderCancelled",
        "send OrderConfirmed: sendOrderConfirmed",
        "send OrderCreated: sendOrderCreated",
        "receive InventoryReserved: rememberReservation",
        "receive InventoryShort: cancelShortOrder",
        "receive PaymentAuthorized: confirmPaidOrder",
        "receive PaymentFailed: cancelUnpaidOrder",
    ];
    assert_eq!(told, expected);
    let confirm = &operations["confirmPaidOrder"];
    assert_eq!(confirm["x-subscription"], "order-service@1.confirmPaidOrder");
    assert_eq!(confirm["x-retry"], json!({ "attempts": 8, "base": "200ms", "cap": "1m" }));
    assert_eq!(confirm["x-emits"], json!(["order.OrderConfirmed@1?"]));
    assert_eq!(operations["sendOrderCreated"]["x-emitted-by"], json!(["createOrder"]));
}

#[test]
fn the_document_of_the_platform_has_all_events_and_the_operations_of_all_services() {
    let whole = of_the_enterprise("docs/asyncapi.json");
    let channels = whole["channels"].as_object().expect("there are channels");
    assert_eq!(channels.len(), 11);
    let mut operations = 0;
    for (path, document) in &*ENTERPRISE {
        let Some(service) = path.strip_prefix("services/") else { continue };
        let service = service.trim_end_matches("/asyncapi.json").replace("-v", ".v");
        for (key, operation) in document["operations"].as_object().expect("there are some") {
            assert_eq!(whole["operations"][format!("{service}.{key}")], *operation, "{path}");
            operations += 1;
        }
        for (topic, channel) in document["channels"].as_object().expect("there are some") {
            assert_eq!(channels[topic], *channel, "{path}");
        }
    }
    assert_eq!(whole["operations"].as_object().map(serde_json::Map::len), Some(operations));
}

#[test]
fn a_broker_is_shown_where_the_specs_name_one_and_its_host_is_left_to_the_deployment() {
    let server = &of_the_enterprise("docs/asyncapi.json")["servers"]["nats"];
    assert_eq!((text(&server["protocol"]), text(&server["host"])), ("nats", "{host}"));
    assert_eq!(server["x-replicas"], 3);
    let document = &documents("tests/golden/obstacle-course/specs")[0].1;
    assert!(document.get("servers").is_none(), "nobody named a broker");
}

/// Changes a document of the enterprise, which keeps the rules, and looks for what is said then.
fn check(change: impl FnOnce(&mut Value), expected: &str) {
    let mut document = of_the_enterprise("services/order-service-v1/asyncapi.json");
    change(&mut document);
    let violations = rules::violations(&document).join("\n");
    assert!(violations.contains(expected), "{expected} is not in:\n{violations}");
}

const CREATED: &str = "/channels/order.order-created.v1";

fn at<'a>(document: &'a mut Value, pointer: &str) -> &'a mut Value {
    document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not there"))
}

#[test]
fn the_schema_sees_what_is_wrong() {
    check(|it| it["asyncapi"] = json!("2.6.0"), "at /asyncapi");
    check(
        |it| it["operations"]["sendOrderCreated"]["action"] = json!("publish"),
        "at /operations/sendOrderCreated",
    );
    check(|it| it["info"]["contact"]["phone"] = json!("1"), "at /info/contact");
    check(|it| at(it, CREATED)["queue"] = json!("x"), "order-created.v1");
}

#[test]
fn the_rules_see_what_the_schema_does_not() {
    let sends = "/operations/sendOrderCreated";
    check(
        |it| at(it, sends)["messages"] = json!([{ "$ref": "#/components/messages/OrderCreated" }]),
        "#/components/messages/OrderCreated",
    );
    let others = "#/channels/order.order-confirmed.v1/messages/OrderConfirmed";
    check(|it| at(it, sends)["messages"] = json!([{ "$ref": others }]), "another channel");
    check(|it| at(it, CREATED)["address"] = json!("order.{id}"), "has no parameter id");
    check(|it| at(it, CREATED)["parameters"] = json!({ "id": {} }), "has a parameter id");
    check(
        |it| {
            let messages = at(it, CREATED)["messages"].as_object_mut().expect("an object");
            let copy = messages["OrderCreated"].clone();
            messages.insert("Copy".into(), copy);
        },
        "several messages of the type",
    );
    let message = format!("{CREATED}/messages/OrderCreated");
    let total = format!("{message}/payload/properties/total/allOf/0");
    check(|it| at(it, &message)["examples"][0]["payload"]["total"] = json!(1), "examples/0");
    check(|it| at(it, &total)["description"] = json!("Beside."), "has company");
    check(
        |it| at(it, &message)["correlationId"] = json!({ "location": "$message.header#/ce-id2" }),
        "ce-id2",
    );
    check(
        |it| it["components"]["schemas"]["Spare"] = json!({ "type": "string" }),
        "components/schemas/Spare is not used",
    );
    check(|it| it["channels"]["a b"] = it["channels"]["order.order-created.v1"].clone(), "a b");
}
