//! Where the bus is, as far as the specs say.

use serde_json::{Value, json};

use crate::ir;

/// The servers; `None` where the specs name no broker.
///
/// Which host it is only a deployment knows, so the host is a variable without a value.
pub fn servers(platform: &ir::Platform) -> Option<Value> {
    let ir::Nats { replicas } = platform.nats?;
    let copies = match replicas {
        1 => "one copy".to_owned(),
        replicas => format!("{replicas} copies"),
    };
    Some(json!({
        "nats": {
            "host": "{host}",
            "protocol": "nats",
            "title": "NATS JetStream",
            "description": format!("The bus: NATS 2.9 or later with JetStream, and {copies} of each stream."),
            "variables": {
                "host": { "description": "Host and port of a server; a deployment says which." },
            },
            "x-replicas": replicas,
        },
    }))
}
