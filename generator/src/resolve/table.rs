//! Every linked type, looked up by its identity.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::ir::{ApiId, Builtin, Change, Field, Home, Shape, Type, TypeId, TypeRef};

/// Linked types. One whose definition makes no sense is absent; what refers to it is not judged.
#[derive(Debug, Default)]
pub struct Table {
    /// Canonical models by domain and name.
    pub domains: BTreeMap<String, BTreeMap<String, Type>>,
    /// Local types by contract and name, in the order written.
    pub locals: BTreeMap<ApiId, IndexMap<String, Type>>,
}

/// What a type is once the names before it are taken away.
#[derive(Debug, Clone, Copy)]
pub enum Base<'a> {
    /// A type of the language.
    Builtin(Builtin),
    /// A list.
    List,
    /// A map.
    Map,
    /// A merge patch.
    Patch,
    /// An enum.
    Enum,
    /// A union.
    Union,
    /// A record.
    Record(&'a [Field]),
}

impl Table {
    /// The type of an identity.
    pub fn find(&self, id: &TypeId) -> Option<&Type> {
        match &id.home {
            Home::Domain(domain) => self.domains.get(domain)?.get(&id.name),
            Home::Api(api) => self.locals.get(api)?.get(&id.name),
        }
    }

    /// Every type.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let domains = self.domains.values().flat_map(BTreeMap::values);
        domains.chain(self.locals.values().flat_map(IndexMap::values))
    }

    /// What a merge patch does to a field.
    pub fn change_of<'a>(&'a self, field: &'a Field) -> Change<'a> {
        Change::of(field, |id| self.find(id).map(|ty| &ty.shape))
    }

    /// Forgets a type that makes no sense.
    pub fn remove(&mut self, id: &TypeId) {
        match &id.home {
            Home::Domain(domain) => {
                self.domains.get_mut(domain).and_then(|types| types.remove(&id.name));
            }
            Home::Api(api) => {
                self.locals.get_mut(api).and_then(|types| types.shift_remove(&id.name));
            }
        }
    }

    /// What is behind newtypes and `| null`; `None` where that is not known.
    pub fn base<'a>(&'a self, ty: &'a TypeRef) -> Option<Base<'a>> {
        let mut ty = ty;
        loop {
            return Some(match ty {
                TypeRef::Builtin(builtin) => Base::Builtin(*builtin),
                TypeRef::List(_) => Base::List,
                TypeRef::Map(_) => Base::Map,
                TypeRef::Patch(_) => Base::Patch,
                TypeRef::Nullable(inner) => {
                    ty = inner;
                    continue;
                }
                TypeRef::Named(id) => match &self.find(id)?.shape {
                    Shape::Newtype { is, .. } => {
                        ty = is;
                        continue;
                    }
                    Shape::Enum(_) => Base::Enum,
                    Shape::Union { .. } => Base::Union,
                    Shape::Record { fields, .. } => Base::Record(fields),
                },
            });
        }
    }

    /// The fields of a record, where the type is one.
    pub fn record<'a>(&'a self, ty: &'a TypeRef) -> Option<&'a [Field]> {
        match self.base(ty)? {
            Base::Record(fields) => Some(fields),
            _ => None,
        }
    }
}

impl Base<'_> {
    /// Whether values are single: a word, a number, an instant.
    pub fn is_scalar(self) -> bool {
        match self {
            Self::Builtin(builtin) => builtin != Builtin::Any,
            Self::Enum => true,
            _ => false,
        }
    }

    /// What people call it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Builtin(builtin) => match builtin {
                Builtin::String => "`string`",
                Builtin::Boolean => "`boolean`",
                Builtin::Int32 => "`int32`",
                Builtin::Int64 => "`int64`",
                Builtin::Float64 => "`float64`",
                Builtin::Decimal => "`decimal`",
                Builtin::Date => "`date`",
                Builtin::Timestamp => "`timestamp`",
                Builtin::Duration => "`duration`",
                Builtin::Uuid => "`uuid`",
                Builtin::Email => "`email`",
                Builtin::Uri => "`uri`",
                Builtin::Bytes => "`bytes`",
                Builtin::Any => "`any`",
            },
            Self::List => "a list",
            Self::Map => "a map",
            Self::Patch => "a patch",
            Self::Enum => "an enum",
            Self::Union => "a union",
            Self::Record(_) => "a record",
        }
    }
}
