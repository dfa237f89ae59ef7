//! Policies: timeouts, retries, rate limits, scopes, and what the defaults of an API make of them.

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::{Duration, RateLimit, RateLimitBy, Retry};
use crate::resolve::at::At;
use crate::resolve::durations;
use crate::resolve::sink::{Sink, error};
use crate::spec;

/// What holds where nothing is written.
pub const TIMEOUT: Duration = Duration { millis: 30_000 };

/// Reads a retry policy; parts that are wrong were reported and take their defaults.
pub fn retry(spec: &spec::Retry, at: At<'_>, sink: &mut Sink) -> Retry {
    if !(1..=10).contains(&spec.attempts) {
        let message = format!("expected 1 to 10 attempts, found {}", spec.attempts);
        let finding = error(&link::UNSUITABLE_POLICY, at.key("attempts"), message);
        sink.report(finding.help("count the first attempt too: `attempts: 3` tries twice more"));
    }
    let span = |text: Option<&String>, key: &str, millis: u64, sink: &mut Sink| {
        text.and_then(|text| durations::link(text, at.key(key), sink))
            .unwrap_or(Duration { millis })
    };
    let base = span(spec.base.as_ref(), "base", 50, sink);
    let cap = span(spec.cap.as_ref(), "cap", base.millis.max(1_000), sink);
    if base > cap {
        let finding = error(
            &link::UNSUITABLE_POLICY,
            at.key("base"),
            "the first wait is longer than the longest one",
        );
        let key = if spec.cap.is_some() { "cap" } else { "attempts" };
        sink.report(
            finding
                .related(&at.key(key).place(), Part::Value, "the cap")
                .help("raise `cap` or lower `base`"),
        );
    }
    let budget =
        spec.budget.as_ref().and_then(|text| durations::link_percent(text, at.key("budget"), sink));
    Retry { attempts: spec.attempts, base, cap, budget_percent: budget.unwrap_or(20) }
}

/// Reads a rate limit; `None` when it was reported.
pub fn rate_limit(spec: &spec::RateLimit, at: At<'_>, sink: &mut Sink) -> Option<RateLimit> {
    if spec.requests == 0 {
        let finding = error(
            &link::UNSUITABLE_POLICY,
            at.key("requests"),
            "a limit of 0 requests lets nothing through",
        );
        sink.report(finding);
    }
    let per = durations::link(&spec.per, at.key("per"), sink);
    let by = match spec.by.as_deref() {
        None => RateLimitBy::Client,
        Some(written) => word(written, BY),
    };
    Some(RateLimit { requests: spec.requests, per: per?, by })
}

static BY: &[(&str, RateLimitBy)] = &[
    ("client", RateLimitBy::Client),
    ("subject", RateLimitBy::Subject),
    ("all", RateLimitBy::All),
];

/// What a word means; loading has refused any other.
///
/// # Panics
///
/// When the word is none of those: the schema of the specs and the table disagree.
pub fn word<T: Copy>(written: &str, words: &[(&str, T)]) -> T {
    let found = words.iter().find(|(word, _)| *word == written);
    found.expect("loading refuses words that the schema does not list").1
}

/// Checks the scopes of an operation or of the defaults (RFC 6749 §3.3).
pub fn check_scopes(scopes: &[String], at: At<'_>, sink: &mut Sink) {
    for (index, scope) in scopes.iter().enumerate() {
        let around = at;
        let at = around.item(index);
        let is_token = !scope.is_empty()
            && scope.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e));
        if !is_token {
            let message = format!("`{}` is not a scope", scope.escape_debug());
            let finding = error(&link::UNSUITABLE_POLICY, at, message);
            sink.report(finding.help(
                "write printable ASCII without spaces, quotes and backslashes: `orders:write`",
            ));
        } else if let Some(first) = scopes[..index].iter().position(|earlier| earlier == scope) {
            let finding =
                error(&link::REPEATED_NAME, at, format!("the scope `{scope}` is written twice"));
            let first = around.item(first).place();
            sink.report(finding.label("written again here").related(
                &first,
                Part::Value,
                "the first is here",
            ));
        }
    }
}
