//! Reads Rust back as code, for the tests that compare what was printed with what went in.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use crate::emit::rust::code::{Brackets, Code, Tree, code};

/// Operators of several characters, the longest first.
static MARKS: &[&str] = &[
    "..=", "...", "<<=", ">>=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..", "+=",
    "-=", "*=", "/=", "%=", "^=", "&=", "|=",
];

/// Operators of one character.
static SINGLE: &[&str] = &[
    "!", "#", "$", "%", "&", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=", ">", "?", "@", "^",
    "|", "~",
];

/// The code that tokens stand for.
pub fn read(tokens: TokenStream) -> Code {
    let mut code = Code::new();
    let mut run = String::new();
    let mut is_lifetime = false;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token
            && punct.as_char() != '\''
        {
            run.push(punct.as_char());
            if punct.spacing() == Spacing::Alone {
                flush(&mut run, &mut code);
            }
            continue;
        }
        flush(&mut run, &mut code);
        match token {
            TokenTree::Punct(_) => is_lifetime = true,
            TokenTree::Ident(word) if is_lifetime => {
                code.push(Tree::Lifetime(format!("'{word}").into()));
                is_lifetime = false;
            }
            TokenTree::Ident(word) => code.word(word.to_string()),
            TokenTree::Literal(literal) => code.push(Tree::Literal(literal.to_string().into())),
            TokenTree::Group(group) => {
                let inner = read(group.stream());
                match group.delimiter() {
                    Delimiter::Parenthesis => code.group(Brackets::Round, inner),
                    Delimiter::Bracket => code.group(Brackets::Square, inner),
                    Delimiter::Brace => code.group(Brackets::Curly, inner),
                    Delimiter::None => code.append(&inner),
                }
            }
        }
    }
    flush(&mut run, &mut code);
    documented(code.trees())
}

/// Cuts a run of punctuation into operators.
fn flush(run: &mut String, code: &mut Code) {
    let mut rest = run.as_str();
    while !rest.is_empty() {
        let mark = MARKS.iter().chain(SINGLE).find(|mark| rest.starts_with(**mark));
        let mark = mark.unwrap_or_else(|| panic!("no operator starts `{rest}`"));
        code.mark(mark);
        rest = &rest[mark.len()..];
    }
    run.clear();
}

/// The same code, its attributes of documentation as lines.
fn documented(trees: &[Tree]) -> Code {
    let mut code = Code::new();
    let mut rest = trees;
    while let [first, more @ ..] = rest {
        rest = more;
        if let (Tree::Mark("#"), [Tree::Group(Brackets::Square, inner), more @ ..]) = (first, more)
            && let [Tree::Word(doc), Tree::Mark("="), Tree::Literal(literal)] = &inner[..]
            && **doc == *"doc"
        {
            let line: syn::LitStr = syn::parse_str(literal).expect("documentation is a string");
            code.push(Tree::Doc(line.value().trim_end().to_owned().into()));
            rest = more;
        } else {
            code.push(first.clone());
        }
    }
    code
}

/// The code without the commas that end a list, which a printer may add or drop, and with the bars of a closure that
/// takes nothing apart, as `syn` has them.
pub fn bare(trees: &[Tree]) -> Code {
    let trees = match trees {
        [rest @ .., last] if last.is_mark(",") => rest,
        all => all,
    };
    let mut code = Code::new();
    for tree in trees {
        match tree {
            Tree::Group(brackets, inner) => code.group(*brackets, bare(inner)),
            Tree::Doc(line) => code.push(Tree::Doc(line.trim_end().to_owned().into())),
            Tree::Mark("||") => code.extend([code!(| |)]),
            other => code.push(other.clone()),
        }
    }
    code
}
