//! Golden text of the models: one of everything, and an obstacle course of names and texts.

use std::collections::BTreeMap;
use std::fmt::Write;

use expect_test::{ExpectFile, expect_file};

use crate::emit::rust::models::models_crate;
use crate::ir::{
    Builtin, Classification, Constraints, Docs, Domain, EnumValue, Field, Home, Number, Place,
    Platform, Shape, Type, TypeId, TypeRef, UnionVariant, Value,
};

#[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
fn check(platform: &Platform, expected: ExpectFile) {
    let mut text = String::new();
    for (path, content) in models_crate(platform).files {
        if path.starts_with("src/") {
            let content = String::from_utf8(content).expect("Rust is text");
            writeln!(text, "// ======== {path}\n{content}").expect("a string takes every text");
        }
    }
    expected.assert_eq(&text);
}

fn platform(domains: Vec<(&str, Vec<Type>)>) -> Platform {
    let domains = domains.into_iter().map(|(name, types)| {
        let types = types.into_iter().map(|mut ty| {
            ty.id.home = Home::Domain(name.to_owned());
            (ty.id.name.clone(), ty)
        });
        let domain = Domain {
            owner: format!("{name}-team"),
            docs: docs("What customers buy"),
            types: types.collect(),
            places: vec![place(name)],
        };
        (name.to_owned(), domain)
    });
    Platform {
        name: String::from("acme-retail"),
        docs: Docs::default(),
        crate_prefix: String::from("retail"),
        problems: String::from("https://acme.example/problems/"),
        regions: Vec::new(),
        nats: None,
        domains: domains.collect(),
        apis: BTreeMap::new(),
        services: BTreeMap::new(),
        events: BTreeMap::new(),
        place: Place::default(),
    }
}

fn place(domain: &str) -> Place {
    Place { document: format!("specs/models/{domain}.yaml").into(), pointer: String::new() }
}

fn docs(description: &str) -> Docs {
    Docs { description: description.to_owned(), ..Docs::default() }
}

fn define(name: &str, description: &str, shape: Shape) -> Type {
    let id = TypeId { home: Home::Domain(String::new()), name: name.to_owned() };
    Type { id, shape, docs: docs(description), examples: Vec::new(), place: place("order") }
}

fn record(name: &str, description: &str, fields: Vec<Field>) -> Type {
    define(name, description, Shape::Record { fields, reserved: Vec::new() })
}

fn newtype(name: &str, description: &str, is: TypeRef, constraints: Constraints) -> Type {
    define(
        name,
        description,
        Shape::Newtype { is, constraints, classification: Classification::Internal },
    )
}

fn enumeration(name: &str, description: &str, values: &[&str]) -> Type {
    let value = |value: &&str| EnumValue { value: (*value).to_owned(), docs: Docs::default() };
    define(name, description, Shape::Enum(values.iter().map(value).collect()))
}

fn union(name: &str, description: &str, on: &str, variants: &[(&str, &str)]) -> Type {
    let variant = |(tag, payload): &(&str, &str)| UnionVariant {
        tag: (*tag).to_owned(),
        payload: id(payload),
    };
    define(
        name,
        description,
        Shape::Union { on: on.to_owned(), variants: variants.iter().map(variant).collect() },
    )
}

/// `domain.Name`.
fn id(path: &str) -> TypeId {
    let (domain, name) = path.split_once('.').expect("a path has a domain");
    TypeId { home: Home::Domain(domain.to_owned()), name: name.to_owned() }
}

/// A type expression of the spec language, names in full.
fn ty(text: &str) -> TypeRef {
    let inner = |text: &str| Box::new(ty(text));
    if let Some(text) = text.strip_suffix(" | null") {
        return TypeRef::Nullable(inner(text));
    }
    if let Some(text) = text.strip_suffix("[]") {
        return TypeRef::List(inner(text));
    }
    if let Some(text) = text.strip_prefix("map<").and_then(|text| text.strip_suffix('>')) {
        return TypeRef::Map(inner(text));
    }
    if let Some(text) = text.strip_prefix("patch<").and_then(|text| text.strip_suffix('>')) {
        return TypeRef::Patch(id(text));
    }
    TypeRef::Builtin(match text {
        "string" => Builtin::String,
        "boolean" => Builtin::Boolean,
        "int32" => Builtin::Int32,
        "int64" => Builtin::Int64,
        "float64" => Builtin::Float64,
        "decimal" => Builtin::Decimal,
        "date" => Builtin::Date,
        "timestamp" => Builtin::Timestamp,
        "duration" => Builtin::Duration,
        "uuid" => Builtin::Uuid,
        "email" => Builtin::Email,
        "uri" => Builtin::Uri,
        "bytes" => Builtin::Bytes,
        "any" => Builtin::Any,
        name => return TypeRef::Named(id(name)),
    })
}

/// A field; a name that ends in `?` is optional.
fn field(name: &str, text: &str) -> Field {
    Field {
        name: name.trim_end_matches('?').to_owned(),
        ty: ty(text),
        required: !name.ends_with('?'),
        default: None,
        constraints: Constraints::default(),
        classification: Classification::Internal,
        docs: Docs::default(),
        examples: Vec::new(),
        place: Place::default(),
    }
}

fn number(text: &str) -> Number {
    Number(text.to_owned())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn with_default(name: &str, text: &str, default: Value) -> Field {
    Field { default: Some(default), required: false, ..field(name, text) }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one of everything is a long list")]
fn one_of_everything() {
    let order = vec![
        newtype("OrderId", "Identifies one order.", ty("uuid"), Constraints::default()),
        newtype(
            "Sku",
            "Names an article",
            ty("string"),
            Constraints {
                pattern: Some(String::from(r"^[A-Z]{3}-\d{4}$")),
                max_length: Some(8),
                ..Constraints::default()
            },
        ),
        define(
            "CustomerName",
            "",
            Shape::Newtype {
                is: ty("string"),
                constraints: Constraints {
                    min_length: Some(1),
                    max_length: Some(200),
                    ..Constraints::default()
                },
                classification: Classification::Personal,
            },
        ),
        define(
            "OrderStatus",
            "Where the order stands.",
            Shape::Enum(vec![
                EnumValue { value: String::from("placed"), docs: docs("Accepted, not yet paid.") },
                EnumValue { value: String::from("in-progress"), docs: Docs::default() },
                EnumValue {
                    value: String::from("unknown"),
                    docs: Docs {
                        deprecated: Some(String::from("Never sent any more")),
                        ..Docs::default()
                    },
                },
            ]),
        ),
        record(
            "CardPayment",
            "A payment by card.\n\nIt is settled at once.",
            vec![
                Field { classification: Classification::Payment, ..field("token", "string") },
                field("amount", "decimal"),
            ],
        ),
        record("InvoicePayment", "A payment by invoice.", vec![field("dueOn", "date")]),
        union(
            "Payment",
            "How the customer pays.",
            "method",
            &[("card", "order.CardPayment"), ("bank-invoice", "order.InvoicePayment")],
        ),
        record(
            "OrderLine",
            "",
            vec![
                field("sku", "order.Sku"),
                Field {
                    constraints: Constraints {
                        minimum: Some(number("1")),
                        maximum: Some(number("10000")),
                        multiple_of: Some(number("5")),
                        ..Constraints::default()
                    },
                    examples: vec![Value::Number(number("10"))],
                    docs: docs("How many pieces"),
                    ..field("quantity", "int32")
                },
                Field {
                    constraints: Constraints {
                        exclusive_minimum: Some(number("0.01")),
                        ..Constraints::default()
                    },
                    ..field("unitPrice", "decimal")
                },
                Field {
                    constraints: Constraints {
                        maximum: Some(number("99.5")),
                        ..Constraints::default()
                    },
                    ..field("discount", "float64")
                },
            ],
        ),
        record(
            "Order",
            "A customer's commitment to buy.",
            vec![
                field("id", "order.OrderId"),
                field("status", "order.OrderStatus"),
                Field {
                    constraints: Constraints {
                        min_items: Some(1),
                        max_items: Some(500),
                        unique_items: true,
                        ..Constraints::default()
                    },
                    ..field("lines", "order.OrderLine[]")
                },
                Field {
                    classification: Classification::Personal,
                    constraints: Constraints { max_length: Some(500), ..Constraints::default() },
                    docs: Docs {
                        description: String::from("What the customer wrote"),
                        deprecated: Some(String::from("Use `lines` instead.")),
                        ..Docs::default()
                    },
                    ..field("note?", "string")
                },
                field("giftMessage", "string | null"),
                field("deliveryHint?", "string | null"),
                with_default("priority", "int32", Value::Number(number("5"))),
                with_default("express", "boolean", Value::Bool(false)),
                with_default("firstStatus", "order.OrderStatus", text("placed")),
                with_default("validUntil", "date", text("2030-01-01")),
                field("labels", "map<string>"),
                field("payment", "order.Payment"),
                field("customer?", "order.Person"),
                field("billing", "order.Person"),
                field("placedAt", "timestamp"),
                field("URL", "uri"),
            ],
        ),
        record(
            "Person",
            "Somebody.",
            vec![
                field("name", "order.CustomerName"),
                field("mail?", "email"),
                field("parent?", "order.Person"),
                field("children", "order.Person[]"),
                field("extra?", "any"),
            ],
        ),
        record(
            "OrderChange",
            "A change of an order.",
            vec![
                field("change", "patch<order.Order>"),
                field("took?", "duration"),
                field("signature?", "bytes"),
            ],
        ),
        record(
            "OrderFilter",
            "What is looked for.",
            vec![
                field("open?", "boolean"),
                field("tags", "string[]"),
                field("address?", "shipping.Address"),
            ],
        ),
    ];
    let shipping = vec![record(
        "Address",
        "Where it goes.",
        vec![field("line1", "string"), field("line2?", "string"), field("iso3Code", "string")],
    )];
    check(
        &platform(vec![("order", order), ("shipping", shipping)]),
        expect_file!["expected/everything.rs"],
    );
}

#[test]
fn an_obstacle_course_of_names_and_texts() {
    let many: Vec<String> = (0..30).map(|number| format!("value-{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let hostile = "Ends a comment */ and /* starts one, \"quotes\" \\ and <b>bold</b> [Link] {braces} `tick\n\n    code\n\n\
                   ```\nfn main() { panic!() }\n```\n\nA very_snake word, CustomerProcess::run(), https://a.example/b_c \
                   and \u{202e}a\u{0}b.\r\n* list\nlazy";
    let course = vec![
        newtype("Option", "Hides the prelude's.", ty("string"), Constraints::default()),
        newtype("Vec", hostile, ty("int64"), Constraints::default()),
        record("Shape", hostile, vec![field("field", "type.Field"), field("value", "type.Value")]),
        record("Shaped", "", vec![field("problem?", "type.Problem")]),
        record(
            "Field",
            "",
            vec![
                field("type", "string"),
                field("self", "boolean"),
                field("async?", "int32 | null"),
            ],
        ),
        record("Value", "", vec![field("any", "any"), field("value?", "type.Value")]),
        record(
            "Patch",
            "",
            vec![field("patch", "patch<type.Value>"), field("none?", "string | null")],
        ),
        record(
            "Pattern",
            "",
            vec![Field {
                constraints: Constraints {
                    pattern: Some(String::from(r#"^["\\/]+$"#)),
                    ..Constraints::default()
                },
                ..field("pattern", "string")
            }],
        ),
        record("Problem", "", vec![field("fmt", "string"), field("Fmt2", "type.Display")]),
        union(
            "Tagged",
            "",
            "kind",
            &[("self", "type.Shape"), ("Unknown", "type.Big"), ("1", "type.Self")],
        ),
        enumeration(
            "Display",
            "",
            &["Self", "Unknown", "None", "+", "-", "", "1st", "größe", "Ok", "type"],
        ),
        enumeration("Classification", "", &many),
        record("Self", "", vec![field("classification", "type.Classification")]),
        record("Serialize", "", vec![field("serializer", "type.Option")]),
        record("Debug", "", vec![field("Redacted", "string")]),
        record("BTreeMap", "", vec![field("map", "map<type.Debug>")]),
        record(
            "Decimal",
            "",
            vec![
                field("decimal", "decimal"),
                field("date", "date"),
                field("other", "serde.Decimal"),
            ],
        ),
        record("Empty", "", Vec::new()),
        record("Flags", "", ["a", "b", "c", "d"].map(|name| field(name, "boolean")).to_vec()),
        record(
            "Big",
            "",
            (0..40).map(|number| field(&format!("part{number}"), "string")).collect(),
        ),
        record(
            "Secrets",
            "",
            vec![
                Field { classification: Classification::Secret, ..field("Debug", "string") },
                field("snake_case", "string"),
                field("kebab-case", "string"),
                field("3DSecure", "string"),
                field("line_2", "string"),
            ],
        ),
        record("Type", "", vec![field("type", "type.Vec")]),
    ];
    let serde = vec![
        record("Decimal", "", vec![field("decimal", "decimal")]),
        record("Serde", "", Vec::new()),
    ];
    check(
        &platform(vec![("type", course), ("serde", serde)]),
        expect_file!["expected/obstacles.rs"],
    );
}
