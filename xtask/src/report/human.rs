//! Findings about the tree for people, in the look of the compiler's.

use std::fmt::Write as _;

use tiebeam_generator::diag::render::Color;

use super::row::Row;

/// Groups shown; whoever has more of them generates before reading on.
const GROUPS: usize = 20;

/// Further files named in a group.
const NAMED: usize = 3;

/// Findings, those of one package and reason under one head.
pub fn human(rows: &[Row], color: Color) -> String {
    let groups: Vec<&[Row]> = rows.chunk_by(Row::belongs_to).collect();
    let shown = groups.iter().take(GROUPS).map(|rows| group(rows, color));
    let mut text = shown.collect::<Vec<_>>().join("\n");
    if groups.len() > GROUPS {
        let rest = &groups[GROUPS..];
        let files: usize = rest.iter().map(|rows| rows.len()).sum();
        write!(text, "\n… and {files} more files in {} more groups\n", rest.len())
            .expect("a string takes everything");
    }
    text
}

fn group(rows: &[Row], color: Color) -> String {
    let paint = Paint(color);
    let first = &rows[0];
    let reason = &first.finding.reason;
    let mut text = format!(
        "{}{}\n",
        paint.bold_red(&format!("error[{}]", reason.name())),
        paint.bold(&format!(": {}", reason.message()))
    );
    let mut line = |mark: &str, rest: &str| {
        let line = format!("{} {rest}", paint.blue(mark));
        writeln!(text, "{}", line.trim_end()).expect("a string takes everything");
    };
    let place = match &first.difference {
        Some(difference) => format!("{}:{}", first.path, difference.line),
        None => first.path.clone(),
    };
    line("  -->", &place);
    if let Some(difference) = &first.difference {
        line("   |", "");
        for shown in &difference.lines {
            line("   |", &paint.change(shown));
        }
    }
    line("   |", "");
    match &rows[1..] {
        [] => {}
        others => {
            let named: Vec<&str> = others.iter().take(NAMED).map(|row| row.path.as_str()).collect();
            let rest = others.len().saturating_sub(NAMED);
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            line("   =", &format!("also: {}{more}", named.join(", ")));
        }
    }
    if first.difference.is_some() {
        line("   =", "note: `-` is on disk, `+` is what the specs say");
    }
    line("   =", &format!("help: {}", reason.help()));
    text
}

struct Paint(Color);

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        match self.0 {
            Color::Always => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Color::Never => text.to_owned(),
        }
    }

    fn bold(&self, text: &str) -> String {
        self.with("1", text)
    }

    fn bold_red(&self, text: &str) -> String {
        self.with("1;31", text)
    }

    fn blue(&self, text: &str) -> String {
        self.with("1;34", text)
    }

    fn change(&self, line: &str) -> String {
        match line.as_bytes().first() {
            Some(b'-') => self.with("31", line),
            Some(b'+') => self.with("32", line),
            _ => line.to_owned(),
        }
    }
}
