//! Names: which are legal for their use, which look like the house's, and which become the same Rust name.
//!
//! A name that reaches Rust is ASCII, so that no two of them can look the same and differ. Values of enums and
//! tags of unions come from legacy systems: they may be ugly, as long as a Rust name can be made of them.

use std::collections::BTreeMap;

use crate::casing;
use crate::diag::Part;
use crate::diag::codes::link;
use crate::resolve::at::At;
use crate::resolve::sink::{Sink, error, replace_with, warning};
use crate::rust_name;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A domain.
    Domain,
    /// An API.
    Api,
    /// A domain service.
    Service,
    /// The platform.
    Platform,
    /// A region.
    Region,
    /// The prefix of crates.
    Prefix,
    /// A type.
    Type,
    /// An event.
    Event,
    /// A problem type.
    Error,
    /// An operation.
    Operation,
    /// A handler of events.
    Handler,
    /// The alias of a dependency.
    Alias,
    /// A field of a record.
    Field,
    /// A query parameter.
    Parameter,
    /// The property that carries the tag of a union.
    Tag,
    /// What people call an API or a service.
    Title,
    /// A value of an enum, or of a union's tag.
    Value,
}

/// A casing: its test, its name with an example, and how a name is brought into it.
type Style = (fn(&str) -> bool, &'static str, fn(&str) -> String);

/// Longer names make file names that some disks refuse.
const LONGEST: usize = 100;

/// `order-process`.
pub fn is_kebab(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('-').all(|word| !word.is_empty() && word.bytes().all(is_lower_or_digit))
}

/// `orderId`.
pub fn is_camel(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `OrderLine`.
pub fn is_pascal(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_lower_or_digit(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

impl Use {
    fn noun(self) -> &'static str {
        match self {
            Self::Domain => "a domain",
            Self::Api => "an API",
            Self::Service => "a service",
            Self::Platform => "a platform",
            Self::Region => "a region",
            Self::Prefix => "a prefix of crates",
            Self::Type => "a type",
            Self::Event => "an event",
            Self::Error => "an error",
            Self::Operation => "an operation",
            Self::Handler => "a handler",
            Self::Alias => "an alias",
            Self::Field => "a field",
            Self::Parameter => "a parameter",
            Self::Tag => "a tag",
            Self::Title => "a title",
            Self::Value => "a value",
        }
    }

    /// The casing of names that have one.
    fn style(self) -> Option<Style> {
        match self {
            Self::Domain
            | Self::Api
            | Self::Service
            | Self::Platform
            | Self::Region
            | Self::Prefix => {
                Some((is_kebab, "kebab-case, for example `order-process`", casing::kebab))
            }
            Self::Type | Self::Event | Self::Error => {
                Some((is_pascal, "PascalCase, for example `OrderLine`", casing::pascal))
            }
            Self::Operation | Self::Handler | Self::Alias => {
                Some((is_camel, "camelCase, for example `placeOrder`", casing::camel))
            }
            Self::Field | Self::Parameter | Self::Tag | Self::Title | Self::Value => None,
        }
    }
}

/// Reports a name that is not legal for its use; `part` is where it is written.
pub fn check(usage: Use, name: &str, at: At<'_>, part: Part, sink: &mut Sink) -> bool {
    let Some(why) = why_illegal(usage, name) else { return true };
    let message = if name.is_empty() {
        format!("the name of {} is empty", usage.noun())
    } else {
        format!("`{}` is not a legal name for {}", name.escape_debug(), usage.noun())
    };
    let mut finding = error(&link::ILLEGAL_NAME, at, message).at(part).label(why);
    if let Some((test, style, respell)) = usage.style() {
        let better = Some(respell(name)).filter(|better| test(better) && better.len() <= LONGEST);
        finding = replace_with(finding.help(format!("names of this kind are in {style}")), better);
    }
    sink.report(finding);
    false
}

fn why_illegal(usage: Use, name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("write a name here".into());
    }
    if name.chars().any(char::is_control) {
        return Some("contains a control character".into());
    }
    if name.len() > LONGEST {
        return Some(format!("longer than {LONGEST} bytes"));
    }
    let starts_with_digit = name.starts_with(|first: char| first.is_ascii_digit());
    let digit = "starts with a digit".to_owned();
    if let Some((test, style, _)) = usage.style() {
        let style = style.split(',').next().unwrap_or(style);
        let why = if starts_with_digit { digit } else { format!("expected {style}") };
        return (!test(name)).then_some(why);
    }
    match usage {
        Use::Value => return why_illegal_value(name),
        Use::Title => return why_illegal_title(name),
        _ => {}
    }
    if starts_with_digit {
        return Some(digit);
    }
    if let Some(letter) =
        name.chars().find(|letter| !(letter.is_ascii_alphanumeric() || "_-.$@".contains(*letter)))
    {
        return Some(format!(
            "`{letter}` cannot be part of it; ASCII letters, digits and `_ - . $ @` can"
        ));
    }
    no_letters(name)
}

fn why_illegal_value(name: &str) -> Option<String> {
    if name.trim() != name {
        return Some("begins or ends with a space".into());
    }
    let is_fine = |letter: char| letter.is_ascii() || casing::is_latin(letter);
    if let Some(letter) = name.chars().find(|letter| letter.is_alphanumeric() && !is_fine(*letter))
    {
        return Some(format!(
            "`{letter}` cannot be part of a Rust name; Latin letters and digits can"
        ));
    }
    no_letters(name)
}

/// A title stands in documents, in Markdown and in code comments, so it is made of words and of little else.
fn why_illegal_title(title: &str) -> Option<String> {
    if title.trim() != title {
        return Some("begins or ends with a space".into());
    }
    let is_fine = |letter: char| letter.is_alphanumeric() || " -.,&'()/+".contains(letter);
    if let Some(letter) = title.chars().find(|letter| !is_fine(*letter)) {
        return Some(format!(
            "`{letter}` cannot be part of it; letters, digits, spaces and `- . , & ' ( ) / +` can"
        ));
    }
    (!has_letters(title)).then(|| "has neither a letter nor a digit".into())
}

fn no_letters(name: &str) -> Option<String> {
    (!has_letters(name)).then(|| "has neither a letter nor a digit to make a Rust name of".into())
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Reports a text that does not stand on one line, or holds what no line shows; `noun` is what it is.
pub fn check_line(noun: &str, text: &str, at: At<'_>, sink: &mut Sink) {
    let is_hidden = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    if let Some(letter) = text.chars().find(|letter| is_hidden(*letter)) {
        let finding =
            error(&link::ILLEGAL_NAME, at, format!("the {noun} does not stand on one line"))
                .label(format!("holds `{}`", letter.escape_default()));
        sink.report(finding.help("write it on the line of its key, without `|` and `>`"));
    }
}

/// Warns of a property that is legal but not in the house's camelCase.
pub fn check_style(name: &str, at: At<'_>, sink: &mut Sink) {
    if is_camel(name) {
        return;
    }
    let better = Some(casing::camel(name)).filter(|better| is_camel(better));
    let finding =
        warning(&link::OFF_STYLE_NAME, at, format!("`{name}` is not in camelCase")).at(Part::Key);
    sink.report(match better {
        Some(better) => {
            finding.help(format!("write `{better}`, as the other properties of the platform are"))
        }
        None => finding,
    });
}

/// A name, and where it was written.
pub struct Named<'a> {
    /// The name.
    pub name: &'a str,
    /// Its element.
    pub at: At<'a>,
    /// Where in the element the name stands.
    pub part: Part,
}

/// Reports names that become one Rust name, each against the first that became it.
///
/// Equal names are reported as repeated; names of which no Rust name can be made were reported as such.
pub fn clashes<'a>(
    noun: &str,
    respell: fn(&str) -> String,
    names: impl IntoIterator<Item = Named<'a>>,
    sink: &mut Sink,
) {
    let names: Vec<Named<'a>> = names.into_iter().collect();
    if are_far_apart(&names) {
        return;
    }
    let mut taken: BTreeMap<String, Named<'a>> = BTreeMap::new();
    for named in names {
        let spelling = respell(named.name);
        let Some(first) = taken.get(&spelling) else {
            taken.insert(spelling, named);
            continue;
        };
        let finding = if first.name == named.name {
            error(
                &link::REPEATED_NAME,
                named.at,
                format!("the {noun} `{}` is written twice", named.name),
            )
            .label("written again here")
        } else {
            let message = format!(
                "the {} `{}` and `{}` both become `{spelling}` in Rust",
                plural(noun),
                first.name,
                named.name
            );
            error(&link::COLLIDING_NAMES, named.at, message)
                .label(format!("becomes `{spelling}`"))
                .help(format!(
                    "rename one of them so that they differ in {}",
                    what_counts(first.name, named.name)
                ))
        };
        sink.report(finding.at(named.part).related(
            &first.at.place(),
            first.part.clone(),
            "the first is here",
        ));
    }
}

/// In what two names must differ: case and punctuation count for nothing, and one may have gained letters besides.
pub fn what_counts(first: &str, second: &str) -> &'static str {
    let is_plain = |name: &str| name.is_ascii() && !rust_name::gains_letters(name);
    if is_plain(first) && is_plain(second) {
        "more than case and punctuation"
    } else {
        "what becomes of them in Rust too"
    }
}

/// Whether no two names have the same letters and digits, and none is a name that gains or loses some: then none become
/// one name in any casing.
///
/// This is so nearly always, and much cheaper to see than to respell them all.
fn are_far_apart(names: &[Named<'_>]) -> bool {
    let letters = |named: &Named<'_>| -> String {
        let kept = named.name.chars().filter(|letter| letter.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    if names.iter().any(|named| !named.name.is_ascii() || rust_name::gains_letters(named.name)) {
        return false;
    }
    let mut spellings: Vec<String> = names.iter().map(letters).collect();
    spellings.sort_unstable();
    spellings.windows(2).all(|pair| pair[0] != pair[1])
}

fn plural(noun: &str) -> String {
    if noun.ends_with('s') { format!("{noun}es") } else { format!("{noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_told_apart() {
        assert!(is_kebab("order-process") && is_kebab("a1-2"));
        assert!(
            !is_kebab("Order")
                && !is_kebab("a--b")
                && !is_kebab("-a")
                && !is_kebab("1a")
                && !is_kebab("")
        );
        assert!(is_camel("orderId") && !is_camel("OrderId") && !is_camel("order_id"));
        assert!(is_pascal("OrderId") && is_pascal("URL") && !is_pascal("orderId"));
    }

    #[test]
    fn legality_depends_on_the_use() {
        let check = |usage, name: &str, expected: Option<&str>| {
            assert_eq!(why_illegal(usage, name).as_deref(), expected, "{usage:?} {name:?}");
        };
        check(Use::Field, "order_id", None);
        check(Use::Field, "$ref", None);
        check(Use::Field, "2nd", Some("starts with a digit"));
        check(Use::Field, "", Some("write a name here"));
        check(Use::Field, "__", Some("has neither a letter nor a digit to make a Rust name of"));
        check(
            Use::Field,
            "a b",
            Some("` ` cannot be part of it; ASCII letters, digits and `_ - . $ @` can"),
        );
        check(Use::Field, "a\u{7}", Some("contains a control character"));
        check(Use::Value, "17", None);
        check(Use::Value, "IN PROGRESS / held", None);
        check(Use::Value, "größe", None);
        check(
            Use::Value,
            "²",
            Some("`²` cannot be part of a Rust name; Latin letters and digits can"),
        );
        check(Use::Value, "+", Some("has neither a letter nor a digit to make a Rust name of"));
        check(Use::Type, "order", Some("expected PascalCase"));
        check(Use::Domain, "Order", Some("expected kebab-case"));
    }
}
