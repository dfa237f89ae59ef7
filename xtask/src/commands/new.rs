//! `new`: a spec to start from, which passes as it is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use askama::Template;
use clap::{Args, ValueEnum};
use tiebeam_generator::casing;

use crate::report::Verdict;
use crate::workspace;

/// Write a spec to start from; nothing that exists is overwritten.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Choose the kind of document.
    #[arg(value_enum)]
    kind: Kind,
    /// Name the API, the service, the platform, or the domain, in kebab-case.
    name: String,
    /// Put it into this domain instead of the one its name suggests.
    #[arg(long)]
    domain: Option<String>,
    /// Put an API into this tier instead of the one its name suggests.
    #[arg(long, value_enum)]
    tier: Option<Tier>,
    /// Write into this directory of specs instead of `specs`.
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// An API of one of the three tiers.
    Api,
    /// The canonical models of a domain.
    Models,
    /// The events of a domain.
    Events,
    /// A domain service.
    Service,
    /// The platform itself.
    PlatformDoc,
}

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

#[derive(Template)]
#[template(path = "new/platform.yaml", escape = "none")]
struct PlatformPage<'a> {
    schema: &'a str,
    name: &'a str,
}

/// Runs the command.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let specs = match &arguments.specs {
        Some(specs) => specs.clone(),
        None => workspace::root()?.join("specs"),
    };
    let place = write(arguments, &specs)?;
    println!("wrote {}", workspace::shown(&place));
    Ok(Verdict::Clean)
}

fn write(arguments: &Arguments, specs: &Path) -> Result<PathBuf> {
    let name = &arguments.name;
    ensure!(
        casing::kebab(name) == *name
            && name.starts_with(|letter: char| letter.is_ascii_lowercase())
            && name.is_ascii(),
        "`{name}` is not in kebab-case; did you mean `{}`?",
        casing::kebab(name)
    );
    let path = path(arguments);
    let place = specs.join(&path);
    let text = text(arguments, specs, &path);
    let directory = place.parent().context("a spec stands in a directory")?;
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot create {}", directory.display()))?;
    match fs::File::create_new(&place) {
        Ok(mut file) => {
            std::io::Write::write_all(&mut file, text.as_bytes())
                .with_context(|| format!("cannot write {}", place.display()))?;
            Ok(place)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!("{} is there already; nothing was written", workspace::shown(&place))
        }
        Err(error) => Err(error).with_context(|| format!("cannot write {}", place.display())),
    }
}

/// Path relative to the directory of the specs.
fn path(arguments: &Arguments) -> String {
    let name = &arguments.name;
    match arguments.kind {
        Kind::Api => format!("apis/{}/{name}.v1.yaml", tier(arguments)),
        Kind::Models => format!("models/{name}.yaml"),
        Kind::Events => format!("events/{name}.yaml"),
        Kind::Service => format!("services/{name}.v1.yaml"),
        Kind::PlatformDoc => "platform.yaml".to_owned(),
    }
}

fn tier(arguments: &Arguments) -> &'static str {
    let suggested = match arguments.name.rsplit('-').next() {
        Some("experience") => Tier::Experience,
        Some("system") => Tier::System,
        _ => Tier::Process,
    };
    match arguments.tier.unwrap_or(suggested) {
        Tier::Experience => "experience",
        Tier::Process => "process",
        Tier::System => "system",
    }
}

fn text(arguments: &Arguments, specs: &Path, path: &str) -> String {
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
    let rendered = match arguments.kind {
        Kind::Api => ApiPage {
            schema: &schema("api"),
            name,
            tier: tier(arguments),
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
        Kind::PlatformDoc => PlatformPage { schema: &schema("platform"), name }.render(),
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
