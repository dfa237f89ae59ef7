//! A package's digest stands for its bytes: whatever changes what is printed changes it, and what does not, does not.

use std::collections::BTreeMap;

use tiebeam_generator::emit::{self, FileTree};
use tiebeam_generator::ir::{
    ApiId, Builtin, Classification, Compatibility, Constraints, Deprecation, Digest, Docs,
    Duration, Event, EventClass, EventRef, Field, Home, HttpMethod, Idempotency, IfMatch, Number,
    Paging, Place, Platform, RateLimit, RateLimitBy, Retry, Service, Shape, Type, TypeId, TypeRef,
    Value,
};

use crate::golden;

/// A change, by name.
type Change = (&'static str, fn(&mut Platform));

/// Changes of meaning; each must be seen in the digests of exactly the packages whose bytes change.
static CHANGES: &[Change] = &[
    ("platform: name", |platform| platform.name.push('x')),
    ("platform: description", |platform| platform.docs.description.push('x')),
    ("platform: crate prefix", |platform| platform.crate_prefix.push('x')),
    ("platform: problems", |platform| platform.problems.push_str("x/")),
    ("platform: document", |platform| platform.place.document = "specs/other.yaml".into()),
    ("domain: owner", |platform| domain(platform).owner.push('x')),
    ("domain: description", |platform| domain(platform).docs.description.push('x')),
    ("domain: another document", |platform| {
        let mut place = domain(platform).places[0].clone();
        place.document = "specs/models/zoo.yaml".into();
        domain(platform).places.push(place);
    }),
    ("domain: one type more", |platform| {
        let mut spare = ty(platform, "InvoicePayment").clone();
        spare.id.name = String::from("Spare");
        domain(platform).types.insert(String::from("Spare"), spare);
    }),
    ("type: description", |platform| ty(platform, "Revision").docs.description.push('x')),
    ("type: deprecated", |platform| {
        ty(platform, "Revision").docs.deprecated = Some(String::from("old"));
    }),
    ("type: example", |platform| {
        ty(platform, "Revision").examples = vec![Value::Number(Number(String::from("9")))];
    }),
    ("type: document", |platform| {
        ty(platform, "Revision").place.document = "specs/models/other.yaml".into();
    }),
    ("newtype: constraint", |platform| match &mut ty(platform, "CustomerId").shape {
        Shape::Newtype { constraints, .. } => constraints.max_length = Some(20),
        _ => unreachable!("CustomerId is a newtype"),
    }),
    ("newtype: classification", |platform| match &mut ty(platform, "CustomerId").shape {
        Shape::Newtype { classification, .. } => *classification = Classification::Public,
        _ => unreachable!("CustomerId is a newtype"),
    }),
    ("enum: one value less", |platform| match &mut ty(platform, "OrderStatus").shape {
        Shape::Enum(values) => drop(values.pop()),
        _ => unreachable!("OrderStatus is an enum"),
    }),
    ("record: field optional", |platform| field(platform).required = false),
    ("record: field type", |platform| field(platform).ty = TypeRef::Builtin(Builtin::String)),
    ("record: field default", |platform| {
        field(platform).default = Some(Value::Number(Number(String::from("7"))));
    }),
    ("record: field description", |platform| field(platform).docs.description.push('x')),
    ("record: field constraint", |platform| field(platform).constraints.unique_items = true),
    ("contract: version", |platform| order(platform).version = String::from("1.3.0")),
    ("contract: domain", |platform| order(platform).domain.push('x')),
    ("contract: owner", |platform| order(platform).owner.push('x')),
    ("contract: contact", |platform| order(platform).contact = None),
    ("contract: description", |platform| order(platform).docs.description.push('x')),
    ("contract: document", |platform| order(platform).place.document = "specs/other.yaml".into()),
    ("contract: deprecation", |platform| order(platform).deprecation = Some(deprecation())),
    ("contract: one dependency less", |platform| drop(order(platform).uses.remove("billing"))),
    ("contract: local type", |platform| order(platform).types[0].docs.description.push('x')),
    ("contract: error title", |platform| error(platform).title.push('x')),
    ("contract: error status", |platform| error(platform).status = 410),
    ("contract: error uri", |platform| error(platform).uri.push('x')),
    ("contract: error detail", |platform| error(platform).detail.clear()),
    ("called contract: a local type", |platform| {
        let mut local = order(platform).types[0].clone();
        let service = platform.services.values_mut().next().expect("there is a service");
        local.id.home = Home::Api(service.contract.id.clone());
        service.contract.types.push(local);
    }),
    ("called contract: title", |platform| called(platform).title.push('x')),
    ("called contract: patches a local type", |platform| {
        let patched = local_record(&called(platform).id, "Spare");
        called(platform).types.push(patched.clone());
        called(platform).operations[0].request = Some(TypeRef::Patch(patched.id));
    }),
    ("contract: patches a local record around a model", |platform| {
        let patched = local_record(&order(platform).id, "Spare");
        order(platform).types.push(patched.clone());
        operation(platform).request = Some(TypeRef::Patch(patched.id));
    }),
    ("operation: summary", |platform| operation(platform).summary.push('x')),
    ("operation: description", |platform| operation(platform).docs.description.push('x')),
    ("operation: meta", |platform| {
        operation(platform).docs.meta.push((String::from("x"), Value::Null));
    }),
    ("operation: method", |platform| operation(platform).method = HttpMethod::Put),
    ("operation: scopes", |platform| operation(platform).scopes.clear()),
    ("operation: public", |platform| operation(platform).public = true),
    ("operation: idempotency", |platform| operation(platform).idempotency = Idempotency::Optional),
    ("operation: ifMatch", |platform| operation(platform).if_match = IfMatch::Optional),
    ("operation: timeout", |platform| operation(platform).timeout = Duration { millis: 1 }),
    ("operation: retry", |platform| {
        let wait = Duration { millis: 1 };
        operation(platform).retry =
            Some(Retry { attempts: 9, base: wait, cap: wait, budget_percent: 1 });
    }),
    ("operation: rate limit", |platform| {
        let per = Duration { millis: 1 };
        operation(platform).rate_limit = Some(RateLimit { requests: 9, per, by: RateLimitBy::All });
    }),
    ("operation: deprecation", |platform| operation(platform).deprecation = Some(deprecation())),
    ("operation: errors", |platform| drop(operation(platform).errors.pop())),
    ("operation: response description", |platform| {
        operation(platform).responses[0].description.push('x');
    }),
    ("operation: location", |platform| operation(platform).responses[0].location = None),
    ("operation: paging", |platform| {
        order(platform).operations[1].page = Some(Paging { default_limit: 1, max_limit: 2 });
    }),
    ("operation: parameter", |platform| drop(order(platform).operations[1].parameters.pop())),
    ("operation: parameter description", |platform| {
        order(platform).operations[1].parameters[0].docs.description.push('x');
    }),
    ("operation: emits", |platform| {
        let service = platform.services.values_mut().next().expect("there is a service");
        service.contract.operations[0].emits.clear();
    }),
    ("event: patches a model", |platform| {
        let patch = TypeRef::Patch(id("Order"));
        event(platform).data[0].ty = patch;
    }),
    ("event: document", |platform| event(platform).place.document = "specs/other.yaml".into()),
    ("event: version", |platform| event(platform).version = String::from("1.0.1")),
    ("event: owner", |platform| event(platform).owner.push('x')),
    ("event: class", |platform| event(platform).class = EventClass::Integration),
    ("event: topic", |platform| event(platform).topic.push('x')),
    ("event: type", |platform| event(platform).ty.push('x')),
    ("event: schema uri", |platform| event(platform).schema_uri.push('x')),
    ("event: key", |platform| event(platform).key = None),
    ("event: compatibility", |platform| event(platform).compatibility = Compatibility::None),
    ("event: retention", |platform| event(platform).retention = None),
    ("event: field", |platform| event(platform).data[0].docs.description.push('x')),
    ("event: one field less", |platform| drop(event(platform).data.pop())),
    ("event: description", |platform| event(platform).docs.description.push('x')),
    ("event: deprecated", |platform| event(platform).docs.deprecated = Some(String::from("old"))),
    ("event: meta", |platform| event(platform).docs.meta.push((String::from("x"), Value::Null))),
    ("event: example", |platform| event(platform).examples.clear()),
    ("event: what its document is about", |platform| event(platform).about.push('x')),
    ("event: a version less", |platform| {
        let id = event(platform).id.clone();
        platform.events.remove(&id);
        for service in platform.services.values_mut() {
            service.publishes.retain(|published| *published != id);
            service.subscribes.retain(|subscription| subscription.event != id);
        }
    }),
    ("event: the first of a domain", |platform| {
        let mut event = event(platform).clone();
        event.id.domain = String::from("catalog");
        platform.events.insert(event.id.clone(), event);
    }),
    ("a subscription", |platform| service(platform).subscribes.clear()),
    ("a subscription: ordering", |platform| {
        let ordered = &mut service(platform).subscribes[0].ordered;
        *ordered = !*ordered;
    }),
    ("a publication", |platform| drop(service(platform).publishes.pop())),
    ("a broker", |platform| platform.nats = None),
];

/// Changes of what nothing is printed from.
static MOVES: &[Change] = &[
    ("a place within its document", |platform| {
        operation(platform).place.pointer.push_str("/moved");
    }),
    ("regions", |platform| platform.regions.clear()),
    ("a place within the document of an event", |platform| {
        event(platform).place.pointer.push_str("/moved");
    }),
];

#[test]
fn what_changes_a_package_changes_its_digest() {
    let before = golden::platform("one-of-each");
    let packages = packages(&before);
    for (name, change) in CHANGES {
        let mut after = before.clone();
        change(&mut after);
        let changed = changed(name, &packages, &self::packages(&after));
        assert!(!changed.is_empty(), "{name}: no package changes, so the change shows nothing");
    }
}

#[test]
fn what_changes_no_package_changes_no_digest() {
    let before = golden::platform("one-of-each");
    for (name, change) in MOVES {
        let mut after = before.clone();
        change(&mut after);
        let digests = |platform| {
            emit::plan(platform).into_iter().map(|package| package.digest).collect::<Vec<_>>()
        };
        assert_eq!(digests(&before), digests(&after), "{name}");
    }
}

/// The directories of the packages whose bytes changed, once it is certain that their digests say so.
fn changed(name: &str, before: &Packages, after: &Packages) -> Vec<String> {
    let mut changed = Vec::new();
    for (directory, (digest, tree)) in after {
        match before.get(directory) {
            Some((old_digest, old_tree)) if old_tree == tree => {
                assert_eq!(
                    old_digest, digest,
                    "{name}: {directory}: the same bytes from another digest"
                );
            }
            Some((old_digest, _)) => {
                assert_ne!(
                    old_digest, digest,
                    "{name}: {directory}: other bytes from the same digest"
                );
                changed.push(directory.clone());
            }
            None => changed.push(directory.clone()),
        }
    }
    changed
}

type Packages = BTreeMap<String, (Digest, FileTree)>;

fn packages(platform: &Platform) -> Packages {
    let packages = emit::plan(platform).into_iter();
    packages
        .map(|package| (package.directory.clone(), (package.digest, package.render(platform))))
        .collect()
}

fn domain(platform: &mut Platform) -> &mut tiebeam_generator::ir::Domain {
    platform.domains.get_mut("order").expect("there is a domain called order")
}

fn ty<'a>(platform: &'a mut Platform, name: &str) -> &'a mut Type {
    domain(platform).types.get_mut(name).expect("the order domain has the type")
}

/// The quantity of an order line.
fn field(platform: &mut Platform) -> &mut Field {
    match &mut ty(platform, "OrderLine").shape {
        Shape::Record { fields, .. } => &mut fields[1],
        _ => unreachable!("OrderLine is a record"),
    }
}

fn order(platform: &mut Platform) -> &mut tiebeam_generator::ir::Api {
    let id = ApiId { name: String::from("order-process"), major: 1 };
    platform.apis.get_mut(&id).expect("there is an order process")
}

fn error(platform: &mut Platform) -> &mut tiebeam_generator::ir::ErrorType {
    order(platform).errors.get_mut("OutOfStock").expect("the order process knows the error")
}

/// `placeOrder`.
fn operation(platform: &mut Platform) -> &mut tiebeam_generator::ir::Operation {
    &mut order(platform).operations[0]
}

/// The contract of the service that the order process may call.
fn called(platform: &mut Platform) -> &mut tiebeam_generator::ir::Api {
    let service = platform.services.values_mut().next().expect("there is a service");
    &mut service.contract
}

fn service(platform: &mut Platform) -> &mut Service {
    platform.services.values_mut().next().expect("there is a service")
}

/// A record of a contract that holds a canonical one.
fn local_record(home: &ApiId, name: &str) -> Type {
    let field = Field {
        name: String::from("line"),
        ty: TypeRef::Named(id("OrderLine")),
        required: true,
        default: None,
        constraints: Constraints::default(),
        classification: Classification::Internal,
        docs: Docs::default(),
        examples: Vec::new(),
        place: Place::default(),
    };
    Type {
        id: TypeId { home: Home::Api(home.clone()), name: name.to_owned() },
        shape: Shape::Record { fields: vec![field], reserved: Vec::new() },
        docs: Docs::default(),
        examples: Vec::new(),
        place: Place::default(),
    }
}

/// The first version of `OrderPlaced`.
fn event(platform: &mut Platform) -> &mut Event {
    let id =
        EventRef { domain: String::from("order"), name: String::from("OrderPlaced"), major: 1 };
    platform.events.get_mut(&id).expect("orders are placed")
}

fn deprecation() -> Deprecation {
    Deprecation { since: 0, sunset: None, successor: None, reason: None }
}

fn id(name: &str) -> TypeId {
    TypeId { home: Home::Domain(String::from("order")), name: name.to_owned() }
}
