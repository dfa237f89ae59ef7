//! Which traits can be derived: a type has what all its parts have.

use super::scope::Scope;
use super::type_ref::{Null, without_null};
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::ir::{Builtin, Field, Shape, TypeRef};

/// What can be derived besides `Clone` and `PartialEq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traits {
    /// `Eq` and `Hash`.
    pub eq: bool,
    /// `PartialOrd` and `Ord`.
    pub ord: bool,
    /// `Copy`.
    pub copy: bool,
}

impl Traits {
    const ALL: Self = Self { eq: true, ord: true, copy: true };

    fn and(self, other: Self) -> Self {
        Self { eq: self.eq && other.eq, ord: self.ord && other.ord, copy: self.copy && other.copy }
    }
}

/// What the fields of a record allow.
pub fn of_fields(scope: &Scope<'_>, fields: &[Field]) -> Traits {
    fields.iter().map(|field| of_type(scope, &field.ty)).fold(Traits::ALL, Traits::and)
}

/// What a type allows.
pub fn of_type(scope: &Scope<'_>, ty: &TypeRef) -> Traits {
    match ty {
        TypeRef::Builtin(builtin) => of_builtin(*builtin),
        TypeRef::List(inner) | TypeRef::Map(inner) => {
            Traits { copy: false, ..of_type(scope, inner) }
        }
        TypeRef::Nullable(inner) => of_type(scope, inner),
        // A patch holds parts of its record, some of them wrapped: it has no more than the record.
        TypeRef::Patch(id) => {
            Traits { copy: false, ord: false, ..of_type(scope, &TypeRef::Named(id.clone())) }
        }
        TypeRef::Named(id) => {
            let parts = scope.reach(id);
            parts
                .iter()
                .map(|id| of_parts(&scope.platform.ty(id).shape))
                .fold(Traits::ALL, Traits::and)
        }
    }
}

/// What a definition allows by itself, the named types in it left aside.
fn of_parts(shape: &Shape) -> Traits {
    match shape {
        Shape::Newtype { is, .. } => of_leaf(is),
        // An unknown value is a text, an unknown payload a JSON value.
        Shape::Enum(_) | Shape::Union { .. } => Traits { eq: true, ord: false, copy: false },
        // A record that is `Copy` today could never gain a text; and the order of its fields says nothing.
        Shape::Record { fields, .. } => {
            let own = Traits { eq: true, ord: false, copy: false };
            fields.iter().map(|field| of_leaf(&field.ty)).fold(own, Traits::and)
        }
    }
}

fn of_leaf(ty: &TypeRef) -> Traits {
    match ty {
        TypeRef::Builtin(builtin) => of_builtin(*builtin),
        TypeRef::List(inner) | TypeRef::Map(inner) => Traits { copy: false, ..of_leaf(inner) },
        TypeRef::Nullable(inner) => of_leaf(inner),
        TypeRef::Patch(_) => Traits { eq: true, ord: false, copy: false },
        TypeRef::Named(_) => Traits::ALL,
    }
}

fn of_builtin(builtin: Builtin) -> Traits {
    match builtin {
        Builtin::Boolean
        | Builtin::Int32
        | Builtin::Int64
        | Builtin::Decimal
        | Builtin::Date
        | Builtin::Timestamp
        | Builtin::Uuid => Traits::ALL,
        Builtin::String | Builtin::Email | Builtin::Uri | Builtin::Bytes => {
            Traits { copy: false, ..Traits::ALL }
        }
        Builtin::Float64 => Traits { eq: false, ord: false, copy: true },
        // A month has no fixed length, so that durations have no order.
        Builtin::Duration => Traits { ord: false, ..Traits::ALL },
        Builtin::Any => Traits { eq: true, ord: false, copy: false },
    }
}

/// Whether a record has a value without anything said: every field may be absent, null or empty.
pub fn has_default(fields: &[Field]) -> bool {
    fields.iter().all(|field| {
        let (ty, null) = without_null(&field.ty);
        let may_be_empty = matches!(ty, TypeRef::List(_) | TypeRef::Map(_))
            && field.constraints.min_items.unwrap_or(0) == 0;
        field.default.is_none() && (!field.required || null == Null::Allowed || may_be_empty)
    })
}

/// `#[derive(…)]` with the traits asked for, in the order everyone writes them.
pub fn derive(file: &mut File, parts: &[&str]) -> Code {
    let order = [
        "Debug",
        "Clone",
        "Copy",
        "PartialEq",
        "Eq",
        "Hash",
        "PartialOrd",
        "Ord",
        "Default",
        "Serialize",
        "Deserialize",
    ];
    let traits = order.iter().filter(|name| parts.contains(name)).map(|name| match *name {
        "Serialize" | "Deserialize" => file.uses(&format!("serde::{name}")),
        name => crate::emit::rust::file::path_of(name),
    });
    let traits: Vec<Code> = traits.collect();
    code!(#[derive(#(#traits),*)])
}
