//! Sentences about names that are not known, with what was probably meant.

use std::fmt::Write as _;

use crate::shape::build::Field;

/// Longest list of names that is written out.
const MAX_LISTED: usize = 12;

/// Says that a record has no such field.
pub(super) fn unknown_field(key: &str, fields: &[Field]) -> String {
    match closest(key, fields.iter().map(Field::name)) {
        Some(name) => format!("is not a known field; did you mean `{name}`?"),
        None => "is not a known field".to_owned(),
    }
}

/// Says that a value is none of the names.
pub(super) fn unknown_name(
    value: &str,
    names: impl Iterator<Item = &'static str> + Clone,
) -> String {
    let listed = listed(names.clone());
    match closest(value, names) {
        Some(name) => format!("must be one of {listed}; did you mean `{name}`?"),
        None => format!("must be one of {listed}"),
    }
}

/// The names, separated by commas.
pub(super) fn listed(names: impl Iterator<Item = &'static str> + Clone) -> String {
    let mut text = names
        .clone()
        .take(MAX_LISTED)
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ");
    let more = names.count().saturating_sub(MAX_LISTED);
    if more > 0 {
        // Writing to a string cannot fail.
        let _ = write!(text, " and {more} more");
    }
    text
}

/// A number with its noun.
pub(super) fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "entry") => format!("{count} entries"),
        _ => format!("{count} {noun}s"),
    }
}

/// The name that differs least, if few letters differ.
pub(crate) fn closest(
    word: &str,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    if word.len() > 64 {
        return None;
    }
    let lower = word.to_lowercase();
    let tolerated = (word.chars().count() / 3).max(1);
    names
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
