//! Records: a struct, its defaults, its shape.

use super::about::{element_docs, type_docs};
use super::literal::{default_of, is_natural};
use super::redact::{debug, is_redacted};
use super::scope::Scope;
use super::shape;
use super::shaped::shaped;
use super::traits::{self, derive};
use super::type_ref::{Null, rust_type, without_null};
use super::{facts, scope};
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{name, print};
use crate::ir::{Builtin, Docs, Field, Type, TypeId, TypeRef};

/// Prints a record.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &Type, fields: &[Field]) {
    let name = name::ty(&ty.id.name);
    let record = Record { name: &name, id: Some(&ty.id), docs: type_docs(ty), fields };
    record.print(scope, file);
}

/// Prints the record of an error's details.
pub fn detail(
    scope: &Scope<'_>,
    file: &mut File,
    name: &str,
    docs: &Docs,
    fallback: &str,
    fields: &[Field],
) {
    let docs = element_docs(docs, fallback, &[]);
    Record { name, id: None, docs, fields }.print(scope, file);
}

/// Prints the record of an event's data.
pub fn data(scope: &Scope<'_>, file: &mut File, name: &str, docs: Code, fields: &[Field]) {
    Record { name, id: None, docs, fields }.print(scope, file);
}

struct Record<'a> {
    name: &'a str,
    id: Option<&'a TypeId>,
    docs: Code,
    fields: &'a [Field],
}

impl Record<'_> {
    fn print(&self, scope: &Scope<'_>, file: &mut File) {
        let redacted = redacted_fields(scope, self.fields);
        let hides = redacted.iter().any(|(_, redacted)| *redacted);
        self.definition(scope, file, if hides { None } else { Some("Debug") });
        self.defaults(scope, file);
        if hides {
            let debug = debug(file, self.name, &redacted);
            file.item(&debug);
        }
        let fields: Vec<Code> =
            self.fields.iter().map(|field| shape::field(scope, file, self.name, field)).collect();
        let shape = shape::object(file, self.name, &fields);
        shaped(file, self.name, &shape, fields.len());
    }

    fn definition(&self, scope: &Scope<'_>, file: &mut File, debug: Option<&str>) {
        let traits = traits::of_fields(scope, self.fields);
        let mut parts = vec!["Clone", "PartialEq", "Serialize", "Deserialize"];
        parts.extend(debug);
        if traits.eq {
            parts.extend(["Eq", "Hash"]);
        }
        if traits::has_default(self.fields) {
            parts.push("Default");
        }
        let derive = derive(file, &parts);
        let names: Vec<(String, &str)> = self
            .fields
            .iter()
            .map(|field| (name::value(&field.name), field.name.as_str()))
            .collect();
        let renames = Renames::choose(&names);
        let rename_all = renames.attribute();
        let is_there = |field: &Field| field.required || field.default.is_some();
        let flags = too_many_flags(self.fields.iter().map(|field| (&field.ty, is_there(field))));
        let (name, docs) = (name::ident(self.name), &self.docs);
        let fields: Vec<Code> = self
            .fields
            .iter()
            .zip(&names)
            .map(|(field, (ident, wire))| {
                let docs = element_docs(&field.docs, &field.name, &facts::of_field(field));
                let rename = renames.rename(ident, wire);
                let presence = self.presence(file, field, ident);
                let serde = serde_attribute(rename.into_iter().chain(presence));
                let ty = type_in(scope, file, self.id, field);
                let ident = name::ident(ident);
                code!(#docs #serde pub #ident: #ty)
            })
            .collect();
        file.item(&code! {
            #docs
            #derive
            #rename_all
            #flags
            pub struct #name {
                #(#fields),*
            }
        });
    }

    /// What serde must know of a field that may be absent.
    fn presence(&self, file: &mut File, field: &Field, ident: &str) -> Vec<Code> {
        if let Some(default) = &field.default {
            if is_natural(&field.ty, default) {
                return vec![code!(default)];
            }
            let path = format!("{}::{}", self.name, default_name(ident));
            return vec![code!(default = #path)];
        }
        if field.required {
            return Vec::new();
        }
        match without_null(&field.ty).1 {
            Null::Refused => vec![code!(default), code!(skip_serializing_if = "Option::is_none")],
            Null::Allowed => {
                let path = format!("{}::is_absent", print::line(&file.uses("tiebeam::Patch")));
                vec![code!(default), code!(skip_serializing_if = #path)]
            }
        }
    }

    /// Associated functions for the defaults that are more than nothing.
    fn defaults(&self, scope: &Scope<'_>, file: &mut File) {
        let mut functions = Vec::new();
        for field in self.fields {
            let Some(default) =
                field.default.as_ref().filter(|default| !is_natural(&field.ty, default))
            else {
                continue;
            };
            let function = name::ident(&default_name(&name::value(&field.name)));
            let ty = type_in(scope, file, self.id, field);
            let value = default_of(scope, file, &field.ty, default);
            functions.push(code!(fn #function() -> #ty { #value }));
        }
        if functions.is_empty() {
            return;
        }
        let name = name::ident(self.name);
        file.item(&code!(impl #name { #(#functions)* }));
    }
}

/// The name of the function that makes a field's default.
pub fn default_name(ident: &str) -> String {
    format!("default_{}", ident.trim_matches('_'))
}

/// Whether each field may be shown.
pub fn redacted_fields(scope: &Scope<'_>, fields: &[Field]) -> Vec<(String, bool)> {
    let redacted = |field: &Field| is_redacted(scope, &field.ty, field.classification);
    fields.iter().map(|field| (name::value(&field.name), redacted(field))).collect()
}

/// Whether a field leads back to its record, so that it needs a box.
pub fn is_boxed(scope: &Scope<'_>, owner: Option<&TypeId>, field: &Field) -> bool {
    match (owner, scope::direct(&field.ty)) {
        (Some(owner), Some(inner)) => scope.embeds(inner, owner),
        _ => false,
    }
}

/// The Rust type of a field, boxed where it leads back to its owner.
pub fn type_in(scope: &Scope<'_>, file: &mut File, owner: Option<&TypeId>, field: &Field) -> Code {
    let (inner, null) = without_null(&field.ty);
    let mut ty = rust_type(scope, file, inner);
    if is_boxed(scope, owner, field) {
        ty = code!(Box<#ty>);
    }
    let is_present = field.required || field.default.is_some();
    match (is_present, null) {
        (true, Null::Refused) => ty,
        (true, Null::Allowed) | (false, Null::Refused) => code!(Option<#ty>),
        (false, Null::Allowed) => {
            let patch = file.uses("tiebeam::Patch");
            code!(#patch<#ty>)
        }
    }
}

/// `#[serde(…)]`, unless there is nothing to say.
pub fn serde_attribute(parts: impl Iterator<Item = Code>) -> Option<Code> {
    let parts: Vec<Code> = parts.collect();
    (!parts.is_empty()).then(|| code!(#[serde(#(#parts),*)]))
}

/// How fields get from their Rust names to those on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renames {
    /// `rename_all = "camelCase"`, and one by one where that gives another name.
    Camel,
    /// One by one.
    Single,
}

impl Renames {
    /// The way with fewer words.
    pub fn choose(names: &[(String, &str)]) -> Self {
        let differ = names.iter().filter(|(ident, wire)| ident != wire).count();
        let differ_from_camel =
            names.iter().filter(|(ident, wire)| serde_camel(ident) != *wire).count();
        // serde cuts the first byte off a name to change its case.
        let is_safe = names.iter().all(|(ident, _)| {
            ident.trim_start_matches('_').starts_with(|first: char| first.is_ascii())
        });
        if is_safe && differ_from_camel < differ { Self::Camel } else { Self::Single }
    }

    pub fn attribute(self) -> Option<Code> {
        (self == Self::Camel).then(|| code!(#[serde(rename_all = "camelCase")]))
    }

    pub fn rename(self, ident: &str, wire: &str) -> Option<Code> {
        let is_right = match self {
            Self::Camel => serde_camel(ident) == wire,
            Self::Single => ident == wire,
        };
        (!is_right).then(|| code!(rename = #wire))
    }
}

/// What serde's `rename_all = "camelCase"` makes of a field.
fn serde_camel(ident: &str) -> String {
    let mut camel = String::new();
    let mut capitalize = false;
    for letter in ident.chars() {
        if letter == '_' {
            capitalize = !camel.is_empty();
        } else if capitalize {
            camel.push(letter.to_ascii_uppercase());
            capitalize = false;
        } else {
            camel.push(letter);
        }
    }
    camel
}

/// Clippy asks for enums where a struct has more than three flags; the contract has them.
///
/// `fields` are the types of the fields, and whether each is always there.
pub fn too_many_flags<'a>(fields: impl Iterator<Item = (&'a TypeRef, bool)>) -> Option<Code> {
    let flags = fields.filter(|field| *field == (&TypeRef::Builtin(Builtin::Boolean), true));
    (flags.count() > 3).then(|| {
        code!(#[expect(clippy::struct_excessive_bools, reason = "the contract has a flag each")])
    })
}

#[cfg(test)]
mod tests {
    use super::{Renames, serde_camel};

    #[test]
    fn camel_case_is_what_serde_makes_of_it() {
        let cases = [
            ("customer_id", "customerId"),
            ("type_", "type"),
            ("_3d_secure", "3dSecure"),
            ("line2", "line2"),
            ("iso3_code", "iso3Code"),
            ("url", "url"),
        ];
        for (ident, expected) in cases {
            assert_eq!(serde_camel(ident), expected);
        }
    }

    #[test]
    fn the_way_with_fewer_words_is_taken() {
        let choose = |names: &[(&str, &'static str)]| {
            Renames::choose(
                &names.iter().map(|(ident, wire)| ((*ident).to_owned(), *wire)).collect::<Vec<_>>(),
            )
        };
        assert_eq!(choose(&[("id", "id"), ("customer_id", "customerId")]), Renames::Camel);
        assert_eq!(choose(&[("id", "id"), ("url", "URL")]), Renames::Single);
        assert_eq!(
            choose(&[("order_id", "order_id"), ("customer_id", "customer_id")]),
            Renames::Single
        );
        assert_eq!(
            choose(&[("order_id", "orderId"), ("customer_id", "customerId"), ("url", "URL")]),
            Renames::Camel
        );
        assert_eq!(choose(&[("ünlü_x", "ünlüX")]), Renames::Single);
    }
}
