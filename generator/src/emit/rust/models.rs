//! The crate of the canonical models: a module a domain, a file a type.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use askama::Template;

use crate::casing;
use crate::emit::file_tree::FileTree;
use crate::emit::rust::file::File;
use crate::emit::rust::manifest::{Dependency, Manifest};
use crate::emit::rust::types::{self, Scope};
use crate::emit::rust::{docs, name, specs};
use crate::emit::text::filters;
use crate::ir::{Domain, Home, Platform, Type};

/// Every file of the crate of the canonical models.
pub fn models_crate(platform: &Platform) -> FileTree {
    let scope = Scope::models(platform);
    let mut tree = FileTree::default();
    let mut crates = BTreeSet::new();
    for (domain_name, domain) in &platform.domains {
        let files = file_names(domain_name, domain);
        let module = name::value(domain_name);
        for ty in domain.types.values() {
            let file = type_file(&scope, ty);
            crates.extend(file.crates().iter().cloned());
            tree.add(format!("src/{module}/{}.rs", files[&ty.id.name]), file.print());
        }
        tree.add(format!("src/{module}.rs"), face(&scope, domain_name, domain, &files).print());
    }
    tree.add("src/lib.rs", root(platform).print());
    tree.add("Cargo.toml", manifest(platform, &crates));
    tree.add("README.md", readme(&scope, platform));
    tree
}

#[derive(Template)]
#[template(path = "models/README.md", escape = "none")]
struct Readme<'a> {
    spec: String,
    title: String,
    platform: &'a str,
    library: String,
    example: String,
    domains: Vec<DomainRow<'a>>,
}

struct DomainRow<'a> {
    module: String,
    owner: &'a str,
    types: String,
}

/// The README: which types there are, by domain.
fn readme(scope: &Scope<'_>, platform: &Platform) -> String {
    let first = platform.domains.iter().find_map(|(name, domain)| {
        let ty = domain.types.values().next()?;
        Some(format!("{}::{}", name::value(name), name::ty(&ty.id.name)))
    });
    let readme = Readme {
        spec: spec_of_all(platform),
        title: casing::sentence(&name::models_package(platform)),
        platform: &platform.name,
        library: name::library(&name::models_package(platform)),
        example: first.unwrap_or_default(),
        domains: platform
            .domains
            .iter()
            .map(|(name, domain)| domain_row(scope, name, domain))
            .collect(),
    };
    readme.render().expect("a README is made of strings, which can always be formatted") + "\n"
}

fn domain_row<'a>(scope: &Scope<'_>, domain_name: &str, domain: &'a Domain) -> DomainRow<'a> {
    let names: Vec<String> =
        domain.types.values().flat_map(|ty| types::exports(scope, ty)).collect();
    let types = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    DomainRow { module: name::value(domain_name), owner: &domain.owner, types }
}

/// The manifest: the crate depends on what its files name, itself left aside.
fn manifest(platform: &Platform, crates: &BTreeSet<String>) -> String {
    let outside = crates.iter().filter(|krate| matches!(krate.as_str(), "serde" | "tiebeam"));
    let manifest = Manifest {
        spec: spec_of_all(platform),
        name: name::models_package(platform),
        description: format!("The canonical models of {}.", platform.name),
        version: None,
        dependencies: outside.map(|krate| Dependency::workspace(krate)).collect(),
    };
    manifest.print()
}

/// The spec that the files which belong to no type of their own refer to.
fn spec_of(domain: &Domain) -> String {
    specs::together(domain.places.iter().map(|place| &*place.document))
}

/// The directory, or failing that the words, for what comes from several documents.
fn spec_of_all(platform: &Platform) -> String {
    let specs: BTreeSet<String> = platform.domains.values().map(spec_of).collect();
    let directories: BTreeSet<&str> = specs.iter().map(|spec| specs::directory(spec)).collect();
    match directories.iter().collect::<Vec<_>>()[..] {
        [only] => (*only).to_owned(),
        _ => String::from("the specs"),
    }
}

/// The file of each type: its name in snake case; a type called like its domain gets a longer one, since a module
/// called like the module around it makes paths that stutter.
fn file_names(domain_name: &str, domain: &Domain) -> BTreeMap<String, String> {
    let names: BTreeSet<String> = domain.types.keys().map(|ty| name::value(ty)).collect();
    let file_name = |ty: &String| {
        let plain = name::value(ty);
        if plain != name::value(domain_name) {
            return plain;
        }
        let stem = plain.trim_end_matches('_');
        let longer = ["model", "type", "itself"].map(|word| format!("{stem}_{word}"));
        longer
            .into_iter()
            .find(|name| !names.contains(name))
            .unwrap_or_else(|| format!("{stem}_of_{stem}"))
    };
    domain.types.keys().map(|ty| (ty.clone(), file_name(ty))).collect()
}

fn type_file(scope: &Scope<'_>, ty: &Type) -> File {
    let what = match &ty.id.home {
        Home::Domain(domain) => format!("`{}` of the {domain} domain.", ty.id.name),
        Home::Api(api) => format!("`{}` of {api}.", ty.id.name),
    };
    let mut file = File::new(&ty.place.document, docs::lines(&what));
    types::reserve(scope, &mut file, ty);
    types::define(scope, &mut file, ty);
    file
}

/// The face of a domain: what it is, its files, its types.
fn face(
    scope: &Scope<'_>,
    domain_name: &str,
    domain: &Domain,
    files: &BTreeMap<String, String>,
) -> File {
    let title = casing::sentence(domain_name);
    let mut lines =
        vec![format!("{title}: the canonical models of the domain, owned by {}.", domain.owner)];
    lines = docs::lines(&lines.remove(0));
    let description = docs::lines(&docs::sentence(&domain.docs.description));
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    let mut file = File::new(&spec_of(domain), lines);
    let mut modules: Vec<&String> = files.values().collect();
    modules.sort();
    let mut text = String::new();
    for module in modules {
        writeln!(text, "mod {module};").expect("a string takes every text");
    }
    file.text(text);
    let mut exports: Vec<(&String, Vec<String>)> =
        domain.types.values().map(|ty| (&files[&ty.id.name], types::exports(scope, ty))).collect();
    exports.sort();
    let mut text = String::new();
    for (module, names) in exports {
        let line = match &names[..] {
            [name] => format!("pub use {module}::{name};"),
            names => format!("pub use {module}::{{{}}};", names.join(", ")),
        };
        writeln!(text, "{line}").expect("a string takes every text");
    }
    file.text(text);
    file
}

fn root(platform: &Platform) -> File {
    let mut lines =
        vec![format!("The canonical models of {}: one module a domain.", platform.name)];
    lines = docs::lines(&lines.remove(0));
    let description = docs::lines(&docs::sentence(&platform.docs.description));
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    let mut file = File::new(&spec_of_all(platform), lines);
    let mut text = String::new();
    for domain in platform.domains.keys() {
        writeln!(text, "pub mod {};", name::value(domain)).expect("a string takes every text");
    }
    if !text.is_empty() {
        file.text(text);
    }
    file
}

#[cfg(test)]
#[path = "models_tests.rs"]
mod tests;
