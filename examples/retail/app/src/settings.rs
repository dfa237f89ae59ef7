//! Settings: what can be set, where it was set, and what is in force.
//!
//! There are four places, and a later one wins: the default, a TOML file, the environment, the command line. All of them
//! are strict. A key that nobody knows is refused with the one that was probably meant, because a misspelt setting that
//! is passed over looks exactly like one that works. All mistakes are told at once.

mod keys;
mod layers;
mod value;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::time::Duration;

use self::keys::Key;
use self::value::Kind;
use crate::slots::{Slot, systems};

pub use self::layers::Source;

/// What stands in a table for a value that must not be seen.
const REDACTED: &str = "(secret)";

/// What is in force, and where each value came from.
#[derive(Clone)]
pub struct Settings {
    values: BTreeMap<String, (String, Source)>,
}

/// Everything that is wrong with what was set.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistakes(pub Vec<String>);

impl Settings {
    /// Reads all places: a file, if there is one, variables, and what the command line says.
    ///
    /// # Errors
    ///
    /// Every key that nobody knows and every value that is not what its key asks for.
    pub fn read(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
        overrides: &[(&str, String, Source)],
    ) -> Result<Self, Mistakes> {
        let mut mistakes = Vec::new();
        let keys = keys::all();
        let mut values: BTreeMap<String, (String, Source)> = keys
            .iter()
            .map(|key| (key.name.clone(), (key.default.clone(), Source::Default)))
            .collect();
        let mut found = Vec::new();
        if let Some(path) = file {
            found.extend(layers::file(path, &keys, &mut mistakes));
        }
        found.extend(layers::environment(environment, &keys, &mut mistakes));
        found.extend(
            overrides
                .iter()
                .map(|(name, value, source)| ((*name).to_owned(), value.clone(), source.clone())),
        );
        for (name, value, source) in found {
            let Some(key) = keys.iter().find(|key| key.name == name) else { continue };
            match key.kind.check(&value) {
                Ok(()) => drop(values.insert(name, (value, source))),
                Err(reason) => {
                    let value = if key.is_secret { REDACTED } else { &value };
                    mistakes.push(format!("{source}: `{name}` is {value:?}, but {reason}"));
                }
            }
        }
        if mistakes.is_empty() { Ok(Self { values }) } else { Err(Mistakes(mistakes)) }
    }

    /// The default of everything.
    #[must_use]
    pub fn defaults() -> Self {
        let keys = keys::all().into_iter();
        let values = keys.map(|key| (key.name, (key.default, Source::Default)));
        Self { values: values.collect() }
    }

    /// The same settings with another value for one of them.
    ///
    /// # Panics
    ///
    /// When there is no such setting, or the value is not one.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str, source: Source) -> Self {
        let key = keys::all().into_iter().find(|key| key.name == name);
        let checked = key.map(|key| key.kind.check(value));
        assert_eq!(checked, Some(Ok(())), "{name} cannot be set to {value}");
        self.values.insert(name.to_owned(), (value.to_owned(), source));
        self
    }

    /// Whether nobody set a setting.
    #[must_use]
    pub fn is_default(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(|(_, source)| *source == Source::Default)
    }

    /// Whether a system runs in this process.
    #[must_use]
    pub fn runs(&self, system: &str) -> bool {
        let only = self.text("serve.only");
        only.is_empty() || value::items(only).any(|name| name == system)
    }

    /// The host on which this process listens.
    #[must_use]
    pub fn host(&self) -> &str {
        self.text("serve.host")
    }

    /// The port on which a slot listens; zero for any that is free.
    #[must_use]
    pub fn port(&self, slot: &Slot) -> u16 {
        match self.number("serve.first-port") {
            0 => 0,
            first => u16::try_from(first).unwrap_or_default().saturating_add(slot.position()),
        }
    }

    /// The port on which metrics are shown, zero for any that is free; none where nobody asked for them.
    #[must_use]
    pub fn metrics_port(&self) -> Option<u16> {
        self.text("serve.metrics-port").parse().ok()
    }

    /// The address that was set for a slot.
    #[must_use]
    pub fn address(&self, slot: &Slot) -> Option<&str> {
        Some(self.text(&keys::url_of(slot))).filter(|url| !url.is_empty())
    }

    /// Where a slot is that is not in this process, as far as anybody knows.
    #[must_use]
    pub fn url(&self, slot: &Slot) -> Option<String> {
        match (self.address(slot), self.port(slot)) {
            (None, 0) => None,
            (None, port) => Some(format!("http://{}:{port}", self.host())),
            (Some(url), _) => Some(url.to_owned()),
        }
    }

    /// A text; empty when it was not set and has no default.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).map_or("", |(value, _)| value)
    }

    /// A number.
    #[must_use]
    pub fn number(&self, name: &str) -> u64 {
        self.text(name).parse().unwrap_or_default()
    }

    /// A number of milliseconds.
    #[must_use]
    pub fn millis(&self, name: &str) -> Duration {
        Duration::from_millis(self.number(name))
    }

    /// Whether something is switched on.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    /// The variables with which another process has the same settings.
    pub fn variables(&self) -> impl Iterator<Item = (String, String)> {
        let set = self.values.iter().filter(|(_, (_, source))| *source != Source::Default);
        set.map(|(name, (value, _))| (keys::variable(name), value.clone()))
    }
}

/// A table: every setting with its value, unless it is a secret, and where it came from.
impl fmt::Display for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = keys::all();
        let rows = keys.iter().map(|key| {
            let (value, source) = &self.values[&key.name];
            (key.name.as_str(), shown(key, value), source.to_string())
        });
        let rows: Vec<(&str, &str, String)> = rows.collect();
        let width = |column: fn(&(&str, &str, String)) -> usize| {
            rows.iter().map(column).max().unwrap_or_default()
        };
        let names = width(|row| row.0.chars().count());
        let values = width(|row| row.1.chars().count());
        for (name, value, source) in rows {
            writeln!(formatter, "{name:names$}  {value:values$}  {source}")?;
        }
        Ok(())
    }
}

/// Secrets stay out of logs, as they stay out of the table.
impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Mistakes {}

/// What people see of a value.
fn shown<'v>(key: &Key, value: &'v str) -> &'v str {
    match (key.is_secret, value.is_empty(), &key.kind) {
        (_, true, Kind::Systems) => "everything",
        (_, true, _) => "-",
        (true, false, _) => REDACTED,
        _ => value,
    }
}

/// The system with this name.
///
/// # Errors
///
/// The name of the one that was probably meant.
pub fn system(name: &str) -> Result<&'static str, String> {
    let systems = systems();
    let known = systems.iter().find(|system| **system == name).copied();
    known.ok_or_else(|| value::unknown("system", name, systems.into_iter()))
}
