//! The commands of this repository: `cargo xtask generate` and its siblings.

use std::process::ExitCode;

fn main() -> ExitCode {
    tiebeam_xtask::run(std::env::args_os())
}
