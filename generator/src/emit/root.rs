//! The files at the root of what is generated: a README that lists the crates, and a `rustfmt.toml` that keeps
//! `cargo fmt` away from them.
//!
//! Generated text does not depend on the version of rustfmt that happens to be installed, so rustfmt must not
//! touch it; one setting at the root says so for every crate.

use askama::Template;

use crate::emit::file_tree::FileTree;
use crate::emit::rust::{
    contract_directory, contract_package, events_directory, events_package, models_package,
};
use crate::emit::text::{self, filters};
use crate::ir::{Api, Digest, Platform, Tier, digest_of};

#[derive(Template, Hash)]
#[template(path = "workspace/README.md", escape = "none")]
struct Readme<'a> {
    spec: &'a str,
    title: String,
    description: &'a str,
    rooms: Vec<Room>,
    has_events: bool,
    has_nats: bool,
}

#[derive(Hash)]
struct Room {
    title: &'static str,
    crates: Vec<Crate>,
}

#[derive(Hash)]
struct Crate {
    package: String,
    directory: String,
    summary: String,
}

/// The tiers in the order in which a request meets them.
static ROOMS: &[(Tier, &str)] = &[
    (Tier::Experience, "Experience APIs"),
    (Tier::Process, "Process APIs"),
    (Tier::System, "System APIs"),
    (Tier::Service, "Domain services"),
];

/// The files.
pub fn files(platform: &Platform) -> FileTree {
    let readme = readme(platform)
        .render()
        .expect("a README is made of strings, which can always be formatted");
    let mut tree = FileTree::default();
    tree.add("README.md", readme + "\n");
    tree.add(
        "rustfmt.toml",
        format!("# @generated from {} by `cargo xtask generate`. Do not edit.\n\ndisable_all_formatting = true\n", platform.place.document),
    );
    tree
}

/// Digest of the facts that the files depend on: exactly what they show.
pub fn digest(platform: &Platform) -> Digest {
    digest_of(&("root", readme(platform)))
}

fn readme(platform: &Platform) -> Readme<'_> {
    Readme {
        spec: &platform.place.document,
        title: text::title(&platform.name),
        description: &platform.docs.description,
        rooms: rooms(platform),
        has_events: !platform.events.is_empty(),
        has_nats: platform.nats.is_some(),
    }
}

fn rooms(platform: &Platform) -> Vec<Room> {
    let mut rooms = Vec::new();
    for (tier, title) in ROOMS {
        let crates: Vec<Crate> =
            platform.contracts().filter(|api| api.tier == *tier).map(contract).collect();
        rooms.push(Room { title, crates });
    }
    rooms.push(Room { title: "Events", crates: events(platform) });
    rooms.push(Room { title: "Canonical models", crates: models(platform) });
    rooms.retain(|room| !room.crates.is_empty());
    rooms
}

fn contract(api: &Api) -> Crate {
    Crate {
        package: contract_package(&api.id),
        directory: contract_directory(api.tier, &api.id),
        summary: text::cell(&api.docs.description),
    }
}

fn events(platform: &Platform) -> Vec<Crate> {
    let domains = platform.domains_with_events().into_iter();
    let crates = domains.map(|domain| Crate {
        package: events_package(platform, domain),
        directory: events_directory(domain),
        summary: format!("The events of the {domain} domain."),
    });
    crates.collect()
}

fn models(platform: &Platform) -> Vec<Crate> {
    if !platform.has_models() {
        return Vec::new();
    }
    let package = models_package(platform);
    vec![Crate {
        package,
        directory: String::from("models"),
        summary: String::from("The canonical models of all domains."),
    }]
}
