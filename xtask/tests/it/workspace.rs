//! A workspace in a temporary directory, and the program run in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// A workspace with a platform, models and an API.
pub struct Workspace {
    directory: tempfile::TempDir,
}

/// What a run said, and how it ended.
pub struct Run {
    /// Standard output.
    pub output: String,
    /// Standard error, without the time that it took.
    pub notes: String,
    /// Exit code.
    pub code: i32,
}

static FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\n"),
    (
        "specs/platform.yaml",
        "kind: Platform\nname: acme\nproblems: https://acme.example/problems/\ngenerate: { into: ../generated }\n",
    ),
    (
        "specs/models/order.yaml",
        "kind: Models\ndomain: order\nowner: order-team\ntypes:\n  OrderId: { is: uuid, description: Identifies one order. }\n",
    ),
    (
        "specs/apis/order.v1.yaml",
        "kind: Api\nname: order-process\ntier: process\nversion: 1.0.0\ndomain: order\nowner: order-team\n\
         description: Takes orders.\noperations:\n  getOrder:\n    http: GET /orders/{orderId}\n    summary: Read an order.\n    \
         scopes: [orders.read]\n    response: { 200: Order }\n    errors: [NotFound]\ntypes:\n  Order:\n    \
         description: An order.\n    fields:\n      id: { type: OrderId, description: Identifies it. }\n",
    ),
];

impl Workspace {
    /// The workspace before anything was generated.
    pub fn new() -> Self {
        let workspace = Self { directory: tempfile::tempdir().expect("a temporary directory") };
        for (path, text) in FILES {
            workspace.write(path, text);
        }
        workspace
    }

    /// The workspace after the first generation.
    pub fn generated() -> Self {
        let workspace = Self::new();
        let run = workspace.run(&["generate"]);
        assert_eq!(run.code, 0, "{}{}", run.output, run.notes);
        workspace
    }

    /// Its directory.
    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// A path in it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().expect("a file stands in a directory"))
            .expect("the disk has room");
        fs::write(place, text).expect("the disk has room");
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces a part of a file.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has {old:?}");
        self.write(path, &text.replacen(old, new, 1));
    }

    /// Runs the program in it.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(self.path())
            .output()
            .expect("the program can be started");
        let text = |bytes: Vec<u8>| {
            let here = self.path().canonicalize().expect("it exists").display().to_string();
            String::from_utf8(bytes).expect("the program speaks UTF-8").replace(&here, "")
        };
        let notes = text(output.stderr);
        let notes = notes.lines().map(|line| {
            line.rsplit_once(" in ")
                .filter(|(_, took)| took.ends_with(" s"))
                .map_or(line, |(line, _)| line)
        });
        Run {
            notes: notes.collect::<Vec<_>>().join("\n"),
            output: text(output.stdout),
            code: output.status.code().expect("the program was not killed"),
        }
    }

    /// Every generated file, with its text and the time of its last change.
    pub fn tree(&self) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
        fn walk(directory: &Path, root: &Path, tree: &mut BTreeMap<String, (Vec<u8>, SystemTime)>) {
            for entry in fs::read_dir(directory).expect("it is a directory") {
                let place = entry.expect("it can be listed").path();
                if place.is_dir() {
                    walk(&place, root, tree);
                } else {
                    let path = place
                        .strip_prefix(root)
                        .expect("it is inside")
                        .to_string_lossy()
                        .into_owned();
                    let changed = place
                        .metadata()
                        .and_then(|metadata| metadata.modified())
                        .expect("it is there");
                    tree.insert(path, (fs::read(&place).expect("it can be read"), changed));
                }
            }
        }
        let mut tree = BTreeMap::new();
        let root = self.at("generated");
        if root.exists() {
            walk(&root, &root, &mut tree);
        }
        tree
    }
}
