//! Texts that are not YAML, in words that say what to do.

use granit_parser::ErrorKind;

use crate::diag::codes::load::{DEEP_NESTING, SYNTAX_ERROR};
use crate::diag::{Diagnostic, Part};
use crate::ir::Place;
use crate::source::{MAX_DEPTH, Stop};

/// Why a text could not be read to its end.
pub fn finding(text: &str, place: &Place, stop: &Stop) -> Diagnostic {
    match stop {
        Stop::TooDeep { at } => deep(place, *at),
        Stop::Syntax { at, kind } => {
            let (message, help) = words(kind);
            let (start, end) = match kind {
                ErrorKind::UnknownQuotedScalarEscape => escape(text, *at),
                _ => underlined(text, *at),
            };
            let mut finding =
                Diagnostic::error(&SYNTAX_ERROR, place, message).at(Part::Bytes(start, end));
            if matches!(kind, ErrorKind::UnexpectedCharacter { .. }) {
                finding = finding.label("YAML stops here");
            }
            match help.or_else(|| guessed(text, start)) {
                Some(help) => finding.help(help),
                None => finding,
            }
        }
    }
}

/// That collections stand too deep inside each other.
pub fn deep(place: &Place, at: usize) -> Diagnostic {
    Diagnostic::error(
        &DEEP_NESTING,
        place,
        format!("more than {MAX_DEPTH} collections stand inside each other"),
    )
    .at(Part::Bytes(at, at + 1))
    .label("this is one too many")
    .help("give the inner parts names of their own under `types:`")
}

/// The character at the error; the last one of the text, where the text ends too early.
fn underlined(text: &str, at: usize) -> (usize, usize) {
    let rest = &text[text.floor_char_boundary(at)..];
    match rest.chars().next() {
        Some(character) if character != '\n' && character != '\r' => {
            (at, at + character.len_utf8())
        }
        _ => {
            let end = text[..text.floor_char_boundary(at)].trim_end().len();
            (text[..end].char_indices().next_back().map_or(0, |(start, _)| start), end)
        }
    }
}

/// The first escape after a double quote that YAML does not know; the quote where there is none.
fn escape(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at);
    let mut characters = text[at..].char_indices();
    while let Some((offset, character)) = characters.next() {
        if character == '\\'
            && let Some((_, escaped)) = characters.next()
            && !"0abt\tnvfre \"/\\N_LPxuU\r\n".contains(escaped)
        {
            return (at + offset, at + offset + 1 + escaped.len_utf8());
        }
    }
    underlined(text, at)
}

/// What is wrong, and what can be done about it whatever the text.
fn words(kind: &ErrorKind) -> (String, Option<&'static str>) {
    let (message, help) = match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => {
            ("a tab stands where YAML takes spaces only", Some("indent with spaces"))
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            return (
                format!("`{open}` is never closed"),
                Some("close it, or check the brackets and commas after it"),
            );
        }
        ErrorKind::UnexpectedEofFlowSequence => {
            ("a list in brackets is never closed", Some("close it with `]`"))
        }
        ErrorKind::UnexpectedEofFlowMapping | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            ("a mapping in braces is never closed", Some("close it with `}`"))
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return (
                format!("`{open}` is closed by `{close}`"),
                Some("check the brackets before it"),
            );
        }
        ErrorKind::MisplacedFlowCollectionEnd => {
            ("a bracket closes what was not opened", Some("remove it, or quote the text"))
        }
        ErrorKind::ExpectedFlowMappingSeparator => (
            "expected `,` or `}` in a mapping in braces",
            Some("separate entries with `,`, and quote text that contains `,`, `{` or `}`"),
        ),
        ErrorKind::ExpectedFlowSequenceSeparator => (
            "expected `,` or `]` in a list in brackets",
            Some("separate items with `,`, and quote text that contains `,`, `[` or `]`"),
        ),
        ErrorKind::UnclosedQuotedScalar => {
            ("a quote is never closed", Some("close it, and double a `'` inside single quotes"))
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("text follows a closing quote", Some("put all of it inside the quotes"))
        }
        ErrorKind::InvalidQuotedScalarIndent => (
            "a quote is not closed before this line",
            Some("close it, or indent the rest of the text"),
        ),
        ErrorKind::UnknownQuotedScalarEscape => (
            "an escape that YAML does not know",
            Some("double the `\\`, or use single quotes, where it is just a character"),
        ),
        ErrorKind::MappingValueNotAllowed => (
            "a `:` stands where no key can be",
            Some("quote text that contains `: `, or check the indentation"),
        ),
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey => (
            "expected a key and `:`",
            Some("check the indentation, and that every key ends in `:`"),
        ),
        ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::BlockSequenceEntryNotAllowed => (
            "a `-` or its absence does not fit here",
            Some("give all items of a list the same indentation"),
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent => {
            ("the indentation does not fit", Some("indent it like its neighbors"))
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let name = if character.is_control() {
                format!("U+{:04X}", u32::from(*character))
            } else {
                character.to_string()
            };
            return (format!("`{name}` cannot stand here"), None);
        }
        ErrorKind::CommentNotSeparated => (
            "a comment needs a space before its `#`",
            Some("put a space before it, or quote the text"),
        ),
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::UnclosedVerbatimTag => {
            ("`!` begins a tag, and this is none", Some("quote text that begins with `!`"))
        }
        ErrorKind::MissingAnchorOrAliasName => {
            ("an anchor or alias has no name", Some("quote text that begins with `&` or `*`"))
        }
        other => return (other.to_string(), None),
    };
    (message.to_owned(), help)
}

/// What to do, judged by the character that cannot stand there.
fn guessed(text: &str, at: usize) -> Option<&'static str> {
    match text[at..].chars().next()? {
        '@' | '`' | '%' | '|' | '>' | '*' | '&' | '!' => {
            Some("quote text that begins with this character")
        }
        '\t' => Some("indent with spaces"),
        character if character.is_control() => Some("remove the control character"),
        _ => None,
    }
}
