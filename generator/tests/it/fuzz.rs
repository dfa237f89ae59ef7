//! Whatever stands in a file, loading ends, soon, and without a panic.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tiebeam_generator::diag::Severity;
use tiebeam_generator::diag::render::{self, Color};
use tiebeam_generator::emit;
use tiebeam_generator::resolve::resolve;
use tiebeam_generator::spec::{Specs, load_texts};

/// Valid documents of every kind, to be broken.
const SEEDS: &[&str] = &[
    "kind: Models\ndomain: order\nowner: order-team\ntypes:\n  Status: { enum: [placed, shipped] }\n  Payment: { union: { on: method, card: Card } }\n  Card: { fields: { number: { type: string, pattern: \"^\\\\d+$\", classification: payment }, note?: string | null } }\n  Order:\n    description: |\n      A commitment.\n\n      To buy.\n    fields:\n      id: &id uuid\n      other: *id\n      lines: { type: \"Card[]\", minItems: 1, maxItems: 500, default: null }\n    examples:\n      - { id: 'x', lines: [1, 2.5, true, ~, 10:30, no] }\n    deprecated: true\n",
    "kind: Events\ndomain: order\nowner: order-team\nevents:\n  OrderCreated:\n    version: 1.0.0\n    class: domain\n    description: A customer placed an order.\n    key: id\n    compatibility: full-transitive\n    retention: 30d\n    data: { id: uuid }\n",
    "kind: Api\nname: order-process\ntier: process\nversion: 1.0.0\ndomain: order\nowner: order-team\ndescription: Takes orders.\nuses: { crm: crm-system@1 }\ndefaults: { timeout: 2s, retry: { attempts: 3, base: 50ms }, rateLimit: { requests: 100, per: 1s, by: client } }\nerrors:\n  OutOfStock: { status: 409, description: Nothing left., detail: { sku: string } }\noperations:\n  listOrders:\n    http: GET /orders\n    summary: List orders.\n    query: { status?: string }\n    page: { default: 5, max: 50 }\n    response: { 200: \"Order[]\" }\n  removeOrder:\n    http: DELETE /orders/{id}\n    summary: Remove an order.\n    ifMatch: required\n    response: { 204: , 200: { type: Order, headers: { X-A: string } } }\n    errors: [OutOfStock]\ntypes: { Order: { fields: { id: uuid } } }\n",
    "kind: Service\nname: order-service\nversion: 1.0.0\ndomain: order\nowner: order-team\ndescription: Keeps orders.\npublishes: [OrderCreated@1]\nsubscribes:\n  payment.PaymentAuthorized@1: { handler: confirmOrder, ordering: ordered, onFailure: deadLetter }\noperations: {}\n",
    "kind: Platform\nname: acme\nproblems: https://acme.example/problems/\nregions: { eu: { location: Dublin } }\nrouting: { strategy: active-active, prefer: local, failover: healthy }\nbus: { embedded: {}, nats: { replicas: 3 } }\nsecurity: { issuer: x, mtls: \"off\" }\ngovernance: { activeVersions: 2 }\ngenerate: { into: ../generated, crates: { prefix: retail } }\n",
];

/// Pieces that are apt to break something.
const PIECES: &[&str] = &[
    ":",
    "-",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a ",
    "*a",
    "!",
    "!!str ",
    "!<x> ",
    "|",
    ">-",
    "'",
    "\"",
    "\\",
    "%YAML 1.1",
    "@",
    "`",
    "\t",
    "\r",
    "\n",
    "\n\n",
    "---\n",
    "...\n",
    "<<: *id",
    "~",
    "null",
    "true",
    "no",
    "1.10",
    "0x1F",
    ".nan",
    "-.inf",
    "1e999",
    "99999999999999999999999999",
    "\u{feff}",
    "\u{0}",
    "\u{2028}",
    "é",
    "👩‍👩‍👧",
    "kind: ",
    "kind: Models",
    "type: ",
    "enum: ",
    "    ",
    "~1",
    "/",
];

/// One change of a text.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, usize),
    Remove(Index, usize),
    Copy(Index, Index, usize),
    Byte(Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), any::<Index>(), 1..60_usize)
            .prop_map(|(from, to, length)| Change::Copy(from, to, length)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
    ]
}

fn apply(text: &mut Vec<u8>, change: &Change) {
    let at = |index: &Index, text: &[u8]| index.index(text.len() + 1);
    match change {
        Change::Insert(index, piece) => {
            let at = at(index, text);
            text.splice(at..at, PIECES[*piece].bytes());
        }
        Change::Remove(index, length) => {
            let at = at(index, text);
            text.drain(at..text.len().min(at + length));
        }
        Change::Copy(from, to, length) => {
            let from = at(from, text);
            let copied: Vec<u8> = text[from..text.len().min(from + length)].to_vec();
            let to = at(to, text);
            text.splice(to..to, copied);
        }
        Change::Byte(index, byte) => {
            let at = index.index(text.len().max(1));
            if let Some(old) = text.get_mut(at) {
                *old = *byte;
            }
        }
    }
}

/// A runner of so many cases, and its seed: the same every time, or the one in `TIEBEAM_SEED`.
fn runner(cases: u32) -> (TestRunner, u64) {
    let seed = std::env::var("TIEBEAM_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&u64::to_le_bytes(seed));
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    (TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)), seed)
}

/// The platform that joins every text.
const PLATFORM: &str = "kind: Platform\nname: acme\nproblems: https://acme.example/problems/\ngenerate: { into: ../generated }\n";

/// Loads a text, links it and prints what comes of it; shows what is said about it in every way.
fn load(text: &[u8]) -> Specs {
    let platform = ("specs/platform.yaml".to_owned(), PLATFORM.as_bytes().to_vec());
    let specs = load_texts(vec![("specs/a.yaml".to_owned(), text.to_vec()), platform]);
    let (platform, findings) = resolve(&specs);
    let _ = render::human(&findings, &specs.sources, Color::Never);
    if let Some(platform) = platform {
        let _ = emit::emit(&platform);
    }
    let specs = load_texts(vec![("specs/a.yaml".to_owned(), text.to_vec())]);
    let _ = render::human(&specs.findings, &specs.sources, Color::Always);
    let _ = render::json(&specs.findings, &specs.sources);
    let _ = render::sarif(&specs.findings, &specs.sources);
    let _ = render::github(&specs.findings, &specs.sources);
    specs
}

#[test]
fn broken_specs_are_findings_and_never_panics() {
    for seed in SEEDS {
        let specs = load(seed.as_bytes());
        assert!(specs.failed.is_empty(), "{seed}: {:?}", specs.findings);
    }
    let (mut runner, seed) = runner(1_000);
    let input = (0..SEEDS.len(), prop::collection::vec(change(), 1..6));
    let outcome = runner.run(&input, |(seed, changes)| {
        let mut text = SEEDS[seed].as_bytes().to_vec();
        for change in &changes {
            apply(&mut text, change);
        }
        let specs = load(&text);
        let errors = specs.findings.iter().any(|finding| finding.severity == Severity::Error);
        // A document is used exactly when nothing is wrong with it, and never lost in silence.
        prop_assert_eq!(errors, specs.documents.is_empty(), "{}", String::from_utf8_lossy(&text));
        prop_assert_eq!(specs.documents.len() + specs.failed.len(), 1);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("TIEBEAM_SEED={seed}: {failure}");
    }
}

#[test]
fn anything_at_all_is_loaded_without_a_panic() {
    let (mut runner, seed) = runner(500);
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60)
        .prop_map(|pieces| pieces.concat().into_bytes());
    let input = prop_oneof![pieces, prop::collection::vec(any::<u8>(), 0..200)];
    let outcome = runner.run(&input, |text| {
        load(&text);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("TIEBEAM_SEED={seed}: {failure}");
    }
}

/// Loads a text that is meant to take long, and says how it was refused.
fn check(name: &str, text: &str, code: &str) {
    let start = Instant::now();
    let specs = load(text.as_bytes());
    let took = start.elapsed();
    assert_eq!(specs.findings[0].code.name, code, "{name}");
    assert!(took < Duration::from_secs(30), "{name} took {took:?}");
}

#[test]
fn hostile_files_are_refused_soon() {
    const SIZE: usize = 1024 * 1024;
    let head = "kind: Models\ndomain: order\nowner: order-team\ntypes: {}\n";
    let much = |piece: &str| piece.repeat(SIZE / piece.len());
    check("a huge file", &"x".repeat(4 * 1024 * 1024 + 1), "huge-file");
    check("brackets", &much("["), "deep-nesting");
    check(
        "brackets under a key",
        &format!("{head}meta: {{ a: {}", &much("[")[100..]),
        "deep-nesting",
    );
    check("brackets around quotes", &much("[ \"]\", "), "deep-nesting");
    check("dashes", &much("- "), "deep-nesting");
    check("questions", &much("? "), "deep-nesting");
    check("colons", &format!("{head}meta: {}", much(": ")), "syntax-error");
    check("spaces", &much(" "), "empty-document");
    check("comments", &much("#\n"), "empty-document");
    check(
        "unknown keys",
        &(0..20_000).fold(head.to_owned(), |text, key| text + &format!("key{key}: 1\n")),
        "unknown-key",
    );
    check("one key", &format!("{head}{}", "owner: x\n".repeat(20_000)), "duplicate-key");
    let mut bomb = format!("{head}meta:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..40 {
        writeln!(
            bomb,
            "  a{level}: &a{level} [{}]",
            vec![format!("*a{}", level - 1); 9].join(", ")
        )
        .expect("a string takes everything");
    }
    check("laughs", &bomb, "alias-bomb");
    let wide = format!(
        "{head}meta:\n  a: &a [{}]\n  b: [{}]\n",
        "x, ".repeat(100_000),
        "*a, ".repeat(100_000)
    );
    check("a wide bomb", &wide, "alias-bomb");
}

/// Links and prints a platform that is meant to take long or to nest deeply.
fn generate(name: &str, types: &str, response: &str) {
    let start = Instant::now();
    let api = format!(
        "kind: Api\nname: a\ntier: process\nversion: 1.0.0\ndomain: b\nowner: c\ndescription: D.\noperations:\n  e:\n    http: POST /e\n    summary: F.\n    scopes: [g]\n    request: {response}\n    response: {{ 200: {response} }}\ntypes:\n{types}"
    );
    let texts = [("specs/api.yaml", api.as_str()), ("specs/platform.yaml", PLATFORM)];
    let texts = texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let specs = load_texts(texts.collect());
    assert!(specs.findings.is_empty(), "{name}: {:?}", specs.findings);
    let (platform, findings) = resolve(&specs);
    let platform = platform.unwrap_or_else(|| panic!("{name}: {findings:?}"));
    let _ = emit::emit(&platform);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(30), "{name} took {took:?}");
}

#[test]
fn hostile_types_are_generated_soon() {
    let mut tree = String::new();
    let mut optional = String::new();
    let mut chain = String::new();
    let all = |last: usize, mark: &str| {
        let fields: Vec<String> = (0..60).map(|field| format!("f{field}{mark}: T{last}")).collect();
        fields.join(", ")
    };
    for level in 0..12 {
        writeln!(tree, "  T{level}: {{ fields: {{ {} }} }}", all(level + 1, "")).expect("fits");
        writeln!(optional, "  T{level}: {{ fields: {{ {} }} }}", all(level + 1, "?"))
            .expect("fits");
    }
    tree.push_str("  T12: { fields: { a: int32 } }\n");
    optional.push_str("  T12: { fields: { a: int32 } }\n");
    for level in 0..300 {
        writeln!(chain, "  T{level}: {{ fields: {{ a: T{} }} }}", level + 1).expect("fits");
    }
    chain.push_str("  T300: { fields: { a: int32 } }\n");
    generate("a tree that shares its branches", &tree, "T0");
    generate("the same of optional fields", &optional, "T0");
    generate("a patch of a deep chain", &chain, "patch<T0>");
    generate("a deep chain", &chain, "T0");
}
