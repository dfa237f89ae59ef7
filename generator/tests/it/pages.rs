//! The page of every code: it documents the mistake, its wrong example makes it and its right example does not.
//!
//! A fence ` ```yaml wrong ` or ` ```yaml right ` is a document, or several, each after a line `# file: name.yaml`;
//! `\xE9` in a page on bytes stands for one. A smallest platform joins an example that has none.

use std::collections::BTreeMap;

use tiebeam_generator::diag::{CODES, Code, did_you_mean, explain, pages};

use crate::ui;

/// Codes whose mistake cannot be written down in a page; unit tests of loading show them.
const NOT_IN_TEXT: &[&str] = &["huge-file", "unreadable-file"];

#[test]
fn ids_and_names_are_unique_and_sorted() {
    let ids: Vec<&str> = CODES.iter().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|one, other| one < other), "{ids:?}");
    let mut names = BTreeMap::new();
    for code in CODES {
        assert_eq!(
            names.insert(code.name, code.id),
            None,
            "{} has the name of another code",
            code.id
        );
        let number = code.id.strip_prefix("TB").filter(|number| number.len() == 4);
        assert!(
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())),
            "{}",
            code.id
        );
        let kebab = code
            .name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(kebab, "{} is not kebab-case", code.name);
    }
}

#[test]
fn every_page_documents_its_code() {
    for code in CODES {
        let mut lines = code.page.lines();
        assert_eq!(lines.next(), Some(format!("# {}", code.name).as_str()));
        let sentence = code.summary();
        assert!(
            sentence.ends_with('.') || sentence.ends_with(':'),
            "{} does not begin with a sentence: {sentence}",
            code.name
        );
        assert!(code.page.ends_with("```\n"), "{} does not end with its examples", code.name);
        for (kind, which) in
            [("wrong", examples(code, "wrong")), ("right", examples(code, "right"))]
        {
            assert!(
                !which.is_empty() || NOT_IN_TEXT.contains(&code.name),
                "{} has no {kind} example",
                code.name
            );
        }
    }
}

#[test]
fn wrong_examples_make_the_mistake_and_right_ones_do_not() {
    let mut failures = Vec::new();
    for code in CODES {
        for wrong in examples(code, "wrong") {
            let found = codes(&wrong);
            if !found.contains(&code.id) {
                failures
                    .push(format!("{} {}: the wrong example yields {found:?}", code.id, code.name));
            }
        }
        for right in examples(code, "right") {
            let found = codes(&right);
            if found.contains(&code.id) {
                failures
                    .push(format!("{} {}: the right example yields {found:?}", code.id, code.name));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_page_is_found_by_id_and_by_name_and_a_near_miss_is_guessed() {
    assert_eq!(explain("TB0010"), explain("duplicate-key"));
    assert_eq!(explain(" tb0010 "), explain("Duplicate-Key"));
    assert!(explain("TB0010").is_some_and(|page| page.starts_with("# duplicate-key\n")));
    assert_eq!(explain("duplicate-keys"), None);
    assert_eq!(did_you_mean("duplicate-keys").map(|code| code.id), Some("TB0010"));
    assert_eq!(did_you_mean("TBO010").map(|code| code.id), Some("TB0010"));
    assert_eq!(did_you_mean("something else entirely"), None);
}

#[test]
fn every_code_has_a_page_in_the_documentation() {
    let pages = pages();
    assert_eq!(pages.len(), CODES.len());
    assert!(
        pages
            .iter()
            .any(|(name, text)| name == "TB0010-duplicate-key.md" && text.starts_with("# "))
    );
}

/// The examples of one sort, each as its documents.
fn examples(code: &Code, sort: &str) -> Vec<Vec<(String, Vec<u8>)>> {
    let opening = format!("```yaml {sort}\n");
    let texts = code.page.split(&opening).skip(1).filter_map(|rest| rest.split("\n```").next());
    texts.map(|text| documents(code, text)).collect()
}

fn documents(code: &Code, text: &str) -> Vec<(String, Vec<u8>)> {
    let mut documents = vec![("specs/example.yaml".to_owned(), String::new())];
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# file: ") {
            documents.push((format!("specs/{}", name.trim()), String::new()));
        } else {
            let last = documents.last_mut().expect("there is one from the beginning");
            last.1 += line;
            last.1.push('\n');
        }
    }
    if documents.len() > 1 && documents[0].1.trim().is_empty() {
        documents.remove(0);
    }
    let raw = |text: String| {
        if code.name == "invalid-utf8" { with_bytes(&text) } else { text.into_bytes() }
    };
    documents.into_iter().map(|(path, text)| (path, raw(text))).collect()
}

/// A text in which `\xE9` is a byte.
fn with_bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits follow"));
        bytes.extend(part[2..].bytes());
    }
    bytes
}

fn codes(texts: &[(String, Vec<u8>)]) -> Vec<&'static str> {
    ui::findings(texts.to_vec()).1.iter().map(|finding| finding.code.id).collect()
}
