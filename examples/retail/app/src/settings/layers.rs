//! The places where settings are set.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::keys::{self, Key};
use super::value;

/// How the variables of this program begin.
pub const PREFIX: &str = "RETAIL_";

/// Names the file, and is no setting itself.
pub const FILE: &str = "RETAIL_CONFIG";

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Nobody set it.
    Default,
    /// This file.
    File(PathBuf),
    /// This variable.
    Environment(String),
    /// Whoever started the program.
    CommandLine,
    /// The demonstration, which needs it so.
    Demonstration,
}

/// A setting, its value, and where that came from.
type Found = (String, String, Source);

/// What a file says.
pub fn file(path: &Path, keys: &[Key], mistakes: &mut Vec<String>) -> Vec<Found> {
    let source = Source::File(path.to_owned());
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            mistakes.push(format!("{source}: {error}"));
            return Vec::new();
        }
    };
    let sections: Table = match text.parse() {
        Ok(sections) => sections,
        Err(error) => {
            mistakes.push(format!("{source}: {error}"));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for (section, settings) in sections {
        let Value::Table(settings) = settings else {
            mistakes
                .push(format!("{source}: `{section}` must stand in a section, such as [serve]"));
            continue;
        };
        for (name, value) in settings {
            let name = format!("{section}.{name}");
            if !keys.iter().any(|key| key.name == name) {
                let names = keys.iter().map(|key| key.name.as_str());
                mistakes.push(format!("{source}: {}", value::unknown("setting", &name, names)));
                continue;
            }
            match text_of(value) {
                Some(value) => found.push((name, value, source.clone())),
                None => mistakes.push(format!("{source}: `{name}` must be a single value")),
            }
        }
    }
    found
}

/// What variables say; those of others are none of ours.
pub fn environment(
    variables: impl IntoIterator<Item = (String, String)>,
    keys: &[Key],
    mistakes: &mut Vec<String>,
) -> Vec<Found> {
    let ours = variables.into_iter().filter(|(name, _)| name.starts_with(PREFIX) && name != FILE);
    let mut found = Vec::new();
    for (variable, value) in ours {
        if let Some(key) = keys.iter().find(|key| keys::variable(&key.name) == variable) {
            found.push((key.name.clone(), value, Source::Environment(variable)));
            continue;
        }
        let names: Vec<String> = keys.iter().map(|key| keys::variable(&key.name)).collect();
        let unknown = value::unknown("variable", &variable, names.iter().map(String::as_str));
        mistakes.push(format!("environment: {unknown}"));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// A value of TOML as a text; a list has commas.
fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.into_iter().map(text_of).collect();
            Some(items?.join(","))
        }
        Value::Float(_) | Value::Datetime(_) | Value::Table(_) => None,
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => formatter.write_str("default"),
            Self::File(path) => write!(formatter, "file {}", path.display()),
            Self::Environment(variable) => write!(formatter, "environment {variable}"),
            Self::CommandLine => formatter.write_str("command line"),
            Self::Demonstration => formatter.write_str("demonstration"),
        }
    }
}
