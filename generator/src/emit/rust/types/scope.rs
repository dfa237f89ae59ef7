//! The crate that is being printed, and what is known of the types it may name.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::emit::rust::name;
use crate::ir::{Api, Home, Platform, TypeId, TypeRef};

/// One crate's view of the platform; what is worked out once is kept.
#[derive(Debug)]
pub struct Scope<'a> {
    pub(super) platform: &'a Platform,
    inside: Inside,
    /// Records of this crate that have a patch.
    patched: BTreeSet<&'a TypeId>,
    /// Everything a type is made of, itself included.
    reach: RefCell<Reach<'a>>,
    /// The path by which this crate knows a type.
    paths: RefCell<BTreeMap<TypeId, Rc<str>>>,
}

/// What each type is made of.
type Reach<'a> = BTreeMap<&'a TypeId, Rc<BTreeSet<&'a TypeId>>>;

/// Which crate is being printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Models,
    Contract,
    Events,
}

impl<'a> Scope<'a> {
    /// The crate of the canonical models.
    pub fn models(platform: &'a Platform) -> Self {
        Self::new(platform, Inside::Models, platform.patched_models())
    }

    /// The crate of an API or a service.
    pub fn contract(platform: &'a Platform, api: &'a Api) -> Self {
        Self::new(platform, Inside::Contract, platform.patched_locals(api))
    }

    /// The crate of a domain's events.
    pub fn events(platform: &'a Platform) -> Self {
        Self::new(platform, Inside::Events, BTreeSet::new())
    }

    fn new(platform: &'a Platform, inside: Inside, patched: BTreeSet<&'a TypeId>) -> Self {
        let (reach, paths) = Default::default();
        Self { platform, inside, patched, reach, paths }
    }

    /// The path by which this crate knows a type.
    pub fn path(&self, id: &TypeId) -> Rc<str> {
        if let Some(known) = self.paths.borrow().get(id) {
            return Rc::clone(known);
        }
        let path: Rc<str> = format!("{}::{}", self.module(&id.home), name::ty(&id.name)).into();
        self.paths.borrow_mut().insert(id.clone(), Rc::clone(&path));
        path
    }

    /// The path by which this crate knows a record's patch.
    pub fn patch_path(&self, id: &TypeId) -> String {
        format!("{}::{}", self.module(&id.home), patch_name(id))
    }

    /// Whether a record of this crate has a patch.
    pub fn is_patched(&self, id: &TypeId) -> bool {
        self.patched.contains(id)
    }

    /// Every named type that a value of the type may hold, itself included.
    pub(super) fn reach(&self, id: &TypeId) -> Rc<BTreeSet<&'a TypeId>> {
        if let Some(known) = self.reach.borrow().get(id) {
            return Rc::clone(known);
        }
        let mut reached = BTreeSet::new();
        let mut open = vec![&self.platform.ty(id).id];
        while let Some(next) = open.pop() {
            if !reached.insert(next) {
                continue;
            }
            let shape = self.platform.shape(next);
            shape.uses().for_each(|ty| named(ty, &mut open));
            open.extend(shape.payloads());
        }
        let reached = Rc::new(reached);
        self.reach.borrow_mut().insert(&self.platform.ty(id).id, Rc::clone(&reached));
        reached
    }

    /// Whether a value of `from` holds a value of `to` within itself, not behind a list or a map.
    pub(super) fn embeds(&self, from: &TypeId, to: &TypeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(next) = open.pop() {
            if next == to {
                return true;
            }
            if !seen.insert(next) {
                continue;
            }
            let shape = self.platform.shape(next);
            open.extend(shape.uses().filter_map(direct));
            open.extend(shape.payloads());
        }
        false
    }

    fn module(&self, home: &Home) -> String {
        match (home, self.inside) {
            (Home::Domain(domain), Inside::Models) => format!("crate::{}", name::value(domain)),
            (Home::Domain(domain), Inside::Contract | Inside::Events) => {
                let models = name::library(&name::models_package(self.platform));
                format!("{models}::{}", name::value(domain))
            }
            (Home::Api(_), _) => String::from("crate::types"),
        }
    }
}

/// The name of a record's patch: `OrderPatch`; linking keeps it free.
pub fn patch_name(id: &TypeId) -> String {
    format!("{}Patch", name::ty(&id.name))
}

/// The named type that a use stands for directly: not behind a list or a map.
pub fn direct(ty: &TypeRef) -> Option<&TypeId> {
    match ty {
        TypeRef::Named(id) | TypeRef::Patch(id) => Some(id),
        TypeRef::Nullable(inner) => direct(inner),
        TypeRef::Builtin(_) | TypeRef::List(_) | TypeRef::Map(_) => None,
    }
}

fn named<'a>(ty: &'a TypeRef, found: &mut Vec<&'a TypeId>) {
    match ty {
        TypeRef::Builtin(_) => {}
        TypeRef::Named(id) | TypeRef::Patch(id) => found.push(id),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            named(inner, found);
        }
    }
}
