//! Literals: examples and defaults, checked against their types down to the last field.

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Change, Constraints, EnumValue, Field, Shape, TypeId, TypeRef, UnionVariant};
use crate::resolve::at::At;
use crate::resolve::limits;
use crate::resolve::patterns::Patterns;
use crate::resolve::scalars::{self, mismatch, shorten};
use crate::resolve::sink::{Sink, error, quoted};
use crate::resolve::table::Table;
use crate::spec::{Literal, Map};

/// What checking a literal needs to know.
#[derive(Clone, Copy)]
pub struct Checker<'a> {
    /// Every type.
    pub table: &'a Table,
    /// Every pattern.
    pub patterns: &'a Patterns,
}

impl Checker<'_> {
    /// Checks a literal against a type and the constraints of its use.
    pub fn check(
        self,
        literal: &Literal,
        ty: &TypeRef,
        constraints: &Constraints,
        at: At<'_>,
        sink: &mut Sink,
    ) {
        if let (Literal::Null, TypeRef::Nullable(_)) = (literal, ty) {
            return;
        }
        if self.check_type(literal, ty, at, sink)
            && *constraints != Constraints::default()
            && let Some(base) = self.table.base(ty)
        {
            limits::check(self.patterns, literal, base, constraints, at, sink);
        }
    }

    /// Checks an object against fields, as the data of an event or the detail of a problem.
    pub fn check_object(
        self,
        literal: &Literal,
        fields: &[Field],
        noun: &str,
        at: At<'_>,
        sink: &mut Sink,
    ) {
        match literal {
            Literal::Map(map) => {
                self.check_fields(map, fields, noun, None, at, sink);
            }
            other => sink.report(mismatch("an object", other, at)),
        }
    }

    /// Whether the literal is of the type; whatever is wrong was reported.
    fn check_type(self, literal: &Literal, ty: &TypeRef, at: At<'_>, sink: &mut Sink) -> bool {
        match ty {
            TypeRef::Builtin(builtin) => scalars::check(literal, *builtin, at, sink),
            TypeRef::Nullable(inner) => {
                *literal == Literal::Null || self.check_type(literal, inner, at, sink)
            }
            TypeRef::List(inner) => match literal {
                Literal::List(items) => {
                    items.iter().enumerate().fold(true, |right, (index, item)| {
                        self.check_type(item, inner, at.item(index), sink) && right
                    })
                }
                other => refuse(mismatch("a list", other, at), sink),
            },
            TypeRef::Map(inner) => match literal {
                Literal::Map(map) => map.0.iter().fold(true, |right, (key, value)| {
                    self.check_type(value, inner, at.key(key), sink) && right
                }),
                other => refuse(mismatch("an object", other, at), sink),
            },
            TypeRef::Patch(id) => self.check_patch(literal, id, at, sink),
            TypeRef::Named(id) => self.check_named(literal, id, at, sink),
        }
    }

    fn check_named(self, literal: &Literal, id: &TypeId, at: At<'_>, sink: &mut Sink) -> bool {
        let Some(ty) = self.table.find(id) else { return true };
        match &ty.shape {
            Shape::Newtype { is, constraints, .. } => {
                let before = sink.findings.len();
                self.check(literal, is, constraints, at, sink);
                sink.findings.len() == before
            }
            Shape::Enum(values) => check_enum(literal, &id.name, values, at, sink),
            Shape::Union { on, variants } => self.check_union(literal, on, variants, at, sink),
            Shape::Record { fields, .. } => match literal {
                Literal::Map(map) => self.check_fields(map, fields, &id.name, None, at, sink),
                other => refuse(
                    mismatch("an object", other, at).help(format!("`{}` is a record", id.name)),
                    sink,
                ),
            },
        }
    }

    fn check_fields(
        self,
        map: &Map<Literal>,
        fields: &[Field],
        noun: &str,
        tag: Option<&str>,
        at: At<'_>,
        sink: &mut Sink,
    ) -> bool {
        let before = sink.findings.len();
        for (key, value) in &map.0 {
            if tag == Some(key) {
                continue;
            }
            if let Some(field) = fields.iter().find(|field| field.name == *key) {
                self.check(value, &field.ty, &field.constraints, at.key(key), sink);
            } else {
                let finding = unknown_field(key, map, fields, noun, at, sink);
                sink.report(finding);
            }
        }
        let missing =
            fields.iter().filter(|field| field.required && !map.0.contains_key(&field.name));
        let missing: Vec<&Field> = missing.collect();
        if let [first, ..] = missing[..] {
            let (plural, verb) = if missing.len() == 1 { ("", "is") } else { ("s", "are") };
            let names = quoted(missing.iter().map(|field| field.name.as_str()));
            let message = format!("the field{plural} {names} of `{noun}` {verb} missing");
            let finding = error(&link::MISSING_FIELD, at, message)
                .related(&first.place, Part::Key, format!("`{}` is required", first.name))
                .help(format!("add {names}, or end the key with `?` in the declaration"));
            sink.report(finding);
        }
        sink.findings.len() == before
    }

    fn check_union(
        self,
        literal: &Literal,
        on: &str,
        variants: &[UnionVariant],
        at: At<'_>,
        sink: &mut Sink,
    ) -> bool {
        let Literal::Map(map) = literal else {
            return refuse(mismatch("an object", literal, at), sink);
        };
        let known = || quoted(variants.iter().map(|variant| variant.tag.as_str()));
        let Some(tag) = map.0.get(on) else {
            let message = format!("the tag `{on}` is missing");
            return refuse(
                error(&link::MISSING_FIELD, at, message)
                    .help(format!("add `{on}:` with one of {}", known())),
                sink,
            );
        };
        let Literal::String(tag) = tag else {
            return refuse(mismatch("a string", tag, at.key(on)), sink);
        };
        let Some(variant) = variants.iter().find(|variant| variant.tag == *tag) else {
            let finding = error(
                &link::MISMATCHED_LITERAL,
                at.key(on),
                format!("`{tag}` is not a tag of this union"),
            );
            let near = sink.nearest(tag, variants.iter().map(|variant| variant.tag.as_str()));
            return refuse(did_you_mean(finding, near, &known()), sink);
        };
        match self.table.find(&variant.payload).map(|ty| &ty.shape) {
            Some(Shape::Record { fields, .. }) => {
                self.check_fields(map, fields, &variant.payload.name, Some(on), at, sink)
            }
            _ => true,
        }
    }

    /// A merge patch: any of the fields; null removes those that can be absent or null.
    fn check_patch(self, literal: &Literal, id: &TypeId, at: At<'_>, sink: &mut Sink) -> bool {
        let Some(Shape::Record { fields, .. }) = self.table.find(id).map(|ty| &ty.shape) else {
            return true;
        };
        let Literal::Map(map) = literal else {
            return refuse(mismatch("an object", literal, at), sink);
        };
        let before = sink.findings.len();
        for (key, value) in &map.0 {
            let around = at;
            let at = around.key(key);
            let Some(field) = fields.iter().find(|field| field.name == *key) else {
                let finding = unknown_field(key, map, fields, &id.name, around, sink);
                sink.report(finding);
                continue;
            };
            let removable = !field.required || matches!(field.ty, TypeRef::Nullable(_));
            match (value, self.table.change_of(field)) {
                (Literal::Null, _) if removable => {}
                (Literal::Map(_), Change::Record(nested, _)) => {
                    self.check_patch(value, nested, at, sink);
                }
                // How many entries there are in the end is not to be seen from the patch; null removes one.
                (Literal::Map(entries), Change::Entries(ty)) => {
                    for (key, entry) in
                        entries.0.iter().filter(|(_, entry)| **entry != Literal::Null)
                    {
                        self.check_type(entry, ty, at.key(key), sink);
                    }
                }
                _ => self.check(value, &field.ty, &field.constraints, at, sink),
            }
        }
        sink.findings.len() == before
    }
}

fn refuse(finding: Diagnostic, sink: &mut Sink) -> bool {
    sink.report(finding);
    false
}

fn check_enum(
    literal: &Literal,
    name: &str,
    values: &[EnumValue],
    at: At<'_>,
    sink: &mut Sink,
) -> bool {
    let Literal::String(text) = literal else {
        return refuse(mismatch("a string", literal, at), sink);
    };
    if values.iter().any(|value| value.value == *text) {
        return true;
    }
    let finding = error(
        &link::MISMATCHED_LITERAL,
        at,
        format!("`{}` is not a value of `{name}`", shorten(text)),
    );
    let near = sink.nearest(text, values.iter().map(|value| value.value.as_str()));
    refuse(
        did_you_mean(finding, near, &quoted(values.iter().map(|value| value.value.as_str()))),
        sink,
    )
}

fn did_you_mean(finding: Diagnostic, near: Option<&str>, known: &str) -> Diagnostic {
    match near {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.help(format!("use one of {known}")),
    }
}

/// A field that a record does not have; those that the literal has already are not meant.
fn unknown_field(
    key: &str,
    map: &Map<Literal>,
    fields: &[Field],
    noun: &str,
    at: At<'_>,
    sink: &Sink,
) -> Diagnostic {
    let finding =
        error(&link::UNKNOWN_FIELD, at.key(key), format!("`{noun}` has no field `{key}`"))
            .at(Part::Key);
    let absent =
        fields.iter().map(|field| field.name.as_str()).filter(|name| !map.0.contains_key(*name));
    match sink.nearest(key, absent) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None if fields.is_empty() => finding.help("it has no fields at all"),
        None => finding.help(format!(
            "its fields are {}",
            quoted(fields.iter().map(|field| field.name.as_str()))
        )),
    }
}
