//! The tables of the runtime as SQL, for an operator who makes them before anything starts.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use tiebeam::bus::embedded;
use tiebeam::store::{Database, Migration, migrations};

/// Shows the steps, those of a store first and then those of the embedded bus, which lies in a store of its own; or
/// writes a file for each.
///
/// # Errors
///
/// When a file cannot be written.
pub fn tell(database: Database, into: Option<&Path>) -> anyhow::Result<()> {
    let steps = migrations(database).into_iter().chain(embedded::migrations(database));
    for Migration { of, version, sql } in steps {
        let name = format!("{of}-{version:04}.sql");
        let Some(directory) = into else {
            println!("-- {name}\n{sql}");
            continue;
        };
        let context = || format!("cannot write {name} into {}", directory.display());
        fs::create_dir_all(directory).with_context(context)?;
        fs::write(directory.join(&name), sql).with_context(context)?;
    }
    Ok(())
}
