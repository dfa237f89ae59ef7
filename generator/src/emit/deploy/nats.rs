//! The files for NATS.

use askama::Template;
use serde_json::Value;

use crate::emit::deploy::{consumers, permissions, streams};
use crate::emit::file_tree::FileTree;
use crate::emit::openapi::json;
use crate::emit::text;
use crate::ir;

#[derive(Template)]
#[template(path = "deploy/nats.md", escape = "none")]
struct Readme<'a> {
    spec: &'a str,
    title: String,
    replicas: u32,
    streams: Vec<StreamRow<'a>>,
    consumers: Vec<ConsumerRow<'a>>,
    services: Vec<ServiceRow>,
}

struct StreamRow<'a> {
    name: &'a str,
    kept: String,
}

struct ConsumerRow<'a> {
    subscription: String,
    stream: &'a str,
    topic: &'a str,
    file: String,
}

struct ServiceRow {
    name: String,
    inbox: String,
}

/// The files, relative to the directory of what is deployed; none where the platform has no events or no NATS.
#[must_use]
pub fn files(platform: &ir::Platform) -> FileTree {
    let mut tree = FileTree::default();
    let Some(nats) = platform.nats.filter(|_| !platform.events.is_empty()) else { return tree };
    let mut add = |path: &str, content: &Value| tree.add(path, json::pretty(content));
    let streams = streams::streams(platform, nats);
    for stream in &streams {
        add(&format!("nats/streams/{}.json", stream.domain), &stream.config());
    }
    let (mut rows, mut services) = (Vec::new(), Vec::new());
    for service in platform.services.values() {
        let id = &service.contract.id;
        let name = format!("{}-v{}", id.name, id.major);
        for (consumer, consumed) in consumers::consumers(platform, service).zip(&service.subscribes)
        {
            let stream = &*consumer.event.id.domain;
            let file = format!("consumers/{stream}/{name}.{}.json", consumed.handler);
            add(&format!("nats/{file}"), &consumer.config());
            let (subscription, topic) = (consumer.subscription, &*consumer.event.topic);
            rows.push(ConsumerRow { subscription, stream, topic, file });
        }
        add(&format!("nats/permissions/{name}.json"), &permissions::permissions(platform, service));
        services.push(ServiceRow { name, inbox: permissions::inbox(id) });
    }
    let row = |stream: &streams::Stream<'_>| stream.kept();
    let streams = streams.iter().map(|it| StreamRow { name: it.domain, kept: row(it) });
    let readme = Readme {
        spec: &platform.place.document,
        title: text::title(&platform.name),
        replicas: nats.replicas,
        streams: streams.collect(),
        consumers: rows,
        services,
    };
    let readme =
        readme.render().expect("a README is made of strings, which can always be formatted");
    tree.add("nats/README.md", readme + "\n");
    tree
}
