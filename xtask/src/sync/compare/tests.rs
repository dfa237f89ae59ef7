//! Every way of being out of step, as data: what was recorded, what is there, what is to be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use expect_test::{Expect, expect};
use tiebeam_generator::emit::FileTree;

use super::super::Cure;
use super::super::manifest::Unreadable;
use super::*;

/// A scene: packages, their files as rendered now and as recorded, and the disk.
#[derive(Default)]
struct Scene {
    packages: Vec<Planned>,
    rendered: BTreeMap<String, Rendered>,
    manifest: Option<State>,
    disk: BTreeMap<String, Thing>,
    only: Option<BTreeSet<String>>,
    changed: Option<BTreeSet<String>>,
}

#[derive(Clone)]
enum Thing {
    Text(String),
    Entry(Entry),
}

const SPEC: &str = "specs/apis/process/order.v1.yaml";

impl Scene {
    /// A package that was generated with these files and is to be generated with the same.
    fn in_step(files: &[(&str, &str)]) -> Self {
        Self::default().renders("order", "1", files).records().writes_down()
    }

    fn renders(mut self, directory: &str, input: &str, files: &[(&str, &str)]) -> Self {
        let mut tree = FileTree::default();
        for (path, text) in files {
            tree.add(*path, *text);
        }
        self.packages.retain(|package| package.directory != directory);
        self.packages.push(Planned {
            directory: directory.to_owned(),
            name: directory.to_owned(),
            specs: vec![SPEC.to_owned()],
            input: input.to_owned(),
        });
        self.rendered.insert(directory.to_owned(), tree.into());
        self
    }

    fn no_longer_renders(mut self, directory: &str) -> Self {
        self.packages.retain(|package| package.directory != directory);
        self.rendered.remove(directory);
        self
    }

    /// The manifest of what is rendered now.
    fn records(mut self) -> Self {
        let manifest = next_manifest(&self.packages, None, &self.rendered, &State::Absent, "0.1.0");
        self.manifest = Some(State::Read(manifest));
        self
    }

    /// Puts what is rendered now on the disk.
    fn writes_down(mut self) -> Self {
        for (directory, rendered) in &self.rendered {
            for (path, file) in &rendered.files {
                let text = String::from_utf8(file.content.clone()).expect("the files are text");
                self.disk.insert(join(directory, path), Thing::Text(text));
            }
        }
        self
    }

    fn has(mut self, path: &str, text: &str) -> Self {
        self.disk.insert(path.to_owned(), Thing::Text(text.to_owned()));
        self
    }

    fn has_entry(mut self, path: &str, entry: Entry) -> Self {
        self.disk.insert(path.to_owned(), Thing::Entry(entry));
        self
    }

    fn lacks(mut self, path: &str) -> Self {
        self.disk.remove(path);
        self
    }

    fn manifest(mut self, state: State) -> Self {
        self.manifest = Some(state);
        self
    }

    fn only(mut self, directory: &str) -> Self {
        self.only = Some(BTreeSet::from([directory.to_owned()]));
        self
    }

    fn knows_changed(mut self, specs: &[&str]) -> Self {
        self.changed = Some(specs.iter().map(|spec| (*spec).to_owned()).collect());
        self
    }

    fn compare(&self, generator: &str) -> Comparison {
        let entries = self.disk.iter().map(|(path, thing)| match thing {
            Thing::Text(text) => (path.clone(), Entry::File(Hash::of(text.as_bytes()))),
            Thing::Entry(entry) => (path.clone(), *entry),
        });
        let read = |path: &str| match self.disk.get(path) {
            Some(Thing::Text(text)) => text.clone().into_bytes(),
            _ => Vec::new(),
        };
        compare(Inputs {
            packages: &self.packages,
            only: self.only.as_ref(),
            rendered: self.rendered.clone(),
            manifest: self.manifest.as_ref().unwrap_or(&State::Absent),
            disk: &Listing { entries: entries.collect() },
            read: &read,
            generator,
            changed_specs: self.changed.as_ref(),
        })
    }
}

fn shown(comparison: &Comparison) -> String {
    let mut text = String::new();
    for finding in &comparison.findings {
        let cure = match finding.reason.cure() {
            Cure::Generate => "",
            Cure::Person => " (left alone)",
            Cure::Blocked => " (blocks)",
        };
        let line = format!(
            "{}: {}: {}{cure}\n",
            finding.path,
            finding.reason.name(),
            finding.reason.message()
        );
        text.push_str(&line);
    }
    for write in &comparison.writes {
        let kept = if write.previous == Previous::Kept { ", keeps a copy" } else { "" };
        writeln!(text, "writes {}{kept}", write.path).expect("a string takes everything");
    }
    for delete in &comparison.deletes {
        writeln!(text, "deletes {}", delete.path).expect("a string takes everything");
    }
    text
}

fn check(scene: &Scene, expected: &Expect) {
    expected.assert_eq(&shown(&scene.compare("0.1.0")));
}

#[test]
fn what_is_in_step_is_not_mentioned() {
    let scene = Scene::in_step(&[("Cargo.toml", "a"), ("src/lib.rs", "b")]);
    check(&scene, &expect![[""]]);
}

#[test]
fn a_changed_spec_is_named() {
    let scene = Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")]).renders(
        "order",
        "2",
        &[("a.rs", "a2"), ("b.rs", "b"), ("c.rs", "c")],
    );
    check(
        &scene,
        &expect![[r"
        order/a.rs: stale-spec: specs/apis/process/order.v1.yaml says something else by now
        order/c.rs: stale-spec: specs/apis/process/order.v1.yaml says something else by now
        writes order/a.rs
        writes order/c.rs
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn of_several_specs_those_that_changed_are_named() {
    let scene = Scene::in_step(&[("a.rs", "a")])
        .renders("order", "2", &[("a.rs", "a2")])
        .knows_changed(&["specs/models/order.yaml"]);
    check(
        &scene,
        &expect![[r"
        order/a.rs: stale-spec: specs/models/order.yaml says something else by now
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn a_generator_that_prints_something_else_is_told_from_a_changed_spec() {
    let same_input = Scene::in_step(&[("a.rs", "a")]).renders("order", "1", &[("a.rs", "a2")]);
    check(
        &same_input,
        &expect![[r"
        order/a.rs: newer-generator: the specs say what they said, but this build of generator 0.1.0 prints something else
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]],
    );
    let same_specs = Scene::in_step(&[("a.rs", "a")])
        .renders("order", "2", &[("a.rs", "a2")])
        .knows_changed(&[]);
    check(
        &same_specs,
        &expect![[r"
        order/a.rs: newer-generator: the specs say what they said, but this build of generator 0.1.0 prints something else
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]],
    );
    let other_version = Scene::in_step(&[("a.rs", "a")]).renders("order", "2", &[("a.rs", "a2")]);
    expect![[r"
        order/a.rs: newer-generator: generator 0.1.0 wrote this, and generator 0.2.0 prints something else
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]].assert_eq(&shown(&other_version.compare("0.2.0")));
}

#[test]
fn a_version_that_changes_the_manifest_alone_is_a_newer_generator() {
    expect![[r"
        .tiebeam-manifest.json: newer-generator: generator 0.1.0 wrote this, and generator 0.2.0 prints something else
        writes .tiebeam-manifest.json
    "]].assert_eq(&shown(&Scene::in_step(&[("a.rs", "a")]).compare("0.2.0")));
}

#[test]
fn an_edited_file_is_told_where_the_change_belongs() {
    let scene = Scene::in_step(&[("a.rs", "a")]).has("order/a.rs", "mine");
    check(
        &scene,
        &expect![[r"
        order/a.rs: edited-by-hand: this is not what was generated: somebody edited it
        writes order/a.rs, keeps a copy
    "]],
    );
    let Some(finding) = scene.compare("0.1.0").findings.into_iter().next() else {
        panic!("the file was edited")
    };
    expect!["put the change where it lasts: behavior into your implementation of the crate's trait, the contract into specs/apis/process/order.v1.yaml; then run `cargo xtask generate`, which writes the file anew"].assert_eq(&finding.reason.help());
}

#[test]
fn an_edit_that_is_what_would_be_generated_is_a_stale_manifest_only() {
    let scene = Scene::in_step(&[("a.rs", "a")])
        .renders("order", "1", &[("a.rs", "a2")])
        .has("order/a.rs", "a2");
    check(
        &scene,
        &expect![[r"
        .tiebeam-manifest.json: stale-manifest: every file is right, but the manifest records something else
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn an_unfinished_merge_is_recognized() {
    let scene = Scene::in_step(&[("a.rs", "a")])
        .has("order/a.rs", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n");
    check(
        &scene,
        &expect![[r"
        order/a.rs: conflict-markers: a merge was left unfinished in a generated file
        writes order/a.rs, keeps a copy
    "]],
    );
}

#[test]
fn a_deleted_file_is_missing() {
    check(
        &Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")]).lacks("order/b.rs"),
        &expect![[r"
        order/b.rs: missing: this file is to be generated and is not there
        writes order/b.rs
    "]],
    );
}

#[test]
fn an_orphan_goes_and_an_edited_one_stays() {
    let scene = Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")])
        .renders("order", "1", &[])
        .has("order/b.rs", "mine");
    check(
        &scene,
        &expect![[r"
        order/a.rs: orphan: this was generated, and no spec asks for it any more
        order/b.rs: edited-orphan: this was generated and then edited, and no spec asks for it any more (left alone)
        writes .tiebeam-manifest.json
        deletes order/a.rs
    "]],
    );
}

#[test]
fn a_package_that_no_spec_asks_for_is_an_orphan() {
    check(
        &Scene::in_step(&[("a.rs", "a")]).no_longer_renders("order"),
        &expect![[r"
        order/a.rs: orphan: this was generated, and no spec asks for it any more
        writes .tiebeam-manifest.json
        deletes order/a.rs
    "]],
    );
}

#[test]
fn a_foreign_file_is_never_deleted() {
    let scene = Scene::in_step(&[("a.rs", "a")])
        .has("order/notes.txt", "mine")
        .has("elsewhere.txt", "mine")
        .has_entry("link", Entry::Symlink);
    check(
        &scene,
        &expect![[r"
        elsewhere.txt: foreign: this was not generated (left alone)
        link: foreign: this was not generated (left alone)
        order/notes.txt: foreign: this was not generated (left alone)
    "]],
    );
}

#[test]
fn a_foreign_file_in_the_way_blocks() {
    let scene = Scene::in_step(&[("a.rs", "a")])
        .renders("order", "2", &[("a.rs", "a"), ("b.rs", "b")])
        .has("order/b.rs", "mine");
    check(
        &scene,
        &expect![[r"
        order/b.rs: obstacle: a file that was not generated stands where one is to be written (blocks)
        writes order/b.rs
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn nothing_was_generated_yet() {
    check(
        &Scene::default().renders("order", "1", &[("a.rs", "a")]),
        &expect![[r"
        .tiebeam-manifest.json: missing-manifest: there is no manifest: nothing was generated here, or it was deleted
        order/a.rs: missing: this file is to be generated and is not there
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn without_a_manifest_content_decides() {
    let scene = Scene::in_step(&[("a.rs", "@generated a"), ("b.rs", "b")])
        .manifest(State::Absent)
        .has("order/a.rs", "@generated mine")
        .has("order/c.rs", "@generated c");
    check(
        &scene,
        &expect![[r"
        .tiebeam-manifest.json: missing-manifest: there is no manifest: nothing was generated here, or it was deleted
        order/a.rs: unexplained: this is not what the specs say, and without a manifest nobody can say why
        order/c.rs: leftover: this says that it was generated, but no spec asks for it and no manifest vouches for it (left alone)
        writes order/a.rs, keeps a copy
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn with_an_unreadable_manifest_content_decides_and_nothing_blocks() {
    let scene = Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")])
        .manifest(State::Unreadable(Unreadable::ConflictMarkers))
        .has("order/a.rs", "mine");
    check(
        &scene,
        &expect![[r"
        .tiebeam-manifest.json: unreadable-manifest: the manifest cannot be read: it holds the markers of an unfinished merge
        order/a.rs: unexplained: this is not what the specs say, and without a manifest nobody can say why
        writes order/a.rs, keeps a copy
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn whatever_stands_in_the_way_is_named() {
    let scene = Scene::in_step(&[])
        .renders(
            "order",
            "1",
            &[
                ("a.rs", ""),
                ("b.rs", ""),
                ("c.rs", ""),
                ("d/e.rs", ""),
                ("f/g.rs", ""),
                ("h.rs", ""),
                ("H.rs", ""),
            ],
        )
        .has_entry("order/a.rs", Entry::Symlink)
        .has_entry("order/b.rs", Entry::EmptyDirectory)
        .has("order/c.rs/inside", "mine")
        .has("order/d", "mine")
        .has_entry("order/f", Entry::Symlink)
        .has("order/h.rs", "")
        .has("order/H.rs", "");
    check(
        &scene,
        &expect![[r"
        order/a.rs: obstacle: a symbolic link stands where a file is to be written (blocks)
        order/b.rs: obstacle: a directory stands where a file is to be written (blocks)
        order/c.rs: obstacle: a directory stands where a file is to be written (blocks)
        order/c.rs/inside: foreign: this was not generated (left alone)
        order/d: foreign: this was not generated (left alone)
        order/d/e.rs: obstacle: this cannot be written, because order/d is not a directory (blocks)
        order/f: foreign: this was not generated (left alone)
        order/f/g.rs: obstacle: this cannot be written, because order/f is not a directory (blocks)
        order/h.rs: obstacle: this and order/H.rs differ in case only, which some file systems cannot tell apart (blocks)
        writes order/a.rs
        writes order/b.rs
        writes order/c.rs
        writes order/d/e.rs
        writes order/f/g.rs
        writes .tiebeam-manifest.json
    "]],
    );
}

#[test]
fn orphans_are_not_in_the_way() {
    let scene = Scene::in_step(&[("a", "a"), ("b/c.rs", "c")]).renders(
        "order",
        "2",
        &[("a/d.rs", "d"), ("b", "b")],
    );
    check(
        &scene,
        &expect![[r"
        order/a: orphan: this was generated, and no spec asks for it any more
        order/a/d.rs: stale-spec: specs/apis/process/order.v1.yaml says something else by now
        order/b: stale-spec: specs/apis/process/order.v1.yaml says something else by now
        order/b/c.rs: orphan: this was generated, and no spec asks for it any more
        writes order/a/d.rs
        writes order/b
        writes .tiebeam-manifest.json
        deletes order/a
        deletes order/b/c.rs
    "]],
    );
}

#[test]
fn only_the_selected_packages_are_looked_at() {
    let scene = Scene::default()
        .renders("order", "1", &[("a.rs", "a")])
        .renders("other", "1", &[("b.rs", "b")])
        .records()
        .writes_down()
        .renders("order", "2", &[("a.rs", "a2")])
        .renders("other", "2", &[("b.rs", "b2")])
        .has("other/foreign.txt", "mine")
        .only("order");
    check(
        &scene,
        &expect![[r"
        order/a.rs: stale-spec: specs/apis/process/order.v1.yaml says something else by now
        writes order/a.rs
        writes .tiebeam-manifest.json
    "]],
    );
    let State::Read(manifest) = State::read(Some(&scene.compare("0.1.0").manifest)) else {
        panic!("we wrote it")
    };
    let inputs: Vec<_> = manifest.packages.values().map(|package| package.input.as_str()).collect();
    assert_eq!(inputs, ["2", "1"]);
}

#[test]
fn applying_what_was_found_leaves_nothing_to_find() {
    let scene = Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")]).renders(
        "order",
        "2",
        &[("a.rs", "a2"), ("c.rs", "c")],
    );
    let comparison = scene.compare("0.1.0");
    let mut after = scene.manifest(State::read(Some(&comparison.manifest)));
    for write in comparison.writes.iter().filter(|write| write.path != MANIFEST) {
        after = after
            .has(&write.path, std::str::from_utf8(&write.content).expect("the files are text"));
    }
    for delete in &comparison.deletes {
        after = after.lacks(&delete.path);
    }
    check(&after, &expect![[""]]);
}

#[test]
fn every_change_knows_what_was_listed_where_it_will_be_made() {
    let scene = Scene::in_step(&[("a.rs", "a"), ("b.rs", "b")]).has(MANIFEST, "recorded").renders(
        "order",
        "2",
        &[("a.rs", "a2"), ("c.rs", "c")],
    );
    let Comparison { writes, deletes, .. } = scene.compare("0.1.0");
    let written = writes.iter().map(|write| (write.path.as_str(), write.listed));
    let deleted = deletes.iter().map(|delete| (delete.path.as_str(), Some(delete.listed)));
    let hash = |text: &str| Some(Hash::of(text.as_bytes()));
    assert_eq!(
        written.chain(deleted).collect::<Vec<_>>(),
        [
            ("order/a.rs", hash("a")),
            ("order/c.rs", None),
            (MANIFEST, hash("recorded")),
            ("order/b.rs", hash("b")),
        ]
    );
}

#[test]
fn what_was_verified_and_is_untouched_is_not_rendered() {
    let scene = Scene::default()
        .renders("fresh", "1", &[("a.rs", "a")])
        .renders("stale", "1", &[("a.rs", "a")])
        .renders("touched", "1", &[("a.rs", "a")])
        .records()
        .renders("stale", "2", &[("a.rs", "a")]);
    let Some(State::Read(manifest)) = &scene.manifest else { panic!("it was recorded") };
    let file = |text: &str| Entry::File(Hash::of(text.as_bytes()));
    let entries =
        [("fresh/a.rs", file("a")), ("stale/a.rs", file("a")), ("touched/a.rs", file("b"))];
    let disk = Listing { entries: entries.map(|(path, entry)| (path.to_owned(), entry)).into() };
    let names = |trusted| -> Vec<String> {
        let positions = needs_rendering(&scene.packages, trusted, &disk);
        positions.into_iter().map(|position| scene.packages[position].directory.clone()).collect()
    };
    assert_eq!(names(Some(manifest)), ["touched", "stale"]);
    assert_eq!(names(None), ["fresh", "touched", "stale"]);
}
