//! A literal from a spec: an example, a default, a piece of `meta`.

/// A literal value, its mappings in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, kept as its text so that nothing is rounded.
    Number(Number),
    /// A string.
    String(String),
    /// A sequence.
    List(Vec<Value>),
    /// A mapping, in the order written.
    Map(Vec<(String, Value)>),
}

/// A number as JSON would write it, for example `10`, `-0.5` or `1e9`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(pub String);
