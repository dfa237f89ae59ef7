//! What linking the second half of a document needs, once every type is known.

use crate::diag::Diagnostic;
use crate::diag::codes::link;
use crate::ir::{Field, Shape, Type};
use crate::resolve::at::At;
use crate::resolve::constraints::{self, Written};
use crate::resolve::fields::Style;
use crate::resolve::index::{Index, Scope};
use crate::resolve::literals::Checker;
use crate::resolve::patterns::Patterns;
use crate::resolve::sink::Sink;
use crate::resolve::table::Table;
use crate::spec;

/// Everything that is known when operations, examples and defaults are linked.
#[derive(Clone, Copy)]
pub struct Linker<'a> {
    /// Every declaration.
    pub index: &'a Index<'a>,
    /// Every type.
    pub table: &'a Table,
    /// Every pattern.
    pub patterns: &'a Patterns,
    /// Where the document looks names up.
    pub scope: &'a Scope<'a>,
    /// Whether its properties follow the house.
    pub style: Style,
}

impl<'a> Linker<'a> {
    /// Checks literals.
    pub fn checker(&self) -> Checker<'a> {
        Checker { table: self.table, patterns: self.patterns }
    }

    /// Judges the constraints, the default and the examples of a field.
    pub fn check_field(&self, spec: &spec::Field, field: &Field, at: At<'_>, sink: &mut Sink) {
        let spec::Field::Long(long) = spec else { return };
        let before = sink.findings.len();
        let written = Written::of_field(long);
        constraints::check(
            self.table,
            self.patterns,
            &written,
            (&field.ty, &field.constraints),
            at,
            sink,
        );
        if sink.findings.len() > before {
            return;
        }
        let checker = self.checker();
        if let Some(default) = &long.default {
            checker.check(default, &field.ty, &field.constraints, at.key("default"), sink);
        }
        let examples = at.key("examples");
        for (index, example) in long.examples.iter().flatten().enumerate() {
            checker.check(example, &field.ty, &field.constraints, examples.item(index), sink);
        }
    }

    /// Judges the fields of a mapping; `fields` are what linking made of it.
    pub fn check_fields(
        &self,
        map: &spec::Map<spec::Field>,
        fields: &[Field],
        at: At<'_>,
        sink: &mut Sink,
    ) {
        for ((key, spec), field) in map.0.iter().zip(fields) {
            self.check_field(spec, field, at.key(key), sink);
        }
    }

    /// Judges the constraints, defaults and examples of a type.
    pub fn check_type(&self, spec: &spec::TypeDef, ty: &Type, at: At<'_>, sink: &mut Sink) {
        let before = sink.findings.len();
        match &ty.shape {
            Shape::Newtype { is, constraints, .. } => {
                let written = Written::of_type(spec);
                constraints::check(
                    self.table,
                    self.patterns,
                    &written,
                    (is, constraints),
                    at,
                    sink,
                );
            }
            Shape::Record { fields, .. } => {
                if let Some(map) = &spec.fields {
                    self.check_fields(map, fields, at.key("fields"), sink);
                }
            }
            Shape::Enum(_) | Shape::Union { .. } => {}
        }
        let impossible = |finding: &Diagnostic| finding.code == &link::CONTRADICTORY_CONSTRAINTS;
        if sink.findings[before..].iter().any(impossible) {
            return;
        }
        let named = crate::ir::TypeRef::Named(ty.id.clone());
        let examples = at.key("examples");
        for (index, example) in spec.examples.iter().flatten().enumerate() {
            self.checker().check(
                example,
                &named,
                &crate::ir::Constraints::default(),
                examples.item(index),
                sink,
            );
        }
    }
}
