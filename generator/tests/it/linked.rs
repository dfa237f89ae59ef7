//! What linking makes of specs that are right: defaults filled in, names resolved, places kept.

use tiebeam_generator::diag::Diagnostic;
use tiebeam_generator::diag::render::{self, Color};
use tiebeam_generator::ir::{
    ApiId, ErrorOrigin, Idempotency, Operation, PathSegment, Platform, Shape, TypeRef,
};
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec::load_texts;

const PLATFORM: &str = "
kind: Platform
name: acme
problems: https://acme.example/problems/
generate: { into: ../generated }
";

const API: &str = "
kind: Api
name: order-process
tier: process
version: 2.1.0
domain: order
owner: order-team
description: Takes orders.
deprecated: { since: 1970-01-02, sunset: 1970-01-03 }
defaults: { timeout: 2s, retry: { attempts: 3 }, scopes: [orders] }
errors: { OutOfStock: { status: 409, description: None left. } }
operations:
  placeOrder:
    http: POST /orders
    summary: Place an order.
    request: Order
    response: { 201: Order }
    errors: [OutOfStock, NotFound]
  getOrder:
    http: GET /orders/{orderId}
    summary: Get an order.
    timeout: 50ms
    response: { 200: Order }
    public: true
types:
  OrderId: { is: uuid, description: Identifies an order. }
  Order: { fields: { id: OrderId, \"a/b~c?\": string, rank: { type: int32, default: 3 } } }
";

fn link(texts: &[(&str, &str)]) -> (Option<Platform>, Vec<Diagnostic>) {
    let owned = texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    resolve(&load_texts(owned.collect()))
}

/// The platform of the API above.
fn platform() -> Platform {
    let api = API.replace("a/b~c?", "a-b?");
    let (platform, findings) = link(&[("specs/p.yaml", PLATFORM), ("specs/a.yaml", &api)]);
    platform.unwrap_or_else(|| panic!("the specs are right: {findings:#?}"))
}

fn operation<'a>(platform: &'a Platform, id: &str) -> &'a Operation {
    let api = platform.contract(&ApiId { name: "order-process".to_owned(), major: 2 });
    api.operations.iter().find(|operation| operation.id == id).expect("the operation is there")
}

#[test]
fn defaults_are_filled_in() {
    let platform = platform();
    let place = operation(&platform, "placeOrder");
    assert_eq!(
        (place.timeout.millis, place.scopes.as_slice()),
        (2_000, &["orders".to_owned()][..])
    );
    assert_eq!(
        (place.idempotency, place.retry),
        (Idempotency::None, None),
        "a POST is not retried"
    );
    let get = operation(&platform, "getOrder");
    assert_eq!((get.timeout.millis, get.scopes.len()), (50, 0), "public operations need no scope");
    assert_eq!(get.idempotency, Idempotency::Natural);
    let retry = get.retry.expect("a GET is retried by the policy of its API");
    assert_eq!((retry.attempts, retry.base.millis, retry.cap.millis), (3, 50, 1_000));
    assert_eq!(retry.budget_percent, 20);
}

#[test]
fn the_end_of_an_api_is_the_end_of_its_operations() {
    let platform = platform();
    let deprecation = operation(&platform, "getOrder").deprecation.clone();
    let deprecation = deprecation.expect("the API is deprecated");
    assert_eq!((deprecation.since, deprecation.sunset), (86_400, Some(172_800)));
}

#[test]
fn a_created_entity_is_found_where_it_is_read() {
    let platform = platform();
    let location = operation(&platform, "placeOrder").responses[0].location.as_deref();
    assert_eq!(location, Some("/v2/orders/{id}"));
}

#[test]
fn a_path_parameter_takes_the_type_called_like_it() {
    let platform = platform();
    let get = operation(&platform, "getOrder");
    assert_eq!(get.path[1], PathSegment::Parameter("orderId".to_owned()));
    let [parameter] = &get.parameters[..] else { panic!("one parameter: {:?}", get.parameters) };
    assert!(matches!(&parameter.ty, TypeRef::Named(id) if id.name == "OrderId"));
    assert!(parameter.required);
}

#[test]
fn errors_are_the_declared_ones_and_the_built_in_ones_in_use() {
    let platform = platform();
    let api = platform.contract(&ApiId { name: "order-process".to_owned(), major: 2 });
    let errors: Vec<(&str, &str, ErrorOrigin)> = api
        .errors
        .values()
        .map(|error| (error.title.as_str(), error.uri.as_str(), error.origin))
        .collect();
    assert_eq!(
        errors,
        [
            ("Not found", "https://acme.example/problems/not-found", ErrorOrigin::Builtin),
            (
                "Out of stock",
                "https://acme.example/problems/order-process/out-of-stock",
                ErrorOrigin::Declared
            ),
        ]
    );
}

#[test]
fn places_keep_keys_as_written() {
    let platform = platform();
    let api = platform.contract(&ApiId { name: "order-process".to_owned(), major: 2 });
    let Shape::Record { fields, .. } = &api.types[1].shape else { panic!("a record") };
    assert_eq!(fields[1].place.pointer, "/types/Order/fields/a-b?");
    assert_eq!((fields[1].name.as_str(), fields[1].required), ("a-b", false));
    assert!(!fields[2].required, "a field with a default may be absent");
    let (_, findings) = link(&[("specs/p.yaml", PLATFORM), ("specs/a.yaml", API)]);
    let pointers: Vec<&str> =
        findings.iter().map(|finding| finding.place.pointer.as_str()).collect();
    assert_eq!(pointers, ["/types/Order/fields/a~1b~0c?"]);
}

#[test]
fn what_an_unreadable_document_may_declare_is_not_missed() {
    let api =
        API.replace("a/b~c?", "note?").replace("id: OrderId", "id: Elsewhere, sku: stock.Sku");
    let api = api.replace("defaults:", "uses: { crm: crm-system@1 }\ndefaults:");
    let check = |text: &str, expected: &[&str]| {
        let specs =
            [("specs/a.yaml", api.as_str()), ("specs/b.yaml", text), ("specs/p.yaml", PLATFORM)];
        let (platform, findings) = link(&specs);
        let names: Vec<&str> = findings.iter().map(|finding| finding.code.name).collect();
        assert_eq!(names, expected, "{text}");
        assert_eq!(platform, None);
    };
    check("kind: Models\ndomain: order\n", &["unknown-contract"]);
    check("kind: Api\nname: crm-system\n", &["unknown-type", "unknown-domain"]);
    check("{", &[]);
}

#[test]
fn the_order_of_documents_does_not_matter() {
    // Loading sorts documents by path; here they come to linking in every order.
    let broken =
        API.replace("a/b~c?\": string", "note\": Nothing").replace("type: int32", "type: Nought");
    let models = "kind: Models\ndomain: order\nowner: stock-team\ntypes: { A: { is: B } }\n";
    let more = "kind: Models\ndomain: order\nowner: order-team\ntypes: { A: { is: C } }\n";
    let texts =
        [("specs/a.yaml", broken.as_str()), ("specs/m.yaml", models), ("specs/n.yaml", more)];
    let owned = texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let mut specs = load_texts(owned.collect());
    assert_eq!(specs.documents.len(), 3, "{:?}", specs.findings);
    let mut said = Vec::new();
    for _ in 0..3 {
        specs.documents.rotate_left(1);
        for _ in 0..2 {
            specs.documents.swap(0, 1);
            let (_, findings) = resolve(&specs);
            said.push(render::human(&findings, &specs.sources, Color::Never));
        }
    }
    assert!(said.iter().all(|each| *each == said[0]), "{said:#?}");
}
