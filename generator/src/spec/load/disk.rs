//! The only place that reads files.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::document::Specs;
use super::texts::{self, Loaded, MAX_BYTES};
use crate::diag::codes::load::UNREADABLE_FILE;
use crate::diag::{Diagnostic, Part};
use crate::ir::Place;

/// Reads every `*.yaml` and `*.yml` below a directory, in parallel; the result does not depend on the order of the disk.
///
/// Directories whose name begins with a dot and the `registry` of released contracts are passed over.
///
/// # Errors
///
/// When the directory cannot be listed. A file that cannot be read is a finding.
pub fn load(directory: &Path) -> io::Result<Specs> {
    let name = directory
        .canonicalize()?
        .file_name()
        .map_or_else(|| "specs".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut files = Vec::new();
    walk(directory, &name, &mut files)?;
    files.sort();
    Ok(texts::collect(files.into_par_iter().map(|(path, file)| read(path.into(), &file)).collect()))
}

/// The documents below a directory, with their paths as they are shown.
fn walk(directory: &Path, shown: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{shown}/{name}");
        if entry.file_type()?.is_dir() {
            let passed_over = name.starts_with('.') || (name == "registry" && !shown.contains('/'));
            if !passed_over {
                walk(&entry.path(), &path, files)?;
            }
        } else if Path::new(&name)
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml")
        {
            files.push((path, entry.path()));
        }
    }
    Ok(())
}

fn read(path: Arc<str>, file: &Path) -> Loaded {
    let mut bytes = Vec::new();
    // One byte more than is allowed shows that a file is too big without reading all of it.
    let outcome =
        File::open(file).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes));
    match outcome {
        Ok(_) => texts::read(&path, bytes),
        Err(error) => {
            let place = Place { document: path.clone(), pointer: String::new() };
            let finding = Diagnostic::error(
                &UNREADABLE_FILE,
                &place,
                format!("the file cannot be read: {error}"),
            )
            .at(Part::Bytes(0, 0))
            .help("make it readable, or move it out of the specs");
            Loaded { path, text: "".into(), kind: None, document: None, findings: vec![finding] }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::load;

    const MODELS: &str = "kind: Models\ndomain: order\nowner: order-team\ntypes: {}\n";

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("the path has a parent"))
            .expect("the directory can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    #[test]
    fn specs_are_found_whatever_their_folder_and_passed_over_where_they_are_not_specs() {
        let root = tempfile::tempdir().expect("a directory can be made");
        for path in [
            "b.yaml",
            "a/deep/er.yml",
            ".schema/x.yaml",
            "registry/y.yaml",
            "a/registry/z.yaml",
            "notes.md",
        ] {
            write(root.path(), &format!("specs/{path}"), MODELS);
        }
        let specs = load(&root.path().join("specs")).expect("the directory can be listed");
        let paths: Vec<&str> = specs.documents.iter().map(|(path, _)| &**path).collect();
        assert_eq!(paths, ["specs/a/deep/er.yml", "specs/a/registry/z.yaml", "specs/b.yaml"]);
        assert_eq!(specs.findings, []);
    }

    #[test]
    fn a_missing_directory_is_an_error() {
        assert!(load(Path::new("no/such/directory")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn an_unreadable_file_is_a_finding() {
        let root = tempfile::tempdir().expect("a directory can be made");
        write(root.path(), "specs/a.yaml", MODELS);
        std::os::unix::fs::symlink("nowhere", root.path().join("specs/b.yaml"))
            .expect("a link can be made");
        let specs = load(&root.path().join("specs")).expect("the directory can be listed");
        assert_eq!((specs.documents.len(), specs.failed.len()), (1, 1));
        assert_eq!(specs.findings[0].code.name, "unreadable-file");
    }
}
