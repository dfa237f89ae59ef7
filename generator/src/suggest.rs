//! "Did you mean": the nearest of several names.

/// Nobody mistypes longer names; comparing them takes time that grows with the square of their length.
const LONGEST: usize = 64;

/// The candidate nearest to `name`, where one is near enough to be meant; of several, the first in alphabetical order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    if length > LONGEST {
        return None;
    }
    let limit = length.div_ceil(3).max(1);
    let name = name.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (distance(&name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Differences in case count for nothing.
fn distance(name: &str, candidate: &str) -> usize {
    strsim::damerau_levenshtein(name, &candidate.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_what_is_near_is_suggested() {
        let check = |name: &str, candidates: &[&'static str], expected: Option<&str>| {
            assert_eq!(nearest(name, candidates.iter().copied()), expected, "{name}");
        };
        check("ordre", &["order", "orders", "older"], Some("order"));
        check("ORDER", &["order"], Some("order"));
        check("ab", &["abcd"], None);
        check("sku", &["quantity"], None);
        check("bat", &["cat", "bar"], Some("bar"));
    }

    #[test]
    fn very_long_names_are_not_compared() {
        let long = "a".repeat(65);
        assert_eq!(nearest(&long, [long.as_str()]), None);
        assert_eq!(nearest(&long[1..], [&long[1..]]), Some(&long[1..]));
    }
}
