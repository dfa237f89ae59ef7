//! One document after the other: the fast path, and when it fails the slow one.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;

use super::document::{Document, Kind, Specs};
use super::strict::{Seen, Strict};
use super::{json, kind, shape, syntax, yaml};
use crate::diag::codes::load::{
    EMPTY_DOCUMENT, HUGE_FILE, INVALID_UTF8, SEVERAL_DOCUMENTS, TOO_MANY_FINDINGS,
};
use crate::diag::codes::shape::WRONG_TYPE;
use crate::diag::{Code, Diagnostic, Part, Severity};
use crate::ir::Place;
use crate::source::{Content, Tree};

/// The biggest file that is read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How many findings of one document are shown.
pub const MAX_FINDINGS: usize = 100;

/// So many flow collections in one file make it go through the parser that bounds nesting first: the fast
/// one takes quadratic time when they stand inside each other.
const MANY_FLOW_COLLECTIONS: usize = 10_000;

/// One document, read or not.
pub struct Loaded {
    /// Its path.
    pub path: Arc<str>,
    /// Its text, as far as it can be shown.
    pub text: Arc<str>,
    /// Its kind, where it is known.
    pub kind: Option<Kind>,
    /// The document, unless an error keeps it from being used.
    pub document: Option<Document>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

/// Reads documents that are already in memory, as (path, bytes).
#[must_use]
pub fn load_texts(mut texts: Vec<(String, Vec<u8>)>) -> Specs {
    texts.sort();
    collect(texts.into_par_iter().map(|(path, bytes)| read(&path.into(), bytes)).collect())
}

/// Puts what was read together; the documents come sorted by path.
pub fn collect(loaded: Vec<Loaded>) -> Specs {
    let mut specs = Specs::default();
    for Loaded { path, text, kind, document, findings } in loaded {
        specs.sources.add(path.clone(), text);
        specs.findings.extend(findings);
        match document {
            Some(document) => specs.documents.push((path, document)),
            None => specs.failed.push((path, kind)),
        }
    }
    specs
}

/// Reads one document.
pub fn read(path: &Arc<str>, bytes: Vec<u8>) -> Loaded {
    let place = Place { document: path.clone(), pointer: String::new() };
    let refused = |text: String, finding: Diagnostic| Loaded {
        path: path.clone(),
        text: text.into(),
        kind: None,
        document: None,
        findings: vec![finding],
    };
    if bytes.len() > MAX_BYTES {
        let finding = Diagnostic::error(&HUGE_FILE, &place, "the file is bigger than 4 MiB")
            .at(Part::Bytes(0, 0))
            .help("split it: a domain may have several `Models` and `Events` documents");
        return refused(String::new(), finding);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            let finding = Diagnostic::error(&INVALID_UTF8, &place, "the file is not UTF-8")
                .at(Part::Bytes(at, at + char::REPLACEMENT_CHARACTER.len_utf8()))
                .label(format!("the byte {byte:#04x} does not belong here"))
                .help("save the file as UTF-8");
            return refused(String::from_utf8_lossy(error.as_bytes()).into_owned(), finding);
        }
    };
    let (kind, document, findings) = Reader { text: &text, place: &place }.read();
    Loaded { path: path.clone(), text: text.into(), kind, document, findings }
}

/// What the fast path says of a document.
type Typed = Result<(Document, Seen), serde_yaml::Error>;

/// What is needed to read a document and to speak of it.
struct Reader<'a> {
    text: &'a str,
    place: &'a Place,
}

impl Reader<'_> {
    fn read(&self) -> (Option<Kind>, Option<Document>, Vec<Diagnostic>) {
        let opened = self.text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
        if opened > MANY_FLOW_COLLECTIONS {
            let tree = Tree::parse(self.text);
            if tree.stop.is_some() {
                return self.explain(&tree, None);
            }
        }
        let sniffed = kind::sniff(self.text);
        let typed = sniffed.map(|kind| (kind, self.typed(kind)));
        if let Some((kind, Ok((document, Seen::Nothing)))) = typed {
            return (Some(kind), Some(document), Vec::new());
        }
        self.explain(&Tree::parse(self.text), typed)
    }

    /// The fast path.
    fn typed(&self, kind: Kind) -> Typed {
        let budget = json::budget(self.text);
        Ok(match kind {
            Kind::Models => {
                strict(self.text, budget).map(|(it, seen)| (Document::Models(it), seen))?
            }
            Kind::Events => {
                strict(self.text, budget).map(|(it, seen)| (Document::Events(it), seen))?
            }
            Kind::Api => {
                strict(self.text, budget).map(|(it, seen)| (Document::Api(Box::new(it)), seen))?
            }
            Kind::Service => strict(self.text, budget)
                .map(|(it, seen)| (Document::Service(Box::new(it)), seen))?,
            Kind::Platform => strict(self.text, budget)
                .map(|(it, seen)| (Document::Platform(Box::new(it)), seen))?,
        })
    }

    /// The slow path: everything that is wrong with a document.
    fn explain(
        &self,
        tree: &Tree,
        typed: Option<(Kind, Typed)>,
    ) -> (Option<Kind>, Option<Document>, Vec<Diagnostic>) {
        let (kind, mut findings) = self.findings(tree);
        let failed = findings.iter().any(|finding| finding.severity == Severity::Error);
        let document = match typed {
            Some((sniffed, Ok((document, _)))) if !failed && kind == Some(sniffed) => {
                Some(document)
            }
            Some((_, Err(error))) if !failed => {
                findings.push(self.unexplained(&error));
                None
            }
            None if !failed => match kind.map(|kind| self.typed(kind)) {
                Some(Ok((document, _))) => Some(document),
                Some(Err(error)) => {
                    findings.push(self.unexplained(&error));
                    None
                }
                None => None,
            },
            _ => None,
        };
        self.limit(&mut findings);
        (kind, document, findings)
    }

    fn findings(&self, tree: &Tree) -> (Option<Kind>, Vec<Diagnostic>) {
        if let Some(stop) = &tree.stop {
            return (kind::sniff(self.text), vec![syntax::finding(self.text, self.place, stop)]);
        }
        if let Some(second) = tree.second_document {
            let finding = self
                .error(&SEVERAL_DOCUMENTS, second..second + 3, "a file holds one document")
                .label("a second document begins here")
                .help("move it to a file of its own");
            return (kind::sniff(self.text), vec![finding]);
        }
        let Some(root) = tree.root().filter(|root| !yaml::is_empty(tree, *root)) else {
            let finding = self
                .error(&EMPTY_DOCUMENT, 0..0, "the file holds no document")
                .help("write a document that begins with `kind:`, or remove the file");
            return (None, vec![finding]);
        };
        let mut findings = yaml::findings(tree, self.text, self.place);
        let value = match json::value(tree, root, json::budget(self.text)) {
            Ok(value) => value,
            Err(stop) => {
                findings.push(stop.finding(tree, self.place));
                return (kind::sniff(self.text), findings);
            }
        };
        if !matches!(tree.node(root).content, Content::Map(_)) {
            let finding = Diagnostic::error(&WRONG_TYPE, self.place, "a document is a mapping")
                .label(format!("found {}", yaml::described(tree, root)))
                .help("begin it with `kind:`");
            findings.push(finding);
            return (None, findings);
        }
        let (kind, wrong) = kind::of(tree, root, self.place);
        findings.extend(wrong.finding);
        // What an alias would have been is unknown where it names nothing.
        if let Some(guess) = kind.or(wrong.meant)
            && tree.dangling.is_empty()
            && tree.cycles.is_empty()
        {
            let mistakes = shape::findings(guess, &value, tree, self.text, self.place);
            findings.retain(|finding| !is_overruled(finding, &mistakes, tree));
            findings.extend(mistakes);
        }
        (kind, findings)
    }

    fn error(
        &self,
        code: &'static Code,
        bytes: std::ops::Range<usize>,
        message: &str,
    ) -> Diagnostic {
        Diagnostic::error(code, self.place, message).at(Part::Bytes(bytes.start, bytes.end))
    }

    /// What the fast path refused and the slow one could not explain.
    fn unexplained(&self, error: &serde_yaml::Error) -> Diagnostic {
        let at = error.location().map_or(0, |location| location.index());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
        self.error(&WRONG_TYPE, at..at + 1, &message)
    }

    /// Keeps a document with very many mistakes readable, and the time it takes bounded.
    fn limit(&self, findings: &mut Vec<Diagnostic>) {
        let more = findings.len().saturating_sub(MAX_FINDINGS);
        if more > 0 {
            // Doubts must not hide what keeps the document from being used.
            findings.sort_by_key(|finding| finding.severity);
            let hidden = findings.split_off(MAX_FINDINGS);
            let message = format!("{more} more mistakes are not shown");
            let finding = if hidden.iter().any(|finding| finding.severity == Severity::Error) {
                Diagnostic::error(&TOO_MANY_FINDINGS, self.place, message)
            } else {
                Diagnostic::warning(&TOO_MANY_FINDINGS, self.place, message)
            };
            findings.push(finding.at(Part::Bytes(0, 0)).help("mend some of those above first"));
        }
    }
}

/// Whether a doubt about a scalar is idle because the scalar is wrong in any case.
fn is_overruled(doubt: &Diagnostic, mistakes: &[Diagnostic], tree: &Tree) -> bool {
    doubt.severity == Severity::Warning
        && mistakes.iter().filter(|mistake| mistake.part == Part::Value).any(|mistake| {
            let span = tree.find(&mistake.place.pointer).map(|(_, id)| tree.node(id).span.clone());
            span.is_some_and(|span| doubt.part == Part::Bytes(span.start, span.end))
        })
}

/// Reads a text strictly: what JSON Schema would refuse is refused.
fn strict<'a, T: Deserialize<'a>>(
    text: &'a str,
    budget: usize,
) -> Result<(T, Seen), serde_yaml::Error> {
    Strict::read(serde_yaml::Deserializer::from_str(text), text, budget)
}

#[cfg(test)]
mod tests {
    use super::{Kind, MAX_FINDINGS, Severity, TOO_MANY_FINDINGS, load_texts};

    const MODELS: &str = "kind: Models\ndomain: order\nowner: order-team\ntypes: {}\n";

    /// The paths of the documents that were read, and the others with their kinds.
    fn check(texts: &[(&str, &str)], read: &[&str], failed: &[(&str, Option<Kind>)]) {
        let given = texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let specs = load_texts(given.collect());
        let found: Vec<&str> = specs.documents.iter().map(|(path, _)| &**path).collect();
        assert_eq!(found, read);
        let found: Vec<_> = specs.failed.iter().map(|(path, kind)| (&**path, *kind)).collect();
        assert_eq!(found, failed);
        for (path, text) in texts {
            assert_eq!(specs.sources.text(path).map(|text| &**text), Some(*text), "{path}");
        }
    }

    #[test]
    fn a_document_that_fails_does_not_stop_the_others() {
        check(
            &[
                ("d.yaml", "kind: Models\nbroken: [\n"),
                ("c.yaml", "kind: Api\nwrong: 1\n"),
                ("e.yaml", "kind: Nothing\n"),
                ("b.yaml", MODELS),
                ("a.yaml", MODELS),
            ],
            &["a.yaml", "b.yaml"],
            &[("c.yaml", Some(Kind::Api)), ("d.yaml", Some(Kind::Models)), ("e.yaml", None)],
        );
    }

    #[test]
    fn very_many_doubts_do_not_hide_a_mistake() {
        let doubts = "yes, ".repeat(MAX_FINDINGS + 20);
        let text = MODELS.replace("{}", &format!("{{ A: {{ enum: [{doubts}] }}, B: 1 }}"));
        let specs = load_texts(vec![("a.yaml".to_owned(), text.into_bytes())]);
        assert_eq!(specs.findings.len(), MAX_FINDINGS + 1);
        assert_eq!(specs.findings[0].severity, Severity::Error);
        let last = &specs.findings[MAX_FINDINGS];
        assert_eq!((last.code, last.severity), (&TOO_MANY_FINDINGS, Severity::Warning));

        let keys: Vec<String> =
            (0..MAX_FINDINGS + 20).map(|key| format!("key{key}: 1\n")).collect();
        let keys = keys.concat();
        let specs = load_texts(vec![("a.yaml".to_owned(), format!("{MODELS}{keys}").into_bytes())]);
        assert_eq!(specs.findings[MAX_FINDINGS].severity, Severity::Error);
    }

    #[test]
    fn a_doubt_does_not_keep_a_document_from_being_used() {
        let doubtful = MODELS.replace("{}", "{ A: { enum: [yes] } }");
        check(&[("a.yaml", &doubtful)], &["a.yaml"], &[]);
        // Here the kind is not where a look at the lines finds it.
        check(&[("a.yaml", "{ kind: Models, domain: a, owner: b, types: {} }")], &["a.yaml"], &[]);
    }
}
