//! What a merge patch (RFC 7396) does to a field: said once, for linking, for documents and for code.
//!
//! A patch goes into a record, through newtypes around it, and into a map. Everything else it replaces, and so it
//! does with a field that has a default: what is taken away comes back as the default, so that there is nothing to
//! merge with.

use std::collections::BTreeSet;

use super::types::{Field, Shape, TypeId, TypeRef};

/// What the patch of a field does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// Puts another value in its place.
    Replace,
    /// Changes the record that is there, this many newtypes deep.
    Record(&'a TypeId, usize),
    /// Changes, adds and removes entries of the map that is there, each of this type.
    Entries(&'a TypeRef),
}

impl<'a> Change<'a> {
    /// What the patch of a field does; `find` knows the shapes of types, as far as they make sense.
    pub fn of(field: &'a Field, find: impl Fn(&TypeId) -> Option<&'a Shape>) -> Self {
        if field.default.is_some() {
            return Self::Replace;
        }
        let mut ty = match &field.ty {
            TypeRef::Nullable(inner) => &**inner,
            ty => ty,
        };
        if let TypeRef::Map(value) = ty {
            return Self::Entries(value);
        }
        let mut around = 0;
        while let TypeRef::Named(id) = ty {
            match find(id) {
                Some(Shape::Record { .. }) => return Self::Record(id, around),
                Some(Shape::Newtype { is, .. }) => {
                    ty = is;
                    around += 1;
                }
                Some(Shape::Enum(_) | Shape::Union { .. }) | None => return Self::Replace,
            }
        }
        Self::Replace
    }
}

impl TypeRef {
    /// The record of which this is a patch, by itself or in a list or a map.
    #[must_use]
    pub fn patched(&self) -> Option<&TypeId> {
        match self {
            Self::Builtin(_) | Self::Named(_) => None,
            Self::Patch(id) => Some(id),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.patched(),
        }
    }
}

/// The records that are patched where these are: they, and whatever a patch of one goes into.
pub fn patched_with<'a>(
    records: impl IntoIterator<Item = &'a TypeId>,
    find: impl Fn(&TypeId) -> Option<&'a Shape> + Copy,
) -> BTreeSet<&'a TypeId> {
    let mut patched = BTreeSet::new();
    let mut open: Vec<&TypeId> = records.into_iter().collect();
    while let Some(next) = open.pop() {
        if !patched.insert(next) {
            continue;
        }
        if let Some(Shape::Record { fields, .. }) = find(next) {
            open.extend(fields.iter().filter_map(|field| match Change::of(field, find) {
                Change::Record(id, _) => Some(id),
                Change::Replace | Change::Entries(_) => None,
            }));
        }
    }
    patched
}
