//! A contract that uses everything the language has, built by hand.

use std::collections::BTreeMap;

use crate::ir::{
    Api, ApiId, Builtin, Classification, Constraints, Deprecation, Docs, Domain, Duration,
    EnumValue, ErrorOrigin, ErrorType, EventRef, Field, Header, Home, HttpMethod, Idempotency,
    IfMatch, Number, Operation, Paging, Parameter, ParameterIn, PathSegment, Place, Platform,
    RateLimit, RateLimitBy, Response, Retry, Shape, Tier, Type, TypeId, TypeRef, UnionVariant,
    Value,
};

pub fn id() -> ApiId {
    ApiId { name: "order-process".into(), major: 1 }
}

pub fn platform() -> Platform {
    let api = api();
    Platform {
        name: "acme-retail".into(),
        docs: Docs::default(),
        crate_prefix: "retail".into(),
        problems: "https://acme.example/problems/".into(),
        regions: Vec::new(),
        domains: domains(),
        apis: BTreeMap::from([(api.id.clone(), api)]),
        services: BTreeMap::new(),
        events: BTreeMap::new(),
        place: Place::default(),
    }
}

pub fn canonical_id(domain: &str, name: &str) -> TypeId {
    TypeId { home: Home::Domain(domain.into()), name: name.into() }
}

pub fn canonical(domain: &str, name: &str) -> TypeRef {
    TypeRef::Named(canonical_id(domain, name))
}

fn local_id(name: &str) -> TypeId {
    TypeId { home: Home::Api(id()), name: name.into() }
}

fn local(name: &str) -> TypeRef {
    TypeRef::Named(local_id(name))
}

const STRING: TypeRef = TypeRef::Builtin(Builtin::String);
const INT32: TypeRef = TypeRef::Builtin(Builtin::Int32);
const INT64: TypeRef = TypeRef::Builtin(Builtin::Int64);
const FLOAT64: TypeRef = TypeRef::Builtin(Builtin::Float64);
const BOOLEAN: TypeRef = TypeRef::Builtin(Builtin::Boolean);
const TIMESTAMP: TypeRef = TypeRef::Builtin(Builtin::Timestamp);

fn list(ty: TypeRef) -> TypeRef {
    TypeRef::List(Box::new(ty))
}

fn map(ty: TypeRef) -> TypeRef {
    TypeRef::Map(Box::new(ty))
}

fn nullable(ty: TypeRef) -> TypeRef {
    TypeRef::Nullable(Box::new(ty))
}

fn docs(description: &str) -> Docs {
    Docs { description: description.into(), ..Docs::default() }
}

fn number(text: &str) -> Option<Number> {
    Some(Number(text.into()))
}

fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Bool(*flag),
        serde_json::Value::Number(number) => Value::Number(Number(number.to_string())),
        serde_json::Value::String(text) => Value::String(text.clone()),
        serde_json::Value::Array(items) => Value::List(items.iter().map(value).collect()),
        serde_json::Value::Object(members) => {
            Value::Map(members.iter().map(|(name, member)| (name.clone(), value(member))).collect())
        }
    }
}

macro_rules! literal {
    ($($json:tt)+) => { value(&serde_json::json!($($json)+)) };
}

/// A field; a name that ends in `?` makes it optional.
fn field(name: &str, ty: TypeRef, description: &str) -> Field {
    Field {
        name: name.trim_end_matches('?').into(),
        ty,
        required: !name.ends_with('?'),
        default: None,
        constraints: Constraints::default(),
        classification: Classification::default(),
        docs: docs(description),
        examples: Vec::new(),
        place: Place::default(),
    }
}

fn ty(id: TypeId, description: &str, shape: Shape, examples: Vec<Value>) -> Type {
    Type { id, shape, docs: docs(description), examples, place: Place::default() }
}

fn record(fields: Vec<Field>) -> Shape {
    Shape::Record { fields, reserved: Vec::new() }
}

fn newtype(is: TypeRef, constraints: Constraints) -> Shape {
    Shape::Newtype { is, constraints, classification: Classification::default() }
}

fn domains() -> BTreeMap<String, Domain> {
    let domain = |types: Vec<Type>| Domain {
        owner: "model-team".into(),
        types: types.into_iter().map(|ty| (ty.id.name.clone(), ty)).collect(),
        ..Domain::default()
    };
    BTreeMap::from([
        ("common".to_owned(), domain(vec![money()])),
        ("catalog".to_owned(), domain(vec![category(), sku(), line("catalog")])),
        ("order".to_owned(), domain(order_types())),
    ])
}

fn money() -> Type {
    let mut amount = field(
        "amount",
        TypeRef::Builtin(Builtin::Decimal),
        "How much, in the currency's main unit.",
    );
    amount.constraints =
        Constraints { minimum: number("0"), multiple_of: number("0.01"), ..Default::default() };
    let mut currency = field("currency", STRING, "ISO 4217 code.");
    currency.constraints = Constraints { pattern: Some("^[A-Z]{3}$".into()), ..Default::default() };
    let example = literal!({ "amount": "19.90", "currency": "EUR" });
    ty(
        canonical_id("common", "Money"),
        "An amount of money.",
        record(vec![amount, currency]),
        vec![example],
    )
}

fn category() -> Type {
    let fields = vec![
        field("name", STRING, "What it is called."),
        field("children", list(canonical("catalog", "Category")), "What it is divided into."),
    ];
    let example = literal!({ "name": "Shoes", "children": [{ "name": "Boots", "children": [] }] });
    ty(
        canonical_id("catalog", "Category"),
        "A node of the catalog's tree.",
        record(fields),
        vec![example],
    )
}

fn sku() -> Type {
    let constraints =
        Constraints { pattern: Some("^[A-Z]{3}-[0-9]{4}$".into()), ..Default::default() };
    ty(
        canonical_id("catalog", "Sku"),
        "A stock keeping unit.",
        newtype(STRING, constraints),
        vec![literal!("ABC-0001")],
    )
}

/// A type of the same name in two domains.
fn line(domain: &str) -> Type {
    let fields = vec![field("text", STRING, "What it says.")];
    let example = literal!({ "text": "Gift wrapping" });
    ty(canonical_id(domain, "Line"), "A line of text.", record(fields), vec![example])
}

fn order_types() -> Vec<Type> {
    let enumeration =
        |value: &str, description: &str| EnumValue { value: value.into(), docs: docs(description) };
    let mut lost = enumeration("lost", "");
    lost.value = "returned".into();
    lost.docs.deprecated = Some("use `cancelled`".into());
    let card = vec![{
        let mut token = field("token", STRING, "What the payment provider knows the card by.");
        token.classification = Classification::Payment;
        token.constraints =
            Constraints { min_length: Some(1), max_length: Some(64), ..Default::default() };
        token.examples = vec![literal!("tok_1")];
        token
    }];
    let invoice = vec![{
        let mut days = field("days?", INT32, "Days until it is due.");
        days.default = Some(literal!(30));
        days.constraints = Constraints {
            minimum: number("1"),
            exclusive_maximum: number("91"),
            ..Default::default()
        };
        days
    }];
    let variant = |tag: &str, payload: &str| UnionVariant {
        tag: tag.into(),
        payload: canonical_id("order", payload),
    };
    vec![
        ty(
            canonical_id("order", "OrderId"),
            "Identifies one order.",
            newtype(TypeRef::Builtin(Builtin::Uuid), Constraints::default()),
            vec![literal!("0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10")],
        ),
        ty(
            canonical_id("order", "OrderStatus"),
            "Where the order stands.",
            Shape::Enum(vec![
                enumeration("placed", "Accepted, not yet paid."),
                enumeration("cancelled", ""),
                lost,
            ]),
            Vec::new(),
        ),
        ty(canonical_id("order", "CardPayment"), "Pays by card.", record(card), Vec::new()),
        ty(
            canonical_id("order", "InvoicePayment"),
            "Pays by invoice.",
            record(invoice),
            Vec::new(),
        ),
        ty(
            canonical_id("order", "Payment"),
            "How the customer pays.",
            Shape::Union {
                on: "method".into(),
                variants: vec![
                    variant("card", "CardPayment"),
                    variant("invoice", "InvoicePayment"),
                ],
            },
            vec![
                literal!({ "method": "card", "token": "tok_1" }),
                literal!({ "method": "invoice", "days": 14 }),
            ],
        ),
        order_line(),
        line("order"),
        order(),
    ]
}

fn order_line() -> Type {
    let mut quantity = field("quantity", INT32, "How many.");
    quantity.constraints = Constraints {
        minimum: number("1"),
        maximum: number("10000"),
        multiple_of: number("1"),
        ..Default::default()
    };
    quantity.examples = vec![literal!(2)];
    let fields = vec![
        field("sku", canonical("catalog", "Sku"), "What is ordered."),
        quantity,
        field("unitPrice", canonical("common", "Money"), ""),
        field("remark?", canonical("order", "Line"), "What the customer says of it."),
    ];
    ty(canonical_id("order", "OrderLine"), "One position of an order.", record(fields), Vec::new())
}

fn order() -> Type {
    let mut lines = field("lines", list(canonical("order", "OrderLine")), "What is ordered.");
    lines.constraints =
        Constraints { min_items: Some(1), max_items: Some(500), ..Default::default() };
    let mut note = field("note?", STRING, "What the customer wants us to know.");
    note.constraints.max_length = Some(500);
    note.classification = Classification::Personal;
    let mut tags = field("tags?", list(STRING), "Free words.");
    tags.constraints.unique_items = true;
    let mut labels = field("labels?", map(STRING), "Free labels.");
    labels.constraints.max_items = Some(20);
    let mut weight = field("weight?", FLOAT64, "In kilograms.");
    weight.constraints.exclusive_minimum = number("0");
    weight.docs.deprecated = Some("the carrier weighs".into());
    let fields = vec![
        field("id", canonical("order", "OrderId"), ""),
        field("status", canonical("order", "OrderStatus"), ""),
        field("payment?", canonical("order", "Payment"), ""),
        lines,
        field("total", canonical("common", "Money"), "What is to be paid."),
        field("placedAt", TIMESTAMP, "When it was placed."),
        note,
        field(
            "deliveryHint?",
            nullable(STRING),
            "Where to leave the parcel; null when the customer has none.",
        ),
        field(
            "previousStatus",
            nullable(canonical("order", "OrderStatus")),
            "Where the order stood before.",
        ),
        tags,
        labels,
        weight,
        field("attachment?", TypeRef::Builtin(Builtin::Bytes), "A picture."),
        field("leadTime?", TypeRef::Builtin(Builtin::Duration), "How long it takes."),
        field("custom?", TypeRef::Builtin(Builtin::Any), "Whatever the channel wants to keep."),
        field("revision", INT64, "Grows with each change."),
    ];
    let example = literal!({
        "id": "0192f0c1-7d3e-7a41-9c1e-3f5b8a6d2e10",
        "status": "placed",
        "lines": [{ "sku": "ABC-0001", "quantity": 2, "unitPrice": { "amount": "19.90", "currency": "EUR" } }],
        "total": { "amount": "39.80", "currency": "EUR" },
        "placedAt": "2026-01-15T09:30:00Z",
        "note": "Ring twice.",
        "previousStatus": null,
        "revision": 7,
    });
    ty(
        canonical_id("order", "Order"),
        "A customer's commitment to buy.",
        record(fields),
        vec![example],
    )
}

fn api() -> Api {
    let mut description = docs("Takes an order from request to fulfilment.");
    description.meta = vec![("costCenter".into(), literal!("CC-17"))];
    Api {
        id: id(),
        tier: Tier::Process,
        version: "1.2.0".into(),
        domain: "order".into(),
        owner: "order-team".into(),
        contact: Some("order-team@acme.example".into()),
        channel: Some("web".into()),
        docs: description,
        deprecation: None,
        uses: BTreeMap::new(),
        errors: errors(),
        operations: operations(),
        types: local_types(),
        place: Place::default(),
    }
}

fn local_types() -> Vec<Type> {
    let mut lines = field(
        "lines",
        list(canonical("order", "OrderLine")),
        "What is ordered; at least one line.",
    );
    lines.constraints.min_items = Some(1);
    let mut priority = field("priority?", INT32, "How urgent it is.");
    priority.default = Some(literal!(5));
    let mut gift = field("gift?", BOOLEAN, "Whether it is a gift.");
    gift.docs.deprecated = Some(String::new());
    let fields = vec![
        lines,
        field("payment", canonical("order", "Payment"), "How the customer pays."),
        field("status?", canonical("order", "OrderStatus"), ""),
        field("note?", nullable(STRING), "What the customer wants us to know."),
        priority,
        gift,
    ];
    let example = literal!({
        "lines": [{ "sku": "ABC-0001", "quantity": 2, "unitPrice": { "amount": "19.90", "currency": "EUR" } }],
        "payment": { "method": "invoice" },
    });
    let second = literal!({
        "lines": [{ "sku": "ABC-0001", "quantity": 1, "unitPrice": { "amount": "5", "currency": "USD" } }],
        "payment": { "method": "card", "token": "tok_1" },
        "note": null,
    });
    let ticket = vec![field("ticket", STRING, "To ask for the outcome with.")];
    vec![
        ty(
            local_id("PlaceOrder"),
            "What a caller sends to place an order.",
            record(fields),
            vec![example, second],
        ),
        ty(
            local_id("Problem"),
            "Accepted, but not done yet.",
            record(ticket),
            vec![literal!({ "ticket": "t-1" })],
        ),
    ]
}

fn errors() -> BTreeMap<String, ErrorType> {
    let error = |name: &str, code: &str, title: &str, status, description: &str, detail, origin| {
        ErrorType {
            name: name.into(),
            uri: match origin {
                ErrorOrigin::Declared => {
                    format!("https://acme.example/problems/order-process/{code}")
                }
                ErrorOrigin::Builtin => format!("https://acme.example/problems/{code}"),
            },
            code: code.into(),
            title: title.into(),
            status,
            docs: docs(description),
            detail,
            origin,
            place: Place::default(),
        }
    };
    let missing = vec![
        field("sku", canonical("catalog", "Sku"), "The item that is missing."),
        field("available?", INT32, "How many there are."),
    ];
    let errors = [
        error(
            "OutOfStock",
            "out-of-stock",
            "Out of stock",
            409,
            "An item is not available in the quantity asked.",
            missing,
            ErrorOrigin::Declared,
        ),
        error(
            "OrderClosed",
            "order-closed",
            "Order closed",
            409,
            "The order can no longer be changed.",
            Vec::new(),
            ErrorOrigin::Declared,
        ),
        error("NotFound", "not-found", "Not found", 404, "", Vec::new(), ErrorOrigin::Builtin),
        error(
            "Gone",
            "gone",
            "Gone",
            410,
            "The order was removed.",
            Vec::new(),
            ErrorOrigin::Builtin,
        ),
    ];
    errors.into_iter().map(|error| (error.name.clone(), error)).collect()
}

fn parameter(location: ParameterIn, name: &str, ty: TypeRef, description: &str) -> Parameter {
    Parameter {
        location,
        name: name.trim_end_matches('?').into(),
        ty,
        required: !name.ends_with('?'),
        default: None,
        constraints: Constraints::default(),
        classification: Classification::default(),
        docs: docs(description),
        examples: Vec::new(),
        place: Place::default(),
    }
}

fn response(status: u16, body: Option<TypeRef>) -> Response {
    Response {
        status,
        body,
        description: String::new(),
        location: None,
        headers: Vec::new(),
        place: Place::default(),
    }
}

/// An operation; path segments in braces are parameters.
fn operation(
    id: &str,
    method: HttpMethod,
    path: &str,
    summary: &str,
    responses: Vec<Response>,
) -> Operation {
    let segment = |text: &str| match text.strip_prefix('{').and_then(|text| text.strip_suffix('}'))
    {
        Some(name) => PathSegment::Parameter(name.into()),
        None => PathSegment::Literal(text.into()),
    };
    let natural = matches!(method, HttpMethod::Get | HttpMethod::Put | HttpMethod::Delete);
    Operation {
        id: id.into(),
        method,
        path: path.split('/').filter(|text| !text.is_empty()).map(segment).collect(),
        summary: summary.into(),
        docs: Docs::default(),
        parameters: Vec::new(),
        request: None,
        responses,
        errors: Vec::new(),
        scopes: Vec::new(),
        public: false,
        idempotency: if natural { Idempotency::Natural } else { Idempotency::None },
        page: None,
        etag: None,
        if_match: IfMatch::Ignored,
        timeout: Duration { millis: 30_000 },
        retry: None,
        rate_limit: None,
        deprecation: None,
        emits: Vec::new(),
        place: Place::default(),
    }
}

fn operations() -> Vec<Operation> {
    vec![
        list_orders(),
        place_order(),
        get_order(),
        change_order(),
        replace_order(),
        remove_order(),
        browse(),
        ping(),
    ]
}

fn order_id() -> Parameter {
    parameter(ParameterIn::Path, "orderId", canonical("order", "OrderId"), "Which order.")
}

fn list_orders() -> Operation {
    let body = list(canonical("order", "Order"));
    let mut operation = operation(
        "listOrders",
        HttpMethod::Get,
        "/orders",
        "List orders.",
        vec![response(200, Some(body))],
    );
    let mut status = parameter(
        ParameterIn::Query,
        "status?",
        list(canonical("order", "OrderStatus")),
        "Any of these.",
    );
    status.constraints.max_items = Some(5);
    let mut since = parameter(
        ParameterIn::Query,
        "since?",
        TypeRef::Builtin(Builtin::Date),
        "Placed on or after.",
    );
    since.examples = vec![literal!("2026-01-01")];
    let mut region = parameter(ParameterIn::Header, "X-Region?", STRING, "Where the caller is.");
    region.default = Some(literal!("eu-west"));
    region.constraints.max_length = Some(20);
    operation.parameters = vec![status, since, region];
    operation.page = Some(Paging { default_limit: 20, max_limit: 100 });
    operation.scopes = vec!["orders:read".into()];
    operation.rate_limit =
        Some(RateLimit { requests: 100, per: Duration { millis: 1_000 }, by: RateLimitBy::Client });
    operation
}

fn place_order() -> Operation {
    let mut created = response(201, Some(canonical("order", "Order")));
    created.description = "The order was accepted.".into();
    created.location = Some("/v1/orders/{id}".into());
    created.headers = vec![
        Header {
            name: "X-Queue".into(),
            ty: STRING,
            required: true,
            docs: docs("Which queue it waits in."),
        },
        Header { name: "X-Position".into(), ty: INT32, required: false, docs: Docs::default() },
    ];
    let accepted = response(202, Some(local("Problem")));
    let mut operation = operation(
        "placeOrder",
        HttpMethod::Post,
        "/orders",
        "Place an order.",
        vec![created, accepted],
    );
    operation.docs = docs(
        "Reserves the stock and takes the payment.\n\nNothing is done unless all of it can be done.",
    );
    operation.docs.meta =
        vec![("runbook".into(), literal!("https://acme.example/runbooks/orders"))];
    operation.request = Some(local("PlaceOrder"));
    operation.errors = vec!["OutOfStock".into()];
    operation.scopes = vec!["orders:write".into()];
    operation.idempotency = Idempotency::Required;
    operation.timeout = Duration { millis: 2_500 };
    operation.retry = Some(Retry {
        attempts: 3,
        base: Duration { millis: 50 },
        cap: Duration { millis: 1_000 },
        budget_percent: 20,
    });
    operation.emits =
        vec![EventRef { domain: "order".into(), name: "OrderCreated".into(), major: 1 }];
    operation
}

fn get_order() -> Operation {
    let body = canonical("order", "Order");
    let mut operation = operation(
        "getOrder",
        HttpMethod::Get,
        "/orders/{orderId}",
        "Read an order.",
        vec![response(200, Some(body))],
    );
    operation.parameters = vec![order_id()];
    operation.errors = vec!["NotFound".into(), "Gone".into()];
    operation.etag = Some("revision".into());
    operation.scopes = vec!["orders:read".into()];
    operation
}

fn change_order() -> Operation {
    let body = canonical("order", "Order");
    let responses = vec![response(200, Some(body))];
    let mut operation = operation(
        "changeOrder",
        HttpMethod::Patch,
        "/orders/{orderId}",
        "Change an order.",
        responses,
    );
    operation.parameters = vec![order_id()];
    operation.request = Some(TypeRef::Patch(canonical_id("order", "Order")));
    operation.errors = vec!["NotFound".into(), "OutOfStock".into(), "OrderClosed".into()];
    operation.etag = Some("revision".into());
    operation.if_match = IfMatch::Required;
    operation.idempotency = Idempotency::None;
    operation.scopes = vec!["orders:write".into()];
    operation
}

fn replace_order() -> Operation {
    let body = canonical("order", "Order");
    let responses = vec![response(200, Some(body.clone()))];
    let mut operation = operation(
        "replaceOrder",
        HttpMethod::Put,
        "/orders/{orderId}",
        "Replace an order.",
        responses,
    );
    operation.parameters = vec![order_id()];
    operation.request = Some(body);
    operation.if_match = IfMatch::Optional;
    operation.scopes = vec!["orders:write".into()];
    operation.deprecation = Some(Deprecation {
        since: 1_735_689_600,
        sunset: Some(1_767_225_600),
        successor: Some(ApiId { name: "order-process".into(), major: 2 }),
        reason: Some("Changes are sent as patches.".into()),
    });
    operation
}

fn remove_order() -> Operation {
    let mut operation = operation(
        "removeOrder",
        HttpMethod::Delete,
        "/orders/{orderId}",
        "Remove an order.",
        vec![response(204, None)],
    );
    operation.parameters = vec![order_id()];
    operation.scopes = vec!["orders:write".into()];
    operation
}

fn browse() -> Operation {
    let body = map(nullable(canonical("catalog", "Category")));
    let mut operation = operation(
        "browseCatalog",
        HttpMethod::Get,
        "/catalog",
        "Browse the catalog.",
        vec![response(200, Some(body))],
    );
    let banner = canonical("catalog", "Line");
    operation.responses.push(response(203, Some(list(banner))));
    operation
}

fn ping() -> Operation {
    let mut operation = operation(
        "ping",
        HttpMethod::Post,
        "/ping",
        "Say hello.",
        vec![response(200, Some(map(INT64)))],
    );
    operation.public = true;
    operation.idempotency = Idempotency::Optional;
    operation
}
