//! The tables: rooms, the arrows between them, and what must not be named where.

/// An arrow: from a room, to a room, and why.
pub type Arrow = (&'static str, &'static str, &'static str);

/// The rooms of a crate and the arrows between them.
pub struct House {
    /// Directory of its sources.
    pub source: &'static str,
    /// Rooms, `a::b` for a room inside another.
    pub rooms: &'static [&'static str],
    /// What may import what.
    pub arrows: &'static [Arrow],
}

/// Every house.
pub static HOUSES: &[House] = &[GENERATOR, RUNTIME, XTASK];

/// `spec → resolve → ir → emit`, and `diag` beside it; nothing flows back.
const GENERATOR: House = House {
    source: "generator/src",
    rooms: &[
        "casing",
        "diag",
        "emit",
        "emit::openapi",
        "emit::rust",
        "ir",
        "pattern",
        "resolve",
        "rust_name",
        "source",
        "spec",
        "suggest",
    ],
    arrows: &[
        ("diag", "ir", "a finding is at a place, and places are the IR's"),
        ("diag", "source", "a finding is shown in the text it is about"),
        ("diag", "suggest", "`explain` asks whether another code was meant"),
        ("emit", "casing", "titles are names in another dress"),
        ("emit", "emit::rust", "a package is planned in one place and printed in another"),
        ("emit", "ir", "what is printed is the IR"),
        ("emit::openapi", "ir", "what is printed is the IR"),
        ("emit::rust", "casing", "one place decides how a name is dressed"),
        ("emit::rust", "emit", "a crate is a tree of files"),
        ("emit::rust", "emit::openapi", "a crate embeds the document of its API"),
        (
            "emit::rust",
            "ir",
            "what is printed is the IR; integration stays out of the printer and of names",
        ),
        ("emit::rust", "pattern", "a pattern is printed as the regex crate reads it"),
        ("emit::rust", "rust_name", "linking and printing agree on every name"),
        ("resolve", "casing", "a name in the wrong case is shown in the right one"),
        ("resolve", "diag", "what cannot be linked is a finding"),
        ("resolve", "ir", "linking builds the IR"),
        ("resolve", "pattern", "a pattern that cannot be translated is a finding"),
        ("resolve", "rust_name", "names that would meet in Rust are found before"),
        ("resolve", "spec", "linking reads what was written"),
        ("resolve", "suggest", "a name that is not there may be near to one that is"),
        ("rust_name", "casing", "a Rust name is a name in another dress"),
        ("spec", "diag", "a document of the wrong shape is a finding"),
        ("spec", "ir", "a finding is at a place, and places are the IR's"),
        ("spec", "source", "texts are kept for whoever shows a place"),
        ("spec", "suggest", "a key that is not there may be near to one that is"),
    ],
};

/// The runtime: data about operations, and HTTP around it.
const RUNTIME: House = House {
    source: "runtime/src",
    rooms: &[
        "clock",
        "context",
        "etag",
        "http",
        "idempotency",
        "literal",
        "operation",
        "page",
        "patch",
        "problem",
        "redacted",
        "shape",
        "stub",
        "testkit",
        "text",
        "types",
        "union",
        "upstream",
    ],
    arrows: &[
        ("context", "http", "a context travels in header fields"),
        ("etag", "problem", "a precondition that fails is a problem"),
        ("etag", "text", "an entity tag is made of a value's text"),
        ("http", "context", "every call has a context"),
        ("http", "etag", "conditional requests are answered where answers are made"),
        ("http", "operation", "server and client are driven by the data of the operation"),
        ("http", "page", "a page travels with a link to the next"),
        ("http", "problem", "whatever goes wrong is answered as a problem"),
        ("http", "shape", "a body is checked against its shape"),
        ("operation", "etag", "an operation says which version it is about"),
        ("operation", "http", "inputs are read from requests"),
        ("operation", "idempotency", "an operation says what makes it safe to repeat"),
        ("operation", "page", "an operation says how its list is cut"),
        ("operation", "problem", "an operation that fails answers with a problem"),
        ("operation", "shape", "parameters and bodies have shapes"),
        ("operation", "text", "parameters travel as text"),
        ("page", "problem", "a cursor that is not ours is a problem"),
        ("page", "shape", "a page has a shape"),
        ("patch", "problem", "a patch that leaves something out is a problem"),
        ("patch", "shape", "a patch has a shape"),
        ("problem", "shape", "what a value violates is part of the problem"),
        ("shape", "types", "formats are those of the types"),
        ("stub", "operation", "a stub answers operations"),
        ("stub", "problem", "a stub without an example says so"),
        ("testkit", "clock", "time that is moved by hand is a clock"),
        ("upstream", "operation", "what another API answered is an answer to an operation"),
        ("upstream", "problem", "what another API answered may be a problem"),
    ],
};

/// The commands, above what they share.
const XTASK: House = House {
    source: "xtask/src",
    rooms: &[
        "allocator",
        "artifacts",
        "cli",
        "clock",
        "commands",
        "in_step",
        "platform",
        "progress",
        "report",
        "steps",
        "sync",
        "tidy",
        "workspace",
    ],
    arrows: &[
        ("artifacts", "report", "comparing pages ends with a verdict"),
        ("artifacts", "sync", "a page that is out of step shows its first difference too"),
        ("cli", "commands", "the command line is the list of commands"),
        ("cli", "report", "a verdict becomes an exit code"),
        ("commands", "artifacts", "schemas and pages are generated files"),
        ("commands", "clock", "people are told how long it took"),
        ("commands", "platform", "`generate` brings a platform in step"),
        ("commands", "report", "a command ends with a verdict"),
        ("commands", "steps", "some commands run other programs"),
        ("commands", "sync", "`generate` applies what was found"),
        ("commands", "tidy", "`tidy` reads the law"),
        ("commands", "workspace", "commands know where they are"),
        ("in_step", "platform", "the check in a test is the check of the command"),
        ("in_step", "report", "the check in a test says what the command says"),
        ("platform", "progress", "printing a thousand crates takes long enough to wonder"),
        ("platform", "sync", "a platform is compared with its tree"),
        ("report", "platform", "what is reported is an examination"),
        ("report", "sync", "findings about the tree are the tree's"),
        ("report", "workspace", "paths are shown as a person would type them"),
    ],
};

/// What code below a directory must not name, and why.
pub static FORBIDDEN: &[(&str, &str, &str)] = &[
    ("generator/src", "fastrand", "the same specs give the same bytes: nothing is random"),
    ("generator/src", "getrandom", "the same specs give the same bytes: nothing is random"),
    ("generator/src", "rand", "the same specs give the same bytes: nothing is random"),
    (
        "generator/src",
        "std::collections::HashMap",
        "the same specs give the same bytes: collections are ordered",
    ),
    (
        "generator/src",
        "std::collections::HashSet",
        "the same specs give the same bytes: collections are ordered",
    ),
    (
        "generator/src",
        "std::collections::hash_map",
        "the same specs give the same bytes: collections are ordered",
    ),
    (
        "generator/src",
        "std::collections::hash_set",
        "the same specs give the same bytes: collections are ordered",
    ),
    ("generator/src", "std::process", "only xtask runs programs"),
    ("generator/src", "std::time", "the same specs give the same bytes: there is no clock"),
    ("generator/src", "tiebeam", "generator and runtime meet in generated text only"),
    (
        "generator/src",
        "tiebeam_xtask",
        "the generator is a pure function; who runs it is not its business",
    ),
    ("generator/src/emit", "std::env", "emitting is pure: the same specs give the same bytes"),
    ("generator/src/emit", "std::fs", "emitting is pure: the same specs give the same bytes"),
    ("generator/src/ir", "quote", "the IR knows integration, not Rust"),
    ("generator/src/ir", "serde", "the IR is meaning, not a format"),
    ("generator/src/ir", "serde_yaml", "the IR is meaning, not a format"),
    ("generator/src/ir", "syn", "the IR knows integration, not Rust"),
    (
        "runtime/src",
        "tiebeam_generator",
        "the runtime is what generated code calls; it must not know how that is made",
    ),
    (
        "runtime/src",
        "tiebeam_xtask",
        "the runtime is what generated code calls; it must not know how that is made",
    ),
    ("xtask/src", "tiebeam", "`cargo xtask generate` must run whatever state the runtime is in"),
];
