//! The end of life of an API version or an operation (RFC 9745, RFC 8594).

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{ApiId, Deprecation};
use crate::resolve::at::At;
use crate::resolve::formats;
use crate::resolve::index::Index;
use crate::resolve::sink::{Sink, error, quoted};
use crate::resolve::version;
use crate::spec::{self, Kind};
use crate::suggest;

/// Links a `deprecated:` of the contract `own`; `None` when it was reported.
pub fn link(
    index: &Index<'_>,
    own: &ApiId,
    spec: &spec::Lifecycle,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<Deprecation> {
    let since = midnight(&spec.since, at.key("since"), sink);
    let sunset = spec.sunset.as_ref().map(|text| midnight(text, at.key("sunset"), sink));
    if let (Some(since), Some(Some(sunset))) = (since, sunset)
        && sunset < since
    {
        let finding = error(
            &link::UNSUITABLE_LIFECYCLE,
            at.key("sunset"),
            "the sunset comes before the deprecation",
        )
        .related(&at.key("since").place(), Part::Value, "deprecated since this day")
        .help("let the sunset be the same day or a later one (RFC 9745, section 4)");
        sink.report(finding);
    }
    let successor =
        spec.successor.as_ref().map(|text| successor(index, own, text, at.key("successor"), sink));
    let sunset = match sunset {
        Some(sunset) => Some(sunset?),
        None => None,
    };
    Some(Deprecation {
        since: since?,
        sunset,
        successor: successor.flatten(),
        reason: spec.reason.clone(),
    })
}

/// Seconds from the Unix epoch to the midnight, in UTC, that begins a day.
fn midnight(text: &str, at: At<'_>, sink: &mut Sink) -> Option<i64> {
    let date = if formats::is_date(text) { text.parse::<jiff::civil::Date>().ok() } else { None };
    let zoned = date.and_then(|date| date.to_zoned(jiff::tz::TimeZone::UTC).ok());
    if zoned.is_none() {
        let finding = error(
            &link::UNSUITABLE_LIFECYCLE,
            at,
            format!("`{}` is not a day", text.escape_debug()),
        )
        .help("write a day of the calendar such as `2026-11-22`");
        sink.report(finding);
    }
    zoned.map(|zoned| zoned.timestamp().as_second())
}

fn successor(
    index: &Index<'_>,
    own: &ApiId,
    text: &str,
    at: At<'_>,
    sink: &mut Sink,
) -> Option<ApiId> {
    let id = contract(index, text, at, sink)?;
    if id == *own {
        let finding =
            error(&link::UNSUITABLE_LIFECYCLE, at, format!("`{id}` cannot be its own successor"));
        sink.report(finding.help("name what callers should use instead, or remove `successor`"));
        return None;
    }
    Some(id)
}

/// Links `order-process@1`; `None` when it was reported, or when it may be in a document that could not be read.
pub fn contract(index: &Index<'_>, text: &str, at: At<'_>, sink: &mut Sink) -> Option<ApiId> {
    let (name, major) = match version::reference(text) {
        Ok(parts) => parts,
        Err(why) => {
            let finding =
                error(&link::MALFORMED_REFERENCE, at, format!("`{}` {why}", text.escape_debug()));
            sink.report(finding.help("write the name and the major version: `order-process@1`"));
            return None;
        }
    };
    let majors = index.majors(name);
    let Some(major) = major else {
        sink.report(without_major(name, &majors, at));
        return None;
    };
    let id = ApiId { name: name.to_owned(), major };
    if index.contracts.contains_key(&id) {
        return Some(id);
    }
    if !index.may_hide(&[Kind::Api, Kind::Service]) && !index.is_unversioned(name) {
        sink.report(unknown_contract(index, &id, &majors, at));
    }
    None
}

fn without_major(name: &str, majors: &[u32], at: At<'_>) -> Diagnostic {
    let finding = error(
        &link::MALFORMED_REFERENCE,
        at,
        format!("`{}` has no major version", name.escape_debug()),
    );
    match majors {
        [major, ..] if *major > 0 => {
            finding.label("which one?").replace(format!("{name}@{}", majors[majors.len() - 1]))
        }
        _ => finding.help("write the name and the major version: `order-process@1`"),
    }
}

fn unknown_contract(index: &Index<'_>, id: &ApiId, majors: &[u32], at: At<'_>) -> Diagnostic {
    let finding = error(&link::UNKNOWN_CONTRACT, at, format!("there is no API or service `{id}`"));
    if !majors.is_empty() {
        let known: Vec<String> =
            majors.iter().map(|major| format!("{}@{major}", id.name)).collect();
        let finding =
            finding.label(format!("there is {}", quoted(known.iter().map(String::as_str))));
        return match &known[..] {
            [only] => finding.replace(only.clone()),
            _ => finding,
        };
    }
    let names = index.contracts.keys().map(|known| known.name.as_str());
    match suggest::nearest(&id.name, names) {
        Some(near) => {
            let majors = index.majors(near);
            let major = if majors.contains(&id.major) {
                id.major
            } else {
                majors.last().copied().unwrap_or(1)
            };
            finding
                .label(format!("did you mean `{near}@{major}`?"))
                .replace(format!("{near}@{major}"))
        }
        None => {
            finding.help("declare it in a document of kind `Api` or `Service`, or correct the name")
        }
    }
}
