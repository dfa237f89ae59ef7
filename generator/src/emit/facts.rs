//! The facts that a package depends on, as digests that are computed once.
//!
//! The text of a contract's crate follows from the contract, from every type that it reaches (the `OpenAPI` document
//! holds them whole), from what the crates that it may call export, and from three facts of the platform.
//! The text of the models' crate follows from all canonical models, from what is patched, and from what the platform
//! is called.
//! The text of the crate of a domain's events follows from those events, from every type that they reach (the schemas
//! hold them whole), and from what the crate of the models is called.
//! What is said of events elsewhere (the documents of services and of the platform, the crates of services) follows from
//! the events, from the types that they reach, and from who publishes them.
//! Places are no facts, but the names of the documents are: the head of each file has one.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::emit::asyncapi;
use crate::ir::{
    Api, ApiId, Digest, Domain, Event, EventRef, Nats, Platform, Service, Subscription, Type,
    TypeId, TypeRef, digest_of,
};

/// Digests of the types of a platform, and what each refers to.
#[derive(Debug)]
pub struct Facts<'a> {
    platform: &'a Platform,
    types: BTreeMap<&'a TypeId, TypeFacts<'a>>,
}

#[derive(Debug)]
struct TypeFacts<'a> {
    digest: Digest,
    document: &'a str,
    refers_to: Vec<&'a TypeId>,
}

impl<'a> Facts<'a> {
    /// Digests every canonical model; types of a contract are part of the contract.
    pub fn new(platform: &'a Platform) -> Self {
        let models: Vec<&Type> =
            platform.domains.values().flat_map(|domain| domain.types.values()).collect();
        let types = models.par_iter().map(|ty| {
            let facts = TypeFacts {
                digest: digest_of(*ty),
                document: &ty.place.document,
                refers_to: of_type(ty),
            };
            (&ty.id, facts)
        });
        Self { platform, types: types.collect() }
    }

    /// Digest of what the crate of the canonical models depends on.
    pub fn of_models(&self) -> Digest {
        let domains = self.platform.domains.iter();
        let domains: Vec<_> =
            domains.map(|(name, domain)| (name, about(domain), documents(domain))).collect();
        let types: Vec<_> =
            self.types.iter().map(|(id, facts)| (id, facts.digest, facts.document)).collect();
        let platform = (&self.platform.name, &self.platform.docs, &self.platform.crate_prefix);
        digest_of(&("models", platform, domains, types, self.platform.patched_models()))
    }

    /// Digest of what the crate of a contract depends on.
    pub fn of_contract(&self, api: &Api) -> Digest {
        let called: Vec<_> = api
            .uses
            .values()
            .map(|dependency| exports(self.platform, self.platform.contract(&dependency.target)))
            .collect();
        digest_of(&(
            "contract",
            &*api.place.document,
            api,
            self.reached(of_contract(api)),
            called,
            self.of_service(api),
            &self.platform.crate_prefix,
            &self.platform.problems,
        ))
    }

    /// What the crate of a service says beyond its contract: the events around it, and what the platform is called,
    /// which is where its own events come from.
    fn of_service(&self, api: &'a Api) -> Option<(&'a str, Option<Traffic<'_>>)> {
        let service = self.platform.services.get(&api.id)?;
        let events = self.platform.events_around(service);
        let traffic = (!events.is_empty()).then(|| self.traffic(&[service], events));
        Some((&self.platform.name, traffic))
    }

    /// Digest of what the documents of the whole platform depend on.
    pub fn of_documents(&self) -> Digest {
        let services: Vec<&Service> = self.platform.services.values().collect();
        let titles: Vec<&str> = services.iter().map(|service| &*service.contract.title).collect();
        let emits = services.iter().flat_map(|service| {
            let operations = service.contract.operations.iter();
            operations.map(|operation| (&operation.id, &operation.emits))
        });
        let emits: Vec<_> = emits.filter(|(_, emits)| !emits.is_empty()).collect();
        let traffic = self.traffic(&services, self.platform.events.values().collect());
        let (name, docs) = (&self.platform.name, &self.platform.docs);
        let origin = asyncapi::origin(self.platform);
        digest_of(&("documents", name, docs, origin, titles, emits, traffic))
    }

    /// What some services send and receive.
    fn traffic<'f>(&'f self, services: &[&'f Service], events: Vec<&'f Event>) -> Traffic<'f> {
        let ends = services
            .iter()
            .map(|service| (&service.contract.id, &service.publishes[..], &service.subscribes[..]));
        let publishers = events.iter().filter_map(|event| self.platform.publisher(&event.id));
        Traffic {
            ends: ends.collect(),
            publishers: publishers.map(|service| &*service.contract.id.name).collect(),
            types: self.reached(of_data(&events)),
            events,
            nats: self.platform.nats,
        }
    }

    /// Digest of what the crate of a domain's events depends on.
    pub fn of_events(&self, domain: &str) -> Digest {
        let events: Vec<&Event> = self.platform.events_of(domain).collect();
        let documents: Vec<&str> = events.iter().map(|event| &*event.place.document).collect();
        let types = self.reached(of_data(&events));
        digest_of(&("events", documents, events, types, &self.platform.crate_prefix))
    }

    /// The canonical models among these and whatever they refer to, each with its digest.
    fn reached<'f>(&'f self, mut waiting: Vec<&'f TypeId>) -> Vec<(&'f TypeId, Digest)> {
        let mut reached = BTreeMap::new();
        while let Some(id) = waiting.pop() {
            if let Some(facts) = self.types.get(id)
                && reached.insert(id, facts.digest).is_none()
            {
                waiting.extend(&facts.refers_to);
            }
        }
        reached.into_iter().collect()
    }
}

/// What is sent and received.
#[derive(Debug, Hash)]
struct Traffic<'a> {
    ends: Vec<(&'a ApiId, &'a [EventRef], &'a [Subscription])>,
    events: Vec<&'a Event>,
    publishers: Vec<&'a str>,
    types: Vec<(&'a TypeId, Digest)>,
    nats: Option<Nats>,
}

fn about(domain: &Domain) -> (&str, &crate::ir::Docs) {
    (&domain.owner, &domain.docs)
}

fn documents(domain: &Domain) -> Vec<&str> {
    domain.places.iter().map(|place| &*place.document).collect()
}

/// Title, whether there are no errors, local types, those of them that have a patch.
type Exports<'a> = (&'a str, bool, Vec<&'a str>, BTreeSet<&'a TypeId>);

/// What a contract's crate exports, as far as a crate that calls it says so.
fn exports<'a>(platform: &'a Platform, api: &'a Api) -> Exports<'a> {
    let types = api.types.iter().map(|ty| ty.id.name.as_str()).collect();
    (&api.title, api.errors.is_empty(), types, platform.patched_locals(api))
}

/// The types that a type refers to.
fn of_type(ty: &Type) -> Vec<&TypeId> {
    let mut named: Vec<&TypeId> = ty.shape.payloads().collect();
    for used in ty.shape.uses() {
        note_names(used, &mut named);
    }
    named
}

/// The types that the data of events refers to.
fn of_data<'a>(events: &[&'a Event]) -> Vec<&'a TypeId> {
    let mut named = Vec::new();
    for field in events.iter().flat_map(|event| &event.data) {
        note_names(&field.ty, &mut named);
    }
    named
}

/// The types that a contract and its own types refer to.
fn of_contract(api: &Api) -> Vec<&TypeId> {
    let mut named: Vec<&TypeId> = api.types.iter().flat_map(of_type).collect();
    for used in api.type_uses() {
        note_names(used, &mut named);
    }
    named
}

fn note_names<'a>(used: &'a TypeRef, named: &mut Vec<&'a TypeId>) {
    match used {
        TypeRef::Builtin(_) => {}
        TypeRef::Named(id) | TypeRef::Patch(id) => named.push(id),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            note_names(inner, named);
        }
    }
}
