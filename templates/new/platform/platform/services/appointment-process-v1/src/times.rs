//! Which times make sense: on the half hour, and not at once.

use std::time::Duration;

use tiebeam::types::Timestamp;

/// How long ahead an appointment is booked at least.
const NOTICE: Duration = Duration::from_hours(2);

/// Seconds from one appointment to the next.
const SLOT: i64 = 30 * 60;

/// The first time from the one that is wished for on that an appointment can begin; the wish itself where it will do.
pub fn next_suitable(now: Timestamp, wished: Timestamp) -> Timestamp {
    let earliest = now.checked_add(NOTICE).unwrap_or(Timestamp::MAX).max(wished);
    let seconds = earliest.as_second() + i64::from(earliest.subsec_nanosecond() > 0);
    let rest = seconds.rem_euclid(SLOT);
    let next = if rest == 0 { seconds } else { seconds - rest + SLOT };
    Timestamp::from_second(next).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::next_suitable;

    fn check(wished: &str, expected: &str) {
        let time = |text: &str| text.parse().expect("it is a time");
        let next = next_suitable(time("2026-11-24T08:10:00Z"), time(wished));
        assert_eq!(next, time(expected), "{wished}");
    }

    #[test]
    fn a_time_on_the_half_hour_and_far_enough_ahead_will_do() {
        check("2026-11-24T10:30:00Z", "2026-11-24T10:30:00Z");
        check("2026-11-25T09:00:00Z", "2026-11-25T09:00:00Z");
    }

    #[test]
    fn any_other_leads_to_the_next_that_will() {
        check("2026-11-24T10:00:00Z", "2026-11-24T10:30:00Z");
        check("2025-01-01T09:00:00Z", "2026-11-24T10:30:00Z");
        check("2026-11-24T10:30:00.5Z", "2026-11-24T11:00:00Z");
        check("9999-12-30T21:59:59Z", "9999-12-30T22:00:00Z");
    }
}
