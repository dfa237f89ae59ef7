//! The first difference between two texts, with a few lines around it.

use std::fmt::Write as _;

use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices, group_diff_ops};

/// Lines shown before and after a difference.
const CONTEXT: usize = 3;

/// Lines compared from the first difference on: enough to show it, and no whole file is ever aligned.
const WINDOW: usize = 24;

/// Lines shown at most.
const SHOWN: usize = 16;

/// Characters of a line shown at most.
const WIDTH: usize = 160;

/// Characters shown before a difference that is too far right to be shown otherwise.
const LEAD: usize = 40;

/// Where two texts first differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Number of the first differing line in the old text, from 1; its last line where it ends before.
    pub line: usize,
    /// Lines around it, each opening with ` `, `-` (only on disk) or `+` (only as generated).
    pub lines: Vec<String>,
}

/// A line, byte for byte: what is shown of it may be the same where it differs.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Line<'a> {
    Text(&'a [u8]),
    NoNewlineAtTheEnd,
}

/// The first difference, unless the texts are equal.
pub fn first_difference(old: &[u8], new: &[u8]) -> Option<Difference> {
    if old == new {
        return None;
    }
    let count = old.split_inclusive(|byte| *byte == b'\n').count().max(1);
    let (old, new) = (lines(old), lines(new));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let first = same.saturating_sub(CONTEXT);
    let start = start(old.get(same), new.get(same));
    let (old, new) = (window(&old, first), window(&new, first));
    let diff = group_diff_ops(capture_diff_slices(Algorithm::Myers, old, new), CONTEXT);
    let group: &[DiffOp] = diff.first().map_or(&[], Vec::as_slice);
    let changes = group.iter().flat_map(|op| op.iter_changes(old, new));
    let mut shown: Vec<String> = changes
        .map(|change| {
            let position = change.old_index().or(change.new_index());
            let is_first = change.tag() != ChangeTag::Equal && position == Some(same - first);
            let start = if is_first { start } else { 0 };
            format!("{}{}", change.tag(), cut(&dressed(change.value()), start))
        })
        .collect();
    if shown.len() > SHOWN {
        shown.truncate(SHOWN);
        shown.push(" …".to_owned());
    }
    Some(Difference { line: count.min(same + 1), lines: shown })
}

/// Whether a text holds the markers that git leaves behind.
pub(super) fn has_conflict_markers(text: &[u8]) -> bool {
    let opens =
        |marker: &[u8]| text.split(|byte| *byte == b'\n').any(|line| line.starts_with(marker));
    opens(b"<<<<<<< ") && opens(b">>>>>>> ")
}

/// The lines of a text.
fn lines(text: &[u8]) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = text.split(|byte| *byte == b'\n').map(Line::Text).collect();
    match lines.last() {
        Some(Line::Text([])) => drop(lines.pop()),
        _ => lines.push(Line::NoNewlineAtTheEnd),
    }
    lines
}

fn window<'l, 't>(lines: &'l [Line<'t>], first: usize) -> &'l [Line<'t>] {
    &lines[first.min(lines.len())..lines.len().min(first + WINDOW)]
}

/// The character to start with, so that the first one that differs between two lines is shown.
fn start(old: Option<&Line<'_>>, new: Option<&Line<'_>>) -> usize {
    let (Some(old), Some(new)) = (old, new) else { return 0 };
    let (old, new) = (dressed(*old), dressed(*new));
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    if same + LEAD < WIDTH { 0 } else { same - LEAD }
}

/// A line as it is shown: what no terminal should be sent, and what is no text, is written as an escape.
fn dressed(line: Line<'_>) -> String {
    let Line::Text(line) = line else { return "\\ no newline at the end".to_owned() };
    let mut shown = String::with_capacity(line.len());
    for chunk in line.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if letter.is_control() && letter != '\t' {
                shown.extend(letter.escape_default());
            } else {
                shown.push(letter);
            }
        }
        for byte in chunk.invalid() {
            write!(shown, "\\x{byte:02x}").expect("a string takes everything");
        }
    }
    shown
}

/// What is shown of a line that may be long.
fn cut(line: &str, start: usize) -> String {
    let mut letters = line.chars().skip(start);
    let mut shown = if start == 0 { String::new() } else { "…".to_owned() };
    shown.extend(letters.by_ref().take(WIDTH));
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, line: usize, expected: &[&str]) {
        let found = first_difference(old.as_bytes(), new.as_bytes()).expect("the texts differ");
        assert_eq!(found.line, line);
        assert_eq!(found.lines, expected);
    }

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(first_difference(b"a\nb\n", b"a\nb\n"), None);
    }

    #[test]
    fn the_first_difference_is_shown_with_what_stands_around_it() {
        check(
            "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
            5,
            &[" 2", " 3", " 4", "-five", "+5", " 6", " 7", " 8"],
        );
    }

    #[test]
    fn a_missing_newline_at_the_end_is_a_difference() {
        check("a", "a\n", 1, &[" a", "-\\ no newline at the end"]);
    }

    #[test]
    fn an_empty_text_differs_at_its_first_line() {
        check("", "a\n", 1, &["+a"]);
    }

    #[test]
    fn text_that_a_terminal_would_obey_is_not_sent_to_it() {
        check("\u{1b}[31m\n", "a\n", 1, &["-\\u{1b}[31m", "+a"]);
    }

    #[test]
    fn lines_that_would_look_alike_still_differ() {
        check("a\r\nb\n", "a\nb\n", 1, &["-a\\r", "+a", " b"]);
        check("\u{1}\n", "\u{2}\n", 1, &["-\\u{1}", "+\\u{2}"]);
        let found = first_difference(b"\xfe\n", b"\xff\n").expect("the texts differ");
        assert_eq!(found.lines, ["-\\xfe", "+\\xff"]);
    }

    #[test]
    fn a_difference_far_right_is_shown() {
        let (same, tail) = ("0123456789".repeat(30), "x".repeat(200));
        let shown = |mark: &str, letter: &str| {
            format!("{mark}…{}{letter}{}…", "0123456789".repeat(4), "x".repeat(119))
        };
        check(
            &format!("{same}\n{same}-{tail}\n"),
            &format!("{same}\n{same}+{tail}\n"),
            2,
            &[&format!(" {}…", "0123456789".repeat(16)), &shown("-", "-"), &shown("+", "+")],
        );
    }

    #[test]
    fn what_is_missing_at_the_end_is_shown_at_the_last_line() {
        check("a\n", "a\nb\n", 1, &[" a", "+b"]);
    }

    #[test]
    fn both_markers_make_a_conflict() {
        assert!(has_conflict_markers(b"<<<<<<< a\n=======\n>>>>>>> b\n"));
        assert!(!has_conflict_markers(b"see <<<<<<< a\n"));
    }
}
