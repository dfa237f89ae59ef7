//! Named types: exactly one of `is`, `enum`, `union` and `fields`, and everything inside it.

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Docs, EnumValue, Home, Shape, Type, TypeId, TypeRef, UnionVariant};
use crate::resolve::at::At;
use crate::resolve::constraints::{self, Written};
use crate::resolve::fields::{self, Style};
use crate::resolve::index::Scope;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::sink::{Sink, error, quoted};
use crate::resolve::type_ref;
use crate::rust_name;
use crate::spec::{self, TypeDef};

/// Links a named type; `None` when nothing can be said of its shape.
pub fn link(
    scope: &Scope<'_>,
    name: &str,
    spec: &TypeDef,
    style: Style,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Type> {
    check_misplaced_keys(spec, at, sink);
    if !has_one_shape(name, spec, at, sink) {
        return None;
    }
    let shape = if let Some(is) = &spec.is {
        link_newtype(scope, is, spec, at, sink)?
    } else if let Some(values) = &spec.values {
        link_enum(values, at.key("enum"), sink)
    } else if let Some(union) = &spec.union {
        link_union(scope, union, at.key("union"), sink)
    } else {
        link_record(scope, spec, style, at, sink)
    };
    Some(Type {
        id: TypeId { home: scope.home.clone(), name: name.to_owned() },
        shape,
        docs: fields::docs(
            spec.description.as_deref(),
            spec.deprecated.as_ref(),
            spec.meta.as_ref(),
        ),
        examples: spec.examples.iter().flatten().map(fields::value).collect(),
        place: at.place(),
    })
}

fn has_one_shape(name: &str, spec: &TypeDef, at: At<'_>, sink: &mut Sink) -> bool {
    let shapes = [
        ("is", spec.is.is_some()),
        ("enum", spec.values.is_some()),
        ("union", spec.union.is_some()),
        ("fields", spec.fields.is_some()),
    ];
    let written: Vec<&str> =
        shapes.into_iter().filter(|(_, written)| *written).map(|(key, _)| key).collect();
    match written[..] {
        [_] => true,
        [] => {
            let finding = error(
                &link::AMBIGUOUS_SHAPE,
                at,
                format!("the type `{name}` does not say what it is made of"),
            )
            .at(Part::Key)
            .help("write one of `is:`, `enum:`, `union:` and `fields:`");
            sink.report(finding);
            false
        }
        [first, second, ..] => {
            let all = quoted(written.iter().copied());
            let finding = error(
                &link::AMBIGUOUS_SHAPE,
                at.key(second),
                format!("the type `{name}` has {all} at once"),
            )
            .at(Part::Key)
            .related(&at.key(first).place(), Part::Key, "the first is here")
            .help("keep one of them, and give the rest a name of its own");
            sink.report(finding);
            false
        }
    }
}

/// Keys that mean something only beside another one.
fn check_misplaced_keys(spec: &TypeDef, at: At<'_>, sink: &mut Sink) {
    if spec.is.is_none() {
        let classification = spec.classification.map(|_| "classification");
        for key in Written::of_type(spec).keys().chain(classification) {
            let finding = error(
                &link::MISAPPLIED_CONSTRAINT,
                at.key(key),
                format!("`{key}` needs `is:` beside it"),
            )
            .at(Part::Key)
            .label("applies to a newtype")
            .help("write it on the fields that it is about");
            sink.report(finding);
        }
    }
    if spec.fields.is_none() && spec.reserved.is_some() {
        let finding = error(
            &link::MISAPPLIED_CONSTRAINT,
            at.key("reserved"),
            "`reserved` needs `fields:` beside it",
        );
        sink.report(finding.at(Part::Key).label("applies to a record"));
    }
}

fn link_newtype(
    scope: &Scope<'_>,
    is: &str,
    spec: &TypeDef,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Shape> {
    let constraints = constraints::link(&Written::of_type(spec), at, sink);
    let ty = type_ref::link(scope, at.key("is"), is, sink)?;
    match ty {
        TypeRef::Nullable(_) => {
            let finding =
                error(&link::MISPLACED_NULL, at.key("is"), "a newtype cannot be nullable")
                    .help("remove `| null` here and write it where the type is used");
            sink.report(finding);
            None
        }
        TypeRef::Patch(_) => {
            let finding =
                error(&link::PATCH_IN_NEWTYPE, at.key("is"), "a newtype cannot be a patch")
                    .help("write `patch<T>` where the patch is used, for example as `request:`");
            sink.report(finding);
            None
        }
        is => Some(Shape::Newtype {
            is,
            constraints,
            classification: fields::classification(spec.classification),
        }),
    }
}

fn link_enum(values: &spec::EnumValues, at: At<'_>, sink: &mut Sink) -> Shape {
    let described: Vec<(&str, &str)> = match values {
        spec::EnumValues::List(values) => values.iter().map(|value| (value.as_str(), "")).collect(),
        spec::EnumValues::Described(values) => values
            .0
            .iter()
            .map(|(value, description)| (value.as_str(), description.as_str()))
            .collect(),
    };
    let place = |index: usize| match values {
        spec::EnumValues::List(_) => (at.item(index), Part::Value),
        spec::EnumValues::Described(_) => (at.key(described[index].0), Part::Key),
    };
    for (index, (value, _)) in described.iter().enumerate() {
        let (at, part) = place(index);
        names::check(Use::Value, value, at, part, sink);
    }
    let named = described.iter().enumerate().map(|(index, (name, _))| {
        let (at, part) = place(index);
        Named { name, at, part }
    });
    names::clashes("value", rust_name::variant, named, sink);
    let values = described.iter().map(|(value, description)| EnumValue {
        value: (*value).to_owned(),
        docs: Docs { description: (*description).to_owned(), ..Docs::default() },
    });
    Shape::Enum(values.collect())
}

fn link_union(scope: &Scope<'_>, union: &spec::Union, at: At<'_>, sink: &mut Sink) -> Shape {
    names::check(Use::Tag, &union.on, at.key("on"), Part::Value, sink);
    let mut variants = Vec::with_capacity(union.variants.0.len());
    for (tag, payload) in &union.variants.0 {
        let here = at.key(tag);
        names::check(Use::Value, tag, here, Part::Key, sink);
        if let Some(payload) = link_payload(scope, union, payload, here, at, sink) {
            variants.push(UnionVariant { tag: tag.clone(), payload });
        }
    }
    let named =
        union.variants.0.keys().map(|tag| Named { name: tag, at: at.key(tag), part: Part::Key });
    names::clashes("tag", rust_name::variant, named, sink);
    Shape::Union { on: union.on.clone(), variants }
}

fn link_payload(
    scope: &Scope<'_>,
    union: &spec::Union,
    payload: &str,
    here: At<'_>,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<TypeId> {
    let ty = type_ref::link(scope, here, payload, sink)?;
    let record = match &ty {
        TypeRef::Named(id) => find(scope, id).and_then(|spec| Some((id, spec.fields.as_ref()?))),
        _ => None,
    };
    let Some((id, fields)) = record else {
        let finding =
            error(&link::UNION_OF_NON_RECORDS, here, format!("`{payload}` is not a record"))
                .label("a tag can only travel inside a record")
                .help("name a type that has `fields:`");
        sink.report(finding);
        return None;
    };
    if fields.0.keys().any(|key| fields::split(key).0 == union.on) {
        let message = format!(
            "the record `{}` has a field `{}`, which is the tag of this union",
            id.name, union.on
        );
        let finding = error(&link::TAG_IN_PAYLOAD, here, message)
            .related(&at.key("on").place(), Part::Value, "the tag")
            .help(format!("remove the field `{}` from `{}`: the union adds it", union.on, id.name));
        sink.report(finding);
    }
    Some(id.clone())
}

/// What is written for a linked name.
fn find<'a>(scope: &Scope<'a>, id: &TypeId) -> Option<&'a TypeDef> {
    match &id.home {
        Home::Domain(domain) => scope.find_in(domain, &id.name),
        Home::Api(_) => scope.find(&id.name),
    }
    .map(|(_, spec)| spec)
}

fn link_record(
    scope: &Scope<'_>,
    spec: &TypeDef,
    style: Style,
    at: At<'_>,
    sink: &mut Sink,
) -> Shape {
    let map = spec.fields.as_ref();
    let fields =
        map.map(|map| fields::link(scope, map, style, at.key("fields"), sink)).unwrap_or_default();
    let reserved = spec.reserved.clone().unwrap_or_default();
    let around = at.key("reserved");
    for (index, name) in reserved.iter().enumerate() {
        let here = around.item(index);
        names::check(Use::Field, name, here, Part::Value, sink);
        let mut keys = map.into_iter().flat_map(|map| map.0.keys());
        if let Some(key) = keys.find(|key| fields::split(key).0 == name) {
            let finding = error(
                &link::REUSED_RESERVED_FIELD,
                at.key("fields").key(key),
                format!("the field `{name}` is reserved"),
            )
            .at(Part::Key)
            .label("was removed once and must not come back with another meaning")
            .related(&here.place(), Part::Value, "reserved here")
            .help("give the field another name");
            sink.report(finding);
        }
    }
    let named = reserved.iter().enumerate().map(|(index, name)| Named {
        name,
        at: around.item(index),
        part: Part::Value,
    });
    names::clashes("reserved name", str::to_owned, named, sink);
    Shape::Record { fields, reserved }
}
