//! The page of a code: what `explain` prints and what the documentation holds.

use super::code::Code;
use super::codes::CODES;
use crate::suggest;

/// The page of a code, by its id or its name, in any case.
#[must_use]
pub fn explain(code_or_name: &str) -> Option<&'static str> {
    let wanted = code_or_name.trim();
    CODES
        .iter()
        .find(|code| code.id.eq_ignore_ascii_case(wanted) || code.name.eq_ignore_ascii_case(wanted))
        .map(|code| code.page)
}

/// The id or the name that someone meant who wrote another one.
#[must_use]
pub fn did_you_mean(code_or_name: &str) -> Option<&'static Code> {
    let names = CODES.iter().flat_map(|code| [code.id, code.name]);
    let meant = suggest::nearest(code_or_name.trim(), names)?;
    CODES.iter().copied().find(|code| code.id == meant || code.name == meant)
}

/// File name and text of the page of every code.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    CODES
        .iter()
        .map(|code| (format!("{}-{}.md", code.id, code.name), code.page.to_owned()))
        .collect()
}
