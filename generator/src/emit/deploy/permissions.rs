//! Permissions: what a service may publish to, and where it gets its answers; nothing that creates or changes anything.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::emit::deploy::consumers::consumers;
use crate::ir;

/// What the subjects begin with at which a service gets answers. Nobody else may listen there.
pub fn inbox(id: &ir::ApiId) -> String {
    format!("_INBOX_{}-v{}", id.name, id.major)
}

/// The permissions of a service, as a NATS server takes them.
pub fn permissions(platform: &ir::Platform, service: &ir::Service) -> Value {
    let mut subjects = BTreeSet::new();
    for event in platform.events.values().filter(|event| publishes(platform, service, event)) {
        subjects.insert(event.topic.clone());
        // Asked where a publication was not taken: is there no such stream, or does nobody lead it?
        subjects.insert("$JS.API.STREAM.NAMES".to_owned());
    }
    for consumer in consumers(platform, service) {
        let (stream, name) = (&consumer.event.id.domain, &consumer.name);
        let topic = &consumer.event.topic;
        subjects.extend([
            format!("$JS.ACK.{stream}.{name}.>"),
            format!("$JS.API.CONSUMER.INFO.{stream}.{name}"),
            format!("$JS.API.CONSUMER.MSG.NEXT.{stream}.{name}"),
            // How old the oldest message is that waits.
            format!("$JS.API.DIRECT.GET.{stream}"),
            format!("$JS.API.DIRECT.GET.{stream}.{topic}"),
        ]);
        if consumer.ordered {
            // Where to look for what is missing before an event.
            subjects.insert(format!("$JS.API.STREAM.INFO.{stream}"));
        }
    }
    json!({
        "publish": { "allow": subjects },
        "subscribe": { "allow": [format!("{}.>", inbox(&service.contract.id))] },
    })
}

/// Events of the platform belong to everybody, unless the specs name who publishes them.
fn publishes(platform: &ir::Platform, service: &ir::Service, event: &ir::Event) -> bool {
    service.publishes.contains(&event.id)
        || event.class == ir::EventClass::Platform && platform.publisher(&event.id).is_none()
}
