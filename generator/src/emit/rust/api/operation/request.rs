//! `Request`: what an operation asks, one field for everything that travels.

use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::emit::text::first_paragraph;
use crate::ir::{Classification, Idempotency, IfMatch, Operation, Parameter, ParameterIn, TypeRef};

/// One field of a request, and how it is read and written.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Code,
    /// Its documentation.
    pub docs: Vec<String>,
    /// Whether no log may show its value.
    pub is_redacted: bool,
    /// Whether it may be left out: absent, empty, the first page.
    pub has_default: bool,
    /// The call on the input that reads it: `required("customerId")`.
    pub read: Code,
    /// The call on the output that writes it: `required("customerId", &self.customer_id)`.
    pub write: Code,
}

/// Every field of a request, in order: path, query, header, `If-Match`, `Idempotency-Key`, page, body.
pub fn fields(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for parameter in &operation.parameters {
        fields.push(of_parameter(subject, file, parameter));
    }
    fields.extend(if_match(file, operation.if_match));
    fields.extend(idempotency_key(file, operation.idempotency));
    fields.extend(operation.page.map(|_| page(file)));
    fields.extend(operation.request.as_ref().map(|body| self::body(subject, file, body)));
    fields
}

/// Adds the struct.
pub fn define(file: &mut File, operation: &Operation, fields: &[Field]) {
    let about = format!(" What `{}` asks.", operation.id);
    if fields.is_empty() {
        file.item(&code! {
            #[doc = #about]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
            pub struct Request;
        });
        return;
    }
    let hides = fields.iter().any(|field| field.is_redacted);
    let debug = (!hides).then(|| code!(Debug,));
    let default = fields.iter().all(|field| field.has_default).then(|| code!(, Default));
    let is_there = |parameter: &Parameter| parameter.required || parameter.default.is_some();
    let parameters = operation.parameters.iter();
    let flags = types::too_many_flags(parameters.map(|each| (&each.ty, is_there(each))));
    let members = fields.iter().map(|field| {
        let (name, ty, docs) = (&field.name, &field.ty, docs::attributes_of(&field.docs));
        code!(#docs pub #name: #ty,)
    });
    file.item(&code! {
        #[doc = #about]
        #[derive(#debug Clone, PartialEq #default)]
        #flags
        pub struct Request { #(#members)* }
    });
    if hides {
        let shown: Vec<(String, bool)> =
            fields.iter().map(|field| (field.name.to_string(), field.is_redacted)).collect();
        let debug = types::debug(file, "Request", &shown);
        file.item(&debug);
    }
}

fn of_parameter(subject: &Subject<'_>, file: &mut File, parameter: &Parameter) -> Field {
    let wire = &parameter.name;
    let name = name::ident(&name::value(wire));
    let plain = types::rust_type(&subject.scope, file, &parameter.ty);
    let (ty, read, write) = match (&parameter.ty, &parameter.default) {
        (TypeRef::List(_), _) => (plain, code!(list(#wire)), code!(list(#wire, &self.#name))),
        (_, Some(default)) => {
            let default = types::default_of(&subject.scope, file, &parameter.ty, default);
            (plain, code!(with_default(#wire, || #default)), code!(required(#wire, &self.#name)))
        }
        (_, None) if parameter.required => {
            (plain, code!(required(#wire)), code!(required(#wire, &self.#name)))
        }
        (_, None) => (
            code!(Option<#plain>),
            code!(optional(#wire)),
            code!(optional(#wire, self.#name.as_ref())),
        ),
    };
    let docs = parameter_docs(subject, parameter);
    let is_redacted = types::is_redacted(&subject.scope, &parameter.ty, parameter.classification);
    let has_default = matches!(parameter.ty, TypeRef::List(_))
        || (parameter.default.is_none() && !parameter.required);
    Field { name, ty, docs, is_redacted, has_default, read, write }
}

/// What is known of a parameter: its own description, that of its type, or at least where it travels.
fn parameter_docs(subject: &Subject<'_>, parameter: &Parameter) -> Vec<String> {
    let own = &parameter.docs.description;
    let description =
        if own.is_empty() { type_description(subject, &parameter.ty) } else { own.clone() };
    if !description.is_empty() {
        return docs::lines(&docs::sentence(&description));
    }
    let location = match parameter.location {
        ParameterIn::Path => "in the path",
        ParameterIn::Query => "in the query",
        ParameterIn::Header => "in the header",
    };
    vec![format!("`{}` {location}.", parameter.name)]
}

/// The first paragraph that describes a named type.
fn type_description(subject: &Subject<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(id) => first_paragraph(&subject.platform.ty(id).docs.description),
        _ => String::new(),
    }
}

fn if_match(file: &mut File, if_match: IfMatch) -> Option<Field> {
    let (optional, read, write) = match if_match {
        IfMatch::Ignored => return None,
        IfMatch::Required => (false, code!(if_match()), code!(if_match(&self.if_match))),
        IfMatch::Optional => {
            (true, code!(optional_if_match()), code!(optional_if_match(self.if_match.as_ref())))
        }
    };
    let ty = file.uses("tiebeam::IfMatch");
    let ty = if optional { code!(Option<#ty>) } else { ty };
    let field = protocol("if_match", ty, "Which version of the entity is meant.", read, write);
    Some(Field { has_default: optional, ..field })
}

fn idempotency_key(file: &mut File, idempotency: Idempotency) -> Option<Field> {
    let (optional, read, write) = match idempotency {
        Idempotency::Natural | Idempotency::None => return None,
        Idempotency::Required => {
            (false, code!(idempotency_key()), code!(idempotency_key(&self.idempotency_key)))
        }
        Idempotency::Optional => (
            true,
            code!(optional_idempotency_key()),
            code!(optional_idempotency_key(self.idempotency_key.as_ref())),
        ),
    };
    let ty = file.uses("tiebeam::IdempotencyKey");
    let ty = if optional { code!(Option<#ty>) } else { ty };
    let about = "Makes a repetition of this request safe.";
    Some(Field { has_default: optional, ..protocol("idempotency_key", ty, about, read, write) })
}

fn page(file: &mut File) -> Field {
    let ty = file.uses("tiebeam::PageRequest");
    let (read, write) = (code!(page()), code!(page(&self.page)));
    Field { has_default: true, ..protocol("page", ty, "Which page of the list.", read, write) }
}

fn body(subject: &Subject<'_>, file: &mut File, body: &TypeRef) -> Field {
    let ty = types::rust_type(&subject.scope, file, body);
    let description = type_description(subject, body);
    let description = match (description.is_empty(), body) {
        (false, _) => description,
        (true, TypeRef::Patch(_)) => String::from("What changes."),
        (true, _) => String::from("What is sent."),
    };
    let docs = docs::lines(&docs::sentence(&description));
    let name = name::ident("body");
    let is_redacted = types::is_redacted(&subject.scope, body, Classification::default());
    let (read, write) = (code!(body()), code!(body(&self.body)));
    Field { name, ty, docs, is_redacted, has_default: false, read, write }
}

/// A field that HTTP knows and the spec only asks for.
fn protocol(name: &str, ty: Code, about: &str, read: Code, write: Code) -> Field {
    Field {
        name: name::ident(name),
        ty,
        docs: vec![about.to_owned()],
        is_redacted: false,
        has_default: false,
        read,
        write,
    }
}
