//! The distribution's packages, installed where the tests need a program that is missing.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::process::Command;

use anyhow::{Result, bail};

use crate::steps;

/// Something that the tests need.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    /// Its name in the distribution.
    pub name: &'static str,
    /// What people call it.
    pub product: &'static str,
    /// What to do where it cannot be installed.
    pub otherwise: &'static str,
}

/// Installs a package.
///
/// # Errors
///
/// When that fails, or there is nothing to install it with.
pub fn install(package: &Package) -> Result<()> {
    let Package { name, product, otherwise } = package;
    eprintln!("{product} is missing: installing the package `{name}`");
    for arguments in [&["update"][..], &["install", "--yes", "--no-install-recommends", name]] {
        let Some(mut program) = apt_get() else {
            bail!(
                "the tests need {product}, and there is no apt-get to install it with: {otherwise}"
            )
        };
        if !steps::start(program.args(arguments))?.success() {
            let arguments = arguments.join(" ");
            bail!("the tests need {product}, and `apt-get {arguments}` failed: {otherwise}");
        }
    }
    Ok(())
}

/// `apt-get` with the rights that it needs, never asking anything.
fn apt_get() -> Option<Command> {
    let version = Command::new("apt-get").arg("--version").output();
    if !version.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let mut program = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--non-interactive", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    program.env("DEBIAN_FRONTEND", "noninteractive");
    Some(program)
}

/// Whether we are root: then what we make is root's.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
