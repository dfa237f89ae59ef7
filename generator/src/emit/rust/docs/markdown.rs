//! Prints the normal form of a description.

use pulldown_cmark::Alignment;

use super::normal::{Block, Inline};

/// Which special characters of a text are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escapes {
    /// Those that would mean something where they stand.
    Few,
    /// All of them.
    All,
}

/// Stands for a space that must not become a line end; descriptions hold no control characters.
const BOUND: char = '\u{1}';

/// The lines of blocks, as wide as asked where words allow it.
pub fn print(blocks: &[Block], escapes: Escapes, width: usize) -> Vec<String> {
    Printer { escapes }.blocks(blocks, width, Gap::Blank)
}

/// A text as a code block.
pub fn fenced(language: &str, text: &str) -> Vec<String> {
    let longest = text
        .lines()
        .map(|line| line.trim_start().bytes().take_while(|letter| *letter == b'`').count());
    let fence = "`".repeat(longest.max().unwrap_or(0).max(2) + 1);
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(text.lines().map(|line| line.trim_end().to_owned()));
    lines.push(fence);
    lines
}

/// Breaks a line at spaces.
pub fn wrap(line: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        let current = lines.last_mut().expect("there is always a line");
        if used > 0 && used + 1 + length > width {
            lines.push(word.to_owned());
            used = length;
        } else {
            if used > 0 {
                current.push(' ');
                used += 1;
            }
            current.push_str(word);
            used += length;
        }
    }
    lines.into_iter().map(|line| guard(&line)).collect()
}

/// Whether a word would start something other than a paragraph at the start of a line.
pub fn starts_a_block(word: &str) -> bool {
    special_start(word).is_some()
}

/// Whether blocks are set apart by blank lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Blank,
    None,
}

struct Printer {
    escapes: Escapes,
}

impl Printer {
    fn blocks(&self, blocks: &[Block], width: usize, gap: Gap) -> Vec<String> {
        let mut lines = Vec::new();
        let mut other_marker = false;
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && gap == Gap::Blank {
                lines.push(String::new());
            }
            // Two lists in a row would become one if their markers were the same.
            other_marker = index > 0
                && !other_marker
                && matches!(
                    (&blocks[index - 1], block),
                    (Block::List { start: before, .. }, Block::List { start, .. }) if before.is_some() == start.is_some()
                );
            lines.extend(self.block(block, width, other_marker));
        }
        lines
    }

    fn block(&self, block: &Block, width: usize, other_marker: bool) -> Vec<String> {
        match block {
            Block::Paragraph(inlines) => self.paragraph(inlines, width),
            Block::Heading(level, inlines) => {
                vec![format!(
                    "{} {}",
                    "#".repeat(*level),
                    self.line(inlines, "").replace(BOUND, " ")
                )]
            }
            Block::Code { language, text } => fenced(language, text),
            Block::Quote(blocks) => {
                let lines = self.blocks(blocks, width.saturating_sub(2).max(40), Gap::Blank);
                lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
            }
            Block::List { start, loose, items } => {
                self.list(*start, *loose, items, width, other_marker)
            }
            Block::Table { alignments, rows } => self.table(alignments, rows),
            Block::Rule => vec![String::from("---")],
        }
    }

    fn list(
        &self,
        start: Option<u64>,
        loose: bool,
        items: &[Vec<Block>],
        width: usize,
        other_marker: bool,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let marker = match (start, other_marker) {
                (None, false) => String::from("- "),
                (None, true) => String::from("* "),
                (Some(start), false) => format!("{}. ", start + index as u64),
                (Some(start), true) => format!("{}) ", start + index as u64),
            };
            if loose && index > 0 {
                lines.push(String::new());
            }
            let indent = " ".repeat(marker.len());
            let gap = if loose { Gap::Blank } else { Gap::None };
            let inner = self.blocks(item, width.saturating_sub(marker.len()).max(40), gap);
            let inner = if inner.is_empty() { vec![String::new()] } else { inner };
            for (number, line) in inner.iter().enumerate() {
                let lead = if number == 0 { &marker } else { &indent };
                lines.push(format!("{lead}{line}").trim_end().to_owned());
            }
        }
        lines
    }

    fn table(&self, alignments: &[Alignment], rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let rule = alignments.iter().map(|alignment| match alignment {
            Alignment::None => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        });
        let mut lines: Vec<String> = rows
            .iter()
            .map(|cells| {
                row(cells.iter().map(|cell| self.line(cell, "|").replace(BOUND, " ")).collect())
            })
            .collect();
        lines.insert(lines.len().min(1), row(rule.map(str::to_owned).collect()));
        lines
    }

    fn paragraph(&self, inlines: &[Inline], width: usize) -> Vec<String> {
        let text = self.line(inlines, "");
        text.split('\n')
            .flat_map(|line| wrap(line, width))
            .map(|line| line.replace(BOUND, " "))
            .collect()
    }

    /// Pieces as text; spaces that must stay are bound, line ends that must stay are line ends.
    fn line(&self, inlines: &[Inline], extra: &str) -> String {
        let mut line = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.escape(text, extra, &mut line),
                Inline::Code(text) => line.push_str(&code(text, extra)),
                Inline::Address(address) => {
                    line.push('<');
                    line.push_str(address);
                    line.push('>');
                }
                Inline::Marked(mark, inner) => {
                    line.push_str(mark);
                    line.push_str(&self.line(inner, extra));
                    line.push_str(mark);
                }
                Inline::Link { to, title, text } => {
                    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
                    let title = if title.is_empty() {
                        title
                    } else {
                        format!("{BOUND}\"{}\"", bound(&title))
                    };
                    let to = to.replace('(', "\\(").replace(')', "\\)");
                    line.extend(["[", &bound(&self.line(text, extra)), "](", &to, &title, ")"]);
                }
                Inline::Soft => line.push('\n'),
                Inline::Hard => line.push_str("\\\n"),
            }
        }
        line
    }

    fn escape(&self, text: &str, extra: &str, line: &mut String) {
        let mut before = line.chars().next_back().unwrap_or(' ');
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let after = letters.peek().copied();
            let escaped = match self.escapes {
                Escapes::Few => means_something(letter, before, after),
                Escapes::All => letter.is_ascii_punctuation() && !".,;:'\"?!()/".contains(letter),
            };
            if escaped || extra.contains(letter) {
                line.push('\\');
            }
            line.push(letter);
            before = letter;
        }
    }
}

/// Whether a character would be more than text between its neighbours.
fn means_something(letter: char, before: char, after: Option<char>) -> bool {
    let after = after.unwrap_or(' ');
    match letter {
        '[' | ']' | '`' => true,
        '\\' => after.is_ascii_punctuation() || after == ' ',
        '<' => after.is_ascii_alphabetic() || "/!?".contains(after),
        '&' => after.is_ascii_alphanumeric() || after == '#',
        '*' => !(before == ' ' && after == ' '),
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '~' => before == '~' || after == '~' || (before != ' ' && after != ' '),
        _ => false,
    }
}

fn bound(text: &str) -> String {
    text.replace([' ', '\n'], &BOUND.to_string())
}

/// A code span, its fence longer than any run of backticks inside.
fn code(text: &str, extra: &str) -> String {
    let runs = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(if runs == 0 { 1 } else { runs + 1 });
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let mut text = text.to_owned();
    for letter in extra.chars() {
        text = text.replace(letter, &format!("\\{letter}"));
    }
    bound(&format!("{fence}{pad}{text}{pad}{fence}"))
}

/// Escapes what would start a block at the start of a line.
fn guard(line: &str) -> String {
    let word = line.split(' ').next().unwrap_or_default();
    match special_start(word) {
        Some(place) => format!("{}\\{}", &line[..place], &line[place..]),
        None => line.to_owned(),
    }
}

/// Where a backslash keeps the first word of a line from starting a block.
fn special_start(word: &str) -> Option<usize> {
    let all = |letter: char| !word.is_empty() && word.chars().all(|found| found == letter);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..10).contains(&digits) && matches!(&word[digits..], "." | ")");
    if is_number {
        return Some(digits);
    }
    let starts = word.starts_with('>')
        || word.starts_with("~~~")
        || matches!(word, "-" | "+" | "*")
        || (all('#') && word.len() < 7)
        || all('=')
        || all('-');
    starts.then_some(0)
}
