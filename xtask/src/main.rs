//! Runs the commands of this repository.

use std::process::ExitCode;

fn main() -> ExitCode {
    tiebeam_xtask::run(std::env::args_os())
}
