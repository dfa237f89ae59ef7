//! One generated file: its head, its imports, its items.
//!
//! An emitter asks the file for a name (`file.uses("tiebeam::shape::Shape")`) and gets the short one back, or a
//! longer one where the short one is taken. What a crate depends on follows from what its files import.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::rust::code::{Code, Ident, code, raw_string};
use crate::emit::rust::{name, print};

/// A file under construction.
#[derive(Debug)]
pub struct File {
    /// The spec that it is generated from, anew each time; nothing where it is written once.
    spec: Option<String>,
    docs: Vec<String>,
    /// Short name → full path.
    imports: BTreeMap<String, String>,
    /// Names that items of this file define, and the path by which the rest of the crate knows each.
    defined: BTreeMap<String, String>,
    /// Full path → what stands for it in this file.
    known: BTreeMap<String, Code>,
    /// Crates named in the file, by import or by full path.
    crates: BTreeSet<String>,
    /// What a regular expression describes, and itself → the static that holds it.
    patterns: BTreeMap<(String, String), String>,
    /// Statics that the emitters named themselves.
    statics: BTreeSet<String>,
    items: Vec<String>,
}

/// Crates that generated code reaches by their names, which an import must not stand before.
static ROOTS: &[&str] = &["alloc", "core", "serde", "std", "tiebeam"];

impl File {
    /// A file generated from `spec`, opening with the module documentation `docs` (Markdown lines).
    pub fn new(spec: &str, docs: Vec<String>) -> Self {
        Self { spec: Some(spec.to_owned()), ..Self::written_once(docs) }
    }

    /// A file that is a developer's from the day on which it is written.
    pub fn written_once(docs: Vec<String>) -> Self {
        Self {
            spec: None,
            docs,
            imports: BTreeMap::new(),
            defined: BTreeMap::new(),
            known: BTreeMap::new(),
            crates: BTreeSet::new(),
            patterns: BTreeMap::new(),
            statics: BTreeSet::new(),
            items: Vec::new(),
        }
    }

    /// Reserves the name of an item that this file defines; to be called before anything is imported.
    pub fn defines(&mut self, name: &str) {
        self.defines_at(name, name);
    }

    /// Reserves the name of an item that this file defines and that other files import as `path`.
    ///
    /// # Panics
    ///
    /// When something is imported already: the name might be taken.
    pub fn defines_at(&mut self, name: &str, path: &str) {
        assert!(self.imports.is_empty(), "`{name}` is defined after something was imported");
        self.defined.insert(name.to_owned(), path.to_owned());
    }

    /// Imports a path and returns the name to use for it.
    ///
    /// Where the short name is taken, the parent module is imported instead (`order::Address`), and where that is
    /// taken too, the path is written in full.
    pub fn uses(&mut self, path: &str) -> Code {
        if let Some(known) = self.known.get(path) {
            return known.clone();
        }
        let code = self.name_for(path);
        self.known.insert(path.to_owned(), code.clone());
        code
    }

    fn name_for(&mut self, path: &str) -> Code {
        let root = path.split("::").next().unwrap_or(path);
        if !matches!(root, "std" | "crate" | "self" | "super") {
            self.crates.insert(root.to_owned());
        }
        let (parent, short) = path.rsplit_once("::").unwrap_or(("", path));
        if self.defined.get(short).is_some_and(|defined| defined == path) || self.claim(short, path)
        {
            return path_of(short);
        }
        let module = parent.rsplit("::").next().unwrap_or_default();
        if parent.contains("::") && self.claim(module, parent) {
            return path_of(&format!("{module}::{short}"));
        }
        path_of(path)
    }

    /// The static that holds a regular expression, named after what it describes; printed where it is first asked for.
    pub fn pattern(&mut self, subject: &str, regex: &str) -> Ident {
        let key = (subject.to_owned(), regex.to_owned());
        if let Some(known) = self.patterns.get(&key) {
            return name::ident(known);
        }
        let ident = self.private_static(&format!("{}_PATTERN", name::constant(subject)));
        self.patterns.insert(key, ident.to_string());
        let pattern = self.uses("tiebeam::shape::Pattern");
        let literal = raw_string(regex);
        self.item(&code!(static #ident: #pattern = #pattern::new(#literal);));
        ident
    }

    /// The name of a static that nothing outside of the file needs: the one wished for, or one with a number.
    pub fn private_static(&mut self, wished: &str) -> Ident {
        let is_taken =
            |name: &String| self.defined.contains_key(name) || self.statics.contains(name);
        let numbered = (2..).map(|number| format!("{wished}_{number}"));
        let mut names = std::iter::once(wished.to_owned()).chain(numbered);
        let free = names.find(|name| !is_taken(name)).expect("numbers do not end");
        let ident = name::ident(&free);
        self.statics.insert(free);
        ident
    }

    /// Adds one item.
    pub fn item(&mut self, code: &Code) {
        self.items.push(print::item(code));
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
        let head = self.spec.as_ref().map_or_else(String::new, |spec| {
            format!("// @generated from {spec} by `cargo xtask generate`. Do not edit.\n")
        });
        let groups = self.import_groups();
        let docs: usize = self.docs.iter().map(|line| line.len() + 5).sum();
        let blocks: usize = groups.iter().chain(&self.items).map(|block| block.len() + 1).sum();
        let mut text = String::with_capacity(head.len() + 1 + docs + blocks);
        text.push_str(&head);
        if !head.is_empty() && !self.docs.is_empty() {
            text.push('\n');
        }
        for line in &self.docs {
            text.push_str(if line.is_empty() { "//!" } else { "//! " });
            text.push_str(line);
            text.push('\n');
        }
        for block in groups.iter().chain(&self.items) {
            text.push('\n');
            text.push_str(block);
        }
        text
    }

    /// Takes a short name for a path, unless it stands for something else.
    fn claim(&mut self, short: &str, path: &str) -> bool {
        let is_known =
            name::is_known(short) && !path.starts_with("std::") && !path.starts_with("serde::");
        if self.defined.contains_key(short) || is_known || ROOTS.contains(&short) {
            return false;
        }
        self.imports.entry(short.to_owned()).or_insert_with(|| path.to_owned()) == path
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
        filled.map(|group| use_lines(&with_selves(group))).collect()
    }
}

/// Joins the import of a module with those of what is in it: `use crate::errors::{self, OutOfStock};`.
fn with_selves<'a>(
    mut group: BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let modules: Vec<&str> = group.keys().copied().filter(|module| module.contains("::")).collect();
    for module in modules {
        let (parent, short) = module.rsplit_once("::").expect("the path has several segments");
        let is_imported = group.get_mut(parent).is_some_and(|names| names.remove(short));
        if is_imported {
            group.entry(module).or_default().insert("self");
        }
    }
    group.retain(|_, names| !names.is_empty());
    group
}

/// The declarations of one group, ordered like rustfmt orders them.
fn use_lines(group: &BTreeMap<&str, BTreeSet<&str>>) -> String {
    let mut lines: Vec<String> =
        group.iter().map(|(parent, names)| use_line(parent, names)).collect();
    lines.sort();
    lines.concat()
}

/// One `use` declaration, broken like rustfmt breaks it.
fn use_line(parent: &str, names: &BTreeSet<&str>) -> String {
    let mut names: Vec<&str> = names.iter().copied().collect();
    names.sort_by_key(|name| (*name != "self", *name));
    if parent.is_empty() {
        let lines: Vec<String> = names.iter().map(|name| format!("use {name};\n")).collect();
        return lines.concat();
    }
    list("use ", parent, &names)
}

/// `<start><parent>::{…};`, as many names on a line as fit; `start` is the indentation and the keywords.
pub fn list<S: AsRef<str>>(start: &str, parent: &str, names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    if let [name] = names[..]
        && name != "self"
    {
        return format!("{start}{parent}::{name};\n");
    }
    let line = format!("{start}{parent}::{{{}}};\n", names.join(", "));
    if line.len() <= 101 {
        return line;
    }
    let indent = &start[..start.len() - start.trim_start().len()];
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut().filter(|line| line.len() + name.len() + 2 <= 100) {
            Some(line) => line.extend([" ", name, ","]),
            None => lines.push(format!("{indent}    {name},")),
        }
    }
    format!("{start}{parent}::{{\n{}\n{indent}}};\n", lines.join("\n"))
}

/// A path as code.
pub fn path_of(path: &str) -> Code {
    let mut code = Code::new();
    for (index, segment) in path.split("::").enumerate() {
        if index > 0 {
            code.mark("::");
        }
        code.word(segment.to_owned());
    }
    code
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::File;
    use crate::emit::rust::print;

    #[test]
    fn names_that_are_taken_get_longer_paths() {
        let mut file = File::new("specs/x.yaml", vec![String::from("Says something.")]);
        file.defines_at("Shape", "crate::order::Shape");
        file.defines("Serialize");
        let paths = [
            "tiebeam::shape::Shape",
            "crate::order::Shape",
            "serde::Serialize",
            "serde::Deserialize",
            "retail_models::order::Address",
            "retail_models::customer::Address",
            "retail_models::serde::Address",
            "retail_models::x::Vec",
            "std::fmt",
            "std::fmt::Write",
            "crate::errors",
            "crate::errors::OutOfStock",
            "std::collections::BTreeMap",
            "tiebeam::Patch",
            "tiebeam::types::Uuid",
        ];
        let names: Vec<String> = paths.iter().map(|path| print::line(&file.uses(path))).collect();
        expect![[r#"
            [
                "shape::Shape",
                "Shape",
                "serde::Serialize",
                "Deserialize",
                "Address",
                "customer::Address",
                "retail_models::serde::Address",
                "x::Vec",
                "fmt",
                "Write",
                "errors",
                "OutOfStock",
                "BTreeMap",
                "Patch",
                "Uuid",
            ]
        "#]]
        .assert_debug_eq(&names);
        expect![[r"
            // @generated from specs/x.yaml by `cargo xtask generate`. Do not edit.

            //! Says something.

            use std::collections::BTreeMap;
            use std::fmt::{self, Write};

            use retail_models::order::Address;
            use retail_models::{customer, x};
            use serde::Deserialize;
            use tiebeam::types::Uuid;
            use tiebeam::{Patch, shape};

            use crate::errors::{self, OutOfStock};
        "]]
        .assert_eq(&file.print());
        assert_eq!(
            file.crates().iter().map(String::as_str).collect::<Vec<_>>(),
            ["retail_models", "serde", "tiebeam"]
        );
    }
}
