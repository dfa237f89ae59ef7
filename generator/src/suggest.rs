//! "Did you mean": the nearest of several names.

/// The candidate nearest to `name`, where one is near enough to be meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = name.chars().count().div_ceil(3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Differences in case count for nothing but break ties.
fn distance(name: &str, candidate: &str) -> usize {
    strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase())
}
