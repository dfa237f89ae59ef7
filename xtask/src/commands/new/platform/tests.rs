//! What a new platform is called, where it may be written, and how it finds Tiebeam.

use super::*;

fn arguments(path: &Path, name: Option<&str>) -> Arguments {
    Arguments { path: path.to_owned(), name: name.map(str::to_owned), tiebeam: None }
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_name_is_the_platform_s_own_everywhere() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let root = directory.path().join("elsewhere");
    run(&arguments(&root, Some("blue-harbor"))).expect("nothing is there");
    assert!(read(&root, "README.md").starts_with("# Blue Harbor's platform\n"));
    assert!(read(&root, "specs/platform.yaml").contains("\nname: blue-harbor\n"));
    assert!(read(&root, "platform/Cargo.toml").contains("package = \"blue-harbor-models\""));
    assert!(read(&root, "platform/generated/models/Cargo.toml").contains("\"blue-harbor-models\""));
    let texts = template::files().map(|(path, _)| read(&root, path));
    assert!(!texts.collect::<String>().to_lowercase().contains("acme"), "no other name is left");
}

#[test]
fn tiebeam_is_found_from_where_the_platform_stands() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let root = directory.path().join("acme-shop");
    run(&arguments(&root, None)).expect("nothing is there");
    for (manifest, package) in [("xtask/Cargo.toml", "xtask"), ("platform/Cargo.toml", "runtime")] {
        let text = read(&root, manifest);
        let (_, rest) = text.split_once("path = \"../../").expect("it is found by a path");
        let (path, _) = rest.split_once('"').expect("the path ends");
        let place = root.join("platform/../..").join(path).join("Cargo.toml");
        let found = fs::read_to_string(&place).expect("it is there");
        assert!(found.contains(&format!("name = \"tiebeam-{package}\"")), "{}", place.display());
    }
}

#[test]
fn ci_fetches_tiebeam_to_where_the_manifests_look_for_it_and_cargo_what_git_reaches() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let workflow = |name: &str, tiebeam: Option<&str>| {
        let root = directory.path().join(name);
        let arguments = Arguments { tiebeam: tiebeam.map(str::to_owned), ..arguments(&root, None) };
        run(&arguments).expect("nothing is there");
        read(&root, ".github/workflows/ci.yml")
    };
    let by_path = workflow("by-path", None);
    let (_, path) = by_path.split_once("tiebeam/tiebeam ").expect("it is cloned");
    let checkout = directory.path().join("by-path").join(path.lines().next().unwrap_or_default());
    assert!(checkout.join("xtask/Cargo.toml").is_file(), "{path}");
    let by_git = workflow("by-git", Some("https://git.example/tiebeam"));
    assert!(!by_git.contains("git clone"), "{by_git}");
    let manifest = read(&directory.path().join("by-git"), "xtask/Cargo.toml");
    assert!(manifest.ends_with("{ git = \"https://git.example/tiebeam\" }\n"), "{manifest}");
}

#[test]
fn nothing_is_written_where_something_stands() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    fs::write(directory.path().join("notes.txt"), "mine").expect("the disk has room");
    let refused = run(&arguments(directory.path(), Some("acme-shop"))).expect_err("it is taken");
    assert!(refused.to_string().ends_with("is not empty; nothing was written"), "{refused}");
    let left = fs::read_dir(directory.path()).expect("it is there").count();
    assert_eq!(left, 1);
}

#[test]
fn impossible_names_are_refused() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (name, expected) in [
        ("AcmeShop", "`AcmeShop` is not in kebab-case; did you mean `acme-shop`?"),
        ("models", "`models` is the name of one of its packages"),
    ] {
        let root = directory.path().join("new");
        let refused = run(&arguments(&root, Some(name))).expect_err("the name is impossible");
        assert_eq!(refused.to_string(), expected);
        assert!(!root.exists(), "nothing was written");
    }
}
