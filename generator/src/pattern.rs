//! Patterns of the specs, ECMA-262 regular expressions, as the `regex` crate reads them.
//!
//! Both dialects look alike and differ in what they mean: `\d` is ten digits in one and some six hundred in the
//! other, `[[]` is a class in one and a mistake in the other. So a pattern is not passed on but read and written
//! again, piece by piece, by the grammar of ECMA-262 with the `u` flag, which is JSON Schema's. What cannot run in
//! linear time is refused.

use std::iter::Peekable;
use std::str::Chars;

/// The white space of ECMA-262, to stand inside brackets.
const SPACE: &str = r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// Translates an ECMA-262 pattern into the syntax of the `regex` crate.
///
/// # Errors
///
/// When the pattern is malformed, cannot run in linear time or is too large; the text, in lowercase and without a
/// final period, says what is wrong and what to do instead.
pub fn translate(ecma: &str) -> Result<String, String> {
    let mut translator =
        Translator { rest: ecma.chars().peekable(), output: String::with_capacity(ecma.len() + 8) };
    translator.pattern()?;
    let translated = translator.output;
    match regex::Regex::new(&translated) {
        Ok(_) => Ok(translated),
        Err(regex::Error::CompiledTooBig(_)) => Err(String::from(
            "the pattern is too large; bound the length with `maxLength` instead of `{n,m}`",
        )),
        Err(error) => Err(last_line(&error.to_string())),
    }
}

/// The sentence of a syntax error, without the picture above it.
fn last_line(error: &str) -> String {
    let line = error.lines().last().unwrap_or_default().trim();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Pattern,
    Brackets,
}

/// What the next quantifier would repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Something that can be repeated.
    Atom,
    /// Nothing: the beginning, an alternative, `^`, `$` or `\b`, another quantifier.
    Nothing,
}

/// One piece of a pattern or a class.
enum Piece {
    /// A character.
    One(char),
    /// Several, as text that fits where the piece stands.
    Many(String),
}

struct Translator<'a> {
    rest: Peekable<Chars<'a>>,
    output: String,
}

impl Translator<'_> {
    fn pattern(&mut self) -> Result<(), String> {
        let mut depth = 0_usize;
        let mut before = Before::Nothing;
        while let Some(letter) = self.rest.next() {
            let is_quantifier = matches!(letter, '*' | '+' | '?' | '{');
            if is_quantifier && before == Before::Nothing {
                return Err(format!(
                    "`{letter}` has nothing before it to repeat; write `\\{letter}` for the character"
                ));
            }
            let is_boundary = letter == '\\' && self.rest.peek() == Some(&'b');
            before = if is_quantifier || is_boundary || matches!(letter, '(' | '|' | '^' | '$') {
                Before::Nothing
            } else {
                Before::Atom
            };
            match letter {
                '\\' => self.escape()?,
                '[' => self.class()?,
                '(' => {
                    depth += 1;
                    self.group()?;
                }
                ')' if depth == 0 => {
                    return Err(String::from("`)` closes nothing; write `\\)` for the character"));
                }
                ')' => {
                    depth -= 1;
                    self.output.push(')');
                }
                '.' => self.output.push_str(r"[^\n\r\u{2028}\u{2029}]"),
                '{' => self.repetition()?,
                '*' | '+' | '?' => self.output.push(letter),
                '}' | ']' => {
                    return Err(format!(
                        "`{letter}` closes nothing; write `\\{letter}` for the character"
                    ));
                }
                other => self.output.push(other),
            }
            // One that takes as little as possible.
            if is_quantifier && self.rest.next_if_eq(&'?').is_some() {
                self.output.push('?');
            }
        }
        if depth > 0 { Err(String::from("a group is not closed; add `)`")) } else { Ok(()) }
    }

    /// After `(`.
    fn group(&mut self) -> Result<(), String> {
        self.output.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            return Ok(());
        }
        let look = |name: &str| {
            Err(format!(
                "{name} does not run in linear time; split the rule into a simpler `pattern` and lengths, \
                 or check it in the operation"
            ))
        };
        match self.rest.next() {
            Some(':') => self.output.push_str("?:"),
            Some('=' | '!') => return look("look-ahead"),
            Some('<') => match self.rest.peek() {
                Some('=' | '!') => return look("look-behind"),
                _ => self.output.push_str("?<"),
            },
            _ => return Err(String::from("`(?` opens no group of ECMA-262; use `(?:…)`")),
        }
        Ok(())
    }

    /// After `{`.
    fn repetition(&mut self) -> Result<(), String> {
        let mut bounds = String::new();
        while let Some(letter) =
            self.rest.next_if(|letter| letter.is_ascii_digit() || *letter == ',')
        {
            bounds.push(letter);
        }
        let numbers: Vec<&str> = bounds.split(',').collect();
        let is_bounds = numbers.len() < 3 && !numbers[0].is_empty();
        if !is_bounds || self.rest.next() != Some('}') {
            return Err(String::from("`{` starts no repetition; write `\\{` for the character"));
        }
        self.output.extend(["{", &bounds, "}"]);
        Ok(())
    }

    /// After `\`, outside of brackets.
    fn escape(&mut self) -> Result<(), String> {
        match self.rest.peek() {
            Some('b') => self.output.push_str(r"(?-u:\b)"),
            Some('B') => {
                return Err(String::from(
                    "`\\B` cannot be told apart from inside a character; say what stands there",
                ));
            }
            Some('1'..='9' | 'k') => {
                return Err(String::from(
                    "a back-reference does not run in linear time; write the group again, or check it in the operation",
                ));
            }
            _ => {
                match self.piece(Inside::Pattern)? {
                    Piece::One(letter) => push_literal(letter, &mut self.output),
                    Piece::Many(text) => self.output.push_str(&text),
                }
                return Ok(());
            }
        }
        self.rest.next();
        Ok(())
    }

    /// After `\`: what the escape stands for.
    fn piece(&mut self, inside: Inside) -> Result<Piece, String> {
        let Some(letter) = self.rest.next() else {
            return Err(String::from("the pattern ends in `\\`; write `\\\\` for the character"));
        };
        let many = |negated: bool, set: &str| {
            Ok(Piece::Many(match (inside, negated) {
                (Inside::Brackets, false) => set.to_owned(),
                (_, true) => format!("[^{set}]"),
                (Inside::Pattern, false) => format!("[{set}]"),
            }))
        };
        let one = |code: u32| {
            char::from_u32(code).map(Piece::One).ok_or_else(|| {
                format!("U+{code:04X} is half of a surrogate pair; write the character itself")
            })
        };
        match letter {
            'd' | 'D' => many(letter == 'D', "0-9"),
            'w' | 'W' => many(letter == 'W', "0-9A-Za-z_"),
            's' | 'S' => many(letter == 'S', SPACE),
            'p' | 'P' => self.property(letter),
            't' => Ok(Piece::One('\t')),
            'n' => Ok(Piece::One('\n')),
            'v' => Ok(Piece::One('\u{b}')),
            'f' => Ok(Piece::One('\u{c}')),
            'r' => Ok(Piece::One('\r')),
            'b' if inside == Inside::Brackets => Ok(Piece::One('\u{8}')),
            '0' if !self.rest.peek().is_some_and(char::is_ascii_digit) => Ok(Piece::One('\0')),
            'c' => match self.rest.next() {
                Some(control) if control.is_ascii_alphabetic() => one(u32::from(control) % 32),
                _ => Err(String::from("`\\c` needs a letter behind it")),
            },
            'x' => one(self.digits(2)?),
            'u' => one(self.code_point()?),
            '-' if inside == Inside::Brackets => Ok(Piece::One('-')),
            other if other.is_ascii_punctuation() => Ok(Piece::One(other)),
            'A' | 'Z' | 'z' => Err(format!("`\\{letter}` is not ECMA-262; use `^` and `$`")),
            other => Err(format!(
                "`\\{other}` means nothing in ECMA-262; write `{other}` or `\\\\{other}`"
            )),
        }
    }

    /// After `\p` or `\P`.
    fn property(&mut self, letter: char) -> Result<Piece, String> {
        let wrong =
            || String::from("a Unicode property is written `\\p{L}` or `\\p{Script=Greek}`");
        if self.rest.next() != Some('{') {
            return Err(wrong());
        }
        let mut name = String::new();
        loop {
            match self.rest.next() {
                Some('}') => break,
                Some(part) if part.is_ascii_alphanumeric() || part == '_' || part == '=' => {
                    name.push(part);
                }
                _ => return Err(wrong()),
            }
        }
        let translated = format!("\\{letter}{{{name}}}");
        match regex_syntax::parse(&translated) {
            Ok(_) if is_property(&name) => Ok(Piece::Many(translated)),
            _ => Err(format!("`{name}` is no general category and no script; {}", wrong())),
        }
    }

    /// After `\u`.
    fn code_point(&mut self) -> Result<u32, String> {
        if self.rest.next_if_eq(&'{').is_some() {
            let mut code = String::new();
            while let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit) {
                code.push(digit);
            }
            let closed = self.rest.next() == Some('}');
            let code =
                u32::from_str_radix(&code, 16).ok().filter(|code| closed && *code <= 0x10_FFFF);
            return code.ok_or_else(|| String::from("a code point is written `\\u{1F600}`"));
        }
        let high = self.digits(4)?;
        let mut ahead = self.rest.clone();
        if (0xD800..0xDC00).contains(&high)
            && ahead.next() == Some('\\')
            && ahead.next() == Some('u')
        {
            self.rest = ahead;
            let low = self.digits(4)?;
            if (0xDC00..0xE000).contains(&low) {
                return Ok(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
        }
        Ok(high)
    }

    fn digits(&mut self, count: usize) -> Result<u32, String> {
        let mut code = 0;
        for _ in 0..count {
            let digit = self.rest.next().and_then(|digit| digit.to_digit(16));
            code = code * 16
                + digit.ok_or_else(|| format!("an escape needs {count} hexadecimal digits"))?;
        }
        Ok(code)
    }

    /// After `[`.
    fn class(&mut self) -> Result<(), String> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        let mut class = String::new();
        loop {
            let first = match self.class_piece()? {
                None => break,
                Some(Piece::Many(text)) => {
                    class.push_str(&text);
                    if self.range_follows() {
                        return Err(String::from(
                            "a range needs a character on both sides; write `\\-` for the character",
                        ));
                    }
                    continue;
                }
                Some(Piece::One(letter)) => letter,
            };
            push_literal(first, &mut class);
            if self.range_follows() {
                self.rest.next();
                let Some(Piece::One(last)) = self.class_piece()? else {
                    return Err(String::from(
                        "a range needs a character on both sides; write `\\-` for the character",
                    ));
                };
                if last < first {
                    return Err(format!(
                        "the range `{first}-{last}` is empty; write `{last}-{first}`"
                    ));
                }
                class.push('-');
                push_literal(last, &mut class);
            }
        }
        match (class.is_empty(), negated) {
            (true, false) => self.output.push_str(r"[a&&b]"),
            (true, true) => self.output.push_str(r"(?s:.)"),
            (false, false) => self.output.extend(["[", &class, "]"]),
            (false, true) => self.output.extend(["[^", &class, "]"]),
        }
        Ok(())
    }

    /// The next piece of a class, unless it ends.
    fn class_piece(&mut self) -> Result<Option<Piece>, String> {
        match self.rest.next() {
            None => Err(String::from("a class is not closed; add `]`")),
            Some(']') => Ok(None),
            Some('\\') => self.piece(Inside::Brackets).map(Some),
            Some(letter) => Ok(Some(Piece::One(letter))),
        }
    }

    /// Whether `-` follows, and something other than the end of the class behind it.
    fn range_follows(&self) -> bool {
        let mut ahead = self.rest.clone();
        ahead.next() == Some('-') && ahead.next().is_some_and(|letter| letter != ']')
    }
}

/// Whether ECMA-262 knows the property, if the `regex` crate does, which is content with any case and a script alone.
fn is_property(name: &str) -> bool {
    match name.split_once('=') {
        Some((
            "Script" | "sc" | "Script_Extensions" | "scx" | "General_Category" | "gc",
            value,
        )) => value.starts_with(|first: char| first.is_ascii_uppercase()),
        Some(_) => false,
        None => CATEGORIES.binary_search(&name).is_ok(),
    }
}

/// The general categories of Unicode, short and long, as ECMA-262 writes them, and three properties of its own. Sorted.
static CATEGORIES: &[&str] = &[
    "ASCII",
    "Alphabetic",
    "Any",
    "C",
    "Cased_Letter",
    "Cc",
    "Cf",
    "Close_Punctuation",
    "Cn",
    "Co",
    "Connector_Punctuation",
    "Control",
    "Cs",
    "Currency_Symbol",
    "Dash_Punctuation",
    "Decimal_Number",
    "Enclosing_Mark",
    "Final_Punctuation",
    "Format",
    "Initial_Punctuation",
    "L",
    "LC",
    "Letter",
    "Letter_Number",
    "Line_Separator",
    "Ll",
    "Lm",
    "Lo",
    "Lowercase_Letter",
    "Lt",
    "Lu",
    "M",
    "Mark",
    "Math_Symbol",
    "Mc",
    "Me",
    "Mn",
    "Modifier_Letter",
    "Modifier_Symbol",
    "N",
    "Nd",
    "Nl",
    "No",
    "Nonspacing_Mark",
    "Number",
    "Open_Punctuation",
    "Other",
    "Other_Letter",
    "Other_Number",
    "Other_Punctuation",
    "Other_Symbol",
    "P",
    "Paragraph_Separator",
    "Pc",
    "Pd",
    "Pe",
    "Pf",
    "Pi",
    "Po",
    "Private_Use",
    "Ps",
    "Punctuation",
    "S",
    "Sc",
    "Separator",
    "Sk",
    "Sm",
    "So",
    "Space_Separator",
    "Spacing_Mark",
    "Surrogate",
    "Symbol",
    "Titlecase_Letter",
    "Unassigned",
    "Uppercase_Letter",
    "Z",
    "Zl",
    "Zp",
    "Zs",
];

/// A character that stands for itself.
fn push_literal(letter: char, output: &mut String) {
    match letter {
        '\t' => output.push_str(r"\t"),
        '\n' => output.push_str(r"\n"),
        '\r' => output.push_str(r"\r"),
        // A slash or a quote needs no escape; whatever else has a meaning somewhere gets one.
        '/' | '"' | '\'' | '_' | '@' | ':' | ';' | ',' | '!' | '%' | '=' | '`' | '<' | '>' => {
            output.push(letter);
        }
        letter if letter.is_ascii_punctuation() => {
            output.push('\\');
            output.push(letter);
        }
        letter if letter.is_control() => {
            output.extend([r"\x", &format!("{:02X}", u32::from(letter))]);
        }
        letter => output.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::{CATEGORIES, translate};

    #[test]
    fn the_categories_are_sorted() {
        assert!(CATEGORIES.is_sorted());
    }

    #[test]
    fn patterns_mean_what_ecma_says() {
        let cases: &[(&str, &str, &[&str], &[&str])] = &[
            (
                r"^[A-Z]{3}-\d{4}$",
                "^[A-Z]{3}-[0-9]{4}$",
                &["ABC-0123"],
                &["ABC-٠١٢٣", "ABC-01234", "ABC-0123\n"],
            ),
            (r"^\w+$", "^[0-9A-Za-z_]+$", &["a_1"], &["é", ""]),
            (r"^\W\D\S$", "", &["é٣x"], &["a٣x", "éxa ", "é1x", "éx\u{feff}"]),
            (r"^\s$", "", &["\u{feff}", "\u{3000}", "\u{b}"], &["\u{85}", "x"]),
            (r"^.$", "", &["x", "\u{85}", "😀"], &["\n", "\u{2028}", "\r"]),
            (r"^[[&&~~a-]+$", "", &["[&~-", "a"], &["b", "]"]),
            (r"^[]$", "", &[], &["", "x"]),
            (r"^[^]$", "", &["\n", "x"], &[""]),
            (r"^[\w.-]+@[\d\-a]+$", "", &["a.b-c@1-a"], &["a@b"]),
            (
                r"^[\b\x41\u0042\u{43}\cJ\0\/]$",
                "",
                &["\u{8}", "A", "B", "C", "\n", "\0", "/"],
                &["D", "b"],
            ),
            (r"^\uD83D\uDE00$", "^😀$", &["😀"], &["x"]),
            (r"^\p{Lu}\P{L}\p{Script=Greek}\p{sc=Latin}$", "", &["A1αx"], &["a1αx"]),
            (r"^\p{Letter}\p{gc=Nd}?\p{scx=Greek}+?$", "", &["aα"], &["1α"]),
            (r"\bfoo\b", r"(?-u:\b)foo(?-u:\b)", &["éfoo", "a foo."], &["afoo", "foo1"]),
            (r"^(?:a|b)+?(?<rest>c{2,})$", "", &["abcc"], &["abc"]),
            (r"a", "a", &["xay"], &["b"]),
            (r"^a#b c\/d\.\{\}$", r"^a#b c/d\.\{\}$", &["a#b c/d.{}"], &["a#bc/d.{}"]),
            (r"^[^a-c\]]$", r"^[^a-c\]]$", &["d", "["], &["a", "]"]),
            ("", "", &["", "x"], &[]),
        ];
        for (ecma, expected, matching, failing) in cases {
            let translated = translate(ecma).unwrap_or_else(|error| panic!("{ecma}: {error}"));
            if !expected.is_empty() {
                assert_eq!(&translated, expected, "{ecma}");
            }
            let pattern = regex::Regex::new(&translated).expect("translated patterns are checked");
            for text in *matching {
                assert!(pattern.is_match(text), "{ecma} as {translated} must match {text:?}");
            }
            for text in *failing {
                assert!(!pattern.is_match(text), "{ecma} as {translated} must not match {text:?}");
            }
        }
    }

    #[test]
    fn what_is_refused_says_what_to_do() {
        let cases = [
            (
                "(?=a)b",
                "look-ahead does not run in linear time; split the rule into a simpler `pattern` and lengths, or check it in the operation",
            ),
            (
                "(?<!a)b",
                "look-behind does not run in linear time; split the rule into a simpler `pattern` and lengths, or check it in the operation",
            ),
            (
                r"(a)\1",
                "a back-reference does not run in linear time; write the group again, or check it in the operation",
            ),
            (
                r"(?<x>a)\k<x>",
                "a back-reference does not run in linear time; write the group again, or check it in the operation",
            ),
            (r"\Aa\z", "`\\A` is not ECMA-262; use `^` and `$`"),
            (r"a\", "the pattern ends in `\\`; write `\\\\` for the character"),
            ("[a", "a class is not closed; add `]`"),
            ("(a", "a group is not closed; add `)`"),
            ("a)", "`)` closes nothing; write `\\)` for the character"),
            ("a{x}", "`{` starts no repetition; write `\\{` for the character"),
            ("[z-a]", "the range `z-a` is empty; write `a-z`"),
            (r"[\d-x]", "a range needs a character on both sides; write `\\-` for the character"),
            (
                r"\p{Nonsense}",
                "`Nonsense` is no general category and no script; a Unicode property is written `\\p{L}` or `\\p{Script=Greek}`",
            ),
            (r"\uD83D", "U+D83D is half of a surrogate pair; write the character itself"),
            ("(?i)a", "`(?` opens no group of ECMA-262; use `(?:…)`"),
            (r"\h", "`\\h` means nothing in ECMA-262; write `h` or `\\\\h`"),
            (
                r"\p{Greek}",
                "`Greek` is no general category and no script; a Unicode property is written `\\p{L}` or `\\p{Script=Greek}`",
            ),
            (
                r"\p{lu}",
                "`lu` is no general category and no script; a Unicode property is written `\\p{L}` or `\\p{Script=Greek}`",
            ),
            ("*a", "`*` has nothing before it to repeat; write `\\*` for the character"),
            ("^a++$", "`+` has nothing before it to repeat; write `\\+` for the character"),
            ("a**", "`*` has nothing before it to repeat; write `\\*` for the character"),
            ("a{2}{3}", "`{` has nothing before it to repeat; write `\\{` for the character"),
            ("a???", "`?` has nothing before it to repeat; write `\\?` for the character"),
            ("^*", "`*` has nothing before it to repeat; write `\\*` for the character"),
            (r"\b+", "`+` has nothing before it to repeat; write `\\+` for the character"),
            ("(+a)", "`+` has nothing before it to repeat; write `\\+` for the character"),
            ("a|+", "`+` has nothing before it to repeat; write `\\+` for the character"),
            ("a{5,2}", "invalid repetition count range, the start must be <= the end"),
            (
                "(?:a{1000}){1000}",
                "the pattern is too large; bound the length with `maxLength` instead of `{n,m}`",
            ),
        ];
        for (ecma, expected) in cases {
            assert_eq!(translate(ecma), Err(expected.to_owned()), "{ecma}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_translated_or_refused(text in "[\\[\\]\\\\(){}^$.|?*+a-c0-3,:<=!dwsbBpux&~-]{0,20}") {
            if let Ok(translated) = translate(&text) {
                proptest::prop_assert!(regex::Regex::new(&translated).is_ok());
            }
        }
    }
}
