//! One generated file: its head, its imports, its items.
//!
//! An emitter asks the file for a name (`file.uses("tiebeam::shape::Shape")`) and gets the short one back, or a
//! longer one where the short one is taken. What a crate depends on follows from what its files import.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::print;

/// A file under construction.
#[derive(Debug)]
pub struct File {
    spec: String,
    attributes: Vec<String>,
    docs: Vec<String>,
    /// Short name → full path.
    imports: BTreeMap<String, String>,
    /// Names that items of this file define.
    defined: BTreeSet<String>,
    /// Crates named in the file, by import or by full path.
    crates: BTreeSet<String>,
    items: Vec<String>,
}

/// Names that every Rust program knows and that generated code uses unqualified.
static PRELUDE: &[&str] = &[
    "Box", "Clone", "Copy", "Default", "Drop", "Eq", "Err", "From", "Into", "Iterator", "None", "Ok", "Option", "Ord",
    "PartialEq", "PartialOrd", "Result", "Self", "Send", "Some", "String", "Sync", "ToString", "Vec",
];

impl File {
    /// A file generated from `spec`, opening with the module documentation `docs` (Markdown lines).
    pub fn new(spec: &str, docs: Vec<String>) -> Self {
        Self {
            spec: spec.to_owned(),
            attributes: Vec::new(),
            docs,
            imports: BTreeMap::new(),
            defined: BTreeSet::new(),
            crates: BTreeSet::new(),
            items: Vec::new(),
        }
    }

    /// Reserves the name of an item that this file defines; to be called before anything is imported.
    pub fn defines(&mut self, name: &str) {
        self.defined.insert(name.to_owned());
    }

    /// Imports a path and returns the name to use for it.
    ///
    /// Where the short name is taken, the parent module is imported instead (`order::Address`), and where that is
    /// taken too, the path is written in full.
    pub fn uses(&mut self, path: &str) -> TokenStream {
        let root = path.split("::").next().unwrap_or(path);
        if !matches!(root, "std" | "crate" | "self" | "super") {
            self.crates.insert(root.to_owned());
        }
        let (parent, short) = path.rsplit_once("::").unwrap_or(("", path));
        if self.claim(short, path) {
            return tokens(short);
        }
        let module = parent.rsplit("::").next().unwrap_or_default();
        if parent.contains("::") && self.claim(module, parent) {
            return tokens(&format!("{module}::{short}"));
        }
        tokens(path)
    }

    /// Imports a trait whose name nobody writes.
    pub fn brings(&mut self, path: &str) {
        let _ = self.uses(path);
    }

    /// Adds one item.
    pub fn item(&mut self, tokens: TokenStream) {
        self.items.push(print::item(tokens));
    }

    /// Adds text that stands between items as it is: a `mod` block, a comment.
    pub fn text(&mut self, text: impl Into<String>) {
        let mut text = text.into();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        self.items.push(text);
    }

    /// The crates that the file names.
    pub fn crates(&self) -> &BTreeSet<String> {
        &self.crates
    }

    /// The text of the file.
    pub fn print(&self) -> String {
        let mut text = format!("// @generated from {} by `cargo xtask generate`. Do not edit.\n", self.spec);
        for attribute in &self.attributes {
            text.push_str(attribute);
            text.push('\n');
        }
        if !self.docs.is_empty() {
            text.push('\n');
        }
        for line in &self.docs {
            text.push_str(if line.is_empty() { "//!" } else { "//! " });
            text.push_str(line);
            text.push('\n');
        }
        for group in self.import_groups() {
            text.push('\n');
            text.push_str(&group);
        }
        for item in &self.items {
            text.push('\n');
            text.push_str(item);
        }
        text
    }

    /// Takes a short name for a path, unless it stands for something else.
    fn claim(&mut self, short: &str, path: &str) -> bool {
        if self.defined.contains(short) || (PRELUDE.contains(&short) && !path.starts_with("std::")) {
            return false;
        }
        match self.imports.get(short) {
            Some(taken) => taken == path,
            None => {
                self.imports.insert(short.to_owned(), path.to_owned());
                true
            }
        }
    }

    /// Imports in three groups: the standard library, other crates, this crate.
    fn import_groups(&self) -> Vec<String> {
        let mut groups: [BTreeMap<&str, BTreeSet<&str>>; 3] = Default::default();
        for path in self.imports.values() {
            let (parent, short) = path.rsplit_once("::").unwrap_or(("", path));
            let group = match path.split("::").next().unwrap_or_default() {
                "std" => 0,
                "crate" | "super" | "self" => 2,
                _ => 1,
            };
            groups[group].entry(parent).or_default().insert(short);
        }
        let filled = groups.into_iter().filter(|group| !group.is_empty());
        filled.map(|group| group.iter().map(|(parent, names)| use_line(parent, names)).collect()).collect()
    }
}

/// One `use` declaration, broken like rustfmt breaks it.
fn use_line(parent: &str, names: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = names.iter().copied().collect();
    if parent.is_empty() {
        return names.iter().map(|name| format!("use {name};\n")).collect();
    }
    if let [name] = names[..] {
        return format!("use {parent}::{name};\n");
    }
    let line = format!("use {parent}::{{{}}};\n", names.join(", "));
    if line.len() <= 101 {
        return line;
    }
    let mut lines = vec![String::from("   ")];
    for name in names {
        if lines.last().is_some_and(|line| line.len() + name.len() + 2 > 100) {
            lines.push(String::from("   "));
        }
        let line = lines.last_mut().expect("there is always a line");
        line.push(' ');
        line.push_str(name);
        line.push(',');
    }
    format!("use {parent}::{{\n{}\n}};\n", lines.join("\n"))
}

/// A path as tokens.
pub fn tokens(path: &str) -> TokenStream {
    let segments = path.split("::").map(|segment| quote::format_ident!("{segment}"));
    quote!(#(#segments)::*)
}
