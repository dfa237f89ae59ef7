//! Says how many events could not be handled and wait for somebody to decide.

use metrics::Label;

/// How many dead letters a consumer has, by reason.
pub(crate) fn tell_letters(consumer: &'static str, counts: &[(&'static str, u64)]) {
    for (reason, count) in counts {
        let labels = vec![
            Label::from_static_parts("consumer", consumer),
            Label::from_static_parts("reason", reason),
        ];
        let count = u32::try_from(*count).unwrap_or(u32::MAX);
        metrics::gauge!("tiebeam_dead_letters", labels).set(count);
    }
}
