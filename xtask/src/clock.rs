//! How long something took, as people say it.

use std::time::Duration;

/// `0.41 s`, `12.3 s`, `3 min 4 s`.
pub fn took(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    match duration.as_secs() {
        0..=9 => format!("{seconds:.2} s"),
        10..=99 => format!("{seconds:.1} s"),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_as_exact_as_they_are_short() {
        let shown = [0.414, 12.34, 184.0].map(|seconds| took(Duration::from_secs_f64(seconds)));
        assert_eq!(shown, ["0.41 s", "12.3 s", "3 min 4 s"]);
    }
}
