//! What is committed in this repository is what the commands would write.

use std::path::Path;

#[test]
fn the_reference_enterprise_is_in_step() {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository");
    tiebeam_xtask::assert_in_step(root);
}

/// Runs a command of this repository in its check mode.
fn check(command: &str) {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args([command, "--check"])
        .current_dir(root)
        .output()
        .expect("the program can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_schemas_are_in_step() {
    check("schema");
}

#[test]
fn the_pages_are_in_step() {
    check("docs");
}
