//! The crate that is being printed, and what is known of the types it may name.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::emit::rust::name;
use crate::ir::{Api, Field, Home, Platform, Shape, TypeId, TypeRef};

/// One crate's view of the platform; what is worked out once is kept.
#[derive(Debug)]
pub struct Scope<'a> {
    pub(super) platform: &'a Platform,
    inside: Inside,
    /// Records of this crate that have a patch.
    patched: BTreeSet<TypeId>,
    /// Everything a type is made of, itself included.
    reach: RefCell<BTreeMap<TypeId, BTreeSet<TypeId>>>,
    /// The path by which this crate knows a type.
    paths: RefCell<BTreeMap<TypeId, Rc<str>>>,
}

/// Which crate is being printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Models,
    Contract,
}

impl<'a> Scope<'a> {
    /// The crate of the canonical models.
    pub fn models(platform: &'a Platform) -> Self {
        let mut patched = BTreeSet::new();
        let mut visit = |ty: &TypeRef| collect_patches(platform, ty, &mut patched);
        for ty in platform.domains.values().flat_map(|domain| domain.types.values()) {
            in_shape(&ty.shape, &mut visit);
        }
        for field in platform.events.values().flat_map(|event| &event.data) {
            visit(&field.ty);
        }
        for api in platform.contracts() {
            in_contract(api, &mut visit);
        }
        patched.retain(|id| matches!(id.home, Home::Domain(_)));
        Self {
            platform,
            inside: Inside::Models,
            patched,
            reach: RefCell::default(),
            paths: RefCell::default(),
        }
    }

    /// The crate of an API or a service.
    pub fn contract(platform: &'a Platform, api: &Api) -> Self {
        let mut patched = BTreeSet::new();
        in_contract(api, &mut |ty| collect_patches(platform, ty, &mut patched));
        patched.retain(|id| id.home == Home::Api(api.id.clone()));
        Self {
            platform,
            inside: Inside::Contract,
            patched,
            reach: RefCell::default(),
            paths: RefCell::default(),
        }
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
    pub(super) fn reach(&self, id: &TypeId) -> BTreeSet<TypeId> {
        if let Some(known) = self.reach.borrow().get(id) {
            return known.clone();
        }
        let mut reached = BTreeSet::new();
        let mut open = vec![id.clone()];
        while let Some(next) = open.pop() {
            if reached.contains(&next) {
                continue;
            }
            let shape = &self.platform.ty(&next).shape;
            in_shape(shape, &mut |ty| named(ty, &mut open));
            open.extend(payloads(shape).cloned());
            reached.insert(next);
        }
        self.reach.borrow_mut().insert(id.clone(), reached.clone());
        reached
    }

    /// Whether a value of `from` holds a value of `to` within itself, not behind a list or a map.
    pub(super) fn embeds(&self, from: &TypeId, to: &TypeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![from.clone()];
        while let Some(next) = open.pop() {
            if next == *to {
                return true;
            }
            if seen.contains(&next) {
                continue;
            }
            let shape = &self.platform.ty(&next).shape;
            in_shape(shape, &mut |ty| open.extend(direct(ty).cloned()));
            open.extend(payloads(shape).cloned());
            seen.insert(next);
        }
        false
    }

    fn module(&self, home: &Home) -> String {
        match (home, self.inside) {
            (Home::Domain(domain), Inside::Models) => format!("crate::{}", name::value(domain)),
            (Home::Domain(domain), Inside::Contract) => {
                let models = name::library(&format!("{}-models", self.platform.crate_prefix));
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

/// The record behind a use, and how many newtypes are around it.
pub fn record_behind<'a>(platform: &'a Platform, ty: &'a TypeRef) -> Option<(&'a TypeId, usize)> {
    let mut ty = ty;
    let mut around = 0;
    loop {
        match ty {
            TypeRef::Nullable(inner) => ty = inner,
            TypeRef::Named(id) => match &platform.ty(id).shape {
                Shape::Record { .. } => return Some((id, around)),
                Shape::Newtype { is, .. } => {
                    ty = is;
                    around += 1;
                }
                Shape::Enum(_) | Shape::Union { .. } => return None,
            },
            TypeRef::Builtin(_) | TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Patch(_) => {
                return None;
            }
        }
    }
}

/// Shows every use of a type in a definition.
fn in_shape<'a>(shape: &'a Shape, visit: &mut impl FnMut(&'a TypeRef)) {
    match shape {
        Shape::Newtype { is, .. } => visit(is),
        Shape::Enum(_) | Shape::Union { .. } => {}
        Shape::Record { fields, .. } => in_fields(fields, visit),
    }
}

/// The records of a union.
fn payloads(shape: &Shape) -> impl Iterator<Item = &TypeId> {
    let variants = match shape {
        Shape::Union { variants, .. } => &variants[..],
        Shape::Newtype { .. } | Shape::Enum(_) | Shape::Record { .. } => &[],
    };
    variants.iter().map(|variant| &variant.payload)
}

fn in_fields<'a>(fields: &'a [Field], visit: &mut impl FnMut(&'a TypeRef)) {
    for field in fields {
        visit(&field.ty);
    }
}

/// Shows every use of a type in a contract.
fn in_contract<'a>(api: &'a Api, visit: &mut impl FnMut(&'a TypeRef)) {
    for ty in &api.types {
        in_shape(&ty.shape, visit);
    }
    for error in api.errors.values() {
        in_fields(&error.detail, visit);
    }
    for operation in &api.operations {
        for parameter in &operation.parameters {
            visit(&parameter.ty);
        }
        for ty in operation
            .request
            .iter()
            .chain(operation.responses.iter().filter_map(|response| response.body.as_ref()))
        {
            visit(ty);
        }
    }
}

fn named(ty: &TypeRef, found: &mut Vec<TypeId>) {
    match ty {
        TypeRef::Builtin(_) => {}
        TypeRef::Named(id) | TypeRef::Patch(id) => found.push(id.clone()),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            named(inner, found);
        }
    }
}

/// Notes the record of every patch in a use, and the records that such a patch patches in turn.
fn collect_patches<'a>(platform: &'a Platform, ty: &'a TypeRef, patched: &mut BTreeSet<TypeId>) {
    match ty {
        TypeRef::Builtin(_) | TypeRef::Named(_) => {}
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => {
            collect_patches(platform, inner, patched);
        }
        TypeRef::Patch(id) => {
            let mut open = vec![id];
            while let Some(next) = open.pop() {
                if !patched.insert(next.clone()) {
                    continue;
                }
                if let Shape::Record { fields, .. } = &platform.ty(next).shape {
                    open.extend(
                        fields
                            .iter()
                            .filter_map(|field| Some(record_behind(platform, &field.ty)?.0)),
                    );
                }
            }
        }
    }
}
