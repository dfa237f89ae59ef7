//! Every setting there is: its name, what it may be, and what it is when nobody says.

use super::value::Kind;
use crate::slots::{SLOTS, Slot};

/// A setting.
#[derive(Debug)]
pub struct Key {
    /// Section and name, `serve.first-port`.
    pub name: String,
    pub kind: Kind,
    pub default: String,
    /// Whether its value must not be seen.
    pub is_secret: bool,
}

/// Name, what it may be, default. An address of each slot comes after these.
const KEYS: &[(&str, Kind, &str)] = &[
    ("serve.only", Kind::Systems, ""),
    ("serve.host", Kind::Text, "127.0.0.1"),
    ("serve.first-port", Kind::Number { most: 65_000 }, "8100"),
    ("serve.recorder", Kind::Flag, "false"),
    ("serve.metrics-port", Kind::Port, ""),
    ("log.format", Kind::OneOf(&["text", "json", "off"]), "text"),
    ("log.filter", Kind::Filter, "warn"),
    ("bus.kind", Kind::OneOf(&["embedded", "nats"]), "embedded"),
    ("bus.url", Kind::Broker, ""),
    ("bus.inbox", Kind::Subject, ""),
    ("bus.provision", Kind::Flag, "true"),
    ("bus.ack-wait-ms", Kind::Number { most: 600_000 }, "30000"),
    ("outbox.lease-ms", Kind::Number { most: 600_000 }, "10000"),
    ("store.kind", Kind::OneOf(&["sqlite", "postgres", "memory"]), "sqlite"),
    ("store.directory", Kind::Text, "retail-data"),
    ("store.url", Kind::Database, ""),
    ("store.connections", Kind::Number { most: 1_000 }, "8"),
    ("crm.user", Kind::Text, "TIEBEAM"),
    ("crm.password", Kind::Secret, "relationship"),
    ("crm.timeout-ms", Kind::Number { most: 60_000 }, "2000"),
    ("erp.client", Kind::Text, "100"),
    ("erp.token", Kind::Secret, "enterprise"),
    ("erp.timeout-ms", Kind::Number { most: 60_000 }, "1500"),
    ("payco.secret", Kind::Secret, "merchant"),
    ("payco.timeout-ms", Kind::Number { most: 60_000 }, "4000"),
    ("simulation.seed", Kind::Number { most: u64::MAX }, "1"),
    ("simulation.admin", Kind::Flag, "false"),
    ("simulation.payco-latency-ms", Kind::Number { most: 10_000 }, "25"),
    ("simulation.payco-failures", Kind::Number { most: 100 }, "0"),
];

/// Every setting, in the order in which people are shown them.
pub fn all() -> Vec<Key> {
    let keys = KEYS.iter().map(|&(name, kind, default)| Key {
        name: name.to_owned(),
        kind,
        default: default.to_owned(),
        is_secret: matches!(kind, Kind::Secret | Kind::Database | Kind::Broker),
    });
    let urls = SLOTS.iter().map(|slot| Key {
        name: url_of(slot),
        kind: Kind::Url,
        default: String::new(),
        is_secret: false,
    });
    keys.chain(urls).collect()
}

/// The setting that says where a slot is.
pub fn url_of(slot: &Slot) -> String {
    format!("url.{}", slot.name)
}

/// The variable that sets a setting: `RETAIL_SERVE_FIRST_PORT`.
pub fn variable(name: &str) -> String {
    let name = name.replace(['.', '-'], "_").to_ascii_uppercase();
    format!("{}{name}", super::layers::PREFIX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{all, variable};

    #[test]
    fn names_and_variables_are_distinct_and_defaults_are_valid() {
        let keys = all();
        let names: BTreeSet<&str> = keys.iter().map(|key| key.name.as_str()).collect();
        let variables: BTreeSet<String> = keys.iter().map(|key| variable(&key.name)).collect();
        assert_eq!((names.len(), variables.len()), (keys.len(), keys.len()));
        for key in keys {
            assert_eq!(key.kind.check(&key.default), Ok(()), "{}", key.name);
        }
    }
}
