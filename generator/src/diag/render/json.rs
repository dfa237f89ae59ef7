//! Findings for programs: one JSON object per finding, in a list.

use serde::Serialize;

use crate::diag::arrange::{Arranged, Spot, arrange};
use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Findings as a JSON list, one object per finding, ending in a newline.
pub fn json(findings: &[Diagnostic], sources: &Sources) -> String {
    let arranged = arrange(findings, sources);
    let findings: Vec<Finding<'_>> = arranged.iter().map(Finding::new).collect();
    let mut text = serde_json::to_string_pretty(&findings).expect("findings are plain data");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    region: Region<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    related: Vec<Related<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit: Option<Edit<'a>>,
}

/// Lines and columns count from 1, columns in Unicode characters; the end is the first column after.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    region: Region<'a>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    region: Region<'a>,
    replacement: &'a str,
}

impl<'a> Finding<'a> {
    fn new(arranged: &'a Arranged<'a>) -> Self {
        let Arranged { finding, spot, related } = arranged;
        Self {
            code: finding.code.id,
            name: finding.code.name,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: &finding.message,
            region: Region::of(spot, &spot.shown),
            label: &finding.label,
            related: related
                .iter()
                .map(|(spot, message)| Related { message, region: Region::of(spot, &spot.shown) })
                .collect(),
            help: finding.help.as_deref(),
            edit: finding.edit.as_ref().map(|edit| Edit {
                region: Region::of(spot, &spot.bytes),
                replacement: &edit.replacement,
            }),
        }
    }
}

impl<'a> Region<'a> {
    fn of(spot: &Spot<'a>, bytes: &std::ops::Range<usize>) -> Self {
        let Some(source) = spot.source else {
            return Self { file: spot.path, line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let (start, end) = (source.position(bytes.start), source.position(bytes.end));
        Self {
            file: spot.path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
