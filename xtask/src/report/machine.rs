//! Findings about the tree for programs, joined with what was found in the specs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::row::Row;
use crate::platform::Examination;

/// One JSON object: findings about the specs, findings about the tree, and what generating would do.
pub fn json(diagnostics: &str, rows: &[Row], examination: &Examination) -> String {
    let comparison = &examination.comparison;
    let writes: Vec<&str> = comparison.writes.iter().map(|write| write.path.as_str()).collect();
    let removes: Vec<&str> = comparison.deletes.iter().map(|delete| delete.path.as_str()).collect();
    let value = json!({
        "diagnostics": parsed(diagnostics),
        "findings": rows.iter().map(finding).collect::<Vec<_>>(),
        "packages": examination.packages,
        "files": comparison.files,
        "writes": writes,
        "removes": removes,
    });
    pretty(&value)
}

fn finding(row: &Row) -> Value {
    let reason = &row.finding.reason;
    let mut value = json!({
        "reason": reason.name(),
        "file": row.path,
        "message": reason.message(),
        "help": reason.help(),
    });
    if let Some(package) = &row.finding.package {
        value["package"] = package.as_str().into();
    }
    if let Some(difference) = &row.difference {
        value["line"] = difference.line.into();
        value["difference"] = difference.lines.clone().into();
    }
    value
}

/// The log of what was found in the specs, with a second run for the tree.
pub fn sarif(diagnostics: &str, rows: &[Row]) -> String {
    let mut log = parsed(diagnostics);
    let mut names: Vec<&str> = rows.iter().map(|row| row.finding.reason.name()).collect();
    names.sort_unstable();
    names.dedup();
    let results: Vec<Value> = rows
        .iter()
        .map(|row| {
            let reason = &row.finding.reason;
            let mut location = json!({ "artifactLocation": { "uri": uri(&row.path) } });
            if let Some(difference) = &row.difference {
                location["region"] = json!({ "startLine": difference.line });
            }
            json!({
                "ruleId": reason.name(),
                "level": "error",
                "message": { "text": format!("{}; help: {}", reason.message(), reason.help()) },
                "locations": [{ "physicalLocation": location }]
            })
        })
        .collect();
    let rules: Vec<Value> = names.iter().map(|name| json!({ "id": name })).collect();
    if let Some(runs) = log["runs"].as_array_mut() {
        runs.push(json!({
            "tool": { "driver": { "name": "Tiebeam, in step", "rules": rules } },
            "automationDetails": { "id": "tiebeam/in-step" },
            "results": results
        }));
    }
    pretty(&log)
}

/// Workflow commands, one a line.
pub fn github(rows: &[Row]) -> String {
    let commands = rows.iter().map(|row| {
        let reason = &row.finding.reason;
        let line = row
            .difference
            .as_ref()
            .map_or_else(String::new, |difference| format!("line={},", difference.line));
        let message = format!("{}\n{}", reason.message(), reason.help());
        let file = property(&row.path);
        format!("::error file={file},{line}title=Tiebeam {}::{}\n", reason.name(), data(&message))
    });
    commands.collect()
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a string takes everything");
        }
    }
    uri
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("the generator's renderers print JSON")
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a JSON value can be printed");
    text.push('\n');
    text
}
