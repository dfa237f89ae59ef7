//! Markdown of specs, made safe for rustdoc.
//!
//! A description is parsed, put into a normal form, and printed again. Whatever rustdoc or clippy would trip over
//! has no place in the normal form: code that would become a doctest, names without backticks, links to nowhere,
//! HTML, tabs, lazy lines. The printed text is parsed once more and must mean the same; where it does not, it is
//! printed with every special character escaped.

mod entry;
mod markdown;
mod normal;
mod words;

pub use entry::{attributes, attributes_of, lines, phrase, sentence, summary};
