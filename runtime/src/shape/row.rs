//! The patterns that need no automaton: letters one after the other, each from a set and so many times.
//!
//! `^[A-Z]{3}-[0-9]{4}$` is read from left to right without ever going back, in less time than an automaton is fetched
//! from its pool. What is not certain to be such a row is left to the `regex` crate.

use std::iter::Peekable;
use std::str::Chars;

/// Characters that mean something in an expression outside of a set.
const META: &str = r"\.+*?()|[]{}^$#&-~";

/// A row of steps from the start of a text.
#[derive(Debug)]
pub(super) struct Row {
    steps: Vec<Step>,
    /// Whether the text must end with it.
    is_whole: bool,
}

/// Letters of one set.
#[derive(Debug)]
struct Step {
    /// Whether it has each letter of ASCII.
    letters: [bool; 128],
    least: usize,
    most: usize,
}

impl Row {
    /// Reads an expression; `None` when it is no row.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix('^')?;
        let (body, is_whole) = match body.strip_suffix('$') {
            Some(body) if !body.ends_with('\\') => (body, true),
            _ => (body, false),
        };
        let mut letters = body.chars().peekable();
        let mut steps = Vec::new();
        while let Some(letter) = letters.next() {
            let set = match letter {
                '[' => set(&mut letters)?,
                '\\' => bit(letters.next().filter(char::is_ascii_punctuation)?)?,
                '-' => bit('-')?,
                letter if META.contains(letter) => return None,
                letter => bit(letter)?,
            };
            let (least, most) = count(&mut letters)?;
            let letters = std::array::from_fn(|letter| set & (1 << letter) != 0);
            steps.push(Step { letters, least, most });
        }
        let row = Self { steps, is_whole };
        row.is_certain().then_some(row)
    }

    /// Whether a text begins with the row, and ends with it where it must.
    pub(super) fn matches(&self, text: &str) -> bool {
        let mut bytes = text.as_bytes();
        for step in &self.steps {
            let taken = bytes.iter().take(step.most).take_while(|byte| step.has(**byte)).count();
            if taken < step.least {
                return false;
            }
            bytes = &bytes[taken..];
        }
        bytes.is_empty() || !self.is_whole
    }

    /// Whether as many letters as possible is always right: no letter that a step may leave to the next could be taken
    /// by either.
    fn is_certain(&self) -> bool {
        self.steps.iter().enumerate().all(|(index, step)| {
            let after = &self.steps[index + 1..];
            let reach =
                after.iter().position(|next| next.least > 0).map_or(after.len(), |at| at + 1);
            step.least == step.most || !after[..reach].iter().any(|next| next.overlaps(step))
        })
    }
}

impl Step {
    fn has(&self, byte: u8) -> bool {
        self.letters.get(usize::from(byte)).is_some_and(|has| *has)
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.letters.iter().zip(&other.letters).any(|(mine, its)| *mine && *its)
    }
}

fn bit(letter: char) -> Option<u128> {
    letter.is_ascii().then(|| 1 << u32::from(letter))
}

/// A set of letters and ranges, whose bracket was read. A hyphen stands for itself at the end.
fn set(letters: &mut Peekable<Chars<'_>>) -> Option<u128> {
    let mut set = 0;
    loop {
        let first = match letters.next()? {
            ']' if set != 0 => return Some(set),
            '-' => {
                // Anywhere else it might be an operator of the crate.
                return (letters.next()? == ']').then_some(set | bit('-')?);
            }
            letter if letter.is_ascii_alphanumeric() || "_ .:/@+".contains(letter) => letter,
            _ => return None,
        };
        let mut ahead = letters.clone();
        let last = match (ahead.next(), ahead.next()) {
            (Some('-'), Some(last)) if last.is_ascii_alphanumeric() => {
                *letters = ahead;
                last
            }
            _ => first,
        };
        if !first.is_ascii_alphanumeric() && last != first || last < first {
            return None;
        }
        for letter in first..=last {
            set |= bit(letter)?;
        }
    }
}

/// How often a step is taken.
fn count(letters: &mut Peekable<Chars<'_>>) -> Option<(usize, usize)> {
    let counted = match letters.peek() {
        Some('?') => (0, 1),
        Some('*') => (0, usize::MAX),
        Some('+') => (1, usize::MAX),
        Some('{') => {
            letters.next();
            let text: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
            let counted = match text.split_once(',') {
                None => (number(&text)?, number(&text)?),
                Some((least, "")) => (number(least)?, usize::MAX),
                Some((least, most)) => (number(least)?, number(most)?),
            };
            return is_alone(letters).then_some(counted);
        }
        _ => return Some((1, 1)),
    };
    letters.next();
    is_alone(letters).then_some(counted)
}

/// Whether what was counted is not counted again, or lazily.
fn is_alone(letters: &mut Peekable<Chars<'_>>) -> bool {
    !letters.peek().is_some_and(|letter| "?*+{".contains(*letter))
}

fn number(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::Row;

    static ROWS: &[&str] = &[
        "^[A-Z]{3}$",
        "^[A-Z]{3}-[0-9]{4}$",
        "^A[0-9]{8}$",
        "^tok_",
        r"^\+[1-9][0-9]+$",
        "^[A-Z0-9-]+$",
        "^[a-z]{1,3}[0-9]?-*$",
        "^a?b{2,}$",
        "^[a-c_-]*$",
        "^",
        "^$",
        "^-a$",
        r"^a\$",
    ];

    static OTHERS: &[&str] = &[
        "[A-Z]{3}",
        "^[a-z]{2}(-[A-Z]{2})?$",
        "^20[0-9]{2}-(0[1-9]|1[0-2])$",
        "^[a-z]+[a-c]$",
        "^a?a$",
        "^a*[0-9]?a$",
        "^a+?b$",
        "^[^a]$",
        "^[a--b]$",
        "^[a&&b]$",
        "^[]a]$",
        r"^\d$",
        "^.$",
        "^a|b$",
        "^(?i)a$",
        "^é$",
        "^a{2}{3}$",
        "^[a-c-e]$",
    ];

    #[test]
    fn only_what_is_read_without_going_back_is_a_row() {
        for text in ROWS {
            assert!(Row::parse(text).is_some(), "{text}");
        }
        for text in OTHERS {
            assert!(Row::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_row_matches_what_the_expression_matches(text in "[A-Ca-c0-2+_é\n-]{0,9}|[A-B]{3}-?[0-9]{3,5}|tok_?") {
            for pattern in ROWS {
                let row = Row::parse(pattern).expect("it is a row");
                let regex = Regex::new(pattern).expect("it is an expression");
                prop_assert_eq!(row.matches(&text), regex.is_match(&text), "{}", pattern);
            }
        }
    }
}
