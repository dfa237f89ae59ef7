//! What the published JSON Schema of a request refuses the server refuses, and the reverse; what is accepted survives
//! serde.
//!
//! The values are drawn from the `OpenAPI` documents that the generated crates embed and are sent through their real
//! routes' validation. `TIEBEAM_SEED=n` draws others.

mod damage;
mod events;
mod roundtrip;
mod server;
mod values;

use std::collections::BTreeSet;

use jsonschema::{Draft, ValidationError, Validator};
use serde_json::{Value, json};
use tiebeam::operation::Api;
use tiebeam::shape::{Place, Violation};

use self::roundtrip::Spelling;
use self::server::{Probe, Verdict};
use self::values::Random;

/// Values that are drawn per operation, and the changes that are made to each.
const VALUES: usize = 25;
const CHANGES: usize = 40;

/// Collects a probe per operation: its API, how it travels, and the type of its body as its request has it.
macro_rules! probes {
    ($($krate:ident: $($operation:ident)*;)*) => {
        vec![$((&$krate::meta::API, vec![$({
            use $krate::operations::$operation::{OPERATION, Request};
            Probe::new(&$krate::meta::API, &OPERATION, |request: Request| request.body)
        }),*])),*]
    };
}

/// Every operation with a body, by API; an API without one has an empty list.
fn probes() -> Vec<(&'static Api, Vec<Probe>)> {
    probes! {
        crm_system_v1: open_standing;
        customer_experience_v1: change_settings sign_up;
        customer_process_v1: change_profile register_customer;
        customer_service_v1: change_profile create_customer;
        erp_system_v1: create_shipment reserve_stock;
        inventory_service_v1: adjust_stock;
        order_experience_v1: cancel_order check_out quote_basket;
        order_process_v1: place_order;
        order_process_v2: cancel_order place_order quote_order;
        order_service_v1: cancel_order change_status create_order;
        payment_service_v1: record_payment settle_payment;
        payments_system_v1: authorize capture_authorization;
        shipping_process_v1: create_shipment plan_shipment;
    }
}

#[test]
fn no_operation_with_a_body_is_left_out() {
    for (api, probes) in probes() {
        let document = document(api);
        let probed: BTreeSet<&str> = probes.iter().map(|probe| probe.operation.name()).collect();
        let documented: BTreeSet<&str> =
            bodies(&document).into_iter().map(|(name, _)| name).collect();
        assert_eq!(probed, documented, "{} {}", api.name, api.version);
    }
}

#[tokio::test]
async fn schema_and_server_agree_on_every_request() {
    let mut random = Random::new(Random::seed());
    let (mut accepted, mut refused) = (0, 0);
    let mut disagreements = Vec::new();
    for (api, probes) in probes() {
        let document = document(api);
        for probe in probes {
            let name = format!("{} {}", api.name, probe.operation.name());
            let judge = Judge { probe, schema: body_schema(&document, &name), document: &document };
            let validator = validator(&document, judge.schema);
            for _ in 0..VALUES {
                let value = values::valid(&document, judge.schema, &mut random);
                assert!(validator.is_valid(&value), "{name}: the schema refuses {value}");
                let (_, found) = judge.disagreement(&validator, &value, "nowhere").await;
                disagreements.extend(found.map(|found| format!("{name}: {found}")));
                for _ in 0..CHANGES {
                    let (damaged, place) = damage::damaged(&value, &mut random);
                    let (is_valid, found) = judge.disagreement(&validator, &damaged, &place).await;
                    disagreements.extend(found.map(|found| format!("{name}: {found}")));
                    if is_valid { accepted += 1 } else { refused += 1 }
                }
            }
        }
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
    // Changes that are all refused, or all harmless, would show little.
    assert!(accepted > 500 && refused > 5_000, "{accepted} accepted, {refused} refused");
}

/// Two that judge the bodies of one operation.
struct Judge<'d> {
    probe: Probe,
    schema: &'d Value,
    document: &'d Value,
}

impl Judge<'_> {
    /// Whether the schema accepts a value, and in which way the server sees it otherwise.
    async fn disagreement(
        &self,
        validator: &Validator,
        value: &Value,
        place: &str,
    ) -> (bool, Option<String>) {
        let errors: Vec<ValidationError<'_>> = validator.iter_errors(value).collect();
        let found = match self.probe.judge(value).await {
            Verdict::Accepted(read) if errors.is_empty() => {
                Spelling::of(self.document).difference(value, &read)
            }
            Verdict::Accepted(_) => Some(format!("only the schema refuses: {}", joined(&errors))),
            Verdict::Refused(violations) if errors.is_empty() => {
                let unexpected: Vec<&Violation> = violations
                    .iter()
                    .filter(|violation| !is_laxer_schema(violation, value))
                    .collect();
                (!unexpected.is_empty() || violations.is_empty())
                    .then(|| format!("only the server refuses: {unexpected:?}"))
            }
            Verdict::Refused(_) => None,
        };
        let shown: String = value.to_string().chars().take(600).collect();
        (
            errors.is_empty(),
            found.map(|found| format!("changed at {place:?}: {found}\n    {shown}")),
        )
    }
}

/// What JSON Schema cannot say, so that a server refuses it and a schema does not.
fn is_laxer_schema(violation: &Violation, body: &Value) -> bool {
    let Place::Body(pointer) = &violation.place else { return false };
    let Some(value) = body.pointer(&pointer[1..]) else { return false };
    // Bounds of a decimal, which is a string, are only in `x-minimum` and its like.
    value.is_string()
        && ["must be at least ", "must be at most ", "must be greater than ", "must be less than "]
            .into_iter()
            .chain(["must be a multiple of ", "must be a decimal number of at most 28 digits"])
            .any(|start| violation.detail.starts_with(start))
}

fn joined(errors: &[ValidationError<'_>]) -> String {
    let texts = errors.iter().map(|error| {
        let text: String = error.to_string().chars().take(200).collect();
        format!("{} at {:?}", text, error.instance_path().as_str())
    });
    texts.collect::<Vec<_>>().join("; ")
}

fn document(api: &Api) -> Value {
    serde_json::from_str(api.openapi).expect("an embedded document is JSON")
}

/// The operations with a body, and its schema.
fn bodies(document: &Value) -> Vec<(&str, &Value)> {
    let paths = document["paths"].as_object().expect("a document has paths");
    let items = paths.values().filter_map(Value::as_object);
    let operations = items.flat_map(|item| item.values());
    operations
        .filter_map(|operation| {
            let schema = operation.pointer("/requestBody/content/application~1json/schema")?;
            Some((operation["operationId"].as_str()?, schema))
        })
        .collect()
}

fn body_schema<'d>(document: &'d Value, name: &str) -> &'d Value {
    let of_name = |(operation, _): &(&str, &Value)| name.ends_with(&format!(" {operation}"));
    bodies(document).into_iter().find(of_name).expect("the operation has a body").1
}

/// Asserts formats, as the standards that the document names say.
fn validator(document: &Value, schema: &Value) -> Validator {
    let schema = json!({ "allOf": [schema], "components": document["components"] });
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is valid")
}
