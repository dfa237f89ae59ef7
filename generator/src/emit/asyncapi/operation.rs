//! Operations: what a service sends, and what it receives.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::emit::asyncapi::channel::{channel_pointer, message_name, message_pointer};
use crate::emit::asyncapi::object::{list, object, text};
use crate::emit::asyncapi::tags;
use crate::emit::text::duration;
use crate::ir;

/// The operations of a service by their keys: `sendOrderCreated`, and a handler under its own name.
pub fn operations(platform: &ir::Platform, service: &ir::Service) -> Vec<(String, Value)> {
    let handlers: BTreeSet<&str> =
        service.subscribes.iter().map(|subscription| subscription.handler.as_str()).collect();
    let sent = service.publishes.iter().map(|id| {
        let event = message_name(id);
        let plain = format!("send{event}");
        // No handler has a hyphen in its name.
        let key = if handlers.contains(plain.as_str()) { format!("send-{event}") } else { plain };
        (key, send(service, &platform.events[id]))
    });
    let received = service.subscribes.iter().map(|subscription| {
        let event = &platform.events[&subscription.event];
        (subscription.handler.clone(), receive(service, subscription, event))
    });
    sent.chain(received).collect()
}

fn send(service: &ir::Service, event: &ir::Event) -> Value {
    let name = message_name(&event.id);
    let title = &service.contract.title;
    object([
        ("action", text("send")),
        ("channel", Some(json!({ "$ref": channel_pointer(event) }))),
        ("title", text(format!("Send {name}"))),
        ("summary", text(format!("The {title} publishes `{name}`."))),
        ("description", text(order_of(event))),
        ("tags", Some(tags::of(event))),
        ("messages", Some(json!([{ "$ref": message_pointer(event) }]))),
        ("x-emitted-by", list(emitted_by(service, &event.id))),
        ("x-service", text(service.contract.id.to_string())),
    ])
}

/// What is promised of an event that is published.
fn order_of(event: &ir::Event) -> String {
    match &event.key {
        Some(key) => format!("At least once, and in order for each `{key}`."),
        None => "At least once.".to_owned(),
    }
}

/// The operations and handlers that emit an event; a `?` where they need not.
fn emitted_by(service: &ir::Service, event: &ir::EventRef) -> Vec<Value> {
    let operations = service.contract.operations.iter().map(|it| (&it.id, &it.emits));
    let handlers = service.subscribes.iter().map(|it| (&it.handler, &it.emits));
    let emitting = operations.chain(handlers).filter_map(|(id, emits)| {
        let emission = emits.iter().find(|emission| emission.event == *event)?;
        Some(format!("{id}{}", if emission.is_mandatory { "" } else { "?" }).into())
    });
    emitting.collect()
}

fn receive(service: &ir::Service, subscription: &ir::Subscription, event: &ir::Event) -> Value {
    let (name, handler) = (message_name(&event.id), &subscription.handler);
    let title = &service.contract.title;
    let emits: Vec<Value> =
        subscription.emits.iter().map(|emission| emission.to_string().into()).collect();
    let retry = &subscription.retry;
    let id = &service.contract.id;
    object([
        ("action", text("receive")),
        ("channel", Some(json!({ "$ref": channel_pointer(event) }))),
        ("title", text(format!("Receive {name}"))),
        ("summary", text(format!("The {title} handles `{name}` in `{handler}`."))),
        ("description", text(manner(subscription, event))),
        ("tags", Some(tags::of(event))),
        ("messages", Some(json!([{ "$ref": message_pointer(event) }]))),
        ("x-emits", list(emits)),
        ("x-on-failure", text(on_failure(subscription.on_failure))),
        ("x-ordering", text(if subscription.ordered { "ordered" } else { "unordered" })),
        (
            "x-retry",
            Some(json!({
                "attempts": retry.attempts,
                "base": duration(retry.base),
                "cap": duration(retry.cap),
            })),
        ),
        ("x-service", text(id.to_string())),
        ("x-subscription", text(format!("{id}.{handler}"))),
    ])
}

/// How it is consumed, in words.
fn manner(subscription: &ir::Subscription, event: &ir::Event) -> String {
    let order = match (subscription.ordered, &event.key) {
        (true, Some(key)) => {
            format!("The events of each `{key}` take effect in their order and once.")
        }
        _ => "Each event takes effect once, in whatever order they come.".to_owned(),
    };
    let then = match subscription.on_failure {
        ir::OnFailure::DeadLetter => "it is a dead letter in the database of the service",
        ir::OnFailure::Skip => "it is counted and dropped",
    };
    let retry = &subscription.retry;
    let (attempts, base, cap) = (retry.attempts, duration(retry.base), duration(retry.cap));
    let failing = match attempts {
        1 => format!("One that cannot be handled is not tried again: {then}."),
        _ => format!(
            "One that cannot be handled is tried {attempts} times, {base} to {cap} apart; then {then}."
        ),
    };
    format!("{order}\n{failing}")
}

fn on_failure(on_failure: ir::OnFailure) -> &'static str {
    match on_failure {
        ir::OnFailure::DeadLetter => "deadLetter",
        ir::OnFailure::Skip => "skip",
    }
}
