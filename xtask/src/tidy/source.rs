//! Rust text without its comments and strings, and the paths that it names.

/// A path named in code, such as `crate::ir::Place`, and its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Line, from 1.
    pub line: usize,
    /// Segments, `crate`, `super` or a crate's name first, `$crate` where a macro names it for whoever calls it.
    pub segments: Vec<String>,
}

/// The same text with comments, strings and characters blanked, line for line.
pub fn code(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = match (letters[at], letters.get(at + 1)) {
            ('/', Some('/')) => until(&letters, at, |rest| rest[0] == '\n'),
            ('/', Some('*')) => block_comment(&letters, at),
            ('"', _) => string(&letters, at + 1),
            ('r', Some('"' | '#')) if !is_word(at.checked_sub(1).map(|before| letters[before])) => {
                raw_string(&letters, at)
            }
            ('\'', _) => character(&letters, at),
            _ => at,
        };
        if end == at {
            code.push(letters[at]);
            at += 1;
        } else {
            code.extend(
                letters[at..end].iter().map(|letter| if *letter == '\n' { '\n' } else { ' ' }),
            );
            at = end;
        }
    }
    code
}

/// The code with modules for tests blanked, line for line; what stands behind them is code again.
pub fn without_tests(code: &str) -> String {
    blanked(code, "#[cfg(test)]", |item| {
        let rest = item.trim_start();
        let rest = rest.strip_prefix("pub").map_or(rest, |rest| {
            let visible = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
            visible.map_or(rest, |(_, rest)| rest).trim_start()
        });
        let rest = rest.strip_prefix("mod ")?;
        Some(item.len() - rest.len() + group(rest))
    })
}

/// The code with `code!` blanked, line for line: what stands inside is text that is printed into other crates.
pub fn without_printed(code: &str) -> String {
    blanked(code, "code!", |item| {
        item.trim_start().starts_with(['{', '(', '[']).then(|| group(item))
    })
}

/// Blanks what opens with a mark, as far as the text behind the mark says; all of it stays where that says nothing.
fn blanked(code: &str, mark: &str, length: impl Fn(&str) -> Option<usize>) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(mark) {
        let item = start + mark.len();
        if let Some(length) = length(&rest[item..]) {
            kept.push_str(&rest[..start]);
            let blank = rest[start..item + length].chars();
            kept.extend(blank.map(|letter| if letter == '\n' { '\n' } else { ' ' }));
            rest = &rest[item + length..];
        } else {
            kept.push_str(&rest[..item]);
            rest = &rest[item..];
        }
    }
    kept + rest
}

/// The length of a text up to the end of its first group in brackets, or of what ends with a semicolon before.
fn group(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' if depth > 1 => depth -= 1,
            '}' | ')' | ']' => return at + 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Every path that opens with one of some segments, groups taken apart.
pub fn paths(code: &str, roots: &[&str]) -> Vec<Named> {
    let mut paths = Vec::new();
    let mut line = 1;
    let mut previous = None;
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let root = roots.iter().find(|root| {
            rest.strip_prefix(**root).is_some_and(|after| after.starts_with("::"))
                && !is_word(previous)
                && previous != Some(':')
        });
        if let Some(root) = root {
            let tree = &rest[root.len() + 2..];
            let sign = if previous == Some('$') { "$" } else { "" };
            branches(tree, vec![format!("{sign}{root}")], line, &mut paths);
            previous = Some(':');
            rest = tree;
            continue;
        }
        line += usize::from(letter == '\n');
        previous = Some(letter);
        rest = &rest[letter.len_utf8()..];
    }
    paths
}

/// Follows a use tree; returns what stands behind it.
fn branches<'a>(
    text: &'a str,
    mut segments: Vec<String>,
    mut line: usize,
    paths: &mut Vec<Named>,
) -> (&'a str, usize) {
    let mut rest = text;
    loop {
        let start = rest.trim_start();
        line += rest[..rest.len() - start.len()].matches('\n').count();
        rest = start;
        if let Some(inside) = rest.strip_prefix('{') {
            rest = inside;
            loop {
                (rest, line) = branches(rest, segments.clone(), line, paths);
                let start = rest.trim_start();
                line += rest[..rest.len() - start.len()].matches('\n').count();
                match start.chars().next() {
                    Some(',') => rest = &start[1..],
                    Some('}') => return (&start[1..], line),
                    _ => return (start, line),
                }
            }
        }
        let word: String = rest.chars().take_while(|letter| is_word(Some(*letter))).collect();
        if word.is_empty() {
            if segments.len() > 1 && !rest.starts_with('}') {
                paths.push(Named { line, segments });
            }
            return (rest, line);
        }
        rest = &rest[word.len()..];
        segments.push(word);
        let Some(after) = rest.strip_prefix("::") else {
            paths.push(Named { line, segments });
            // A name given in the import, `as Other`, is no path.
            let renamed = rest.trim_start().strip_prefix("as ").map(str::trim_start);
            let after = renamed.map(|name| name.trim_start_matches(|letter| is_word(Some(letter))));
            return (after.unwrap_or(rest), line);
        };
        rest = after;
    }
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
}

fn until(letters: &[char], from: usize, stops: impl Fn(&[char]) -> bool) -> usize {
    (from..letters.len()).find(|at| stops(&letters[*at..])).unwrap_or(letters.len())
}

fn block_comment(letters: &[char], from: usize) -> usize {
    let (mut depth, mut at) = (0_usize, from);
    while at + 1 < letters.len() {
        match (letters[at], letters[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') if depth == 1 => return at + 2,
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    letters.len()
}

fn string(letters: &[char], from: usize) -> usize {
    let mut at = from;
    while at < letters.len() {
        match letters[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    letters.len()
}

/// The end of `r"…"` or `r#"…"#`, or its start where it is none, such as `r#type`.
fn raw_string(letters: &[char], from: usize) -> usize {
    let hashes = letters[from + 1..].iter().take_while(|letter| **letter == '#').count();
    if letters.get(from + 1 + hashes) != Some(&'"') {
        return from;
    }
    let closes = |rest: &[char]| {
        rest[0] == '"'
            && rest.len() > hashes
            && rest[1..=hashes].iter().all(|letter| *letter == '#')
    };
    until(letters, from + 2 + hashes, closes) + 1 + hashes
}

/// The end of `'x'` or `'\n'`, or its start where it is a lifetime.
fn character(letters: &[char], from: usize) -> usize {
    match (letters.get(from + 1), letters.get(from + 2)) {
        (Some('\\'), _) => until(letters, from + 3, |rest| rest[0] == '\'') + 1,
        (Some(_), Some('\'')) => from + 3,
        _ => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &str)]) {
        let found: Vec<(usize, String)> = paths(&code(text), &["crate", "super"])
            .into_iter()
            .map(|named| (named.line, named.segments.join("::")))
            .collect();
        let expected: Vec<(usize, String)> =
            expected.iter().map(|(line, path)| (*line, (*path).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn imports_and_inline_paths_are_found() {
        check(
            "use crate::ir::Place;\nlet a = crate::diag::CODES;",
            &[(1, "crate::ir::Place"), (2, "crate::diag::CODES")],
        );
        check("use super::super::hash::Hash;", &[(1, "super::super::hash::Hash")]);
        check("$crate::ir::Place", &[(1, "$crate::ir::Place")]);
    }

    #[test]
    fn groups_are_taken_apart() {
        check(
            "use crate::{\n    ir::{self, Place as P},\n    diag,\n};\nuse crate::spec;",
            &[
                (2, "crate::ir::self"),
                (2, "crate::ir::Place"),
                (3, "crate::diag"),
                (5, "crate::spec"),
            ],
        );
    }

    #[test]
    fn comments_strings_and_lifetimes_are_no_code() {
        check(
            "// crate::a\n/* crate::b /* */ crate::c */ \"crate::d\" r#\"\" crate::e\"# 'x' '\\'' crate::f",
            &[(2, "crate::f")],
        );
        check("fn f<'a>(a: &'a str) { crate::g(a) }", &[(1, "crate::g")]);
    }

    fn check_blanked(blank: fn(&str) -> String, text: &str, expected: &str) {
        let kept = blank(text);
        let lines: Vec<&str> = kept.lines().map(str::trim_end).collect();
        assert_eq!(lines, expected.lines().collect::<Vec<_>>());
    }

    #[test]
    fn tests_in_the_same_file_are_left_aside() {
        let check = |text, expected| check_blanked(without_tests, text, expected);
        check("a\n#[cfg(test)]\nmod tests;\nb", "a\n\n\nb");
        check("a\n#[cfg(test)]\npub(crate) mod tests {\n fn f() {}\n}\nb", "a\n\n\n\n\nb");
        check("#[cfg(test)]\nfn f() {}\nb", "#[cfg(test)]\nfn f() {}\nb");
    }

    #[test]
    fn code_that_is_printed_is_left_aside() {
        let check = |text, expected| check_blanked(without_printed, text, expected);
        check("a(&code! {\n fn f() {}\n});\nb", "a(&\n\n );\nb");
        check("use x::code;\nb", "use x::code;\nb");
    }
}
