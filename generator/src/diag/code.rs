//! What a code is, and how a room of the registry declares its rows.

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

impl Code {
    /// The first sentence of the page, below its heading.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.page.lines().skip(1).find(|line| !line.is_empty()).unwrap_or(self.name)
    }
}

/// Declares the codes of one room, sorted by id: `CONSTANT "id" "name";`.
///
/// The page of a code is `diag/pages/<name>.md`; a row without its page does not compile.
macro_rules! codes {
    ($($constant:ident $id:literal $name:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`, ", $id, ".")]
            pub static $constant: Code = Code {
                id: $id,
                name: $name,
                page: include_str!(concat!("../pages/", $name, ".md")),
            };
        )*

        /// Every code of this room, sorted by id.
        pub const ALL: &[&Code] = &[$(&$constant),*];
    };
}

pub(crate) use codes;
