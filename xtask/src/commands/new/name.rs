//! Names that people choose: kebab-case, so that crates, paths and documents can be called by them.

use anyhow::{Result, ensure};
use tiebeam_generator::casing;

/// Lets a name pass that is in kebab-case.
///
/// # Errors
///
/// When it is not, with the name that it might have been.
pub fn check(name: &str) -> Result<()> {
    ensure!(
        casing::kebab(name) == *name
            && name.starts_with(|letter: char| letter.is_ascii_lowercase())
            && name.is_ascii(),
        "`{name}` is not in kebab-case; did you mean `{}`?",
        casing::kebab(name)
    );
    Ok(())
}
