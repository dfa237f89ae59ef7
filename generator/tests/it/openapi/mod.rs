//! Documents of hand-built contracts, judged by the rules of `OpenAPI` 3.1 and compared with a golden one.

mod fixture;
pub mod rules;

use expect_test::expect_file;
use serde_json::{Value, json};

use std::path::Path;

use tiebeam_generator::emit::openapi::{Direction, document, schema};
use tiebeam_generator::ir;
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec;

fn everything() -> (ir::Platform, ir::ApiId) {
    (fixture::platform(), fixture::id())
}

fn parsed(platform: &ir::Platform, id: &ir::ApiId) -> Value {
    serde_json::from_str(&document(platform, id)).expect("a document is JSON")
}

#[test]
fn the_document_of_a_contract_that_uses_everything() {
    let (platform, id) = everything();
    expect_file!["everything.json"].assert_eq(&document(&platform, &id));
}

#[test]
fn a_document_keeps_the_rules_of_openapi() {
    let (platform, id) = everything();
    assert_eq!(rules::violations(&parsed(&platform, &id)), Vec::<String>::new());
}

#[test]
fn documents_of_the_reference_enterprise_keep_the_rules() {
    documents_keep_the_rules("../specs");
}

#[test]
fn documents_of_hostile_names_keep_the_rules() {
    documents_keep_the_rules("tests/golden/obstacle-course/specs");
}

fn documents_keep_the_rules(directory: &str) {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let specs = spec::load(&directory).expect("the specs can be read");
    let (platform, findings) = resolve(&specs);
    let platform = platform.unwrap_or_else(|| panic!("{findings:#?}"));
    let found: Vec<String> = platform
        .contracts()
        .flat_map(|api| {
            let violations = rules::violations(&parsed(&platform, &api.id));
            violations.into_iter().map(move |violation| format!("{}: {violation}", api.id))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_rules_see_what_is_wrong() {
    let (platform, id) = everything();
    let mut document = parsed(&platform, &id);
    document["paths"]["/orders"]["post"]["operationId"] = json!("listOrders");
    document["paths"]["/orders"]["post"]["responses"]["201"]["description"] = json!("");
    document["components"]["schemas"]["Problem"] = Value::Null;
    document["components"]["schemas"].as_object_mut().expect("an object").shift_remove("Problem");
    let violations = rules::violations(&document).join("\n");
    for expected in ["listOrders", "201", "#/components/schemas/Problem"] {
        assert!(violations.contains(expected), "{expected} is not in {violations}");
    }
}

#[test]
fn the_same_contract_gives_the_same_text() {
    let (platform, id) = everything();
    let first = document(&platform, &id);
    assert!((0..8).all(|_| document(&platform, &id) == first));
}

/// Checks values against the schema of a type: those that are taken, and those that are not.
fn check(ty: &ir::TypeRef, direction: Direction, taken: &[Value], refused: &[Value]) {
    let schema = schema(&fixture::platform(), ty, direction);
    let validator = rules::validator(&schema);
    for value in taken {
        let errors: Vec<String> =
            validator.iter_errors(value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{value} should be taken: {errors:?}\n{schema:#}");
    }
    for value in refused {
        assert!(!validator.is_valid(value), "{value} should be refused\n{schema:#}");
    }
}

#[test]
fn records_are_closed_in_requests_and_open_in_responses() {
    let money = fixture::canonical("common", "Money");
    let known = json!({ "amount": "10.50", "currency": "EUR" });
    let unknown = json!({ "amount": "10.50", "currency": "EUR", "rate": 1 });
    check(&money, Direction::Request, std::slice::from_ref(&known), std::slice::from_ref(&unknown));
    check(&money, Direction::Response, &[known, unknown], &[json!({ "amount": "10.50" })]);
}

#[test]
fn enums_are_closed_in_requests_and_open_in_responses() {
    let status = fixture::canonical("order", "OrderStatus");
    check(&status, Direction::Request, &[json!("placed")], &[json!("lost"), json!(1)]);
    check(&status, Direction::Response, &[json!("placed"), json!("lost")], &[json!(1)]);
}

#[test]
fn unions_are_told_apart_by_their_tag() {
    let payment = fixture::canonical("order", "Payment");
    let card = json!({ "method": "card", "token": "tok_1" });
    let broken = json!({ "method": "card" });
    let unknown = json!({ "method": "cash", "till": 3 });
    let untagged = json!({ "token": "tok_1" });
    let extended = json!({ "method": "card", "token": "tok_1", "more": 1 });
    check(
        &payment,
        Direction::Request,
        std::slice::from_ref(&card),
        &[broken.clone(), unknown.clone(), untagged.clone(), extended.clone()],
    );
    check(&payment, Direction::Response, &[card, unknown, extended], &[broken, untagged]);
}

#[test]
fn patches_may_leave_out_everything_and_remove_what_is_optional() {
    let patch = ir::TypeRef::Patch(fixture::canonical_id("order", "Order"));
    let taken = [
        json!({}),
        json!({ "note": null }),
        json!({ "total": { "amount": "1" } }),
        json!({ "labels": { "gift": null } }),
    ];
    let refused =
        [json!({ "id": null }), json!({ "unknown": 1 }), json!({ "lines": [] }), json!([])];
    check(&patch, Direction::Request, &taken, &refused);
}

#[test]
fn builtin_types_have_the_formats_that_are_asserted() {
    let cases = [
        (ir::Builtin::Int32, json!(1.0), json!(1.5)),
        (ir::Builtin::Decimal, json!("-10.50"), json!("1e3")),
        (ir::Builtin::Date, json!("2026-02-28"), json!("2026-02-30")),
        (ir::Builtin::Timestamp, json!("2026-02-28T10:00:00Z"), json!("2026-02-28 10:00")),
        (ir::Builtin::Duration, json!("PT15M"), json!("15 minutes")),
        (ir::Builtin::Uuid, json!("0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10"), json!("0192f0c1")),
        (ir::Builtin::Email, json!("someone@example.com"), json!("someone")),
        (ir::Builtin::Uri, json!("https://example.com/"), json!("/relative")),
        (ir::Builtin::Bytes, json!("SGVsbG8="), json!("SGVsbG8")),
        (ir::Builtin::Boolean, json!(true), json!("true")),
    ];
    for (builtin, taken, refused) in cases {
        check(&ir::TypeRef::Builtin(builtin), Direction::Request, &[taken], &[refused]);
    }
    let nothing = json!(null);
    check(&ir::TypeRef::Builtin(ir::Builtin::Any), Direction::Request, &[nothing, json!([1])], &[]);
}

#[test]
fn null_is_taken_only_where_it_is_written() {
    let nullable = |ty| ir::TypeRef::Nullable(Box::new(ty));
    let status = fixture::canonical("order", "OrderStatus");
    check(
        &nullable(status.clone()),
        Direction::Request,
        &[json!(null), json!("placed")],
        &[json!("lost")],
    );
    check(&status, Direction::Request, &[], &[json!(null)]);
    let list = ir::TypeRef::List(Box::new(nullable(ir::TypeRef::Builtin(ir::Builtin::String))));
    check(&nullable(list), Direction::Request, &[json!(null), json!([null, "a"])], &[json!([1])]);
}

#[test]
fn recursive_types_have_an_end() {
    let category = fixture::canonical("catalog", "Category");
    let nested = json!({ "name": "a", "children": [{ "name": "b", "children": [] }] });
    check(&category, Direction::Request, &[nested], &[json!({ "name": "a", "children": [{}] })]);
}
