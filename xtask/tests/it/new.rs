//! `new platform` and `new implementation`: from an empty directory to the second API, with cargo's word for it.
//!
//! The platform stands in the target directory of this build, always in the same place, and is compiled into it: most
//! of what it needs is there already, and no run leaves more behind than the one before.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A platform that was scaffolded.
struct Platform {
    root: PathBuf,
}

impl Platform {
    /// Scaffolds it where the last run did.
    fn new() -> Self {
        let around = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-platform");
        if around.exists() {
            fs::remove_dir_all(&around).expect("nobody else uses it");
        }
        fs::create_dir_all(around.join(".cargo")).expect("the disk has room");
        fs::write(around.join(".cargo/config.toml"), profile()).expect("the disk has room");
        let (code, said) = xtask(&around, &["new", "platform", "blue-harbor"]);
        assert_eq!(code, 0, "{said}");
        Self { root: around.join("blue-harbor") }
    }

    /// Runs one of the commands in it, which has to end well.
    fn succeeds(&self, arguments: &[&str]) -> String {
        let (code, said) = xtask(&self.root, arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        said
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.join(path), text).expect("the file stands in a directory");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// The profiles of this repository, so that what it leans on need not be compiled again; but nobody waits for the
/// generator of a test.
fn profile() -> String {
    let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("it is there");
    let (_, profile) = manifest.split_once("[profile.dev]").expect("it says how to compile");
    let generator = "[profile.dev.package.tiebeam-generator]\nopt-level = ";
    let profile = profile.replace(&format!("{generator}3"), &format!("{generator}0"));
    assert!(profile.contains(&format!("{generator}0")), "it says how to compile the generator");
    format!("[profile.dev]{profile}")
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository")
}

/// Runs the program; answers its exit code and everything that it said.
fn xtask(directory: &Path, arguments: &[&str]) -> (i32, String) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is inside the target");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .current_dir(directory)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        .output()
        .expect("the program can be started");
    let said = [output.stdout, output.stderr].concat();
    let code = output.status.code().expect("the program was not killed");
    (code, String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_new_platform_passes_its_own_ci_and_grows_by_an_api() {
    let platform = Platform::new();
    platform.succeeds(&["generate", "--check"]);

    platform.succeeds(&["new", "api", "returns-process"]);
    platform.succeeds(&["generate"]);
    platform.succeeds(&["new", "implementation", "returns-process"]);

    let logic = "platform/services/returns-process-v1/src/logic.rs";
    let written = platform.read(logic) + "\n// Mine.\n";
    platform.write(logic, &written);
    let (code, said) = xtask(&platform.root, &["new", "implementation", "returns-process@1"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(
        said,
        "platform/services/returns-process-v1 is there already; nothing was written\n"
    );
    assert_eq!(platform.read(logic), written);

    // Format, lints, documentation and tests of both workspaces, the new crates among them.
    let said = platform.succeeds(&["ci"]);
    for test in [
        "what_is_generated_is_in_step_with_its_specs",
        "a_form_that_is_sent_twice_books_one_visit",
        "create_return_answers",
    ] {
        assert!(said.lines().any(|line| line.contains(test) && line.ends_with(" ok")), "{said}");
    }
}

#[test]
fn commands_of_this_house_say_so_elsewhere() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    fs::create_dir(directory.path().join("specs")).expect("the disk has room");
    fs::write(directory.path().join("Cargo.toml"), "[workspace]\n").expect("the disk has room");
    for command in ["tidy", "docs", "demo"] {
        let (code, said) = xtask(directory.path(), &[command]);
        assert_eq!(code, 2, "{said}");
        assert!(said.starts_with(&format!("error: `{command}` ")), "{said}");
        assert!(said.contains("Tiebeam's own repository"), "{said}");
    }
}

#[test]
fn an_implementation_is_found_by_its_name_and_its_version() {
    let workspace = crate::workspace::Workspace::generated();
    let second = workspace.read("specs/apis/order.v1.yaml").replace("1.0.0", "2.0.0");
    workspace.write("specs/apis/order.v2.yaml", &second);
    for (name, expected) in [
        (
            "order-proces",
            "no API or service is called `order-proces`; did you mean `order-process`?",
        ),
        (
            "order-process@3",
            "no API or service is called `order-process@3`; did you mean `order-process@1`?",
        ),
        (
            "order-process",
            "`order-process` has several versions; say which: `order-process@1`, `order-process@2`",
        ),
    ] {
        let run = workspace.run(&["new", "implementation", name]);
        assert_eq!((run.code, run.notes), (2, format!("error: {expected}")), "{name}");
    }
    let run = workspace.run(&["new", "implementation", "order-process@2"]);
    assert_eq!(run.code, 0, "{}{}", run.output, run.notes);
    assert!(workspace.at("services/order-process-v2/src/logic.rs").exists());

    workspace.edit(
        "specs/apis/order.v1.yaml",
        "response: { 200: Order }",
        "response: { 200: Oder }",
    );
    let run = workspace.run(&["new", "implementation", "order-process@1"]);
    assert_eq!(run.code, 1, "{}{}", run.output, run.notes);
    assert!(run.output.contains("did you mean `Order`?"), "{}", run.output);
    assert!(!workspace.at("services/order-process-v1").exists(), "nothing was written");
}
