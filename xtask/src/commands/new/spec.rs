//! `new api|models|events|service`: a spec to start from, which passes as it is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use askama::Template;
use clap::{Args, ValueEnum};
use tiebeam_generator::casing;

use super::files::{self, Outcome};
use super::name;
use crate::report::Verdict;
use crate::workspace;

/// What a spec is about.
#[derive(Debug, Clone, Args)]
pub struct Arguments {
    /// Name the API, the service or the domain, in kebab-case.
    name: String,
    /// Put it into this domain instead of the one its name suggests.
    #[arg(long)]
    domain: Option<String>,
    /// Write into this directory of specs instead of `specs`.
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
}

/// What the spec of an API is about.
#[derive(Debug, Clone, Args)]
pub struct ApiArguments {
    #[command(flatten)]
    spec: Arguments,
    /// Put it into this tier instead of the one its name suggests.
    #[arg(long, value_enum)]
    tier: Option<Tier>,
}

/// The kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Api(Tier),
    Models,
    Events,
    Service,
}

/// The tiers of APIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Tier {
    /// Tailored to a channel.
    Experience,
    /// Holds the business logic.
    Process,
    /// The stable interface to one system of record.
    System,
}

/// Words at the end of a name that say what a thing is, not what it is about.
static ENDINGS: &[&str] = &["-experience", "-process", "-system", "-service", "-api"];

#[derive(Template)]
#[template(path = "new/api.yaml", escape = "none")]
struct ApiPage<'a> {
    schema: &'a str,
    name: &'a str,
    tier: &'a str,
    domain: &'a str,
    owner: &'a str,
    words: &'a str,
    path: &'a str,
    item: &'a str,
    plural_type: &'a str,
    field: &'a str,
}

#[derive(Template)]
#[template(path = "new/service.yaml", escape = "none")]
struct ServicePage<'a> {
    schema: &'a str,
    name: &'a str,
    domain: &'a str,
    owner: &'a str,
    words: &'a str,
    path: &'a str,
    item: &'a str,
    field: &'a str,
    publishes: bool,
}

#[derive(Template)]
#[template(path = "new/models.yaml", escape = "none")]
struct ModelsPage<'a> {
    schema: &'a str,
    domain: &'a str,
    owner: &'a str,
    words: &'a str,
    item: &'a str,
}

#[derive(Template)]
#[template(path = "new/events.yaml", escape = "none")]
struct EventsPage<'a> {
    schema: &'a str,
    domain: &'a str,
    owner: &'a str,
    words: &'a str,
    item: &'a str,
    field: &'a str,
}

/// Writes the spec of an API.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn api(arguments: &ApiArguments) -> Result<Verdict> {
    run(Kind::Api(tier(arguments)), &arguments.spec)
}

/// Writes the spec of the canonical models of a domain.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn models(arguments: &Arguments) -> Result<Verdict> {
    run(Kind::Models, arguments)
}

/// Writes the spec of the events of a domain.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn events(arguments: &Arguments) -> Result<Verdict> {
    run(Kind::Events, arguments)
}

/// Writes the spec of a domain service.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn service(arguments: &Arguments) -> Result<Verdict> {
    run(Kind::Service, arguments)
}

fn run(kind: Kind, arguments: &Arguments) -> Result<Verdict> {
    let specs = match &arguments.specs {
        Some(specs) => specs.clone(),
        None => workspace::root()?.join("specs"),
    };
    let place = write(kind, arguments, &specs)?;
    println!("wrote {}", workspace::shown(&place));
    Ok(Verdict::Clean)
}

fn write(kind: Kind, arguments: &Arguments, specs: &Path) -> Result<PathBuf> {
    name::check(&arguments.name)?;
    let path = path(kind, &arguments.name);
    let place = specs.join(&path);
    match files::write(&place, text(kind, arguments, specs, &path).as_bytes())? {
        Outcome::Written => Ok(place),
        Outcome::Occupied => {
            bail!("{} is there already; nothing was written", workspace::shown(&place))
        }
    }
}

/// Path relative to the directory of the specs.
fn path(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Api(tier) => format!("apis/{}/{name}.v1.yaml", tier.name()),
        Kind::Models => format!("models/{name}.yaml"),
        Kind::Events => format!("events/{name}.yaml"),
        Kind::Service => format!("services/{name}.v1.yaml"),
    }
}

/// The tier that was asked for, or that the name suggests.
fn tier(arguments: &ApiArguments) -> Tier {
    let suggested = match arguments.spec.name.rsplit('-').next() {
        Some("experience") => Tier::Experience,
        Some("system") => Tier::System,
        _ => Tier::Process,
    };
    arguments.tier.unwrap_or(suggested)
}

impl Tier {
    fn name(self) -> &'static str {
        match self {
            Self::Experience => "experience",
            Self::Process => "process",
            Self::System => "system",
        }
    }
}

fn text(kind: Kind, arguments: &Arguments, specs: &Path, path: &str) -> String {
    let name = arguments.name.as_str();
    let schema =
        |kind: &str| format!("{}.schema/{kind}.json", "../".repeat(path.matches('/').count()));
    let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let domain = arguments.domain.as_deref().unwrap_or(stem);
    let owner = owner(specs, domain).unwrap_or_else(|| format!("{domain}-team"));
    let (singular, plural) = match stem.strip_suffix('s') {
        Some(singular) if !singular.is_empty() && !singular.ends_with('s') => {
            (singular.to_owned(), stem.to_owned())
        }
        _ => (stem.to_owned(), format!("{stem}s")),
    };
    let words = plural.replace('-', " ");
    let (item, plural_type, field) =
        (casing::pascal(&singular), casing::pascal(&plural), casing::camel(&singular));
    let (owner, words, item, field) =
        (owner.as_str(), words.as_str(), item.as_str(), field.as_str());
    let rendered = match kind {
        Kind::Api(tier) => ApiPage {
            schema: &schema("api"),
            name,
            tier: tier.name(),
            domain,
            owner,
            words,
            path: &plural,
            item,
            plural_type: &plural_type,
            field,
        }
        .render(),
        Kind::Service => {
            let (schema, path) = (&schema("service"), plural.as_str());
            let publishes = is_declared(specs, domain, item);
            ServicePage { schema, name, domain, owner, words, path, item, field, publishes }
                .render()
        }
        Kind::Models => {
            ModelsPage { schema: &schema("models"), domain: name, owner, words, item }.render()
        }
        Kind::Events => {
            EventsPage { schema: &schema("events"), domain: name, owner, words, item, field }
                .render()
        }
    };
    rendered.expect("a template that only puts names in cannot fail") + "\n"
}

/// The team that owns a domain by what is written already.
fn owner(specs: &Path, domain: &str) -> Option<String> {
    let text = fs::read_to_string(specs.join(format!("models/{domain}.yaml"))).ok()?;
    text.lines().find_map(|line| line.strip_prefix("owner:")).map(|owner| owner.trim().to_owned())
}

/// Whether the events of a domain have the one that a scaffolded service would publish.
fn is_declared(specs: &Path, domain: &str, item: &str) -> bool {
    let event = format!("  {item}Created:");
    fs::read_to_string(specs.join(format!("events/{domain}.yaml")))
        .is_ok_and(|text| text.lines().any(|line| line == event))
}

#[cfg(test)]
mod tests;
