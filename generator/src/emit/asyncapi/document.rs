//! Puts a document together.

use serde_json::{Map, Value, json};

use crate::emit::asyncapi::object::{object, text};
use crate::emit::asyncapi::{channel, dialect, envelope, info, operation, server, tags};
use crate::emit::openapi::{json, payloads};
use crate::ir;

/// What a document is about.
struct Application<'ir> {
    id: String,
    info: Value,
    events: Vec<&'ir ir::Event>,
    operations: Vec<(String, Value)>,
}

/// The document of a service, as indented JSON that ends in a newline; `None` where it has no events.
#[must_use]
pub fn service_document(platform: &ir::Platform, service: &ir::Service) -> Option<String> {
    let events = platform.events_around(service);
    let application = Application {
        id: format!("{}{}", origin(platform), envelope::source(platform, service)),
        info: info::service_info(&service.contract),
        operations: operation::operations(platform, service),
        events,
    };
    (!application.events.is_empty()).then(|| print(platform, application))
}

/// The document of the whole platform, as indented JSON that ends in a newline; `None` where it has no events.
///
/// `digest` stands for all facts that the document depends on.
#[must_use]
pub fn platform_document(platform: &ir::Platform, digest: ir::Digest) -> Option<String> {
    let operations = platform.services.values().flat_map(|service| {
        let ir::ApiId { name, major } = &service.contract.id;
        let own = operation::operations(platform, service).into_iter();
        own.map(move |(key, operation)| (format!("{name}.v{major}.{key}"), operation))
    });
    let application = Application {
        id: format!("{}/{}", origin(platform), platform.name),
        info: info::platform_info(platform, digest),
        events: platform.events.values().collect(),
        operations: operations.collect(),
    };
    (!application.events.is_empty()).then(|| print(platform, application))
}

fn print(platform: &ir::Platform, application: Application<'_>) -> String {
    let Application { id, info, events, operations } = application;
    let mut payloads = payloads(platform, &events, &[envelope::KEY]);
    payloads.components.values_mut().for_each(dialect::respell);
    payloads.data.values_mut().for_each(dialect::respell);
    let channels = events.iter().map(|event| {
        let payload = &payloads.data[&event.id];
        (event.topic.clone(), channel::channel(platform, event, payload))
    });
    let channels: Map<String, Value> = channels.collect();
    let operations: Map<String, Value> = operations.into_iter().collect();
    let mut schemas = Map::from_iter([(envelope::KEY.to_owned(), envelope::shared())]);
    schemas.extend(payloads.components);
    let document = object([
        ("asyncapi", text("3.0.0")),
        ("id", text(id)),
        ("info", Some(info)),
        ("defaultContentType", text(envelope::CONTENT_TYPE)),
        ("servers", server::servers(platform)),
        ("channels", Some(channels.into())),
        ("operations", Some(operations.into())),
        (
            "components",
            Some(json!({
                "schemas": schemas,
                "correlationIds": envelope::correlations(),
                "tags": tags::components(&events),
            })),
        ),
    ]);
    json::pretty(&document)
}

/// Who the platform is on the web: the host of its problem types, which linking has seen to be one.
#[must_use]
pub fn origin(platform: &ir::Platform) -> String {
    let base = platform.problems.strip_prefix("https://").unwrap_or(&platform.problems);
    let authority = base.split('/').next().unwrap_or_default();
    format!("https://{}", authority.rsplit('@').next().unwrap_or_default())
}
