//! What a value may be.

use tiebeam::store::Postgres;
use tiebeam::telemetry::Logs;

use super::system;

/// How much is logged, from nothing to everything.
const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

/// A kind of value; each is written as a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// A text that must not be seen.
    Secret,
    /// A whole number.
    Number {
        /// The greatest that makes sense.
        most: u64,
    },
    /// A port, 0 for any that is free; empty for none.
    Port,
    /// `true` or `false`.
    Flag,
    /// What is let through to the log: a level, or levels by target.
    Filter,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The base URL of a server; empty for none.
    Url,
    /// The URL of a PostgreSQL database, which may hold a password; empty for none.
    Database,
    /// The URL of a NATS, or nothing; it may hold a password.
    Broker,
    /// A subject of NATS without wildcards, or nothing.
    Subject,
    /// Names of systems with commas in between; empty for all.
    Systems,
}

impl Kind {
    /// Says what is wrong with a value.
    pub fn check(self, value: &str) -> Result<(), String> {
        match self {
            Self::Text | Self::Secret if value.is_empty() => Err("it must not be empty".to_owned()),
            Self::Text | Self::Secret => Ok(()),
            Self::Number { most } => match value.parse::<u64>() {
                Ok(number) if number <= most => Ok(()),
                Ok(_) => Err(format!("it must be at most {most}")),
                Err(_) => Err("it must be a whole number".to_owned()),
            },
            Self::Port if value.is_empty() || value.parse::<u16>().is_ok() => Ok(()),
            Self::Port => Err("it must be a port, or empty for none".to_owned()),
            Self::Filter if is_filter(value) => Ok(()),
            Self::Filter => Err("it must be like `warn` or `info,tiebeam::access=warn`".to_owned()),
            Self::Flag if matches!(value, "true" | "false") => Ok(()),
            Self::Flag => Err("it must be `true` or `false`".to_owned()),
            Self::OneOf(words) if words.contains(&value) => Ok(()),
            Self::OneOf(words) => Err(format!("it must be one of {}", words.join(", "))),
            Self::Database | Self::Broker | Self::Subject | Self::Url if value.is_empty() => Ok(()),
            Self::Database => match Postgres::new(value) {
                Ok(_) if value.contains("://") => Ok(()),
                _ => Err("it must be a URL such as postgres://user@host/database".to_owned()),
            },
            Self::Broker => match value.strip_prefix("nats://") {
                Some(host) if !host.is_empty() => Ok(()),
                _ => Err("it must be a URL such as nats://user@host:4222".to_owned()),
            },
            Self::Subject if value.split('.').all(is_token) => Ok(()),
            Self::Subject => Err("it must be a subject such as _INBOX_order-service".to_owned()),
            Self::Url => match tiebeam::Client::new(value) {
                Ok(_) => Ok(()),
                Err(_) => Err("it must be a base URL such as http://host:8100".to_owned()),
            },
            Self::Systems => items(value).try_for_each(|name| system(name).map(drop)),
        }
    }
}

/// Whether a text is a filter. A word that is no level would be the name of a target, and let nothing else through.
fn is_filter(value: &str) -> bool {
    let is_whole = |item: &str| LEVELS.contains(&item) || item.contains(['=', '[']);
    !value.is_empty() && items(value).all(is_whole) && Logs::new().filter(value).is_ok()
}

/// The items of a list.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// Says that something is not known, and what was probably meant.
pub fn unknown<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let near = known
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .min()
        .filter(|(distance, candidate)| *distance <= candidate.len() / 3);
    match near {
        Some((_, candidate)) => format!("no {what} `{name}`; did you mean `{candidate}`?"),
        None => format!("no {what} `{name}`"),
    }
}

/// Whether a text may stand between the dots of a subject.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"*>".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn values_are_checked() {
        let number = Kind::Number { most: 100 };
        for (kind, value, is_fine) in [
            (Kind::Text, "a", true),
            (Kind::Text, "", false),
            (number, "100", true),
            (number, "101", false),
            (number, "-1", false),
            (Kind::Port, "", true),
            (Kind::Port, "0", true),
            (Kind::Port, "65536", false),
            (Kind::Filter, "info", true),
            (Kind::Filter, "info,tiebeam::access=warn", true),
            (Kind::Filter, "wran", false),
            (Kind::Filter, "tiebeam::access=loud", false),
            (Kind::Filter, "", false),
            (Kind::Flag, "true", true),
            (Kind::Flag, "yes", false),
            (Kind::Url, "", true),
            (Kind::Url, "http://host:1", true),
            (Kind::Url, "host:1", false),
            (Kind::OneOf(&["a", "b"]), "b", true),
            (Kind::OneOf(&["a", "b"]), "c", false),
            (Kind::Database, "", true),
            (Kind::Database, "postgres://user:secret@host:5432/retail", true),
            (Kind::Database, "host=localhost", false),
            (Kind::Database, "http://host", false),
            (Kind::Broker, "", true),
            (Kind::Broker, "nats://user:secret@host:4222", true),
            (Kind::Broker, "http://host", false),
            (Kind::Subject, "", true),
            (Kind::Subject, "_INBOX_order-service.a", true),
            (Kind::Subject, "_INBOX.>", false),
            (Kind::Subject, "a..b", false),
            (Kind::Systems, "order-process, crm", true),
            (Kind::Systems, "order-proces", false),
        ] {
            assert_eq!(kind.check(value).is_ok(), is_fine, "{kind:?} {value}");
        }
    }
}
