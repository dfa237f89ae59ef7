//! Fields: of records, of problems, of events; parameters are read as fields too.

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Classification, Constraints, Docs, Field, Value};
use crate::resolve::at::At;
use crate::resolve::constraints::{self, Written};
use crate::resolve::index::Scope;
use crate::resolve::names::{self, Named, Use};
use crate::resolve::sink::{Sink, error};
use crate::resolve::type_ref;
use crate::rust_name;
use crate::spec::{self, Literal};

/// Which properties are expected in camelCase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Those that the house chose.
    House,
    /// Any: the shapes of legacy systems.
    Foreign,
}

/// Links the fields of a mapping.
pub fn link(
    scope: &Scope<'_>,
    map: &spec::Map<spec::Field>,
    style: Style,
    at: At<'_>,
    sink: &mut Sink,
) -> Vec<Field> {
    let mut fields = Vec::with_capacity(map.0.len());
    for (key, spec) in &map.0 {
        let at = at.key(key);
        let (name, _) = split(key);
        if names::check(Use::Field, name, at, Part::Key, sink) && style == Style::House {
            names::check_style(name, at, sink);
        }
        fields.push(link_one(scope, key, spec, at, sink));
    }
    let named =
        map.0.keys().map(|key| Named { name: split(key).0, at: at.key(key), part: Part::Key });
    names::clashes("field", rust_name::value, named, sink);
    fields
}

/// The name of a key, and whether what it names may be absent.
pub fn split(key: &str) -> (&str, bool) {
    key.strip_suffix('?').map_or((key, false), |name| (name, true))
}

/// Links one field.
pub fn link_one(
    scope: &Scope<'_>,
    key: &str,
    spec: &spec::Field,
    at: At<'_>,
    sink: &mut Sink,
) -> Field {
    let (name, optional) = split(key);
    let text = match spec {
        spec::Field::Short(text) => text,
        spec::Field::Long(long) => &long.ty,
    };
    let ty =
        type_ref::link(scope, type_at(spec, &at), text, sink).unwrap_or_else(type_ref::unknown);
    let mut field = Field {
        name: name.to_owned(),
        ty,
        required: !optional,
        default: None,
        constraints: Constraints::default(),
        classification: Classification::default(),
        docs: Docs::default(),
        examples: Vec::new(),
        place: at.place(),
    };
    if let spec::Field::Long(long) = spec {
        if optional && long.default.is_some() {
            let message = format!("`{name}` is optional and has a default");
            let finding = error(&link::OPTIONAL_WITH_DEFAULT, at, message)
                .at(Part::Key)
                .label("a default makes a field optional already")
                .related(&at.key("default").place(), Part::Value, "the default")
                .help(format!("write `{name}`, without `?`"))
                .replace(name);
            sink.report(finding);
        }
        field.required = !optional && long.default.is_none();
        field.default = long.default.as_ref().map(value);
        field.constraints = constraints::link(&Written::of_field(long), at, sink);
        field.classification = classification(long.classification);
        field.docs =
            docs(long.description.as_deref(), long.deprecated.as_ref(), long.meta.as_ref());
        field.examples = long.examples.iter().flatten().map(value).collect();
    }
    field
}

/// Where the type of a field is written.
pub fn type_at<'b>(spec: &spec::Field, at: &'b At<'_>) -> At<'b> {
    match spec {
        spec::Field::Short(_) => *at,
        spec::Field::Long(_) => at.key("type"),
    }
}

/// What people should know of an element.
pub fn docs(
    description: Option<&str>,
    deprecated: Option<&spec::Deprecation>,
    meta: Option<&spec::Map<Literal>>,
) -> Docs {
    Docs {
        description: description.unwrap_or_default().trim_end().to_owned(),
        deprecated: match deprecated {
            Some(spec::Deprecation::Flag(true)) => Some("No longer to be used.".to_owned()),
            Some(spec::Deprecation::Reason(reason)) => Some(reason.clone()),
            Some(spec::Deprecation::Flag(false)) | None => None,
        },
        meta: meta.map(entries).unwrap_or_default(),
    }
}

/// A literal, as the IR keeps it.
pub fn value(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(flag) => Value::Bool(*flag),
        Literal::Number(text) => Value::Number(crate::ir::Number(text.clone())),
        Literal::String(text) => Value::String(text.clone()),
        Literal::List(items) => Value::List(items.iter().map(value).collect()),
        Literal::Map(map) => Value::Map(entries(map)),
    }
}

fn entries(map: &spec::Map<Literal>) -> Vec<(String, Value)> {
    map.0.iter().map(|(key, literal)| (key.clone(), value(literal))).collect()
}

/// How sensitive a value is; internal unless written.
pub fn classification(written: Option<spec::Classification>) -> Classification {
    match written {
        None | Some(spec::Classification::Internal) => Classification::Internal,
        Some(spec::Classification::Public) => Classification::Public,
        Some(spec::Classification::Personal) => Classification::Personal,
        Some(spec::Classification::Payment) => Classification::Payment,
        Some(spec::Classification::Secret) => Classification::Secret,
    }
}
