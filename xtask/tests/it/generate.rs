//! `generate` and `generate --check` on a small platform: every reason with what a person reads.

use std::fs;

use expect_test::{Expect, expect};

use crate::workspace::{Run, Workspace};

const FILE: &str = "generated/process/order-process-v1/src/contract.rs";

/// The output of a check that finds something.
fn check(workspace: &Workspace, expected: &Expect) {
    let run = workspace.run(&["generate", "--check"]);
    assert_eq!(run.code, 1, "{}{}", run.output, run.notes);
    expected.assert_eq(&run.output);
}

/// Generates, and finds nothing afterwards.
fn mends(workspace: &Workspace) -> Run {
    let run = workspace.run(&["generate"]);
    assert_eq!(run.code, 0, "{}{}", run.output, run.notes);
    let after = workspace.run(&["generate", "--check"]);
    assert_eq!((after.code, after.output.as_str()), (0, ""), "{}", after.notes);
    run
}

#[test]
fn nothing_was_generated_yet() {
    let workspace = Workspace::new();
    check(
        &workspace,
        &expect![[r"
            error[missing-manifest]: there is no manifest: nothing was generated here, or it was deleted
              --> generated/.tiebeam-manifest.json
               |
               = help: run `cargo xtask generate`

            error[missing]: this file is to be generated and is not there
              --> generated/README.md
               |
               = also: generated/models/Cargo.toml, generated/models/README.md, generated/models/src/lib.rs and 16 more
               = help: run `cargo xtask generate`
        "]],
    );
    mends(&workspace);
}

#[test]
fn generating_twice_writes_nothing() {
    let workspace = Workspace::generated();
    let before = workspace.tree();
    let run = mends(&workspace);
    assert!(
        run.notes.contains(" 0 written, ") && run.output.is_empty(),
        "{}{}",
        run.output,
        run.notes
    );
    assert_eq!(workspace.tree(), before);
}

#[test]
fn the_same_specs_give_the_same_tree_however_they_came_to_be() {
    let changed = Workspace::generated();
    changed.edit("specs/apis/order.v1.yaml", "Read an order.", "Look at an order.");
    mends(&changed);
    changed.edit("specs/apis/order.v1.yaml", "Look at an order.", "Read an order.");
    mends(&changed);
    let bytes = |workspace: &Workspace| -> Vec<_> {
        workspace.tree().into_iter().map(|(path, (text, _))| (path, text)).collect()
    };
    assert_eq!(bytes(&changed), bytes(&Workspace::generated()));
}

#[test]
fn a_changed_spec_is_shown_where_it_makes_a_difference() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "Read an order.", "Look at an order.");
    check(
        &workspace,
        &expect![[r"
        error[stale-spec]: specs/apis/order.v1.yaml says something else by now
          --> generated/process/order-process-v1/README.md:22
           |
           |
           |  | operation | request | what it does |
           |  | --- | --- | --- |
           | -| `getOrder` | `GET /v1/orders/{orderId}` | Read an order. |
           | +| `getOrder` | `GET /v1/orders/{orderId}` | Look at an order. |
           |
           |  ## Problems
           |
           |
           = also: generated/process/order-process-v1/openapi.json, generated/process/order-process-v1/src/contract.rs, generated/process/order-process-v1/src/lib.rs and 2 more
           = note: `-` is on disk, `+` is what the specs say
           = help: run `cargo xtask generate`
    "]],
    );
    let before = workspace.tree();
    mends(&workspace);
    let untouched = workspace
        .tree()
        .into_iter()
        .filter(|(path, state)| before.get(path) == Some(state))
        .count();
    assert!(untouched > before.len() / 2, "{untouched} of {} files were left alone", before.len());
}

#[test]
fn an_edit_in_a_comment_of_a_spec_changes_nothing() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "kind: Api", "# A comment.\nkind: Api");
    let run = workspace.run(&["generate", "--check"]);
    assert_eq!((run.code, run.output.as_str()), (0, ""), "{}", run.notes);
}

#[test]
fn an_edited_file_is_told_where_the_change_belongs_and_a_copy_is_kept() {
    let workspace = Workspace::generated();
    let text = workspace.read(FILE);
    workspace.write(FILE, &(text.clone() + "// Mine.\n"));
    check(
        &workspace,
        &expect![[r"
        error[edited-by-hand]: this is not what was generated: somebody edited it
          --> generated/process/order-process-v1/src/contract.rs:39
           |
           |          T::get_order(self, context, request)
           |      }
           |  }
           | -// Mine.
           |
           = note: `-` is on disk, `+` is what the specs say
           = help: put the change where it lasts: behavior into your implementation of the crate's trait, the contract into specs/apis/order.v1.yaml; then run `cargo xtask generate`, which writes the file anew
    "]],
    );
    let run = mends(&workspace);
    assert_eq!(workspace.read(FILE), text);
    let copy = ".generated.tiebeam/replaced/1/process/order-process-v1/src/contract.rs";
    assert!(
        workspace.read(copy).ends_with("// Mine.\n") && run.notes.contains(copy),
        "{}",
        run.notes
    );
}

#[test]
fn an_edit_with_the_times_and_the_size_of_the_file_kept_is_found() {
    let workspace = Workspace::generated();
    let changed = fs::metadata(workspace.at(FILE))
        .and_then(|metadata| metadata.modified())
        .expect("it is there");
    let text = workspace.read(FILE);
    workspace.write(FILE, &text.replace("pub trait", "pub tarit"));
    let file = fs::File::options().write(true).open(workspace.at(FILE)).expect("it is there");
    file.set_modified(changed).expect("the time can be set");
    assert_eq!(workspace.run(&["generate", "--check"]).code, 1);
    mends(&workspace);
}

#[test]
fn an_edit_cannot_hide_behind_an_edited_manifest() {
    let workspace = Workspace::generated();
    let old = blake3::hash(workspace.read(FILE).as_bytes()).to_string();
    workspace.edit(FILE, "pub trait", "/// Mine.\npub trait");
    let new = blake3::hash(workspace.read(FILE).as_bytes()).to_string();
    workspace.edit("generated/.tiebeam-manifest.json", &old, &new);
    assert_eq!(workspace.run(&["generate", "--check"]).code, 1);
    fs::remove_dir_all(workspace.at(".generated.tiebeam")).expect("it is there");
    assert_eq!(workspace.run(&["generate", "--check"]).code, 1);
}

#[test]
fn a_conflict_is_solved_by_generating() {
    let workspace = Workspace::generated();
    let manifest = "generated/.tiebeam-manifest.json";
    for path in [manifest, FILE] {
        let text = workspace.read(path);
        workspace.write(path, &format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n"));
    }
    check(
        &workspace,
        &expect![[r"
        error[unreadable-manifest]: the manifest cannot be read: it holds the markers of an unfinished merge
          --> generated/.tiebeam-manifest.json
           |
           = help: run `cargo xtask generate`, which renders everything, compares by content and writes the manifest anew

        error[conflict-markers]: a merge was left unfinished in a generated file
          --> generated/process/order-process-v1/src/contract.rs:1
           |
           | -<<<<<<< HEAD
           |  // @generated from specs/apis/order.v1.yaml by `cargo xtask generate`. Do not edit.
           |
           |  //! The contract of the Order Process API: one method per operation.
           |
           = note: `-` is on disk, `+` is what the specs say
           = help: take either side and run `cargo xtask generate`
    "]],
    );
    mends(&workspace);
}

#[test]
fn a_truncated_manifest_is_written_anew() {
    let workspace = Workspace::generated();
    let manifest = "generated/.tiebeam-manifest.json";
    let whole = workspace.read(manifest);
    workspace.write(manifest, &whole[..whole.len() / 2]);
    check(
        &workspace,
        &expect![[r"
        error[unreadable-manifest]: the manifest cannot be read: it ends too early
          --> generated/.tiebeam-manifest.json
           |
           = help: run `cargo xtask generate`, which renders everything, compares by content and writes the manifest anew
    "]],
    );
    mends(&workspace);
    assert_eq!(workspace.read(manifest), whole);
}

#[test]
fn what_no_spec_asks_for_goes_with_its_directories_and_foreign_files_stay() {
    let workspace = Workspace::generated();
    workspace.write("generated/models/notes.txt", "mine");
    fs::remove_file(workspace.at("specs/apis/order.v1.yaml")).expect("it is there");
    check(
        &workspace,
        &expect![[r"
        error[stale-spec]: specs/apis/order.v1.yaml says something else by now
          --> generated/README.md:8
           |
           |  Everything below this directory is generated from the specs and committed.
           |  Nothing here is edited by hand: change a spec and run `cargo xtask generate`; whatever is written by hand implements a contract trait from elsewhere.
           |
           | -## Process APIs
           | -
           | -| crate | what it is |
           | -| --- | --- |
           | -| [`order-process-v1`](process/order-process-v1) | Takes orders. |
           | -
           |  ## Canonical models
           |
           |  | crate | what it is |
           |
           = note: `-` is on disk, `+` is what the specs say
           = help: run `cargo xtask generate`

        error[foreign]: this was not generated
          --> generated/models/notes.txt
           |
           = help: move it out of the generated tree, or delete it: generating never does

        error[orphan]: this was generated, and no spec asks for it any more
          --> generated/process/order-process-v1/Cargo.toml
           |
           = also: generated/process/order-process-v1/README.md, generated/process/order-process-v1/openapi.json, generated/process/order-process-v1/src/client.rs and 9 more
           = help: run `cargo xtask generate`, which removes it
    "]],
    );
    let run = workspace.run(&["generate"]);
    assert_eq!(run.code, 1, "what a person must decide is a finding: {}{}", run.output, run.notes);
    assert!(!workspace.at("generated/process").exists());
    assert_eq!(workspace.read("generated/models/notes.txt"), "mine");
}

#[test]
fn a_deleted_tree_comes_back() {
    let workspace = Workspace::generated();
    let before: Vec<_> = workspace.tree().into_keys().collect();
    fs::remove_dir_all(workspace.at("generated")).expect("it is there");
    mends(&workspace);
    assert_eq!(workspace.tree().into_keys().collect::<Vec<_>>(), before);
}

#[test]
fn nothing_is_written_where_something_stands_in_the_way() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "getOrder:", "readOrder:");
    let place = "generated/process/order-process-v1/src/operations/read_order.rs";
    workspace.write(place, "mine");
    let before = workspace.tree();
    let run = workspace.run(&["generate"]);
    assert_eq!(run.code, 2, "{}{}", run.output, run.notes);
    assert!(
        run.notes.ends_with("error: nothing was written, because something stands in the way"),
        "{}",
        run.notes
    );
    assert_eq!(workspace.tree(), before);
}

#[cfg(unix)]
#[test]
fn a_link_is_never_followed() {
    let workspace = Workspace::generated();
    let outside = workspace.at("outside.rs");
    fs::rename(workspace.at(FILE), &outside).expect("it is there");
    std::os::unix::fs::symlink(&outside, workspace.at(FILE)).expect("links are supported");
    let text = fs::read_to_string(&outside).expect("it is there");
    check(
        &workspace,
        &expect![[r"
        error[obstacle]: a symbolic link stands where a file is to be written
          --> generated/process/order-process-v1/src/contract.rs
           |
           = help: move it away and run `cargo xtask generate` again; nothing is written before
    "]],
    );
    assert_eq!(workspace.run(&["generate"]).code, 2);
    assert_eq!(fs::read_to_string(&outside).expect("it is there"), text);
}

#[test]
fn a_read_only_file_is_replaced() {
    let workspace = Workspace::generated();
    let mut permissions = fs::metadata(workspace.at(FILE)).expect("it is there").permissions();
    workspace.edit("specs/apis/order.v1.yaml", "Read an order.", "Look at an order.");
    permissions.set_readonly(true);
    fs::set_permissions(workspace.at(FILE), permissions).expect("it is ours");
    mends(&workspace);
}

#[test]
fn the_dry_run_says_what_would_be_written_and_writes_nothing() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "Read an order.", "Look at an order.");
    let before = workspace.tree();
    let run = workspace.run(&["generate", "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.notes);
    assert!(run.output.contains("would write "), "{}", run.output);
    assert_eq!(workspace.tree(), before);
}

#[test]
fn an_interrupted_generation_is_found_by_whoever_only_looks() {
    let workspace = Workspace::generated();
    let journal = r#"{"deletes":[],"made":[],"writes":[]}"#;
    workspace.write(".generated.tiebeam/journal.json", journal);
    for look in ["--check", "--dry-run"] {
        let run = workspace.run(&["generate", look]);
        assert_eq!(run.code, 1, "{look}: {}{}", run.output, run.notes);
        let found = "error[interrupted]: a generation was interrupted and waits to be finished\n";
        assert!(run.output.starts_with(found), "{look}: {}", run.output);
        assert!(!run.notes.contains("unchanged"), "{look}: {}", run.notes);
    }
    let run = mends(&workspace);
    assert!(run.notes.contains("note: an interrupted generation was finished first"));
}

#[test]
fn a_package_that_is_not_there_is_asked_back() {
    let run = Workspace::generated().run(&["generate", "--only", "order-proces-v1"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.notes,
        "error: no package is called `order-proces-v1`; did you mean `order-process-v1`?"
    );
}

#[test]
fn only_the_selected_package_is_written() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "Read an order.", "Look at an order.");
    workspace.edit("specs/models/order.yaml", "Identifies one order.", "Names one order.");
    let run = workspace.run(&["generate", "--only", "acme-models"]);
    assert_eq!(run.code, 0, "{}", run.notes);
    assert!(!run.output.contains("process/") && run.output.contains("models/"), "{}", run.output);
    assert_eq!(workspace.run(&["generate", "--check"]).code, 1);
    mends(&workspace);
}

#[test]
fn specs_with_errors_leave_the_tree_alone() {
    let workspace = Workspace::generated();
    workspace.edit("specs/apis/order.v1.yaml", "OrderId", "OrdrId");
    let before = workspace.tree();
    let run = workspace.run(&["generate"]);
    assert_eq!(run.code, 1);
    assert!(run.output.contains("specs/apis/order.v1.yaml:"), "{}", run.output);
    assert!(run.notes.ends_with("1 error, nothing was generated"), "{}", run.notes);
    assert_eq!(workspace.tree(), before);
}

#[test]
fn every_format_is_well_formed() {
    let workspace = Workspace::generated();
    workspace.write("generated/notes.txt", "mine");
    for format in ["json", "sarif"] {
        let run = workspace.run(&["generate", "--check", "--format", format]);
        let value: serde_json::Value = serde_json::from_str(&run.output).expect("it is JSON");
        assert!(value.to_string().contains("generated/notes.txt") && run.code == 1, "{value:#}");
    }
    let run = workspace.run(&["generate", "--check", "--format", "github"]);
    expect![[r"
        ::error file=generated/notes.txt,title=Tiebeam foreign::this was not generated%0Amove it out of the generated tree, or delete it: generating never does
    "]].assert_eq(&run.output);
}

#[test]
fn the_check_of_a_test_says_what_the_command_says() {
    let workspace = Workspace::generated();
    tiebeam_xtask::assert_in_step(workspace.path());
    workspace.write("generated/notes.txt", "mine");
    let panic = std::panic::catch_unwind(|| tiebeam_xtask::assert_in_step(workspace.path()));
    let panic = panic.expect_err("a foreign file is a finding");
    let text = panic.downcast_ref::<String>().expect("the panic has a text");
    assert!(
        text.starts_with("what is generated is out of step with its specs\n\nerror[foreign]"),
        "{text}"
    );
}
