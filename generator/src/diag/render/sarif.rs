//! Findings as SARIF 2.1.0, which code scanners collect.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::diag::arrange::{Spot, arrange};
use crate::diag::codes::CODES;
use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Findings as one SARIF run, with the rules that were broken and their pages, ending in a newline.
#[must_use]
pub fn sarif(findings: &[Diagnostic], sources: &Sources) -> String {
    let arranged = arrange(findings, sources);
    let broken = |id: &str| arranged.iter().any(|arranged| arranged.finding.code.id == id);
    let rules: Vec<_> = CODES.iter().filter(|code| broken(code.id)).collect();
    let descriptors: Vec<Value> = rules
        .iter()
        .map(|code| {
            json!({
                "id": code.id,
                "name": code.name,
                "shortDescription": { "text": code.summary() },
                "help": { "text": code.page, "markdown": code.page }
            })
        })
        .collect();
    let results: Vec<Value> = arranged
        .iter()
        .map(|arranged| {
            let finding = arranged.finding;
            let mut result = json!({
                "ruleId": finding.code.id,
                "level": match finding.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                "message": { "text": message(finding) }
            });
            if let Some(index) = rules.iter().position(|rule| rule.id == finding.code.id) {
                result["ruleIndex"] = index.into();
            }
            if !arranged.spot.path.is_empty() {
                result["locations"] = json!([{ "physicalLocation": physical(&arranged.spot) }]);
            }
            if !arranged.related.is_empty() {
                let related = arranged.related.iter().enumerate().map(|(id, (spot, message))| {
                    json!({ "id": id, "message": { "text": message }, "physicalLocation": physical(spot) })
                });
                result["relatedLocations"] = related.collect();
            }
            if let Some(edit) = &finding.edit
                && let Some(source) = arranged.spot.source
            {
                let (start, end) = (source.position(arranged.spot.bytes.start), source.position(arranged.spot.bytes.end));
                result["fixes"] = json!([{
                    "description": { "text": finding.help.as_deref().unwrap_or("write it like this") },
                    "artifactChanges": [{
                        "artifactLocation": { "uri": uri(arranged.spot.path) },
                        "replacements": [{
                            "deletedRegion": {
                                "startLine": start.line,
                                "startColumn": start.column,
                                "endLine": end.line,
                                "endColumn": end.column
                            },
                            "insertedContent": { "text": edit.replacement }
                        }]
                    }]
                }]);
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "Tiebeam", "rules": descriptors } },
            "columnKind": "unicodeCodePoints",
            "results": results
        }]
    });
    let mut text = serde_json::to_string_pretty(&log).expect("a JSON value can be printed");
    text.push('\n');
    text
}

/// The sentence and, where there is one, the help.
fn message(finding: &Diagnostic) -> String {
    match &finding.help {
        Some(help) => format!("{}; help: {help}", finding.message),
        None => finding.message.clone(),
    }
}

fn physical(spot: &Spot<'_>) -> Value {
    let artifact = json!({ "uri": uri(spot.path) });
    match spot.positions() {
        Some((start, end)) => json!({
            "artifactLocation": artifact,
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column
            }
        }),
        None => json!({ "artifactLocation": artifact }),
    }
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => write!(uri, "%{byte:02X}").expect("a string takes everything"),
        }
    }
    uri
}
