//! Types and events whose names are taken by what is generated beside them.

use std::collections::BTreeMap;

use crate::casing;
use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Change, Home, Place, Shape, TypeId};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::index::{Event, Index};
use crate::resolve::names;
use crate::resolve::sink::{Sink, error};
use crate::resolve::table::Table;
use crate::rust_name;

/// Reports local types that would hide what every contract's crate has at its root.
pub fn check_roots(contract: &Contract<'_>, sink: &mut Sink) {
    let root = At::root(contract.document);
    let around = root.key("types");
    let of_trait = casing::pascal(contract.name);
    let of_logic = format!("{of_trait}Logic");
    let is_service = contract.service.is_some();
    for name in contract.types.iter().flat_map(|map| map.0.keys()) {
        let spelling = rust_name::ty(name);
        let why = match spelling.as_str() {
            "Client" => "the generated client has this name",
            "Stub" => "the generated stub has this name",
            "Apis" if is_service => "what a service may call has this name",
            "Service" if is_service => "the generated service has this name",
            _ if spelling == of_trait => "the generated trait has this name",
            _ if is_service && spelling == of_logic => "the generated trait has this name",
            _ => continue,
        };
        let finding = error(
            &link::RESERVED_NAME,
            around.key(name),
            format!("a local type cannot be called `{name}`"),
        )
        .at(Part::Key)
        .label(why)
        .help("give the type another name");
        sink.report(finding);
    }
}

/// Reports events of one domain that become one Rust type: `OrderCreatedV2` and version 2 of `OrderCreated`.
pub fn check_events(index: &Index<'_>, sink: &mut Sink) {
    let mut taken: BTreeMap<(&str, String), &Event<'_>> = BTreeMap::new();
    let mut events: Vec<&Event<'_>> = index.events.values().collect();
    events.sort_by_key(|event| event.document);
    for event in events.into_iter().filter(|event| names::is_pascal(&event.id.name)) {
        let spelling = rust_name::event(&event.id.name, event.id.major);
        let Some(first) = taken.get(&(event.id.domain.as_str(), spelling.clone())) else {
            taken.insert((&event.id.domain, spelling), event);
            continue;
        };
        // Names of one document that differ in case only were reported with it.
        let is_known = first.document == event.document && first.id.major == event.id.major;
        if is_known {
            continue;
        }
        let message = format!(
            "the events `{}` and `{}` both become `{spelling}` in Rust",
            first.id, event.id
        );
        let (root, other) = (At::root(event.document), At::root(first.document));
        let finding =
            error(&link::COLLIDING_NAMES, root.key("events").key(&event.id.name), message)
                .at(Part::Key)
                .label(format!("becomes `{spelling}`"))
                .related(
                    &other.key("events").key(&first.id.name).place(),
                    Part::Key,
                    "the first is here",
                )
                .help("give one of them another name");
        sink.report(finding);
    }
}

/// Reports types that have the name of a generated patch: `CustomerPatch` where `patch<Customer>` is used.
pub fn check_patches(table: &Table, used: BTreeMap<TypeId, Place>, sink: &mut Sink) {
    let mut open: Vec<(TypeId, Place)> = used.into_iter().collect();
    let mut patched: BTreeMap<TypeId, Place> = BTreeMap::new();
    while let Some((id, place)) = open.pop() {
        if patched.contains_key(&id) {
            continue;
        }
        if let Some(Shape::Record { fields, .. }) = table.find(&id).map(|ty| &ty.shape) {
            for field in fields {
                if let Change::Record(nested, _) = table.change_of(field) {
                    open.push((nested.clone(), place.clone()));
                }
            }
        }
        patched.insert(id, place);
    }
    if patched.is_empty() {
        return;
    }
    let mut names: BTreeMap<(&Home, String), Vec<&TypeId>> = BTreeMap::new();
    for id in patched.keys() {
        names.entry((&id.home, format!("{}Patch", rust_name::ty(&id.name)))).or_default().push(id);
    }
    for ty in table.types() {
        let Some(records) = names.get(&(&ty.id.home, rust_name::ty(&ty.id.name))) else {
            continue;
        };
        for record in records {
            let message =
                format!("the name `{}` is taken by the patch of `{}`", ty.id.name, record.name);
            let finding = Diagnostic::error(&link::RESERVED_NAME, &ty.place, message)
                .at(Part::Key)
                .related(
                    &patched[*record],
                    Part::Value,
                    format!("`{}` is patched because of this", record.name),
                )
                .help("give the type another name");
            sink.report(finding);
        }
    }
}
