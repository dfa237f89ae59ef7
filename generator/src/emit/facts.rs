//! The facts that a package depends on, as digests that are computed once.
//!
//! The text of a contract's crate follows from the contract, from every type that it reaches (the `OpenAPI` document
//! holds them whole), from what the crates that it may call export, and from three facts of the platform.
//! The text of the models' crate follows from all canonical models, from what is patched, and from what the platform
//! is called.
//! Places are no facts, but the names of the documents are: the head of each file has one.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::ir::{
    Api, Digest, Domain, Field, Home, Platform, Shape, Type, TypeId, TypeRef, digest_of,
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
        digest_of(&("models", platform, domains, types, self.patched()))
    }

    /// Digest of what the crate of a contract depends on.
    pub fn of_contract(&self, api: &Api) -> Digest {
        let mut reached = BTreeSet::new();
        let mut waiting = of_contract(api);
        while let Some(id) = waiting.pop() {
            if let Some(facts) = self.types.get(id)
                && reached.insert(id)
            {
                waiting.extend(&facts.refers_to);
            }
        }
        let types: Vec<_> = reached.into_iter().map(|id| (id, self.types[id].digest)).collect();
        let called: Vec<_> = api
            .uses
            .values()
            .map(|dependency| exports(self.platform.contract(&dependency.target)))
            .collect();
        digest_of(&(
            "contract",
            &*api.place.document,
            api,
            types,
            called,
            &self.platform.crate_prefix,
            &self.platform.problems,
        ))
    }

    /// The canonical models of which a patch is made somewhere.
    fn patched(&self) -> BTreeSet<&TypeId> {
        let mut patched = BTreeSet::new();
        let models = self.platform.domains.values().flat_map(|domain| domain.types.values());
        let locals = self.platform.contracts().flat_map(|api| &api.types);
        for ty in models.chain(locals) {
            each_ref(&ty.shape, &mut |used| note_patches(used, &mut patched));
        }
        for used in self.platform.contracts().flat_map(uses) {
            note_patches(used, &mut patched);
        }
        for field in self.platform.events.values().flat_map(|event| &event.data) {
            note_patches(&field.ty, &mut patched);
        }
        patched.retain(|id| matches!(id.home, Home::Domain(_)));
        patched
    }
}

fn about(domain: &Domain) -> (&str, &crate::ir::Docs) {
    (&domain.owner, &domain.docs)
}

fn documents(domain: &Domain) -> Vec<&str> {
    domain.places.iter().map(|place| &*place.document).collect()
}

/// What a contract's crate exports, as far as a crate that calls it says so.
fn exports(api: &Api) -> (bool, Vec<&str>) {
    (api.errors.is_empty(), api.types.iter().map(|ty| ty.id.name.as_str()).collect())
}

/// The types that a type refers to.
fn of_type(ty: &Type) -> Vec<&TypeId> {
    let mut named = Vec::new();
    if let Shape::Union { variants, .. } = &ty.shape {
        named.extend(variants.iter().map(|variant| &variant.payload));
    }
    each_ref(&ty.shape, &mut |used| note_names(used, &mut named));
    named
}

/// The types that a contract and its own types refer to.
fn of_contract(api: &Api) -> Vec<&TypeId> {
    let mut named: Vec<&TypeId> = api.types.iter().flat_map(of_type).collect();
    for used in uses(api) {
        note_names(used, &mut named);
    }
    named
}

/// The types that the operations and the errors of a contract name.
fn uses(api: &Api) -> impl Iterator<Item = &TypeRef> {
    let errors = api.errors.values().flat_map(|error| error.detail.iter().map(|field| &field.ty));
    let operations = api.operations.iter().flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        let responses = operation.responses.iter().flat_map(|response| {
            response.body.iter().chain(response.headers.iter().map(|header| &header.ty))
        });
        parameters.chain(&operation.request).chain(responses)
    });
    errors.chain(operations)
}

fn each_ref<'a>(shape: &'a Shape, visit: &mut impl FnMut(&'a TypeRef)) {
    match shape {
        Shape::Newtype { is, .. } => visit(is),
        Shape::Enum(_) | Shape::Union { .. } => {}
        Shape::Record { fields, .. } => {
            fields.iter().map(|field: &Field| &field.ty).for_each(visit);
        }
    }
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

fn note_patches<'a>(used: &'a TypeRef, patched: &mut BTreeSet<&'a TypeId>) {
    match used {
        TypeRef::Builtin(_) | TypeRef::Named(_) => {}
        TypeRef::Patch(id) => {
            patched.insert(id);
        }
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            note_patches(inner, patched);
        }
    }
}
