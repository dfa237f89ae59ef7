//! The documentation of types and of what they hold.

use super::facts;
use crate::emit::rust::code::Code;
use crate::emit::rust::docs;
use crate::{casing, ir};

/// The documentation of a type.
pub fn type_docs(ty: &ir::Type) -> Code {
    let facts = match &ty.shape {
        ir::Shape::Newtype { constraints, .. } => {
            facts::of_constraints(constraints, facts::Counted::Items)
        }
        _ => Vec::new(),
    };
    element_docs(&ty.docs, &ty.id.name, &[facts, facts::examples(&ty.examples)].concat())
}

/// The documentation of an element: its description, or failing that its name, then what else is to be known.
pub fn element_docs(element: &ir::Docs, fallback: &str, facts: &[String]) -> Code {
    docs::attributes_of(&element_lines(element, fallback, facts))
}

/// The same as lines.
pub fn element_lines(element: &ir::Docs, fallback: &str, facts: &[String]) -> Vec<String> {
    let mut lines = docs::lines(&docs::sentence(&element.description));
    if lines.is_empty() {
        lines = docs::lines(&docs::sentence(&casing::sentence(fallback)));
    }
    if lines.is_empty() {
        lines.push(String::from("A value without a name."));
    }
    if !facts.is_empty() {
        lines.push(String::new());
        lines.extend(docs::lines(&facts.join(" ")));
    }
    if let Some(reason) = &element.deprecated {
        lines.push(String::new());
        let reason = docs::sentence(reason);
        let text = if reason.is_empty() { "no longer to be used." } else { &reason };
        lines.extend(docs::lines(&format!("**Deprecated:** {text}")));
    }
    lines
}
