//! Services: what they publish, what they consume, and what their operations emit.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{self, Api, Duration, Emission, EventRef, OnFailure, Place, Retry};
use crate::resolve::at::At;
use crate::resolve::calls;
use crate::resolve::contract::Contract;
use crate::resolve::events;
use crate::resolve::index::Index;
use crate::resolve::names::{self, Use};
use crate::resolve::policies;
use crate::resolve::sink::{Sink, error, quoted, warning};
use crate::rust_name;
use crate::spec::{self, Kind};
use crate::suggest;

/// How deliveries are retried where nothing is written.
const RETRY: Retry = Retry {
    attempts: 5,
    base: Duration { millis: 200 },
    cap: Duration { millis: 60_000 },
    budget_percent: 20,
};

/// Links what a service adds to its contract, and the events of its operations.
pub fn link(
    index: &Index<'_>,
    contract: &Contract<'_>,
    mut api: Api,
    service: &spec::Service,
    sink: &mut Sink,
) -> ir::Service {
    let root = At::root(contract.document);
    let publishes = link_publishes(index, contract, service, root, sink);
    let subscribes = link_subscribes(index, contract, (service, &publishes), &api, sink);
    calls::check_uncalled(service, &api, root, sink);
    let around = root.key("operations");
    for (name, spec) in &contract.operations.0 {
        let at = around.key(name);
        let linked = link_emits(contract, &publishes, spec.emits.as_ref(), at.key("emits"), sink);
        if let Some(operation) = api.operations.iter_mut().find(|operation| operation.id == *name) {
            operation.emits = linked;
        }
    }
    let mut events: Vec<EventRef> = publishes.into_iter().map(|(event, _)| event).collect();
    events.sort();
    ir::Service { contract: api, publishes: events, subscribes }
}

fn link_publishes(
    index: &Index<'_>,
    contract: &Contract<'_>,
    service: &spec::Service,
    root: At<'_>,
    sink: &mut Sink,
) -> Vec<(EventRef, usize)> {
    let around = root.key("publishes");
    let mut publishes: Vec<(EventRef, usize)> = Vec::new();
    for (number, text) in service.publishes.iter().flatten().enumerate() {
        let at = around.item(number);
        let Some(event) =
            events::link_reference(index, contract.domain, text, at, &Part::Value, sink)
        else {
            continue;
        };
        if let Some((_, first)) = publishes.iter().find(|(earlier, _)| *earlier == event) {
            let finding =
                error(&link::REPEATED_NAME, at, format!("the event `{event}` is written twice"));
            let first = around.item(*first).place();
            sink.report(finding.label("written again here").related(
                &first,
                Part::Value,
                "the first is here",
            ));
            continue;
        }
        if event.domain != contract.domain {
            let message = format!("`{event}` belongs to another domain");
            let finding = error(&link::FOREIGN_EVENT, at, message)
                .label(format!("this service belongs to the domain `{}`", contract.domain))
                .related(&root.key("domain").place(), Part::Value, "the domain of the service")
                .help("let a service of that domain publish it, or publish an event of your own");
            sink.report(finding);
            continue;
        }
        publishes.push((event, number));
    }
    publishes
}

static ORDERINGS: &[(&str, bool)] = &[("ordered", true), ("unordered", false)];
static ON_FAILURE: &[(&str, OnFailure)] =
    &[("deadLetter", OnFailure::DeadLetter), ("skip", OnFailure::Skip)];

fn link_subscribes(
    index: &Index<'_>,
    contract: &Contract<'_>,
    (service, publishes): (&spec::Service, &[(EventRef, usize)]),
    api: &Api,
    sink: &mut Sink,
) -> Vec<ir::Subscription> {
    let root = At::root(contract.document);
    let around = root.key("subscribes");
    let entries = || service.subscribes.iter().flat_map(|map| &map.0);
    let mut subscriptions: BTreeMap<EventRef, ir::Subscription> = BTreeMap::new();
    for (text, spec) in entries() {
        let at = around.key(text);
        let event = events::link_reference(index, contract.domain, text, at, &Part::Key, sink);
        let emits = link_emits(contract, publishes, spec.emits.as_ref(), at.key("emits"), sink);
        let calls = calls::link(contract, api, spec.calls.as_ref(), at.key("calls"), sink);
        let Some(event) = event else { continue };
        let subscription =
            ir::Subscription { calls, emits, ..link_subscription(index, event, spec, at, sink) };
        if let Some(first) = subscriptions.get(&subscription.event) {
            let message = format!("the event `{}` is written twice", subscription.event);
            let finding =
                error(&link::REPEATED_NAME, at, message).at(Part::Key).label("written again here");
            sink.report(finding.related(&first.place, Part::Key, "the first is here"));
            continue;
        }
        subscriptions.insert(subscription.event.clone(), subscription);
    }
    check_handlers(contract, entries(), around, root, sink);
    subscriptions.into_values().collect()
}

fn link_subscription(
    index: &Index<'_>,
    event: EventRef,
    spec: &spec::Subscription,
    at: At<'_>,
    sink: &mut Sink,
) -> ir::Subscription {
    names::check(Use::Handler, &spec.handler, at.key("handler"), Part::Value, sink);
    let has_key = index.events.get(&event).is_some_and(|event| event.spec.key.is_some());
    let ordered = match &spec.ordering {
        None => has_key,
        Some(written) => policies::word(written, ORDERINGS),
    };
    if spec.ordering.is_some() && ordered && !has_key {
        let finding = error(
            &link::UNSUITABLE_KEY,
            at.key("ordering"),
            format!("`{event}` has no key to order by"),
        )
        .help("give the event a `key:`, or write `unordered`");
        sink.report(finding);
    }
    let on_failure = match &spec.on_failure {
        None => OnFailure::DeadLetter,
        Some(written) => policies::word(written, ON_FAILURE),
    };
    let retry =
        spec.retry.as_ref().map_or(RETRY, |retry| policies::retry(retry, at.key("retry"), sink));
    ir::Subscription {
        event,
        handler: spec.handler.clone(),
        ordered,
        retry,
        on_failure,
        calls: Vec::new(),
        emits: Vec::new(),
        place: at.place(),
    }
}

/// Handlers and operations are methods of one trait.
fn check_handlers<'a>(
    contract: &Contract<'_>,
    entries: impl Iterator<Item = (&'a String, &'a spec::Subscription)>,
    around: At<'_>,
    root: At<'_>,
    sink: &mut Sink,
) {
    let operations = root.key("operations");
    let mut taken: BTreeMap<String, (&str, Place, Part)> = BTreeMap::new();
    for name in contract.operations.0.keys() {
        let place = operations.key(name).place();
        taken.entry(rust_name::value(name)).or_insert((name, place, Part::Key));
    }
    for (text, spec) in entries {
        let at = around.key(text);
        let spelling = rust_name::value(&spec.handler);
        let Some((first, place, part)) = taken.get(&spelling) else {
            taken.insert(spelling, (&spec.handler, at.key("handler").place(), Part::Value));
            continue;
        };
        let message = if *first == spec.handler {
            format!("the name `{first}` is taken")
        } else {
            format!("`{first}` and `{}` both become `{spelling}` in Rust", spec.handler)
        };
        let finding = error(&link::COLLIDING_NAMES, at.key("handler"), message)
            .related(place, part.clone(), "taken by this")
            .help(
                "give the handler another name; operations and handlers are methods of one trait",
            );
        sink.report(finding);
    }
}

/// Links `emits` to what the service publishes; a `?` behind a name says that it need not be published.
fn link_emits(
    contract: &Contract<'_>,
    publishes: &[(EventRef, usize)],
    emits: Option<&Vec<String>>,
    list: At<'_>,
    sink: &mut Sink,
) -> Vec<Emission> {
    let mut linked: Vec<Emission> = Vec::new();
    for (number, text) in emits.into_iter().flatten().enumerate() {
        let (name, is_mandatory) = match text.strip_suffix('?') {
            Some(name) => (name, false),
            None => (text.as_str(), true),
        };
        let Some(event) = link_emit(contract, publishes, name, list.item(number), sink) else {
            continue;
        };
        if linked.iter().any(|emission| emission.event == event) {
            let finding = error(
                &link::REPEATED_NAME,
                list.item(number),
                format!("the event `{event}` is written twice"),
            );
            sink.report(finding.label("written again here"));
            continue;
        }
        linked.push(Emission { event, is_mandatory });
    }
    linked
}

/// `OrderCreated`, `OrderCreated@1` or `order.OrderCreated@1`, among the events that the service publishes.
fn link_emit(
    contract: &Contract<'_>,
    publishes: &[(EventRef, usize)],
    text: &str,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<EventRef> {
    let path = text.split('@').next().unwrap_or(text);
    let major = text.split_once('@').map(|(_, major)| major);
    let (domain, name) = path.split_once('.').unwrap_or((contract.domain, path));
    let matching: Vec<&EventRef> = publishes
        .iter()
        .map(|(event, _)| event)
        .filter(|event| event.domain == domain && event.name == name)
        .filter(|event| major.is_none_or(|major| event.major.to_string() == major))
        .collect();
    match matching[..] {
        [event] => return Some(event.clone()),
        [] => {}
        [.., last] => {
            let finding = error(
                &link::UNPUBLISHED_EVENT,
                at,
                format!("several major versions of `{name}` are published"),
            );
            sink.report(finding.label("which one?").replace(format!("{text}@{}", last.major)));
            return None;
        }
    }
    // A name under `publishes` that could not be linked was reported there.
    let written = contract.service.iter().flat_map(|service| service.publishes.iter().flatten());
    if written.clone().any(|written| written == text || written.split('@').next() == Some(path))
        && publishes.is_empty()
    {
        return None;
    }
    let finding = error(
        &link::UNPUBLISHED_EVENT,
        at,
        format!("`{}` does not publish `{}`", contract.name, text.escape_debug()),
    );
    let known: BTreeSet<&str> = publishes.iter().map(|(event, _)| event.name.as_str()).collect();
    sink.report(match suggest::nearest(name, known.iter().copied()) {
        Some(near) if near != name => {
            finding.label(format!("did you mean `{near}`?")).replace(near)
        }
        _ if publishes.is_empty() => {
            finding.help(format!("add it to `publishes:` of the service: `publishes: [{name}@1]`"))
        }
        _ => finding.help(format!("add it to `publishes:`, which has {}", quoted(known))),
    });
    None
}

/// Reports `emits` outside a service, where there is no outbox to put an event into.
pub fn check_no_emits(contract: &Contract<'_>, sink: &mut Sink) {
    let root = At::root(contract.document);
    let around = root.key("operations");
    for (name, spec) in &contract.operations.0 {
        if spec.emits.is_some() {
            let finding = error(
                &link::UNPUBLISHED_EVENT,
                around.key(name).key("emits"),
                "only a service emits events",
            )
            .at(Part::Key)
            .label("an API has no store, and so no outbox")
            .help("call an operation of a service that emits it");
            sink.report(finding);
        }
    }
}

/// Reports events that two services publish, and those that nobody does; the platform publishes its own by itself.
pub fn check_publishers(index: &Index<'_>, sink: &mut Sink) {
    let mut publishers: BTreeMap<EventRef, (&str, Place)> = BTreeMap::new();
    let services =
        index.contracts.values().filter_map(|contract| Some((contract, contract.service?)));
    for (contract, service) in services {
        let root = At::root(contract.document);
        let around = root.key("publishes");
        for (number, text) in service.publishes.iter().flatten().enumerate() {
            let at = around.item(number);
            let mut quiet = Sink::default();
            let event =
                events::link_reference(index, contract.domain, text, at, &Part::Value, &mut quiet);
            let Some(event) = event.filter(|event| event.domain == contract.domain) else {
                continue;
            };
            match publishers.get(&event) {
                Some((first, place)) if *first != contract.name => {
                    let message =
                        format!("`{event}` is published by `{first}` and by `{}`", contract.name);
                    let finding = error(&link::SEVERAL_PUBLISHERS, at, message)
                        .related(place, Part::Value, "also published here")
                        .help("let one service answer for the event; the other can call it, or publish its own");
                    sink.report(finding);
                }
                Some(_) => {}
                None => {
                    publishers.insert(event, (contract.name, at.place()));
                }
            }
        }
    }
    if index.may_hide(&[Kind::Service]) {
        return;
    }
    for (id, event) in &index.events {
        if !publishers.contains_key(id)
            && event.spec.class != "platform"
            && names::is_pascal(&id.name)
        {
            let root = At::root(event.document);
            let at = root.key("events");
            let finding = warning(
                &link::EVENT_WITHOUT_PUBLISHER,
                at.key(&id.name),
                format!("nobody publishes `{id}`"),
            )
            .at(Part::Key)
            .help(format!("add it to `publishes:` of a service of the domain `{}`", id.domain));
            sink.report(finding);
        }
    }
}
