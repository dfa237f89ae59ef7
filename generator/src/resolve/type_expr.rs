//! The grammar of type expressions: `string`, `Order`, `common.Money`, `T[]`, `map<T>`, `patch<T>`, `T | null`.
//!
//! Parsing knows no names. Every piece keeps its bytes, so that a finding underlines the piece and not the line.

/// A parsed type expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr<'t> {
    /// `Order`, `string`.
    Name(Word<'t>),
    /// `common.Money`.
    Qualified(Word<'t>, Word<'t>),
    /// `T[]`.
    List(Box<Expr<'t>>),
    /// `map<T>`.
    Map(Box<Expr<'t>>),
    /// `patch<T>`.
    Patch(Box<Expr<'t>>),
    /// `T | null`.
    Nullable(Box<Expr<'t>>),
}

/// A word and where it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word.
    pub text: &'t str,
    /// Its first byte in the expression.
    pub start: usize,
}

/// What keeps a text from being a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// First byte of the piece that is wrong.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// One sentence.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What to write instead of the piece.
    pub replacement: Option<String>,
}

/// How deep expressions may nest; beyond it nobody can read them.
const DEPTH: usize = 8;

/// Parses a whole text.
///
/// # Errors
///
/// Returns the first thing that is wrong.
pub fn parse(text: &str) -> Result<Expr<'_>, Mistake> {
    let mut parser = Parser { text, position: 0 };
    let expr = parser.nullable(0)?;
    match parser.peek() {
        Token::End => Ok(expr),
        Token::Mark('?', _) => Err(parser.found("the end of the type").help(
            "end the key with `?` where the field may be absent, or write `T | null` where it may be null",
        )),
        _ => Err(parser.found("the end of the type")),
    }
}

impl Expr<'_> {
    /// The bytes of the expression, without the parentheses around it.
    pub fn span(&self) -> (usize, usize) {
        match self {
            Self::Name(word) => (word.start, word.end()),
            Self::Qualified(domain, name) => (domain.start, name.end()),
            Self::List(inner) | Self::Map(inner) | Self::Patch(inner) | Self::Nullable(inner) => {
                inner.span()
            }
        }
    }
}

impl Word<'_> {
    /// The byte after the word.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

impl Mistake {
    fn new(start: usize, end: usize, message: impl Into<String>) -> Self {
        Self { start, end, message: message.into(), help: None, replacement: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn replace(mut self, replacement: impl Into<String>) -> Self {
        self.replacement = Some(replacement.into());
        self
    }

    /// Widens the piece to what is written otherwise.
    fn instead(mut self, start: usize, end: usize, replacement: String) -> Self {
        (self.start, self.end) = (start, end);
        self.replace(replacement)
    }
}

/// The next piece of the text; marks carry their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    Word(Word<'t>),
    Mark(char, usize),
    End,
}

struct Parser<'t> {
    text: &'t str,
    position: usize,
}

impl<'t> Parser<'t> {
    fn nullable(&mut self, depth: usize) -> Result<Expr<'t>, Mistake> {
        if depth > DEPTH {
            let message = format!("the type nests deeper than {DEPTH} levels");
            return Err(Mistake::new(0, self.text.len(), message)
                .help("give the inner part a name under `types:`"));
        }
        let expr = self.postfix(depth)?;
        let Token::Mark('|', pipe) = self.peek() else { return Ok(expr) };
        self.next();
        match self.peek() {
            Token::Word(word) if word.text == "null" => {
                self.next();
            }
            Token::Word(word) => {
                let message = format!("only `null` can follow `|`, found `{}`", word.text);
                let help = "declare a type with `union:` to choose between several records";
                return Err(Mistake::new(word.start, word.end(), message).help(help));
            }
            _ => return Err(self.found("`null`")),
        }
        let end = self.position;
        if let Token::Mark('|', second) = self.peek() {
            let mistake =
                Mistake::new(second, self.text.len(), "only one `| null` can follow a type");
            let rest = self.text[second..].replace(' ', "");
            let mistake = mistake.help("remove what comes after the first `| null`");
            let is_null_again = rest.replace("|null", "").is_empty();
            return Err(if is_null_again {
                mistake.instead(end, self.text.len(), String::new())
            } else {
                mistake
            });
        }
        if matches!(expr, Expr::Nullable(_)) {
            return Err(
                Mistake::new(pipe, end, "the type already allows null").help("remove one `| null`")
            );
        }
        Ok(Expr::Nullable(Box::new(expr)))
    }

    fn postfix(&mut self, depth: usize) -> Result<Expr<'t>, Mistake> {
        let mut expr = self.primary(depth)?;
        let mut lists = depth;
        while let Token::Mark('[', open) = self.peek() {
            self.next();
            match self.peek() {
                Token::Mark(']', _) => self.next(),
                Token::Word(word) => {
                    let message = format!("expected `]`, found `{}`", word.text);
                    let help = "a list has no length in its type; use `minItems:` and `maxItems:`";
                    return Err(Mistake::new(word.start, word.end(), message).help(help));
                }
                _ => return Err(self.found("`]`")),
            }
            expr = Expr::List(Box::new(expr));
            lists += 1;
            if lists > DEPTH {
                return Err(Mistake::new(
                    open,
                    self.text.len(),
                    format!("the type nests deeper than {DEPTH} levels"),
                )
                .help("give the inner part a name under `types:`"));
            }
        }
        Ok(expr)
    }

    fn primary(&mut self, depth: usize) -> Result<Expr<'t>, Mistake> {
        match self.peek() {
            Token::Word(word) => {
                self.next();
                self.named(word, depth)
            }
            Token::Mark('(', _) => {
                self.next();
                let inner = self.nullable(depth + 1)?;
                self.expect(')')?;
                Ok(inner)
            }
            Token::Mark('[', start) => {
                let mistake = self.found("a type").help("write `[]` after the type: `Order[]`");
                let item = self.text[start..]
                    .strip_prefix("[]")
                    .map(str::trim)
                    .filter(|item| is_plain(item));
                Err(match item {
                    Some(item) => mistake.instead(start, self.text.len(), format!("{item}[]")),
                    None => mistake,
                })
            }
            _ => Err(self.found("a type")),
        }
    }

    fn named(&mut self, word: Word<'t>, depth: usize) -> Result<Expr<'t>, Mistake> {
        if word.text == "null" {
            let mistake = Mistake::new(word.start, word.end(), "`null` is not a type of its own");
            let rest = self.text[word.end()..].trim_start().strip_prefix('|').map(str::trim);
            return Err(match rest.filter(|rest| is_plain(rest) && *rest != "null") {
                Some(rest) => mistake.help("write the type first").instead(
                    word.start,
                    self.text.len(),
                    format!("{rest} | null"),
                ),
                None => mistake.help("write `T | null`, the type first"),
            });
        }
        match self.peek() {
            Token::Mark('<', open) => {
                let constructor: fn(Box<Expr<'t>>) -> Expr<'t> = match word.text {
                    "map" => Expr::Map,
                    "patch" => Expr::Patch,
                    _ => return Err(unknown_generic(self.text, word, open)),
                };
                self.next();
                let inner = self.nullable(depth + 1)?;
                if let Token::Mark(',', comma) = self.peek() {
                    let message = format!("`{}` takes one type", word.text);
                    let help = "the keys of a map are always strings; write `map<T>` with the type of its values";
                    return Err(Mistake::new(comma, comma + 1, message).help(help));
                }
                self.expect('>')?;
                Ok(constructor(Box::new(inner)))
            }
            Token::Mark('.', _) => {
                self.next();
                let Token::Word(name) = self.peek() else {
                    return Err(self.found("the name of a type"));
                };
                self.next();
                if let Token::Mark('.', dot) = self.peek() {
                    return Err(Mistake::new(
                        dot,
                        dot + 1,
                        "a type is named by its domain and its name",
                    )
                    .help("write `domain.Name`"));
                }
                Ok(Expr::Qualified(word, name))
            }
            _ if word.text == "map" || word.text == "patch" => {
                let message = format!("`{}` needs a type in angle brackets", word.text);
                let mistake = Mistake::new(word.start, word.end(), message);
                Err(if word.text == "map" {
                    mistake.replace("map<any>")
                } else {
                    mistake.help("write `patch<T>`")
                })
            }
            _ => Ok(Expr::Name(word)),
        }
    }

    fn expect(&mut self, mark: char) -> Result<(), Mistake> {
        match self.peek() {
            Token::Mark(found, _) if found == mark => {
                self.next();
                Ok(())
            }
            _ => Err(self.found(&format!("`{mark}`"))),
        }
    }

    /// A mistake at the next token.
    fn found(&self, expected: &str) -> Mistake {
        match self.peek() {
            Token::Word(word) => Mistake::new(
                word.start,
                word.end(),
                format!("expected {expected}, found `{}`", word.text),
            ),
            Token::Mark(mark, start) => Mistake::new(
                start,
                start + mark.len_utf8(),
                format!("expected {expected}, found `{}`", mark.escape_debug()),
            ),
            Token::End if self.text.trim().is_empty() => {
                Mistake::new(0, self.text.len(), "the type is empty")
            }
            Token::End => {
                let end = self.text.trim_end().len();
                let last = self.text[..end].char_indices().last().map_or(0, |(index, _)| index);
                Mistake::new(last, end, format!("expected {expected} after this"))
            }
        }
    }

    fn peek(&self) -> Token<'t> {
        let rest = &self.text[self.position..];
        let start = self.position + (rest.len() - rest.trim_start().len());
        let rest = &self.text[start..];
        let length = rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len());
        if length > 0 {
            return Token::Word(Word { text: &rest[..length], start });
        }
        rest.chars().next().map_or(Token::End, |mark| Token::Mark(mark, start))
    }

    fn next(&mut self) {
        self.position = match self.peek() {
            Token::Word(word) => word.end(),
            Token::Mark(mark, start) => start + mark.len_utf8(),
            Token::End => self.text.len(),
        };
    }
}

/// Letters of names; a hyphen may stand in the name of a domain.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

/// A name or two, joined by a dot, of which a correct type can be made.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| is_word(letter) || letter == '.')
}

fn unknown_generic(text: &str, word: Word<'_>, open: usize) -> Mistake {
    let mistake = Mistake::new(
        word.start,
        word.end(),
        format!("`{}` takes no type in angle brackets", word.text),
    );
    let rest = &text[open + 1..];
    let close = rest.find('>').filter(|close| is_plain(rest[..*close].trim()));
    let whole = |pattern: &str, mistake: Mistake| match close {
        Some(close) => mistake.instead(
            word.start,
            open + 2 + close,
            pattern.replace('T', rest[..close].trim()),
        ),
        None => mistake,
    };
    match word.text.to_ascii_lowercase().as_str() {
        "list" | "array" | "vec" | "set" | "seq" => whole("T[]", mistake.help("write `T[]` for a list")),
        "optional" | "option" | "maybe" => {
            mistake.help("end the key with `?` where the field may be absent, or write `T | null` where it may be null")
        }
        "dict" | "record" | "hashmap" | "dictionary" | "object" => whole("map<T>", mistake.help("write `map<T>`")),
        "partial" | "mergepatch" => whole("patch<T>", mistake.help("write `patch<T>`")),
        _ => mistake.help("only `map<T>` and `patch<T>` are written with angle brackets"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown = match parse(text) {
            Ok(expr) => show(&expr),
            Err(mistake) => format!("{}..{} {}", mistake.start, mistake.end, mistake.message),
        };
        assert_eq!(shown, expected, "{text:?}");
    }

    fn show(expr: &Expr<'_>) -> String {
        match expr {
            Expr::Name(word) => word.text.to_owned(),
            Expr::Qualified(domain, name) => format!("{}.{}", domain.text, name.text),
            Expr::List(inner) => format!("list({})", show(inner)),
            Expr::Map(inner) => format!("map({})", show(inner)),
            Expr::Patch(inner) => format!("patch({})", show(inner)),
            Expr::Nullable(inner) => format!("nullable({})", show(inner)),
        }
    }

    #[test]
    fn types_are_read() {
        check("string", "string");
        check("common.Money", "common.Money");
        check("customer-care.Case [ ]", "list(customer-care.Case)");
        check("map< Order[] >| null", "nullable(map(list(Order)))");
        check("(string | null)[]", "list(nullable(string))");
        check("patch<Order>", "patch(Order)");
    }

    #[test]
    fn mistakes_are_placed() {
        check("", "0..0 the type is empty");
        check("Order[", "5..6 expected `]` after this");
        check("Order[5]", "6..7 expected `]`, found `5`");
        check("[]Order", "0..7 expected a type, found `[`");
        check("[Order]", "0..1 expected a type, found `[`");
        check("Order?", "5..6 expected the end of the type, found `?`");
        check("Order | Quote", "8..13 only `null` can follow `|`, found `Quote`");
        check("Order | null | null", "12..19 only one `| null` can follow a type");
        check("(Order | null) | null", "15..21 the type already allows null");
        check("null | Order", "0..12 `null` is not a type of its own");
        check("null", "0..4 `null` is not a type of its own");
        check("list<Order>", "0..11 `list` takes no type in angle brackets");
        check("list<map<Order>>", "0..4 `list` takes no type in angle brackets");
        check("map<string, Order>", "10..11 `map` takes one type");
        check("map", "0..3 `map` needs a type in angle brackets");
        check("map<Order", "8..9 expected `>` after this");
        check("a.b.C", "3..4 a type is named by its domain and its name");
        check("Order Quote", "6..11 expected the end of the type, found `Quote`");
        check("((((((((((string))))))))))", "0..26 the type nests deeper than 8 levels");
        check("string[][][][][][][][][]", "22..24 the type nests deeper than 8 levels");
        check("naïve€", "6..9 expected the end of the type, found `€`");
    }
}
