//! Links type expressions: every name in them to what it stands for.

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Builtin, Home, TypeId, TypeRef};
use crate::resolve::at::At;
use crate::resolve::index::Scope;
use crate::resolve::sink::{Sink, error, quoted, replace_with};
use crate::resolve::type_expr::{self, Expr, Word};
use crate::spec::Kind;

/// Stands for a type that was reported already: nothing is known of it, so nothing more is said.
pub fn unknown() -> TypeRef {
    TypeRef::Named(TypeId { home: Home::Domain(String::new()), name: String::new() })
}

/// The type that an expression stands for; `None` when that was reported.
pub fn link(scope: &Scope<'_>, at: At<'_>, text: &str, sink: &mut Sink) -> Option<TypeRef> {
    if let Some(builtin) = builtin(text) {
        return Some(TypeRef::Builtin(builtin));
    }
    match type_expr::parse(text) {
        Ok(expr) => link_expr(scope, at, &expr, sink),
        Err(mistake) => {
            let mut finding = error(&link::MALFORMED_TYPE, at, mistake.message);
            finding.help = mistake.help;
            finding = replace_with(finding, mistake.replacement);
            if !text.is_empty() {
                finding = finding.at(Part::Within(mistake.start, mistake.end));
            }
            sink.report(finding);
            None
        }
    }
}

/// A type of the language.
pub fn builtin(name: &str) -> Option<Builtin> {
    BUILTINS.iter().find(|(word, _)| *word == name).map(|(_, builtin)| *builtin)
}

static BUILTINS: &[(&str, Builtin)] = &[
    ("string", Builtin::String),
    ("boolean", Builtin::Boolean),
    ("int32", Builtin::Int32),
    ("int64", Builtin::Int64),
    ("float64", Builtin::Float64),
    ("decimal", Builtin::Decimal),
    ("date", Builtin::Date),
    ("timestamp", Builtin::Timestamp),
    ("duration", Builtin::Duration),
    ("uuid", Builtin::Uuid),
    ("email", Builtin::Email),
    ("uri", Builtin::Uri),
    ("bytes", Builtin::Bytes),
    ("any", Builtin::Any),
];

/// What other languages call the built-in types.
static FOREIGN: &[(&str, &str)] = &[
    ("binary", "bytes"),
    ("bool", "boolean"),
    ("char", "string"),
    ("date-time", "timestamp"),
    ("datetime", "timestamp"),
    ("double", "float64"),
    ("float", "float64"),
    ("guid", "uuid"),
    ("instant", "timestamp"),
    ("int", "int32"),
    ("integer", "int32"),
    ("json", "any"),
    ("long", "int64"),
    ("number", "decimal"),
    ("object", "map<any>"),
    ("str", "string"),
    ("text", "string"),
    ("url", "uri"),
];

fn link_expr(scope: &Scope<'_>, at: At<'_>, expr: &Expr<'_>, sink: &mut Sink) -> Option<TypeRef> {
    match expr {
        Expr::Name(word) => {
            if let Some(builtin) = builtin(word.text) {
                return Some(TypeRef::Builtin(builtin));
            }
            let found = scope.find(word.text);
            if found.is_none() {
                report_unknown_type(scope, at, *word, sink);
            }
            found.map(|(id, _)| TypeRef::Named(id))
        }
        Expr::Qualified(domain, name) => {
            let found = scope.find_in(domain.text, name.text);
            if found.is_none() {
                report_unknown_qualified(scope, at, *domain, *name, sink);
            }
            found.map(|(id, _)| TypeRef::Named(id))
        }
        Expr::List(inner) => Some(TypeRef::List(Box::new(link_expr(scope, at, inner, sink)?))),
        Expr::Map(inner) => Some(TypeRef::Map(Box::new(link_expr(scope, at, inner, sink)?))),
        Expr::Patch(inner) => {
            let patched = link_expr(scope, at, inner, sink)?;
            link_patch(scope, at, inner, &patched, sink)
        }
        Expr::Nullable(inner) => match link_expr(scope, at, inner, sink)? {
            TypeRef::Builtin(Builtin::Any) => {
                let (start, _) = inner.span();
                let finding = error(&link::MISPLACED_NULL, at, "`any` allows null already")
                    .at(Part::Within(start, start + "any".len()))
                    .help("remove `| null`");
                sink.report(finding);
                None
            }
            ty => Some(TypeRef::Nullable(Box::new(ty))),
        },
    }
}

fn link_patch(
    scope: &Scope<'_>,
    at: At<'_>,
    inner: &Expr<'_>,
    ty: &TypeRef,
    sink: &mut Sink,
) -> Option<TypeRef> {
    if let TypeRef::Named(id) = ty {
        let found = match &id.home {
            Home::Domain(domain) => scope.find_in(domain, &id.name),
            Home::Api(_) => scope.find(&id.name),
        };
        if found.is_some_and(|(_, spec)| spec.fields.is_some()) {
            sink.patched.entry(id.clone()).or_insert_with(|| at.place());
            return Some(TypeRef::Patch(id.clone()));
        }
    }
    let (start, end) = inner.span();
    let finding = error(&link::PATCH_OF_NON_RECORD, at, "only a record can be patched")
        .at(Part::Within(start, end))
        .label("has no fields that could be absent")
        .help("name a type that has `fields:`");
    sink.report(finding);
    None
}

fn report_unknown_type(scope: &Scope<'_>, at: At<'_>, word: Word<'_>, sink: &mut Sink) {
    if scope.index.may_hide(&[Kind::Models]) {
        return;
    }
    let finding = error(&link::UNKNOWN_TYPE, at, format!("unknown type `{}`", word.text))
        .at(Part::Within(word.start, word.end()));
    let finding = suggest_type(scope, finding, word.text, sink);
    sink.report(finding);
}

/// Where the type may be, best guess first: under another name of the language, in another domain, misspelt.
fn suggest_type(scope: &Scope<'_>, finding: Diagnostic, name: &str, sink: &Sink) -> Diagnostic {
    let lower = name.to_ascii_lowercase();
    if let Some((_, meant)) = FOREIGN.iter().find(|(word, _)| *word == lower) {
        return finding
            .label("not a type of this language")
            .help(format!("write `{meant}`"))
            .replace(*meant);
    }
    let homes = scope.index.domains_of.get(name).map(Vec::as_slice).unwrap_or_default();
    if let [home] = homes {
        let path = format!("{home}.{name}");
        let help = format!("it is declared in the domain `{home}`: write `{path}`");
        return finding
            .label(format!("not in this document, nor in the domain `{}`", scope.domain))
            .help(help)
            .replace(path);
    }
    if !homes.is_empty() {
        let help = format!(
            "it is declared in the domains {}: write the one you mean, and a dot, before it",
            quoted(homes.iter().copied())
        );
        return finding.help(help);
    }
    let known = scope.names().chain(BUILTINS.iter().map(|(word, _)| *word));
    match sink.nearest(name, known) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.label("declared nowhere").help(format!(
            "declare it under `types:` of this document or of the domain `{}`",
            scope.domain
        )),
    }
}

fn report_unknown_qualified(
    scope: &Scope<'_>,
    at: At<'_>,
    domain: Word<'_>,
    name: Word<'_>,
    sink: &mut Sink,
) {
    if scope.index.may_hide(&[Kind::Models]) {
        return;
    }
    let finding = match scope.index.domains.get(domain.text) {
        Some(_) => unknown_in_domain(scope, at, domain, name, sink),
        None => unknown_domain(scope, at, domain, name, sink),
    };
    sink.report(finding);
}

fn unknown_in_domain(
    scope: &Scope<'_>,
    at: At<'_>,
    domain: Word<'_>,
    name: Word<'_>,
    sink: &Sink,
) -> Diagnostic {
    let message = format!("the domain `{}` has no type `{}`", domain.text, name.text);
    let finding = error(&link::UNKNOWN_TYPE, at, message).at(Part::Within(name.start, name.end()));
    if domain.text == scope.domain
        && scope.local.is_some_and(|local| local.0.contains_key(name.text))
    {
        return finding
            .at(Part::Within(domain.start, name.end()))
            .label("local to this document")
            .help(format!("write `{}`", name.text))
            .replace(name.text);
    }
    let types = scope
        .index
        .domains
        .get(domain.text)
        .into_iter()
        .flat_map(|domain| domain.types.keys().copied());
    if let Some(near) = sink.nearest(name.text, types) {
        return finding.label(format!("did you mean `{near}`?")).replace(near);
    }
    match scope.index.domains_of.get(name.text) {
        Some(homes) => finding.help(format!("it is declared in {}", quoted(homes.iter().copied()))),
        None => finding.label("declared nowhere"),
    }
}

fn unknown_domain(
    scope: &Scope<'_>,
    at: At<'_>,
    domain: Word<'_>,
    name: Word<'_>,
    sink: &Sink,
) -> Diagnostic {
    let finding = error(&link::UNKNOWN_DOMAIN, at, format!("unknown domain `{}`", domain.text))
        .at(Part::Within(domain.start, domain.end()));
    if let Some([home]) = scope.index.domains_of.get(name.text).map(Vec::as_slice) {
        return finding
            .label(format!("did you mean `{home}`, which has a type `{}`?", name.text))
            .replace(*home);
    }
    match sink.nearest(domain.text, scope.index.domains.keys().copied()) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).replace(near),
        None => finding.label("no document of kind `Models` declares it").help(format!(
            "add a document with `kind: Models` and `domain: {}`, or correct the name",
            domain.text
        )),
    }
}
