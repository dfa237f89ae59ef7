//! The registry of codes: one row a mistake, its documentation being its page.

/// A stable code and what it means.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Stable for ever: `TB` and four digits.
    pub id: &'static str,
    /// Kebab-case, named after the mistake.
    pub name: &'static str,
    /// The page: what it means, an example that is wrong, the same example mended. Markdown.
    pub page: &'static str,
}

/// Every code, sorted by id.
pub static CODES: &[&Code] = &[];
