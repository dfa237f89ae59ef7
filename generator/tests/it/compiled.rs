//! The golden trees as a workspace of their own: compiled against the runtime, linted, documented and left alone by
//! rustfmt.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tiebeam_generator::emit;

use crate::golden;

#[test]
fn generated_crates_pass_clippy_rustdoc_and_rustfmt() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let workspace = directory.path();
    write_workspace(workspace);
    run(workspace, "clippy", &["--workspace", "--all-targets", "--", "-D", "warnings"]);
    run(workspace, "doc", &["--workspace", "--no-deps"]);
    let output =
        Command::new(env!("CARGO")).args(["fmt", "--check"]).current_dir(workspace).output();
    let output = output.expect("cargo fmt can be run");
    assert!(
        output.status.success(),
        "cargo fmt would change generated files:\n{}",
        String::from_utf8_lossy(&output.stdout)
    );
}

/// All cases side by side, each contract with its first implementation, under the lints of this repository.
fn write_workspace(workspace: &Path) {
    let mut members = String::new();
    for case in golden::CASES {
        let platform = golden::platform(case);
        let tree = emit::emit(&platform);
        golden::write_tree(&workspace.join(case), &tree);
        for krate in tree.files.keys().filter_map(|path| path.strip_suffix("/Cargo.toml")) {
            writeln!(members, "    \"{case}/{krate}\",").expect("a string can be written");
        }
        for api in platform.contracts() {
            let first = emit::implementation(&platform, &api.id, "..");
            let directory = format!("{case}/written/{}", first.directory);
            golden::write_tree(&workspace.join(&directory), &first.files);
            writeln!(members, "    \"{directory}\",").expect("a string can be written");
        }
    }
    write_reader(workspace);
    members.push_str("    \"one-of-each/written/reader\",\n");
    let repository = repository();
    let manifest =
        fs::read_to_string(repository.join("Cargo.toml")).expect("the workspace has a manifest");
    let text = format!(
        r#"[workspace]
resolver = "3"
members = [
{members}]

[workspace.package]
version = "0.1.0"
edition = "2024"

[workspace.dependencies]
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
tiebeam = {{ package = "tiebeam-runtime", path = "{runtime}" }}
tokio = {{ version = "1", features = ["macros", "rt-multi-thread"] }}

{lints}
{profile}"#,
        runtime = repository.join("runtime").display().to_string().replace('\\', "/"),
        lints = sections(&manifest, "workspace.lints"),
        profile = sections(&manifest, "profile"),
    );
    fs::write(workspace.join("Cargo.toml"), text).expect("the manifest can be written");
    fs::copy(repository.join("Cargo.lock"), workspace.join("Cargo.lock"))
        .expect("the lock file can be copied");
}

/// What somebody writes who reads both versions of an event.
fn write_reader(workspace: &Path) {
    let directory = workspace.join("one-of-each/written/reader");
    fs::create_dir_all(directory.join("src")).expect("directories can be made");
    let manifest = r#"[package]
name = "reader"
version = "0.1.0"
edition.workspace = true
publish = false

[dependencies]
shop-order-events = { path = "../../events/order" }
tiebeam.workspace = true

[lints]
workspace = true
"#;
    fs::write(directory.join("Cargo.toml"), manifest).expect("files can be written");
    fs::write(directory.join("src/lib.rs"), include_str!("compiled/reader.rs"))
        .expect("files can be written");
}

/// The sections of a manifest whose names start alike, as they are.
fn sections(manifest: &str, start: &str) -> String {
    let mut text = String::new();
    let mut wanted = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            wanted = line.starts_with(&format!("[{start}"));
        }
        if wanted {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn run(workspace: &Path, command: &str, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args([command, "--offline", "--quiet"])
        .args(arguments)
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", target())
        .env("RUSTDOCFLAGS", "-D warnings")
        .output();
    let output = output.expect("cargo can be run");
    assert!(
        output.status.success(),
        "cargo {command} has something to say:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The target directory of this build: what the runtime leans on is compiled there already.
fn target() -> PathBuf {
    let executable = std::env::current_exe().expect("a test knows where it is");
    let target = executable.ancestors().nth(3).expect("a test stands in target/debug/deps");
    target.to_owned()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the generator stands in the workspace")
        .to_owned()
}
