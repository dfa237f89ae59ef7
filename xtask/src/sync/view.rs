//! The first difference between two texts, with a few lines around it.

use similar::{ChangeTag, TextDiff};

/// Lines shown before and after a difference.
const CONTEXT: usize = 3;

/// Lines compared from the first difference on: enough to show it, and no whole file is ever aligned.
const WINDOW: usize = 24;

/// Lines shown at most.
const SHOWN: usize = 16;

/// Characters of a line shown at most.
const WIDTH: usize = 160;

/// Where two texts first differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Number of the first differing line in the old text, from 1.
    pub line: usize,
    /// Lines around it, each opening with ` `, `-` (only on disk) or `+` (only as generated).
    pub lines: Vec<String>,
}

/// The first difference, unless the texts are equal.
pub fn first_difference(old: &[u8], new: &[u8]) -> Option<Difference> {
    if old == new {
        return None;
    }
    let (old, new) = (lines(old), lines(new));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let start = same.saturating_sub(CONTEXT);
    let (old, new) = (window(&old, start), window(&new, start));
    let diff = TextDiff::from_slices(&old, &new);
    let group = diff.grouped_ops(CONTEXT).into_iter().next().unwrap_or_default();
    let changes = group.iter().flat_map(|op| diff.iter_changes(op));
    let mut shown: Vec<String> = changes
        .map(|change| match change.tag() {
            ChangeTag::Equal => format!(" {}", change.value()),
            ChangeTag::Delete => format!("-{}", change.value()),
            ChangeTag::Insert => format!("+{}", change.value()),
        })
        .collect();
    if shown.len() > SHOWN {
        shown.truncate(SHOWN);
        shown.push(" …".to_owned());
    }
    Some(Difference { line: same + 1, lines: shown })
}

/// Whether a text holds the markers that git leaves behind.
pub(super) fn has_conflict_markers(text: &[u8]) -> bool {
    let opens =
        |marker: &[u8]| text.split(|byte| *byte == b'\n').any(|line| line.starts_with(marker));
    opens(b"<<<<<<< ") && opens(b">>>>>>> ")
}

/// The lines of a text; what no terminal should be sent is replaced.
fn lines(text: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(text);
    let mut lines: Vec<String> = text.split('\n').map(visible).collect();
    match lines.last() {
        Some(last) if last.is_empty() => drop(lines.pop()),
        _ => lines.push("\\ no newline at the end".to_owned()),
    }
    lines
}

fn visible(line: &str) -> String {
    let mut shown: String = line
        .chars()
        .map(|letter| if letter.is_control() && letter != '\t' { '\u{fffd}' } else { letter })
        .collect();
    if let Some((end, _)) = shown.char_indices().nth(WIDTH) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}

fn window(lines: &[String], start: usize) -> Vec<&str> {
    lines.iter().skip(start).take(WINDOW).map(String::as_str).collect()
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
        check("a", "a\n", 2, &[" a", "-\\ no newline at the end"]);
    }

    #[test]
    fn an_empty_text_differs_at_its_first_line() {
        check("", "a\n", 1, &["+a"]);
    }

    #[test]
    fn text_that_a_terminal_would_obey_is_not_sent_to_it() {
        check("\u{1b}[31m\n", "a\n", 1, &["-\u{fffd}[31m", "+a"]);
    }

    #[test]
    fn both_markers_make_a_conflict() {
        assert!(has_conflict_markers(b"<<<<<<< a\n=======\n>>>>>>> b\n"));
        assert!(!has_conflict_markers(b"see <<<<<<< a\n"));
    }
}
