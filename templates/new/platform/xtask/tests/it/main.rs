//! What is committed is what the specs say.

use std::path::Path;

#[test]
fn what_is_generated_is_in_step_with_its_specs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    tiebeam_xtask::assert_in_step(root.expect("xtask stands in the repository"));
}
