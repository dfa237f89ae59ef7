//! Patches: what a JSON Merge Patch (RFC 7396) of a record says, and how it is applied.

use super::about::element_docs;
use super::record::{Renames, default_name, is_boxed, redacted_fields, serde_attribute};
use super::redact::{classification_of, debug};
use super::scope;
use super::scope::Scope;
use super::shape::{self, Required};
use super::shaped::shaped;
use super::traits::{self, derive};
use super::type_ref::{Null, rust_type, without_null};
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::file::File;
use crate::emit::rust::{name, print};
use crate::ir::{Change, Field, Shape, Type, TypeId, TypeRef};

/// Prints the patch of a record.
pub fn define(scope: &Scope<'_>, file: &mut File, ty: &Type, fields: &[Field]) {
    let name = scope::patch_name(&ty.id);
    let redacted = redacted_fields(scope, fields);
    let hides = redacted.iter().any(|(_, redacted)| *redacted);
    definition(scope, file, ty, fields, if hides { None } else { Some("Debug") });
    apply(scope, file, ty, fields);
    if hides {
        let debug = debug(file, &name, &redacted);
        file.item(&debug);
    }
    let rows: Vec<Code> = fields.iter().map(|field| row(scope, file, &ty.id, field)).collect();
    let shape = shape::object(file, &name, &rows);
    shaped(file, &name, &shape, rows.len());
}

/// Whether null takes a field's value away: not where the record must have one.
fn is_removable(field: &Field) -> bool {
    !field.required || without_null(&field.ty).1 == Null::Allowed
}

fn definition(
    scope: &Scope<'_>,
    file: &mut File,
    ty: &Type,
    fields: &[Field],
    debug: Option<&str>,
) {
    let mut parts = vec!["Clone", "PartialEq", "Default", "Serialize", "Deserialize"];
    parts.extend(debug);
    if traits::of_fields(scope, fields).eq {
        parts.extend(["Eq", "Hash"]);
    }
    let derive = derive(file, &parts);
    let names: Vec<(String, &str)> =
        fields.iter().map(|field| (name::value(&field.name), field.name.as_str())).collect();
    let renames = Renames::choose(&names);
    let rename_all = renames.attribute();
    let members: Vec<Code> = fields
        .iter()
        .zip(&names)
        .map(|(field, (ident, wire))| {
            let docs = element_docs(&field.docs, &field.name, &[]);
            let change = changed_type(scope, file, &ty.id, field);
            let (said, absence) = if is_removable(field) {
                let patch = file.uses("tiebeam::Patch");
                let test = format!("{}::is_absent", print::line(&patch));
                (code!(#patch<#change>), test)
            } else {
                (code!(Option<#change>), String::from("Option::is_none"))
            };
            let presence = [code!(default), code!(skip_serializing_if = #absence)];
            let serde = serde_attribute(renames.rename(ident, wire).into_iter().chain(presence));
            let ident = name::ident(ident);
            code!(#docs #serde pub #ident: #said)
        })
        .collect();
    let record = name::ty(&ty.id.name);
    let ident = name::ident(&scope::patch_name(&ty.id));
    let docs = format!(" What changes in [`{record}`]: a field that is absent stays as it is.");
    file.item(&code! {
        #[doc = #docs]
        #derive
        #rename_all
        pub struct #ident {
            #(#members),*
        }
    });
}

/// The type of what a patch says of a field, besides whether it says anything.
fn changed_type(scope: &Scope<'_>, file: &mut File, owner: &TypeId, field: &Field) -> Code {
    let (inner, _) = without_null(&field.ty);
    let ty = match scope.platform.change_of(field) {
        Change::Entries(value) => {
            let (map, patch) =
                (file.uses("std::collections::BTreeMap"), file.uses("tiebeam::Patch"));
            let value = rust_type(scope, file, value);
            code!(#map<String, #patch<#value>>)
        }
        Change::Record(record, _) => file.uses(&scope.patch_path(record)),
        Change::Replace => rust_type(scope, file, inner),
    };
    if is_boxed(scope, Some(owner), field) { code!(Box<#ty>) } else { ty }
}

/// The row of a field in the patch's shape: optional, and null where that removes.
fn row(scope: &Scope<'_>, file: &mut File, owner: &TypeId, field: &Field) -> Code {
    let (inner, _) = without_null(&field.ty);
    let name = format!("{} {}", owner.name, field.name);
    let constraints = &field.constraints;
    let changed = match scope.platform.change_of(field) {
        Change::Entries(value) => {
            let (shape, value) = (file.uses("tiebeam::shape::Shape"), without_null(value).0);
            let value = shape::base(scope, file, value);
            code!(#shape::map(&#value.nullable()))
        }
        Change::Record(record, _) => shape::base(scope, file, &TypeRef::Patch(record.clone())),
        Change::Replace => shape::shape_of(scope, file, &name, inner, constraints),
    };
    let changed = if is_removable(field) { code!(#changed.nullable()) } else { changed };
    let classification = classification_of(scope, &field.ty, field.classification);
    shape::field_of(file, &field.name, &changed, Required::No, classification)
}

/// Whether applying the patch of a record may fail, since it may have to make a nested record that lacks something.
fn is_fallible(scope: &Scope<'_>, record: &TypeId) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut open = vec![record];
    while let Some(next) = open.pop() {
        if !seen.insert(next) {
            continue;
        }
        let Shape::Record { fields, .. } = &scope.platform.ty(next).shape else {
            continue;
        };
        for field in fields {
            if let Change::Record(inner, _) = scope.platform.change_of(field) {
                if is_removable(field) {
                    return true;
                }
                open.push(inner);
            }
        }
    }
    false
}

fn apply(scope: &Scope<'_>, file: &mut File, ty: &Type, fields: &[Field]) {
    let patch = name::ident(&scope::patch_name(&ty.id));
    let record = name::ident(&name::ty(&ty.id.name));
    let target = match name::value(&ty.id.name) {
        name if name == "value" => name::ident("target"),
        name => name::ident(&name),
    };
    let lines: Vec<Code> =
        fields.iter().map(|field| line(scope, file, &ty.id, field, &code!(#target))).collect();
    let function = if is_fallible(scope, &ty.id) {
        let problem = file.uses("tiebeam::Problem");
        code! {
            /// Applies the patch (RFC 7396).
            ///
            /// # Errors
            ///
            /// When it adds a nested record and leaves out something that record must have.
            pub fn apply(self, #target: &mut #record) -> Result<(), #problem> {
                #(#lines)*
                Ok(())
            }
        }
    } else {
        code! {
            /// Applies the patch (RFC 7396).
            pub fn apply(self, #target: &mut #record) {
                #(#lines)*
            }
        }
    };
    file.item(&code!(impl #patch { #function }));
}

/// Applies what the patch says of one field.
fn line(scope: &Scope<'_>, file: &mut File, owner: &TypeId, field: &Field, target: &Code) -> Code {
    let name = name::value(&field.name);
    let ident = name::ident(&name);
    match (scope.platform.change_of(field), is_removable(field)) {
        (_, true) if field.default.is_some() && without_null(&field.ty).1 == Null::Refused => {
            let record = name::ident(&name::ty(&owner.name));
            let default = field
                .default
                .as_ref()
                .filter(|default| !super::literal::is_natural(&field.ty, default));
            let default = if default.is_some() {
                let default = name::ident(&default_name(&name));
                code!(#record::#default)
            } else {
                code!(Default::default)
            };
            code!(self.#ident.apply_or(&mut #target.#ident, #default);)
        }
        (Change::Replace, true) => code!(self.#ident.apply_to(&mut #target.#ident);),
        (Change::Replace, false) => code! {
            if let Some(value) = self.#ident {
                #target.#ident = value;
            }
        },
        (Change::Entries(_), true) => {
            let module = file.uses("tiebeam::patch");
            code!(#module::merge_optional_map(self.#ident, &mut #target.#ident);)
        }
        (Change::Entries(_), false) => {
            let module = file.uses("tiebeam::patch");
            code! {
                if let Some(value) = self.#ident {
                    #module::merge_map(value, &mut #target.#ident);
                }
            }
        }
        (Change::Record(record, depth), removable) => {
            let fallible = is_fallible(scope, record);
            let inside = vec![code!(.0); depth];
            if removable {
                let module = file.uses("tiebeam::patch");
                let path = file.uses(&scope.patch_path(record));
                let closure = match (fallible, depth, is_boxed(scope, Some(owner), field)) {
                    (true, 0, false) => code!(#path::apply),
                    (true, 0, true) => code!(|patch, value| patch.apply(value)),
                    (true, ..) => code!(|patch, value| patch.apply(&mut value #(#inside)*)),
                    (false, 0, _) => code!(|patch, value| {
                        patch.apply(value);
                        Ok(())
                    }),
                    (false, ..) => {
                        code!(|patch, value| { patch.apply(&mut value #(#inside)*); Ok(()) })
                    }
                };
                return code!(#module::merge_optional(self.#ident, &mut #target.#ident, #closure)?;);
            }
            let failing = fallible.then(|| code!(?));
            code! {
                if let Some(value) = self.#ident {
                    value.apply(&mut #target.#ident #(#inside)*) #failing;
                }
            }
        }
    }
}
