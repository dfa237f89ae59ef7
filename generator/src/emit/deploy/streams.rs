//! Streams: one for each domain, which takes every topic of it.

use serde_json::{Value, json};

use crate::emit::deploy::defaults::{SECOND, WINDOW};
use crate::ir;

/// A stream.
#[derive(Debug)]
pub struct Stream<'ir> {
    /// The domain, which is its name.
    pub domain: &'ir str,
    /// How long it keeps messages, in nanoseconds: as long as the topic that keeps them longest. Zero is for good.
    age: u64,
    replicas: u32,
}

/// The streams of a platform, by their names.
pub fn streams(platform: &ir::Platform, nats: ir::Nats) -> Vec<Stream<'_>> {
    let domains = platform.domains_with_events().into_iter();
    let streams = domains.map(|domain| {
        let kept = platform.events_of(domain).map(|event| event.retention.map_or(0, nanoseconds));
        let ages: Vec<u64> = kept.collect();
        let longest = ages.iter().max().copied().unwrap_or_default();
        let age = if ages.contains(&0) { 0 } else { longest };
        Stream { domain, age, replicas: nats.replicas }
    });
    streams.collect()
}

/// A part of a second counts as one, so that nothing is gone before its time.
fn nanoseconds(retention: ir::Duration) -> u64 {
    retention.millis.div_ceil(1_000) * SECOND
}

impl Stream<'_> {
    /// Its configuration, as the API of NATS takes it.
    pub fn config(&self) -> Value {
        let domain = self.domain;
        json!({
            "name": domain,
            "subjects": [format!("{domain}.>")],
            "retention": "limits",
            "storage": "file",
            "discard": "old",
            "num_replicas": self.replicas,
            "max_age": self.age,
            "max_bytes": 0,
            "max_consumers": 0,
            "max_msgs": 0,
            "max_msgs_per_subject": 0,
            "duplicate_window": if self.age == 0 { WINDOW } else { WINDOW.min(self.age) },
            "deny_delete": true,
            "deny_purge": true,
            "allow_direct": true,
        })
    }

    /// How long it keeps messages, for people.
    pub fn kept(&self) -> String {
        match self.age {
            0 => "for good".to_owned(),
            age => crate::emit::text::duration(ir::Duration { millis: age / (SECOND / 1_000) }),
        }
    }
}
