//! Everything that was found, in the form that was asked for.

use std::io::IsTerminal;

use clap::ValueEnum;
use tiebeam_generator::diag::render::{self, Color};

use super::row::{Row, rows};
use super::{human, machine};
use crate::platform::Examination;
use crate::sync::Cure;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// Text for people.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, which code scanners collect.
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines of a pull request.
    Github,
}

/// Whether what goes to standard output is seen in color.
pub fn color() -> Color {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && std::io::stdout().is_terminal() { Color::Always } else { Color::Never }
}

/// What generating leaves: warnings about the specs, files of which only a person can decide, and whatever keeps it
/// from saying anything about files.
pub fn left(examination: &Examination, color: Color) -> String {
    let mut rows = rows(examination);
    rows.retain(|Row { finding, .. }| {
        finding.is_about_everything() || finding.reason.cure() != Cure::Generate
    });
    let specs = render::human(&examination.warnings, &examination.sources, color);
    let parts = [specs, human::human(&rows, color)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Everything that was found in the specs and in the tree.
pub fn all(examination: &Examination, format: Format, color: Color) -> String {
    let rows = rows(examination);
    let (warnings, sources) = (&examination.warnings, &examination.sources);
    match format {
        Format::Human => {
            let parts = [render::human(warnings, sources, color), human::human(&rows, color)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Format::Json => machine::json(&render::json(warnings, sources), &rows, examination),
        Format::Sarif => machine::sarif(&render::sarif(warnings, sources), &rows),
        Format::Github => render::github(warnings, sources) + &machine::github(&rows),
    }
}
