//! Byte offsets as lines and columns, the way an editor counts them.

/// A line and a column, both counted from 1; the column counts Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The position of a byte of the same text.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        let mark = usize::from(start == 0 && text.starts_with(BYTE_ORDER_MARK) && byte > 0);
        Position { line, column: text[start..byte].chars().count() + 1 - mark }
    }

    /// The byte where the line of another byte begins, and the one where it ends, its line break excluded.
    #[must_use]
    pub fn around(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        (self.starts[line - 1], end)
    }
}

/// Invisible at the beginning of a file, and no column.
const BYTE_ORDER_MARK: char = '\u{feff}';

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    fn check(text: &str, byte: usize, line: usize, column: usize) {
        assert_eq!(
            Lines::new(text).position(text, byte),
            Position { line, column },
            "byte {byte} of {text:?}"
        );
    }

    #[test]
    fn columns_count_characters() {
        check("", 0, 1, 1);
        check("a: b\nc: d", 5, 2, 1);
        check("é: ü!\n", 6, 1, 5);
        check("a\n", 2, 2, 1);
        check("a\n", 99, 2, 1);
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        check("\u{feff}kind: Api", 3, 1, 1);
        check("\u{feff}kind: Api", 9, 1, 7);
    }
}
